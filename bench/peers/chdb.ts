import type { Company } from "../ledger/company.ts";
import type { CompanyFiles } from "../ledger/files.ts";
import { clickhouse } from "../queries/dialect.ts";
import { createEnriched } from "../queries/enriched.ts";
import { hasFunctions, loadPeer } from "./installed.ts";
import type { Peer } from "./peer.ts";
import { calendarRows, columnList, tableColumns } from "./tables.ts";

/** As much of `chdb` as is used here. */
interface ChDb {
  Session: new () => { query(sql: string, format?: string): string; cleanup(): void };
}

const isChDb = (value: unknown): value is ChDb => hasFunctions(value, ["Session"]);

/** chDB (ClickHouse in the process) with the company in it, `null` where it cannot be had. */
export async function chdbWith(company: Company, files: CompanyFiles): Promise<Peer | null> {
  const module = loadPeer("chdb", isChDb);
  if (!module) return null;
  const session = new module.Session();
  const run = (sql: string): string => session.query(sql);
  const rows = async (sql: string): Promise<unknown[][]> => {
    const answer: { data: unknown[][] } = JSON.parse(session.query(sql, "JSONCompact"));
    return answer.data;
  };
  const tables = tableColumns({ int: "UInt32", big: "Int64", date: "Date", text: "LowCardinality(String)" });
  run("create database bench");
  run("use bench");
  for (const [table, path] of [
    ["movement", files.movements],
    ["account", files.accounts],
  ] as const) {
    const order = table === "movement" ? "(account, on_day)" : "account";
    run(`create table ${table} (${columnList(tables[table])}) engine = MergeTree order by ${order}`);
    run(`insert into ${table} select * from file('${path}', CSV, '${columnList(tables[table])}')`);
  }
  run("create table calendar (month Int32) engine = Memory");
  run(`insert into calendar values ${calendarRows(company.months)}`);
  run(
    createEnriched(clickhouse, {
      column: "Int16",
      table: "engine = MergeTree order by (segment, kind, life, month)",
    }),
  );
  const version = String((await rows("select version()"))[0]?.[0] ?? "");
  return { name: "chDB", version, rows, close: async () => session.cleanup() };
}
