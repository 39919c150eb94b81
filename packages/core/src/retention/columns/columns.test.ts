import { describe, expect, it } from "vitest";
import { Currency, firstDayOf, lastDayOf, month, opensOn, type Period } from "../../kernel/index.ts";
import {
  type Book,
  breakdownOf,
  bridgeOf,
  cohortGrains,
  cohortsOf,
  contributorsOf,
  grrMethods,
  metrics,
  metricTotal,
  nrrMethods,
  RetentionPolicy,
  type Slice,
  type Window,
  winbackTreatments,
  windowOf,
} from "../index.ts";
import {
  at,
  type ColumnsTerm,
  cohortMatrix,
  columnsOf,
  drillDown,
  followedBy,
  groupingOf,
  type LedgerColumns,
  type MonthWindow,
  monthNumber,
  monthOfNumber,
  movementSums,
  PinnedSeries,
  packColumns,
  pairedMeasures,
  scanSeries,
  scanWindow,
  type Tally,
  talliesOf,
  totalOf,
  unpackColumns,
} from "./index.ts";
import { Chance, wildBook, wildFacts, wildLines } from "./wild-book.ts";

const [usd, eur] = [Currency.parse("USD"), Currency.parse("EUR")];
const terms = Object.keys(metrics).filter((term) => term !== "land-and-expand") as ColumnsTerm[];
const policies = winbackTreatments.flatMap((winback) =>
  nrrMethods.flatMap((nrrMethod) =>
    grrMethods.flatMap((grrMethod) =>
      (["opening", "due"] as const).flatMap((logoDenominator) => {
        const read = RetentionPolicy.safeParse({ winback, nrrMethod, grrMethod, logoDenominator });
        return read.success ? [read.data] : [];
      }),
    ),
  ),
);
const [first, last] = [monthNumber(month("2021-11")), monthNumber(month("2026-02"))];

function periodOf({ opens, closes }: MonthWindow): Period {
  const [from, to] = [firstDayOf(monthOfNumber(opens + 1)), lastDayOf(monthOfNumber(closes))];
  return { text: `${from}..${to}`, from, to };
}

function randomWindow(chance: Chance): MonthWindow {
  const opens = first + chance.below(last - first);
  const months = chance.one([1, 3, 6, 12, 1 + chance.below(40)]);
  return { opens, closes: Math.min(last, opens + months) };
}

const questions: { slice: Slice; by: "segment" | "csm" | null }[] = [
  { slice: {}, by: null },
  { slice: {}, by: "segment" },
  { slice: { region: ["EMEA", ""] }, by: null },
  { slice: { region: ["Americas"], segment: ["SMB", "Mid"] }, by: "csm" },
];

/** The plain fold's window of every group of a question; groups it leaves out have nothing in them. */
function plainWindows(book: Book, window: MonthWindow, { slice, by }: (typeof questions)[number]) {
  const period = periodOf(window);
  const policy = RetentionPolicy.parse({});
  if (by === null) return new Map([["", windowOf(book, period, policy, slice)]]);
  return new Map(breakdownOf(book, period, policy, by, slice).map((part) => [part.value, part.window]));
}

function expectSameFigures(plain: Window, all: Tally, due: Tally, chance: Chance): void {
  for (let i = 0; i < 5; i++) {
    const policy = chance.one(policies);
    for (const term of terms) {
      const { numerator, denominator } = metricTotal({ ...plain, policy }, term);
      const tally = followedBy(term, policy) === "due" ? due : all;
      expect({ policy, term, ...totalOf(tally, term, policy) }).toEqual({
        policy,
        term,
        numerator,
        denominator,
      });
    }
  }
}

function expectSameBridge(plain: Window, tally: Tally): void {
  const bridge = bridgeOf(plain);
  const amounts = Object.fromEntries(bridge.steps.map((step) => [step.kind, Number(step.amount)]));
  expect({
    opening: tally[at.opening],
    new: tally[at.bridgeNew],
    expansion: tally[at.bridgeExpansion],
    contraction: -tally[at.bridgeContraction]! + 0,
    churn: -tally[at.bridgeChurn]! + 0,
    reactivation: tally[at.bridgeReactivation],
    moved_in: tally[at.movedIn],
    moved_out: -tally[at.movedOut]! + 0,
    fx: 0,
    closing: tally[at.closing],
  }).toEqual({ ...amounts, opening: Number(bridge.opening), closing: Number(bridge.closing) });
}

/** Every measure of every group in a window, as the plain fold tells it. */
function expectSameAsFold(book: Book, columns: LedgerColumns, window: MonthWindow, chance: Chance): void {
  for (const question of questions) {
    const grouping = groupingOf(columns, question);
    const all = scanWindow(columns, grouping, window);
    const due = scanWindow(columns, grouping, window, "due");
    const plain = plainWindows(book, window, question);
    grouping.labels.forEach((label, group) => {
      const there = plain.get(label);
      if (!there) {
        expect(all.of(group, 0)[at.closing]).toBe(0);
        return;
      }
      expectSameFigures(there, all.of(group, 0), due.of(group, 0), chance);
      expectSameBridge(there, all.of(group, 0));
    });
    for (const label of plain.keys()) expect(grouping.labels).toContain(label);
  }
}

