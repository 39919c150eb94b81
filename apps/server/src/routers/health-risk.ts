import { flagConditions } from "@termwise/core/facts";
import { callsForAction, flagRulesOn, flagStandingOn, redFlagsOn } from "@termwise/core/health";
import { type AccountId, addDays, daysBetween, type Rational } from "@termwise/core/kernel";
import { inTellingOrder, isOpenRun, PlayPolicy } from "@termwise/core/plays";
import { loadLatestMeasurements } from "@termwise/db";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { agreedChoices } from "../definitions/agreed.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isAmong } from "../derive/journeys.ts";
import { flagView } from "../health/account-view.ts";
import { lossHistory } from "../health/loss-history.ts";
import { type RiskBook, riskBook } from "../health/risk-book.ts";
import { riskFlowView } from "../health/risk-flow-view.ts";
import { inQueueOrder, riskRow } from "../health/risk-row.ts";
import { scoredWeeks } from "../health/scored.ts";
import { settledFor } from "../health/settle.ts";
import { runLine } from "../plays/response.ts";
import { runsOf, savesOf } from "../plays/run-list.ts";
import { seenIn } from "../plays/views.ts";
import type { Termwise } from "../termwise.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { Filters } from "./scope.ts";

const Asked = z.strictObject({ filters: Filters.optional() }).optional();

