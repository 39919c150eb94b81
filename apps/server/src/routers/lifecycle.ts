import { AccountId, Day, type Day as DayType, Failure } from "@termwise/core/kernel";
import {
  adoptionRuleOn,
  criteriaWritten,
  events,
  houseLifecyclePolicy,
  lifecyclePolicyOn,
  lossesOn,
  machineVersion,
  madeBy,
  momentsOfTruth,
  moves,
  places,
  stages,
  timeToOnboard,
  tryMove,
} from "@termwise/core/lifecycle";
import { assignmentsOn, type CustomerRecord, heldOn } from "@termwise/core/people";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { type Card, cardOf, columnsOf } from "../derive/board.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isAmong } from "../derive/journeys.ts";
import { moneyOn } from "../derive/money-on.ts";
import { standingOf, standingsOf } from "../derive/standings.ts";
import { journalToken } from "../journal/token.ts";
import { customerOf } from "../journal/write-entry.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { paceProcedures } from "./lifecycle-pace.ts";
import { Filters } from "./scope.ts";

const notAfter = (on: DayType | undefined, today: DayType): DayType => {
  if (on !== undefined && on > today)
    throw new Failure("bad_input", `${on} is still to come: stages are told for today and days past`);
  return on ?? today;
};

/** Where customers stand, as a conclusion from what is on record of them. */
export const lifecycleRouter = router({
  /**
   * The board on a day (default: today): a card for every customer that anything was won of, and the head of each column.
   * ARR is in minor units of the reporting currency.
   */
  board: procedure
    .input(z.strictObject({ on: Day.optional(), filters: Filters.optional() }).optional())
    .query(async ({ ctx: { termwise }, input }) => {
      const books = await termwise.books();
      const on = notAfter(input?.on, termwise.today());
      const accounts = accountsOnDay(books, on);
      const all = customerRecords(books);
      const policy = lifecyclePolicyOn(all.rules, on);
      const inCurrency = moneyOn(books, on);
      const cards = [...standingsOf(all, on)].flatMap(([id, standing]): Card[] => {
        const account = accounts.get(id);
        const card =
          account && cardOf(account, standing, { policy, lost: inCurrency(standing.life?.lost ?? []) });
        if (!account || !card) return [];
        return isAmong(account, input?.filters) ? [card] : [];
      });
      cards.sort((a, b) => b.days - a.days || (a.name < b.name ? -1 : 1));
      return wire({ on, currency: books.currency(), columns: columnsOf(cards), cards });
    }),
  /**
   * Where one customer stands on a day (default: today): earned stage, column, every gate with its clauses and evidence,
   * what was agreed when, motions, renewal, the ways it has come, its moments of truth, and the rules in force that day.
   * `journalToken` goes with the next change.
   */
  account: procedure
    .input(z.strictObject({ accountId: AccountId, on: Day.optional() }))
    .query(async ({ ctx: { termwise }, input }) => {
      const on = notAfter(input.on, termwise.today());
      const { record, rules } = await customerOf(termwise, input.accountId);
      const nameOf = await termwise.read(authorsOf);
      const { gates, ...standing } = standingOf(record, rules, on);
      const { kickoffAt, criteria } = criteriaWritten(record, on);
      const policy = lifecyclePolicyOn(rules, on);
      return wire({
        accountId: record.accountId,
        on,
        ...standing,
        gates: Object.values(gates).map((gate) => ({
          ...gate,
          clauses: gate.clauses.map((clause) => ({
            ...clause,
            evidence: clause.evidence.map((one) => ({ ...one, by: nameOf(one.by) })),
          })),
        })),
        criteria: criteria.map((one) => ({ ...one, by: nameOf(one.by) })),
        kickoffAt,
        losses: lossesOn(record, on),
        moments: momentsOfTruth(record, on),
        timeToOnboard: timeToOnboard(standing.history),
        segment: heldOn(record, "segment", on),
        rules: { adoption: adoptionRuleOn(record, rules, policy, on), policy },
        holders: holdersOf(record, on),
        journalToken: journalToken(record.journal),
      });
    }),
  /**
   * What it takes to have a customer in a column: it is there, it goes there by putting something on record, or it cannot
   * and this is missing. Asking changes nothing; what is put on record goes through `journal.record`.
   */
  move: procedure
    .input(z.strictObject({ accountId: AccountId, to: z.enum(stages) }))
    .query(async ({ ctx: { termwise }, input }) => {
      const { record, rules } = await customerOf(termwise, input.accountId);
      const nameOf = await termwise.read(authorsOf);
      const { missing, passed, ...answer } = tryMove(record, rules, input.to, termwise.today());
      const named = (clauses: typeof missing) =>
        clauses.map((clause) => ({
          ...clause,
          evidence: clause.evidence.map((one) => ({ ...one, by: nameOf(one.by) })),
        }));
      const { column, earned, renewal } = standingOf(record, rules, termwise.today());
      return wire({
        ...answer,
        from: column,
        earned,
        termEndsOn: renewal?.termEndsOn ?? null,
        holders: holdersOf(record, termwise.today()),
        missing: named(missing),
        passed: named(passed),
        journalToken: journalToken(record.journal),
      });
    }),
  ...paceProcedures,
  /** The lifecycle as data: places, events, who makes them, the whole table of moves, and the numbers in force today. */
  machine: procedure.query(async ({ ctx: { termwise } }) => {
    const { rules } = customerRecords(await termwise.books());
    return {
      version: machineVersion,
      places,
      events,
      madeBy,
      moves,
      policy: lifecyclePolicyOn(rules, termwise.today()),
      house: houseLifecyclePolicy,
    };
  }),
});

/** Who of us holds a customer on a day, as far as motions and waivers ask for it. */
function holdersOf(record: CustomerRecord, on: DayType) {
  const { csm, am, ae, cs_manager } = assignmentsOn(record, on);
  return { csm, am, ae, cs_manager };
}
