import { PGlite } from "@electric-sql/pglite";
import { lastDayOf } from "@termwise/core/kernel";
import {
  at,
  groupingOf,
  kindCode,
  type MonthWindow,
  monthOfNumber,
  PinnedSeries,
  scanWindow,
} from "@termwise/core/retention/columns";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Chance } from "./ledger/chance.ts";
import { blockOf, calendar, columnsOfCompany } from "./ledger/columns-of-company.ts";
import { type Company, companyOf, valueName } from "./ledger/company.ts";
import { kindText } from "./ledger/files.ts";
import { answerKey, oracleAnswers, oracleMeasures, oracleTables } from "./oracle/sql-oracle.ts";

const accounts = 14;

/** A wild company held by both sides; `from` says which company each account's rows are taken from. */
interface Held {
  readonly seed: number;
  readonly from: Company[];
  readonly pinned: PinnedSeries;
  readonly windows: readonly MonthWindow[];
}

function holdCompany(seed: number): Held {
  const company = companyOf(accounts, "wild", seed);
  const chance = new Chance(seed);
  const { first, last } = company.months;
  const windows = [1, 3, 6, 12, 1 + chance.below(20), 1 + chance.below(20)].map((months) => {
    const closes = first + months + chance.below(last - first - months + 1);
    return { opens: closes - months, closes };
  });
  const pinned = new PinnedSeries(columnsOfCompany(company), { first: first + 12, last });
  return { seed, from: Array.from({ length: accounts }, () => company), pinned, windows };
}

const companies = Array.from({ length: 50 }, (_, i) => holdCompany(i + 1));
const monthEnd = (number: number): string => lastDayOf(monthOfNumber(number));

function movementRows({ seed, from }: Held): string[] {
  return from.flatMap((company, account) => {
    const [begin, end] = [company.firstRow[account] ?? 0, company.firstRow[account + 1] ?? 0];
    return Array.from({ length: end - begin }, (_, i) => {
      const [held, before] = [
        company.balance[begin + i] ?? 0,
        i > 0 ? (company.balance[begin + i - 1] ?? 0) : 0,
      ];
      const kind = kindText[company.kind[begin + i] ?? 0];
      const on = calendar.text(company.day[begin + i] ?? 0);
      return `(${seed},${account},'${on}','${kind}',${held - before},${held})`;
    });
  });
}

const segmentOf = ({ from }: Held, account: number): string =>
  valueName("segment", from[account]?.codes.segment[account] ?? 0);

async function fillOracle(db: PGlite): Promise<void> {
  await db.exec("truncate movement, account, asked");
  const accountRows = companies.flatMap((held) =>
    held.from.map((_, account) => `(${held.seed},${account},'${segmentOf(held, account)}')`),
  );
  const asked = companies.flatMap(({ seed, windows }) =>
    windows.map(({ opens, closes }) => `(${seed},'${monthEnd(opens)}','${monthEnd(closes)}')`),
  );
  await db.exec(`insert into movement values ${companies.flatMap(movementRows).join(",")}`);
  await db.exec(`insert into account values ${accountRows.join(",")}`);
  await db.exec(`insert into asked values ${asked.join(",")} on conflict do nothing`);
}

/** Everything the engine tells that the oracle tells too. */
function engineAnswers(): Map<string, readonly number[]> {
  const answers = new Map<string, readonly number[]>();
  for (const { seed, pinned, windows } of companies)
    for (const window of windows) {
      const tallies = scanWindow(pinned.columns, groupingOf(pinned.columns, { by: "segment" }), window);
      tallies.labels.forEach((label, group) => {
        const tally = tallies.of(group, 0);
        const key = answerKey(seed, monthEnd(window.opens), monthEnd(window.closes), label);
        answers.set(
          key,
          oracleMeasures.map((measure) => tally[at[measure]] ?? Number.NaN),
        );
      });
    }
  return answers;
}

describe("P10: the engine and an SQL oracle on 50 wild companies", () => {
  let db: PGlite;
  beforeAll(async () => {
    db = await PGlite.create();
    await db.exec(oracleTables);
  });
  afterAll(() => db.close());

  it("has what makes it hard: gaps within lives, later lives, several movements a month", () => {
    const kinds = companies.flatMap(({ from }) => [...(from[0]?.kind ?? [])]);
    expect(kinds.filter((kind) => kind === kindCode.resumption).length).toBeGreaterThan(100);
    expect(kinds.filter((kind) => kind === kindCode.reactivation).length).toBeGreaterThan(100);
    expect(companies.some(({ pinned }) => pinned.columns.gapped.some((gapped) => gapped === 1))).toBe(true);
  });

  it("agree on every measure of every window by segment, to the unit", async () => {
    await fillOracle(db);
    const oracle = await oracleAnswers(db);
    expect(oracle.size).toBeGreaterThan(1_000);
    expect(oracle).toEqual(matching(engineAnswers(), oracle));
  });

  it("agree after accounts were changed one by one, pinned series included", async () => {
    for (const held of companies) {
      const chance = new Chance(held.seed + 500);
      held.pinned.series("segment", 12);
      for (let edit = 0; edit < 5; edit++) {
        const account = chance.below(accounts);
        const other = companyOf(accounts, "wild", held.seed + 1_000 + edit);
        held.from[account] = other;
        held.pinned.put(blockOf(other, account));
      }
      const pinned = held.pinned.series("segment", 12);
      const window = pinned.windows.length - 1;
      const asked = pinned.windows[window] ?? { opens: 0, closes: 0 };
      const scanned = scanWindow(
        held.pinned.columns,
        groupingOf(held.pinned.columns, { by: "segment" }),
        asked,
      );
      scanned.labels.forEach((_, group) => {
        expect(pinned.of(group, window)).toEqual(scanned.of(group, 0));
      });
    }
    await fillOracle(db);
    const oracle = await oracleAnswers(db);
    expect(oracle).toEqual(matching(engineAnswers(), oracle));
  });
});

/** The engine names every segment it knows; the oracle only those an account has. What it does not name must be nothing. */
function matching(
  engine: ReadonlyMap<string, readonly number[]>,
  oracle: ReadonlyMap<string, readonly number[]>,
): Map<string, readonly number[]> {
  return new Map([...engine].filter(([key, sums]) => oracle.has(key) || sums.some((sum) => sum !== 0)));
}
