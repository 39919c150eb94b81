import {
  type HealthPolicy,
  healthBand,
  houseHealthPolicy,
  openFlagsOn,
  scoreText,
} from "@termwise/core/health";
import { AccountId, addDays, Currency, day, EntryId, instant, rational } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { AccountOnDay } from "../derive/account-list.ts";
import { atRiskFigure } from "./at-risk-figure.ts";
import { warningsOf } from "./book-view.ts";
import { type BookCase, type HealthBook, judgedBySegment, largest } from "./health-book.ts";
import { riskySince, stakeOf } from "./low-weeks.ts";
import { overviewOf } from "./overview.ts";
import { type BookScores, riskSpans, scoreAt } from "./scored.ts";

const on = day("2026-11-29");
const ends = Array.from({ length: 13 }, (_, at) => addDays(day("2026-08-30"), 7 * at));
/** Other boundaries came into force in the last two weeks, and for one segment they always were others. */
const stricter: HealthPolicy = { ...houseHealthPolicy, atRiskBelow: 55, healthReviewBelow: 75 };
const policyFor = (segment: string | null, week: string): HealthPolicy =>
  segment === "SMB" || week > "2026-11-10" ? stricter : houseHealthPolicy;

const point = fc.integer({ min: 30_000, max: 90_000 });
const score = fc.oneof(
  { weight: 6, arbitrary: point.map((of) => [of, of] as const) },
  { weight: 2, arbitrary: fc.tuple(point, point).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const) },
  { weight: 1, arbitrary: fc.constant([-1, -1] as const) },
);
const customer = fc.record({
  weeks: fc.array(score, { minLength: 13, maxLength: 13 }),
  arr: fc.bigInt({ min: 1n, max: 20n }),
  segment: fc.constantFrom(null, "SMB"),
  flagged: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
});
type Customer = typeof customer extends fc.Arbitrary<infer Of> ? Of : never;

function recordOf(accountId: AccountId, flagged: number | null): CustomerRecord {
  const flag = (back: number): CustomerRecord["journal"][number] => ({
    kind: "journal",
    entryId: EntryId.parse(`ent_flag${accountId.slice(4)}`),
    accountId,
    at: instant(`${addDays(on, -back)}T09:00:00Z`),
    by: null,
    withdrawn: null,
    entry: {
      of: "red_flag",
      rule: null,
      title: "Silent",
      evidence: [{ on: addDays(on, -back), text: "Seen" }],
      cleared: null,
    },
    effectiveOn: addDays(on, -back),
    recordedAt: instant("2026-11-29T09:00:00Z"),
    source: { system: "test", key: accountId, file: null, line: null },
  });
  const journal = flagged === null ? [] : [flag(flagged)];
  return { accountId, attributes: [], lines: [], movements: [], journal, usage: [] };
}

function bookOf(customers: readonly Customer[]): HealthBook {
  const numbers = new Map(
    customers.map(({ weeks }, n) => [AccountId.parse(`acc_${n}`), Int32Array.from(weeks.flat())]),
  );
  const judgedBy = judgedBySegment(policyFor, { on, ends });
  const weeksOf = (id: AccountId) =>
    ends.map((week, at) => ({ week, score: scoreAt(numbers.get(id) ?? new Int32Array(26).fill(-1), at) }));
  const scores: BookScores = {
    ends,
    readings: 1,
    weeksOf,
    read: (id, into) => {
      into.set(numbers.get(id) ?? []);
      return true;
    },
  };
  const cases = customers.map(({ arr, segment, flagged }, n): BookCase => {
    const accountId = AccountId.parse(`acc_${n}`);
    const account: AccountOnDay = {
      ...{
        accountId,
        name: `Customer ${n}`,
        domain: null,
        segment,
        tier: null,
        region: null,
        industry: null,
      },
      ...{ csm: null, ae: null, am: null, currency: "USD", arr, since: null, lines: 1, renewalOn: null },
      ...{ status: "customer", externalIds: [] },
    };
    const weeks = weeksOf(accountId).map((one) => ({ ...one, policy: policyFor(segment, one.week) }));
    const spans = riskSpans(weeks);
    const low = spans.length === 0 ? undefined : { weeks, spans, policy: policyFor(segment, on) };
    return { account, record: recordOf(accountId, flagged), low, ...judgedBy(segment) };
  });
  const low = new Map(cases.flatMap(({ account, low: own }) => (own ? [[account.accountId, own]] : [])));
  const [currency, policy] = [Currency.parse("USD"), policyFor(null, on)];
  const figure = atRiskFigure(
    stakeOf(
      cases.map(({ account }) => account),
      low,
    ),
    { on, week: ends.at(-1)!, currency, freshAt: null, policy, ownRules: true },
  );
  return { on, week: ends.at(-1)!, scores, policy, policyFor, currency, cases, figure };
}

