import { dimensions } from "@termwise/core/facts";
import { AccountId, Day, type Day as DayType, Failure } from "@termwise/core/kernel";
import { houseLedgerPolicy } from "@termwise/core/ledger";
import {
  adoptionRuleOn,
  criteriaWritten,
  events,
  houseLifecyclePolicy,
  lifecyclePolicyOn,
  lossesOn,
  machineVersion,
  madeBy,
  median,
  momentsOfTruth,
  moves,
  onboardingProductivity,
  places,
  preventableChurn,
  type Standing,
  stages,
  stageVelocity,
  timeToOnboard,
  timeToOnboardByCsm,
  tryMove,
} from "@termwise/core/lifecycle";
import { assignmentsOn, type CustomerRecord, heldOn } from "@termwise/core/people";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { type Card, cardOf, columnsOf } from "../derive/board.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { standingOf, standingsOf } from "../derive/standings.ts";
import { journalToken } from "../journal/token.ts";
import { customerOf } from "../journal/write-entry.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
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
      const lostOf = lostArr(books, on);
      const cards = [...standingsOf(all, on)].flatMap(([id, standing]): Card[] => {
        const account = accounts.get(id);
        const card = account && cardOf(account, standing, { policy, lost: lostOf(standing) });
        if (!account || !card) return [];
        const { filters } = input ?? {};
        return dimensions.every((d) => filters?.[d]?.includes(account[d] ?? "") ?? true) ? [card] : [];
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
  /** How long customers stand at each stage, how long onboarding takes by CSM, and hours for an onboarding over the days given. */
  velocity: procedure
    .input(
      z
        .strictObject({
          segment: z.string().optional(),
          csm: z.string().optional(),
          from: Day.optional(),
          to: Day.optional(),
        })
        .optional(),
    )
    .query(async ({ ctx: { termwise }, input }) => {
      const on = termwise.today();
      const all = customerRecords(await termwise.books());
      const journeys = [...all.records.values()]
        .filter(
          (record) =>
            (input?.segment === undefined || heldOn(record, "segment", on) === input.segment) &&
            (input?.csm === undefined || heldOn(record, "csm", on) === input.csm),
        )
        .map((record) => ({ record, history: standingOf(record, all.rules, on).history }));
      const times = journeys.flatMap(({ history }) => timeToOnboard(history) ?? []);
      const to = input?.to ?? on;
      const from =
        input?.from ?? Day.parse(`${Number(to.slice(0, 4)) - 1}${to.slice(4).replace("-02-29", "-02-28")}`);
      return wire({
        on,
        stages: stageVelocity(
          journeys.map(({ history }) => history),
          on,
        ),
        timeToOnboard: { accounts: times.length, medianDays: median(times) },
        byCsm: timeToOnboardByCsm(journeys),
        productivity: { from, to, ...onboardingProductivity(journeys, { from, to }) },
      });
    }),
  /** The customers lost in some days, why, and how many could have been kept: the goal is none. */
  churn: procedure
    .input(z.strictObject({ from: Day, to: Day }))
    .query(async ({ ctx: { termwise }, input }) => {
      if (input.from > input.to) throw new Failure("bad_input", `${input.from} is after ${input.to}`);
      const books = await termwise.books();
      const today = termwise.today();
      const accounts = accountsOnDay(books, today);
      const losses = [...customerRecords(books).records.values()].flatMap((record) =>
        lossesOn(record, today),
      );
      const within = losses.filter(({ on }) => on >= input.from && on <= input.to);
      return wire({
        ...preventableChurn(losses, input),
        losses: within
          .map((loss) => ({ ...loss, name: accounts.get(loss.accountId)?.name ?? loss.accountId }))
          .sort((a, b) => (a.on < b.on ? 1 : -1)),
      });
    }),
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

/** The ARR a customer that left took with it, in the reporting currency at the rates of a day. */
function lostArr(books: Books, on: DayType): (standing: Standing) => bigint {
  const currency = books.currency();
  if (currency === null) return () => 0n;
  const convert = books.book({ asOf: null, policy: houseLedgerPolicy, currency }).rates.on(on);
  return ({ life }) =>
    (life?.lost ?? []).reduce((sum, part) => sum + convert(part.amount, part.currency), 0n);
}