/** Who is at risk, who may still be kept, and single events that warn. */
export const riskProcedures = {
  /**
   * The accounts at risk today in the order of their rank, each with its factors (ARR × chance of loss × urgency), the
   * scores that made it so, what keeps its score low, the clock to the first step, plays, who has it and who has seen it;
   * ARR at risk as a figure; the `flow` of thirteen weeks into the queue and out of it; where nobody is at risk, who is closest.
   */
  queue: procedure.input(Asked).query(async ({ ctx, input }) => {
    await settledFor(ctx);
    const { termwise } = ctx;
    const book = await riskBook(termwise, input?.filters);
    const { on, week, ends, currency, figure, policy, risky, books } = book;
    const seen = await seenIn(termwise);
    const plays = agreedChoices(PlayPolicy, books, on);
    const ids = risky.map(({ account }) => account.accountId);
    const from = ends.at(-4) ?? week;
    const stored = await termwise.read((tx) =>
      loadLatestMeasurements(tx, { accountIds: ids, from, to: week }),
    );
    const context = {
      book,
      seen,
      plays,
      past: await lossHistory(termwise),
      saves: savesOf(books, seen),
      measured: new Map(stored.map((one) => [one.accountId, one])),
      nameOf: await termwise.read(authorsOf),
    };
    return wire({
      on,
      now: seen.now,
      week,
      currency,
      arrAtRisk: figure,
      rule: { below: policy.atRiskBelow, readings: policy.atRiskReadings, exit: policy.atRiskExit },
      saves: context.saves,
      rows: inQueueOrder(risky.map((one) => riskRow(one, context))),
      flow: riskFlowView(book, seen),
      closest: risky.length > 0 ? [] : await closest(termwise, book, input?.filters),
    });
  }),
  /**
   * Red flags of the accounts of whoever asks, each with how grave it is, how it is handled and the play that answers it:
   * those that are open (what is silenced is not), silenced, accepted, or all of the last year.
   */
  flags: procedure
    .input(
      z
        .strictObject({
          state: z.enum(["open", "silenced", "accepted", "all"]).default("open"),
          filters: Filters.optional(),
        })
        .optional(),
    )
    .query(async ({ ctx, input }) => {
      await settledFor(ctx);
      const { termwise } = ctx;
      const books = await termwise.books();
      const on = termwise.today();
      const seen = await seenIn(termwise);
      const nameOf = await termwise.read(authorsOf);
      const accounts = accountsOnDay(books, on);
      const { records } = customerRecords(books);
      const house = books.known.now.journal.filter(({ accountId }) => accountId === null);
      const rules = new Map(flagRulesOn(house, on).map((rule) => [rule.id, rule]));
      const yearAgo = addDays(on, -366);
      const all = [...records.values()].flatMap((record) => {
        const flags = redFlagsOn(record, on).filter(({ fact, open }) => open || fact.effectiveOn > yearAgo);
        if (flags.length === 0) return [];
        const account = accounts.get(record.accountId);
        if (account?.status !== "customer" || !isAmong(account, input?.filters)) return [];
        return flags.map((flag) => ({
          ...{ account, record, flag },
          standing: flagStandingOn(flag.fact, record.journal, on),
        }));
      });
      type Found = (typeof all)[number];
      const inState = {
        open: ({ standing }: Found) => callsForAction(standing),
        silenced: ({ standing: { state, silencedUntil } }: Found) =>
          state !== "cleared" && silencedUntil !== null,
        accepted: ({ standing: { state, silencedUntil } }: Found) =>
          state === "accepted" && silencedUntil === null,
        all: () => true,
      };
      // What is told of each is worked out for those that are asked for alone.
      const runsAt = new Map<AccountId, ReturnType<typeof runsOf>>();
      const rows = all
        .filter(inState[input?.state ?? "open"])
        .map(({ account, record, flag, standing: whole }) => {
          const { handled, ...standing } = whole;
          const { accountId, name, csm, arr, renewalOn } = account;
          const rule = flag.fact.entry.rule;
          const runs = flag.open ? (runsAt.get(accountId) ?? runsOf(books, record, seen)) : [];
          if (flag.open) runsAt.set(accountId, runs);
          return {
            ...{ accountId, name, csm, arr, renewalOn },
            ...flagView(flag, nameOf),
            ...standing,
            handledBy: handled && nameOf(handled.by),
            days: daysBetween(flag.fact.effectiveOn, on),
            /** What its rule joins, in words. */
            conditions: (rule === null ? [] : (rules.get(rule)?.conditions ?? [])).map(
              (kind) => flagConditions[kind],
            ),
            plays: runs
              .filter(({ fact }) => (standing.run === null ? isOpenRun(fact) : fact.entryId === standing.run))
              .sort((a, b) => inTellingOrder(a.fact, b.fact))
              .map(runLine),
          };
        });
      const grave = { high: 0, medium: 1, low: 2 } as const;
      rows.sort(
        (a, b) =>
          Number(b.open) - Number(a.open) ||
          (a.open ? grave[a.severity] - grave[b.severity] : 0) ||
          (a.on === b.on ? (a.arr > b.arr ? -1 : 1) : a.on < b.on ? 1 : -1),
      );
      return wire({
        on,
        currency: books.currency(),
        counts: {
          open: all.filter(inState.open).length,
          silenced: all.filter(inState.silenced).length,
          accepted: all.filter(inState.accepted).length,
          all: all.filter(inState.all).length,
        },
        rows,
      });
    }),
};

/** As many accounts are told of where none is at risk. */
const most = 3;

const plain = (of: Rational): string => String(Number(of.n) / Number(of.d));

/** Who comes nearest to being at risk: the lowest scores of the last week, by what they may be at most. */
async function closest(termwise: Termwise, book: RiskBook, filters: z.infer<typeof Filters> | undefined) {
  const { books, on } = book;
  const accounts = accountsOnDay(books, on);
  const { of } = await scoredWeeks(termwise, 1);
  const own = (id: AccountId) => {
    const account = accounts.get(id);
    return account?.status === "customer" && isAmong(account, filters) ? account : null;
  };
  return [...of]
    .flatMap(([id, [last]]) => {
      const [account, score] = [own(id), last?.score];
      if (!account || !score) return [];
      const { accountId, name } = account;
      return [{ accountId, name, low: plain(score.low), high: plain(score.high) }];
    })
    .sort((a, b) => Number(a.high) - Number(b.high) || (a.name < b.name ? -1 : 1))
    .slice(0, most);
}
