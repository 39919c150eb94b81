import { payReaderIn } from "../auth/pay-door.ts";
import { accountNames } from "../compensation/account-names.ts";
import { wholeBooks } from "../compensation/pay-context.ts";
import { loadPay, type Recorded } from "../compensation/pay-state.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { ownMembership } from "./member-rules.ts";

/** Whose pay there is to read, and what people put on record beside the ledger. */
export const onRecordProcedures = {
  /** The names of everybody with a plan or a statement whose pay the one who asks may read, their own among them: no amount. */
  people: procedure.query(async ({ ctx }) => {
    const { whole } = await wholeBooks(ctx);
    const reader = ownMembership(ctx.who)?.id ?? null;
    return whole.read(async (tx) => {
      const state = await loadPay(tx);
      const door = await payReaderIn(tx, reader, ctx.acting.at);
      const all = [...state.statements, ...state.assignments.map(({ assigned }) => assigned)];
      return [...new Set(all.map(({ person }) => person))]
        .filter((person) => door.isOwn(person) || door.reasonFor(person) !== null)
        .sort((a, b) => (a < b ? -1 : 1));
    });
  }),
  /**
   * What holds now of exclusions, losses and achievements on record: of what concerns one person alone, only what is of people
   * whose pay the one who asks may read.
   */
  onRecord: procedure.query(async ({ ctx }) => {
    const { whole, ...moment } = await wholeBooks(ctx);
    const reader = ownMembership(ctx.who)?.id ?? null;
    const { nameOf } = accountNames(moment.books);
    return whole.read(async (tx) => {
      const state = await loadPay(tx);
      const door = await payReaderIn(tx, reader, ctx.acting.at);
      const mine = ({ person }: { readonly person: string | null }) =>
        person === null || door.reasonFor(person) !== null;
      const named = (account: string | null) => account && nameOf(account);
      const losses = new Map(state.of("loss").map(({ loss }) => [loss.lossId, loss]));
      const achieved = new Map(
        state
          .of("achievement")
          .filter(mine)
          .map(({ person, period, achievement }) => {
            const { component, objective } = achievement;
            return [
              `${person} ${period} ${component} ${objective}`,
              { person, period, ...achievement },
            ] as const;
          }),
      );
      return wire({
        exclusions: latestExclusions(state.of("exclusion").filter(mine)).map(({ id, person, exclusion }) => ({
          id,
          person,
          ...exclusion,
          accountName: named(exclusion.account),
        })),
        losses: [...losses.values()].map((loss) => ({ ...loss, accountName: nameOf(loss.account) })),
        achievements: [...achieved.values()],
      });
    });
  }),
};

/** The exclusions that hold, each by what it leaves out and of whom: the last that was said of it, unless it was taken back. */
function latestExclusions(all: readonly Recorded<"exclusion">[]): Recorded<"exclusion">[] {
  const keyOf = ({ person, exclusion }: Recorded<"exclusion">) =>
    `${person} ${exclusion.dealId} ${exclusion.account}`;
  return [...new Map(all.map((one) => [keyOf(one), one])).values()].filter(({ withdrawn }) => !withdrawn);
}
