import { type EntryOf, entriesOf, flagSeverities, flagStates } from "@termwise/core/facts";
import { AccountId, Day, EntryId, Failure } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { riskHandlingOn } from "@termwise/core/plays";
import { z } from "zod";
import { namesOfMember } from "../auth/names-seen.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { ownerName } from "../derive/visible.ts";
import { riskBook } from "../health/risk-book.ts";
import { customerOf, journalNow, putEntry, subjectOf, writing } from "../journal/write-entry.ts";
import { tellable } from "../plays/people-told.ts";
import { idOf } from "../plays/play-id.ts";
import { peopleOf } from "../tasks/task-list.ts";
import type { Termwise } from "../termwise.ts";
import { procedure } from "../trpc.ts";
import { allowedFor, writerOf } from "./journal.ts";

const reason = z.string().trim().min(1).max(1_000);
const owner = z.string().trim().min(1).max(200).nullable();

const steps = [
  z.strictObject({ does: z.literal("assign"), owner }),
  z.strictObject({ does: z.literal("snooze"), until: Day, reason }),
  z.strictObject({ does: z.literal("accept"), reason }),
  z.strictObject({ does: z.literal("resume") }),
  z.strictObject({ does: z.literal("see") }),
] as const;
type Step = z.infer<(typeof steps)[number]>;

type Handled = Omit<EntryOf<"risk_handling">, "of" | "since">;

/** What is decided beside the score: of accounts at risk, and of red flags. */
export const riskWrites = {
  /**
   * Decides about an account at risk: `assign` it to somebody (null: to nobody), `snooze` it until a day with the reason,
   * `accept` its loss with the reason, `resume` either, or say that one has `see`n it. Each holds for this time at risk
   * alone. 412 where the account is not at risk.
   */
  handleRisk: procedure
    .input(z.strictObject({ accountId: AccountId, step: z.discriminatedUnion("does", steps) }))
    .mutation(async ({ ctx, input: { accountId, step } }) => {
      const termwise = await allowedFor(ctx, ctx.who, "risk_handling");
      const { record } = await customerOf(termwise, accountId);
      const today = termwise.today();
      if (step.does === "snooze" && step.until <= today)
        throw new Failure("bad_input", `${step.until} is not after today`);
      const { risky } = await riskBook(termwise, undefined, record.accountId);
      const [found] = risky;
      if (!found) throw new Failure("refused", "This account is not at risk by its last measurements");
      const { since } = found;
      if (step.does === "assign") await assertHolder(termwise, record, step.owner);
      const subject = await subjectOf(termwise, accountId);
      const writer = writerOf(ctx.who, ctx.acting);
      await writing(termwise, async (tx) => {
        const before = riskHandlingOn({ journal: await journalNow(tx, subject) }, since, today);
        const seen = before.seen ?? { by: writer.by, at: writer.acting.at };
        const handled = after(step, before, { today, seen });
        const entry: EntryOf<"risk_handling"> = { of: "risk_handling", since, ...handled };
        const entryId = idOf("risk handling", record.accountId, since);
        await putEntry(tx, subject, { entry, entryId, anew: true }, writer);
      });
      return null;
    }),
  /**
   * Says how a red flag is handled: by whom, how (`open`, `mitigating`, `accepted`), how grave it is (null: as its rule has
   * it), by which run of a play, and until when nobody is to hear of it. What is left out stays as it was.
   */
  handleFlag: procedure
    .input(
      z.strictObject({
        accountId: AccountId,
        entryId: EntryId,
        state: z.enum(flagStates).optional(),
        severity: z.enum(flagSeverities).nullable().optional(),
        owner: owner.optional(),
        run: EntryId.nullable().optional(),
        silencedUntil: Day.nullable().optional(),
        reason: reason.nullable().optional(),
      }),
    )
    .mutation(async ({ ctx, input: { accountId, entryId: flag, ...said } }) => {
      const termwise = await allowedFor(ctx, ctx.who, "flag_handling");
      const { record } = await customerOf(termwise, accountId);
      const { silencedUntil: until } = said;
      if (until && until <= termwise.today()) throw new Failure("bad_input", `${until} is not after today`);
      if ((until || said.state === "accepted") && !said.reason)
        throw new Failure("bad_input", "Say why, for whoever reads it later");
      if (!entriesOf(record.journal, "red_flag").some(({ entryId }) => entryId === flag))
        throw new Failure("not_found", "There is no such red flag");
      await assertHolder(termwise, record, said.owner ?? null);
      const subject = await subjectOf(termwise, accountId);
      await writing(termwise, async (tx) => {
        const journal = await journalNow(tx, subject);
        const present = entriesOf(journal, "red_flag").find(({ entryId }) => entryId === flag);
        if (!present || present.entry.cleared !== null)
          throw new Failure("conflict", "Somebody has cleared this red flag already");
        if (said.run && !entriesOf(journal, "play_run").some(({ entryId }) => entryId === said.run))
          throw new Failure("not_found", "There is no such run of a play at this account");
        const before = entriesOf(journal, "flag_handling").findLast(
          ({ entry }) => entry.flag === flag,
        )?.entry;
        const entry: EntryOf<"flag_handling"> = {
          ...{ of: "flag_handling", flag, state: "open", severity: null },
          ...{ owner: null, run: null, silencedUntil: null, reason: null },
          ...before,
          ...said,
        };
        const entryId = idOf("handling of", flag);
        await putEntry(tx, subject, { entry, entryId, anew: true }, writerOf(ctx.who, ctx.acting));
      });
      return null;
    }),
};

/** Refuses to give something to nobody in particular: members can have it, and whoever holds an account or has a task. */
async function assertHolder(termwise: Termwise, record: CustomerRecord, name: string | null): Promise<void> {
  if (name === null) return;
  const called = ownerName(name);
  const members = await termwise.read((tx) => tellable(tx));
  if (members.some((person) => namesOfMember(person).some((one) => one === called))) return;
  const { records } = customerRecords(await termwise.books());
  const known = peopleOf([record, ...records.values()], termwise.today());
  if (!known.some((one) => ownerName(one) === called))
    throw new Failure(
      "bad_input",
      `Nobody here is called ${name}. Choose a member, or somebody who holds accounts`,
    );
}

/** What is decided of an account once somebody took a step. Whoever takes one has seen it. */
function after(
  step: Step,
  { owner: held, snoozed, accepted }: Handled,
  { today, seen }: { today: Day; seen: NonNullable<Handled["seen"]> },
): Handled {
  const before: Handled = { owner: held, snoozed, accepted, seen };
  switch (step.does) {
    case "assign":
      return { ...before, owner: step.owner };
    case "snooze":
      return { ...before, snoozed: { until: step.until, reason: step.reason }, accepted: null };
    case "accept":
      return { ...before, snoozed: null, accepted: { on: today, reason: step.reason } };
    case "resume":
      return { ...before, snoozed: null, accepted: null };
    case "see":
      return before;
  }
}