/** The other ways to the same tallies: sums of movements, series by differences, and what is pinned. */
function expectOneEngine(columns: LedgerColumns, pinned: PinnedSeries): void {
  for (const question of questions) {
    const grouping = groupingOf(columns, question);
    for (const months of [1, 3, 6, 12]) {
      const range = { first: first + 12, last, months };
      const sums = movementSums(columns, grouping, { first: range.first - months, last });
      const series = scanSeries(columns, grouping, range);
      const byMovements = talliesOf(sums, series.windows);
      if (question.slice.region === undefined) {
        expect(pinned.series(question.by, months).values).toEqual(series.values);
        series.labels.forEach((label, group) => {
          const only = pinned.series(question.by, months, label);
          expect(only.labels).toEqual([label]);
          expect(only.of(0, 5)).toEqual(series.of(group, 5));
        });
        expect(pinned.series(question.by, months, "nobody").labels).toEqual([]);
      }
      for (let group = 0; group < grouping.outside; group++)
        series.windows.forEach((window, w) => {
          if (w % 5 === 0)
            expect(series.of(group, w)).toEqual(scanWindow(columns, grouping, window).of(group, 0));
          const told = byMovements.of(group, w);
          const paired = Float64Array.from(series.of(group, w));
          for (const measure of pairedMeasures) paired[at[measure]] = Number.NaN;
          expect(told).toEqual(paired);
        });
    }
  }
}

/** 60 companies with every commit, 1,500 in depth. */
const seeds = Array.from({ length: process.env["TERMWISE_DEEP"] === "1" ? 1_500 : 60 }, (_, i) => i + 1);

describe("the columns on wild ledgers (P10)", () => {
  it.each(seeds)("tell what the plain fold tells, to the unit, for company %i", (seed) => {
    const chance = new Chance(seed * 7919);
    const several = seed % 3 === 0;
    const book = wildBook(wildFacts(seed, 24, several ? [usd, eur] : [usd]), usd);
    for (let i = 0; i < 4; i++) {
      const window = randomWindow(chance);
      const columns = columnsOf(book, opensOn(periodOf(window)));
      expect(columns.ratesOn).toBe(several ? opensOn(periodOf(window)) : null);
      expectSameAsFold(book, columns, window, chance);
    }
  });

  it.each(seeds.filter((seed) => seed % 4 === 0))(
    "tell it the same way round, and after edits, for company %i",
    (seed) => {
      const chance = new Chance(seed);
      let facts = wildFacts(seed, 20, [usd]);
      let book = wildBook(facts, usd);
      const convert = book.rates.on(lastDayOf(monthOfNumber(last)));
      const pinned = new PinnedSeries(columnsOf(book, lastDayOf(monthOfNumber(last))), {
        first: first + 12,
        last,
      });
      expectOneEngine(pinned.columns, pinned);
      for (let edit = 0; edit < 12; edit++) {
        const { accountId } = chance.one(book.accounts);
        const kept = facts.lines.filter((line) => line.accountId !== accountId);
        facts = { ...facts, lines: [...kept, ...wildLines(chance, accountId, [usd])] };
        book = wildBook(facts, usd);
        const changed = book.accounts.find((account) => account.accountId === accountId);
        if (changed) pinned.update(changed, convert);
      }
      expectOneEngine(pinned.columns, pinned);
      expectSameAsFold(book, pinned.columns, randomWindow(chance), chance);
      const again = unpackColumns(packColumns(pinned.columns));
      expectSameAsFold(book, again, randomWindow(chance), chance);
    },
  );

  it.each(seeds.filter((seed) => seed % 6 === 0))(
    "show the same cohorts and contributors for company %i",
    (seed) => {
      const chance = new Chance(seed);
      const book = wildBook(wildFacts(seed, 30, [usd, eur]), usd);
      for (const by of cohortGrains)
        for (const { slice } of questions) {
          const through = monthOfNumber(last - chance.below(30));
          const calendar = { fiscalYearStart: 1 + chance.below(12) };
          const plain = cohortsOf(book, { by, through: lastDayOf(through), slice, calendar });
          const columns = columnsOf(book, lastDayOf(through));
          expect(cohortMatrix(columns, { by, through, slice, calendar })).toEqual(plain);
        }
      for (let i = 0; i < 12; i++) {
        const [window, policy, { slice }] = [
          randomWindow(chance),
          chance.one(policies),
          chance.one(questions),
        ];
        const term = chance.one(terms.filter((t) => t !== "mrr")) as Exclude<ColumnsTerm, "mrr">;
        const columns = columnsOf(book, opensOn(periodOf(window)));
        const plain = windowOf(book, periodOf(window), policy, slice);
        const rows = contributorsOf(plain, term);
        const found = drillDown(columns, groupingOf(columns, { slice }), { window, term, policy });
        expect(found.rows).toEqual(rows);
        expect(found).toMatchObject(metricTotal(plain, term));
        const few = drillDown(columns, groupingOf(columns, { slice }), { window, term, policy, limit: 2 });
        expect(few).toEqual({ ...found, rows: rows.slice(0, 2) });
      }
    },
  );
});
