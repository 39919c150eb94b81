import { deepStrictEqual } from "node:assert/strict";
import { groupingOf, type LedgerColumns, scanSeries } from "@termwise/core/retention/columns";
import type { Company } from "../ledger/company.ts";
import type { CompanyFiles } from "../ledger/files.ts";
import { interleaved } from "../measure/rounds.ts";
import { pgliteWith } from "../peers/pglite.ts";
import type { PostgresPeer } from "../peers/postgres.ts";
import { bareCopy, fromPglite, fromPostgres, fromSnapshot, storeSnapshot } from "./cold-start.ts";

/** How long a server needs until it can answer: milliseconds of the least disturbed of five rounds. */
export interface ColdStart {
  readonly postgres: number;
  /** The same selects, read by `psql` and thrown away. */
  readonly bareCopy: number;
  readonly snapshot: number;
  readonly snapshotBytes: number;
  readonly pglite: number;
}

/** Times loading the columns from the databases; what was loaded must tell the same series as the columns at hand. */
export async function timeColdStart(
  company: Company,
  files: CompanyFiles,
  server: PostgresPeer,
  columns: LedgerColumns,
): Promise<ColdStart> {
  const snapshotBytes = await storeSnapshot(server, columns);
  const embedded = await pgliteWith(company, files);
  const { accounts } = company;
  for (const load of [
    () => fromPostgres(server, accounts),
    () => fromSnapshot(server),
    () => fromPglite(embedded, accounts),
  ])
    deepStrictEqual(seriesOf(company, await load()), seriesOf(company, columns));
  const timings = await interleaved(
    [
      { name: "postgres", run: () => fromPostgres(server, accounts) },
      { name: "bareCopy", run: () => bareCopy(server) },
      { name: "snapshot", run: () => fromSnapshot(server) },
      { name: "pglite", run: () => fromPglite(embedded, accounts) },
    ],
    5,
  );
  await embedded.close();
  const of = (name: string): number => timings.get(name)?.fastest ?? Number.NaN;
  return {
    postgres: of("postgres"),
    bareCopy: of("bareCopy"),
    snapshot: of("snapshot"),
    snapshotBytes,
    pglite: of("pglite"),
  };
}

function seriesOf({ months: { first, last } }: Company, columns: LedgerColumns): Map<string, Float64Array> {
  const tallies = scanSeries(columns, groupingOf(columns, { by: "segment" }), {
    first: first + 12,
    last,
    months: 12,
  });
  const step = tallies.values.length / tallies.labels.length;
  return new Map(
    tallies.labels
      .map((label, i) => [label, tallies.values.slice(i * step, (i + 1) * step)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
