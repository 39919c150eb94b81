import { deepStrictEqual } from "node:assert/strict";
import { houseRetentionPolicy } from "@termwise/core/retention";
import {
  cohortMatrix,
  drillDown,
  groupingOf,
  type LedgerColumns,
  monthOfNumber,
  movementSums,
  PinnedSeries,
  scanSeries,
  scanWindow,
  talliesOf,
} from "@termwise/core/retention/columns";
import { type ColdStart, timeColdStart } from "./cold-start/time-cold-start.ts";
import { blockOf, columnsOfCompany } from "./ledger/columns-of-company.ts";
import { type Company, companyOf } from "./ledger/company.ts";
import { writeCompany } from "./ledger/files.ts";
import { barePass, bytesRead } from "./measure/bare-pass.ts";
import { type EngineMemory, engineMemory } from "./measure/memory.ts";
import { readLimit } from "./measure/read-limit.ts";
import { interleaved, type Timings, type Variant } from "./measure/rounds.ts";
import { chdbWith } from "./peers/chdb.ts";
import { duckdbWith } from "./peers/duckdb.ts";
import { answerOf, type Peer } from "./peers/peer.ts";
import { postgresWith } from "./peers/postgres.ts";
import { clickhouse, type Dialect, duckdb, postgres } from "./queries/dialect.ts";
import { enrichedAnswer, spineAnswer } from "./queries/engine-answers.ts";
import { enriched } from "./queries/enriched.ts";
import { spine } from "./queries/spine.ts";

/** Everything measured on one company; times in milliseconds. */
export interface Measured {
  readonly accounts: number;
  readonly movements: number;
  readonly timings: Timings;
  readonly memory: EngineMemory;
  readonly readLimit: number | null;
  readonly coldStart: ColdStart | null;
  readonly versions: readonly string[];
}

/** How a company is measured. */
export interface BenchOptions {
  readonly rounds: number;
  /** The engine without the databases: quick, and large companies fit. */
  readonly alone: boolean;
  /** Also loads the columns from the databases, as at the start of a server. */
  readonly coldStart: boolean;
}

const months = 12;

/** Measures one company: checks that everyone gives the same answer, then times everyone in turns. */
export async function benchCompany(accounts: number, options: BenchOptions): Promise<Measured> {
  const company = companyOf(accounts, "regular");
  const columns = columnsOfCompany(company);
  const closes = { first: company.months.first + months, last: company.months.last };
  const memory = engineMemory(columns, closes);
  const files = options.alone ? null : writeCompany(company);
  const server = files && (await postgresWith(company, files));
  const others = files ? [await duckdbWith(company, files), await chdbWith(company, files)] : [];
  const peers = [server, ...others].filter((peer) => peer !== null);
  try {
    await expectSameAnswers(company, columns, peers);
    const timings = await interleaved(
      [...engineVariants(company, columns), ...peers.flatMap((peer) => peerVariants(company, peer))],
      options.rounds,
    );
    return {
      accounts,
      movements: company.rows,
      timings,
      memory,
      readLimit: readLimit(bytesRead(columns)),
      coldStart:
        options.coldStart && files && server ? await timeColdStart(company, files, server, columns) : null,
      versions: peers.map((peer) => `${peer.name} ${peer.version}`),
    };
  } finally {
    for (const peer of peers) await peer.close();
    files?.remove();
  }
}

const dialects: Record<string, Dialect> = { PostgreSQL: postgres, DuckDB: duckdb, chDB: clickhouse };

function questions({ months: { first, last } }: Company, peer: Peer) {
  const dialect = dialects[peer.name] ?? postgres;
  return {
    spine: spine(dialect, first + months, last, months),
    enriched: enriched(first + months, last, months),
  };
}

async function expectSameAnswers(
  company: Company,
  columns: LedgerColumns,
  peers: readonly Peer[],
): Promise<void> {
  const { first, last } = company.months;
  const grouping = groupingOf(columns, { by: "segment" });
  const range = { first: first + months, last, months };
  const series = scanSeries(columns, grouping, range);
  const sums = talliesOf(movementSums(columns, grouping, { first, last }), series.windows);
  const pinned = new PinnedSeries(columns, range).series("segment", months);
  deepStrictEqual(pinned.values, series.values);
  series.windows.forEach((window, w) => {
    const scanned = scanWindow(columns, grouping, window);
    for (let group = 0; group < grouping.outside; group++)
      deepStrictEqual(scanned.of(group, 0), series.of(group, w));
  });
  for (const peer of peers) {
    const asked = questions(company, peer);
    deepStrictEqual(answerOf(await peer.rows(asked.spine)), spineAnswer(series), `${peer.name}, spine`);
    deepStrictEqual(
      answerOf(await peer.rows(asked.enriched)),
      enrichedAnswer(sums),
      `${peer.name}, enriched`,
    );
  }
}

function peerVariants(company: Company, peer: Peer): Variant[] {
  const asked = questions(company, peer);
  return [
    { name: `${peer.name} spine`, run: () => peer.rows(asked.spine) },
    { name: `${peer.name} enriched`, run: () => peer.rows(asked.enriched) },
  ];
}

function everythingPinned(columns: LedgerColumns, closes: { first: number; last: number }): PinnedSeries {
  const pinned = new PinnedSeries(columns, closes);
  for (const length of [1, 3, 6, 12]) pinned.series(null, length);
  return pinned;
}

function engineVariants(company: Company, columns: LedgerColumns): Variant[] {
  const { first, last } = company.months;
  const range = { first: first + months, last, months };
  const pinned = new PinnedSeries(columns, range);
  const { windows } = pinned.series("segment", months);
  const year = { opens: last - months, closes: last };
  const all = groupingOf(columns);
  const bySegment = () => groupingOf(columns, { by: "segment" });
  const changing = everythingPinned(columnsOfCompany(company), range);
  let changed = 0;
  return [
    {
      name: "change",
      run: () => {
        changed = (changed + 37) % company.accounts;
        changing.put(blockOf(company, changed));
      },
    },
    { name: "pinned", run: () => pinned.series("segment", months) },
    {
      name: "scan",
      run: () => talliesOf(movementSums(columns, bySegment(), { first, last }), windows),
    },
    { name: "series", run: () => scanSeries(columns, bySegment(), range) },
    { name: "window", run: () => scanWindow(columns, bySegment(), year) },
    {
      name: "drill-down",
      run: () =>
        drillDown(columns, groupingOf(columns, { slice: { segment: ["segment 1"] } }), {
          window: year,
          term: "nrr",
          policy: houseRetentionPolicy,
          limit: 50,
        }),
    },
    { name: "cohorts", run: () => cohortMatrix(columns, { by: "month", through: monthOfNumber(last) }) },
    { name: "bare pass", run: () => barePass(columns, all) },
  ];
}