it("tells of a book what counting account by account and week by week tells", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(customer, { maxLength: 40 }), async (customers) => {
      const book = bookOf(customers);
      const told = await overviewOf(book);
      const bandIn = ({ account, policyIn }: BookCase, at: number, judged = at) =>
        healthBand(book.scores.weeksOf(account.accountId)[at]!.score, policyIn(ends[judged]!));
      const count = (of: readonly BookCase[], at: number, band: string) =>
        of.filter((one) => bandIn(one, at) === band);
      for (const [at, { bands }] of told.weeks.entries())
        for (const { band, accounts } of bands) expect(accounts).toBe(count(book.cases, at, band).length);
      for (const { band, arr } of told.bands)
        expect(arr).toBe(count(book.cases, 12, band).reduce((sum, { account }) => sum + account.arr, 0n));
      const moved = book.cases.filter((one) => bandIn(one, 8) !== bandIn(one, 12));
      expect(told.movement.accounts).toBe(moved.length);
      expect(told.movement.byBoundaries).toBe(
        moved.filter((one) => bandIn(one, 8, 12) === bandIn(one, 12)).length,
      );
      expect(told.movement.moved.map(({ accountId, from, to }) => [accountId, from, to])).toEqual(
        moved
          .toSorted((a, b) => largest(a.account, b.account))
          .map((one) => [one.account.accountId, bandIn(one, 8), bandIn(one, 12)]),
      );
      const since = addDays(on, -28);
      const warned = book.cases.flatMap((one) =>
        warningsOf({ ...one, weeks: book.scores.weeksOf(one.account.accountId) }, { on, since }),
      );
      expect(told.warnings).toEqual(
        warned.sort((a, b) => (a.on === b.on ? largest(a, b) : a.on < b.on ? 1 : -1)).slice(0, 200),
      );
      expect(told.warnings.filter(({ kind }) => kind === "red_flag").length).toBeLessThanOrEqual(
        book.cases.filter(({ record }) => openFlagsOn(record, on).length > 0).length,
      );
      const known = book.cases.flatMap(({ account }) => {
        const last = book.scores.weeksOf(account.accountId)[12]!.score;
        return last && last.low === last.high ? [{ arr: account.arr, score: scoreText(last.low) }] : [];
      });
      const arr = known.reduce((sum, one) => sum + one.arr, 0n);
      const points = known.reduce(
        (sum, one) => sum + one.arr * BigInt(Math.round(Number(one.score) * 10)),
        0n,
      );
      expect(told.weighted).toEqual({
        score: arr === 0n ? null : scoreText(rational(points, arr * 10n)),
        accounts: known.length,
      });
      const risky = book.cases.filter(({ low }) => riskySince(low) !== null);
      expect(told.arrAtRisk.value).toBe(String(risky.reduce((sum, { account }) => sum + account.arr, 0n)));
    }),
    { numRuns: 60 },
  );
});
