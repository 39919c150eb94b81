import { startPostgres } from "@termwise/test-setup/pg";
import pg from "pg";
import type { Company } from "../ledger/company.ts";
import type { CompanyFiles } from "../ledger/files.ts";
import { postgres } from "../queries/dialect.ts";
import { createEnriched } from "../queries/enriched.ts";
import type { Peer } from "./peer.ts";
import { calendarRows, columnList, tableColumns } from "./tables.ts";

/** A peer with its connection, for what is measured on PostgreSQL alone. */
export interface PostgresPeer extends Peer {
  readonly client: pg.Client;
  readonly url: string;
}

export const postgresTables = tableColumns({ int: "int", big: "bigint", date: "date", text: "text" });

/** Statements that make the tables, given how a table is filled from a file. */
export function createTables(
  company: Company,
  copyFrom: (table: "movement" | "account") => string,
): string[] {
  return [
    `create table movement (${columnList(postgresTables.movement)})`,
    `create table account (${columnList(postgresTables.account)})`,
    "create table calendar (month int primary key)",
    copyFrom("movement"),
    copyFrom("account"),
    `insert into calendar values ${calendarRows(company.months)}`,
    "alter table movement add primary key (account, on_day)",
    "create index on movement (on_day)",
    "create index on movement (kind, on_day)",
    "alter table account add primary key (account)",
  ];
}

/** A throwaway PostgreSQL with the company in it, settings as a careful owner would choose them for this work. */
export async function postgresWith(company: Company, files: CompanyFiles): Promise<PostgresPeer> {
  const server = await startPostgres(["shared_buffers=2GB", "work_mem=256MB", "jit=off", "max_wal_size=8GB"]);
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  const tables = { movement: files.movements, account: files.accounts };
  const copyFrom = (table: keyof typeof tables) => `copy ${table} from '${tables[table]}' (format csv)`;
  for (const statement of createTables(company, copyFrom)) await client.query(statement);
  await client.query(createEnriched(postgres, { column: "smallint" }));
  for (const table of ["movement", "account", "calendar", "enriched"])
    await client.query(`vacuum analyze ${table}`);
  const { rows } = await client.query<{ server_version: string }>("show server_version");
  return {
    name: "PostgreSQL",
    version: rows[0]?.server_version.split(" ")[0] ?? "",
    client,
    url: server.adminUrl,
    rows: async (sql) => (await client.query({ text: sql, rowMode: "array" })).rows,
    close: async () => {
      await client.end();
      await server.remove();
    },
  };
}
