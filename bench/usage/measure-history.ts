import { deepEqual, equal } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Day } from "@termwise/core/kernel";
import {
  addDailyUse,
  connect,
  createWorkspace,
  inWorkspace,
  loadAccountUse,
  loadDailyUse,
  migrate,
  sealMonths,
} from "@termwise/db";
import { startPostgres } from "@termwise/test-setup/pg";
import pg from "pg";
import type { Goal } from "../goals.ts";
import { interleaved } from "../measure/rounds.ts";
import { short } from "../report.ts";
import { duckdbFileOf } from "./duckdb-file.ts";
import { byFeature, bySmallAccount, byUser, type UsageShape } from "./uses.ts";

/** What daily uses take, in bytes with all indexes, and how long reading them takes, in milliseconds. */
export interface HistorySize {
  readonly shape: UsageShape;
  readonly facts: number;
  readonly rows: number;
  readonly packed: number;
  /** The file of DuckDB with the same rows; null: not available. */
  readonly duckdb: number | null;
  readonly read: Readonly<Record<"rows" | "packed", { readonly days: number; readonly account: number }>>;
}

const months = { from: "2026-01-01" as Day, to: "2026-06-30" as Day };
const after = "2026-07-01" as Day;

/** Stores uses of each shape as rows, measures, packs it, measures again; both must give the same uses. */
export async function measureHistory(rounds: number): Promise<HistorySize[]> {
  const sizes: HistorySize[] = [];
  for (const shape of [byFeature, byUser, bySmallAccount]) sizes.push(await measureShape(shape, rounds));
  return sizes;
}

async function measureShape(shape: UsageShape, rounds: number): Promise<HistorySize> {
  const server = await startPostgres(["shared_buffers=512MB"]);
  const client = new pg.Client({ connectionString: server.adminUrl });
  const folder = mkdtempSync(join(tmpdir(), "termwise-bench-"));
  const db = await connect({ url: server.adminUrl, dataDir: folder });
  try {
    await client.connect();
    await migrate(db);
    const { id } = await createWorkspace(db, { name: "Usage" });
    const facts = await fill(shape, (uses) => inWorkspace(db, id, (tx) => addDailyUse(tx, uses)));
    const sizeOf = async (tables: readonly string[]): Promise<number> => {
      let bytes = 0;
      for (const table of tables) {
        await client.query(`vacuum analyze ${table}`);
        const { rows } = await client.query<{ bytes: string }>("select pg_total_relation_size($1) as bytes", [
          table,
        ]);
        bytes += Number(rows[0]?.bytes);
      }
      return bytes;
    };
    const ask = <T>(work: Parameters<typeof inWorkspace<T>>[2]) =>
      inWorkspace(db, id, work, { readOnly: true });
    const days = () => ask((tx) => loadAccountUse(tx, { accountIds: null, ...months }));
    const [sample] = shape.usesOf(7);
    const accountIds = sample ? [sample.accountId] : [];
    const account = () => ask((tx) => loadDailyUse(tx, { accountIds, ...months }));
    const read = async () => {
      const timings = await interleaved(
        [
          { name: "days", run: days },
          { name: "account", run: account },
        ],
        rounds,
      );
      return { days: timings.get("days")?.median ?? 0, account: timings.get("account")?.median ?? 0 };
    };
    const rows = await sizeOf(["usage.daily_use", "usage.account_day"]);
    const before = { days: await days(), account: await account(), read: await read() };
    while ((await inWorkspace(db, id, (tx) => sealMonths(tx, after))) > 0);
    const { rows: left } = await client.query(
      "select 1 from usage.daily_use union all select 1 from usage.account_day",
    );
    equal(left.length, 0, "rows were left beside packed months");
    const packed = await sizeOf(["usage.packed_month", "usage.packed_name"]);
    deepEqual(await days(), before.days, "packed months add up to something else than their rows");
    deepEqual(await account(), before.account, "packed months hold something else than their rows");
    return {
      shape,
      facts,
      rows,
      packed,
      duckdb: await duckdbFileOf(folder, (put) => fill(shape, put)),
      read: { rows: before.read, packed: await read() },
    };
  } finally {
    await db.close();
    await client.end();
    await server.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Accounts that are stored together. */
const together = 100;

async function fill(
  { accounts, usesOf }: UsageShape,
  put: (uses: ReturnType<typeof usesOf>) => Promise<void>,
): Promise<number> {
  let facts = 0;
  for (let from = 0; from < accounts; from += together) {
    const uses = Array.from({ length: Math.min(together, accounts - from) }, (_, n) =>
      usesOf(from + n),
    ).flat();
    await put(uses);
    facts += uses.length;
  }
  return facts;
}

/** The goals of usage that is kept for years. */
export function historyGoals(sizes: readonly HistorySize[]): Goal[] {
  return sizes.flatMap(({ shape, facts, packed, duckdb }): Goal[] => [
    {
      id: "P12",
      what: `usage of months that are over, per use, ${shape.name}, everything included`,
      bound: "at most",
      goal: 6,
      unit: "B",
      measured: packed / facts,
    },
    {
      id: "P12",
      what: `the same against a file of DuckDB`,
      bound: "at most",
      goal: 2,
      unit: "×",
      measured: duckdb && packed / duckdb,
    },
  ]);
}

/** What was measured, a line for each shape. */
export function historyText(sizes: readonly HistorySize[]): string {
  return sizes
    .map(({ shape, facts, rows, packed, duckdb, read }) => {
      const each = (bytes: number) => `${short(bytes / facts)} B`;
      const held = `${facts.toLocaleString("en")} uses (${shape.name}) of ${shape.accounts.toLocaleString("en")} accounts: as rows ${each(rows)} a use, packed ${each(packed)}, DuckDB ${duckdb === null ? "not available" : each(duckdb)}`;
      const ms = (of: "days" | "account") =>
        `${short(read.rows[of])} ms from rows, ${short(read.packed[of])} packed`;
      return `${held}\n  read: the days of all accounts ${ms("days")}; every use of one account ${ms("account")}`;
    })
    .join("\n");
}
