import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { type LedgerColumns, packColumns, unpackColumns } from "@termwise/core/retention/columns";
import { findPostgresBinaries } from "@termwise/test-setup/pg";
import type { PostgresPeer } from "../peers/postgres.ts";
import { copyOut, copyOutEmbedded } from "./copy-out.ts";
import { ColumnsLoader, selects } from "./load-columns.ts";

/** The columns from PostgreSQL's tables. */
export async function fromPostgres({ client }: PostgresPeer, accounts: number): Promise<LedgerColumns> {
  const loader = new ColumnsLoader(accounts);
  await copyOut(client, selects.accounts, loader.takeAccount);
  await copyOut(client, selects.movements, loader.takeMovement);
  loader.finish();
  return loader.columns;
}

/** The same selects through `psql`, thrown away: what reading them costs without us. */
export function bareCopy({ url }: PostgresPeer): void {
  const binaries = findPostgresBinaries();
  const psql = binaries ? join(binaries, "psql") : "psql";
  for (const select of Object.values(selects))
    execFileSync(psql, [url, "-qc", `copy (${select.replaceAll("\n", " ")}) to stdout`], {
      stdio: "ignore",
      cwd: dirname(psql),
    });
}

/** Keeps a snapshot of the columns in the database. */
export async function storeSnapshot({ client }: PostgresPeer, columns: LedgerColumns): Promise<number> {
  const packed = packColumns(columns);
  await client.query("create table if not exists engine_snapshot (data bytea not null)");
  await client.query("alter table engine_snapshot alter column data set storage external");
  await client.query("insert into engine_snapshot values ($1)", [Buffer.from(packed)]);
  return packed.length;
}

/** The columns from that snapshot. */
export async function fromSnapshot({ client }: PostgresPeer): Promise<LedgerColumns> {
  const query = { text: "select data from engine_snapshot", binary: true };
  const { rows } = await client.query<{ data: Buffer }>(query);
  return unpackColumns(rows[0]?.data ?? new Uint8Array());
}

/** The columns from PGlite's tables. */
export async function fromPglite(db: PGlite, accounts: number): Promise<LedgerColumns> {
  const loader = new ColumnsLoader(accounts);
  await copyOutEmbedded(db, selects.accounts, loader.takeAccount);
  await copyOutEmbedded(db, selects.movements, loader.takeMovement);
  loader.finish();
  return loader.columns;
}
