import type { Company } from "../ledger/company.ts";
import type { CompanyFiles } from "../ledger/files.ts";
import { duckdb } from "../queries/dialect.ts";
import { createEnriched } from "../queries/enriched.ts";
import { hasFunctions, loadPeer } from "./installed.ts";
import type { Peer } from "./peer.ts";
import { calendarRows, columnList, tableColumns } from "./tables.ts";

/** As much of `@duckdb/node-api` as is used here. */
interface DuckDb {
  DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{
        run(sql: string): Promise<unknown>;
        runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
        closeSync(): void;
      }>;
      closeSync(): void;
    }>;
  };
}

const isDuckDb = (value: unknown): value is DuckDb => hasFunctions(value, ["DuckDBInstance"]);

/** DuckDB in memory with the company in it, `null` where it cannot be had. */
export async function duckdbWith(company: Company, files: CompanyFiles): Promise<Peer | null> {
  const module = loadPeer("@duckdb/node-api", isDuckDb);
  if (!module) return null;
  const instance = await module.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  const tables = tableColumns({ int: "integer", big: "bigint", date: "date", text: "varchar" });
  for (const [table, path] of [
    ["movement", files.movements],
    ["account", files.accounts],
  ] as const) {
    await connection.run(`create table ${table} (${columnList(tables[table])})`);
    await connection.run(`copy ${table} from '${path}' (format csv, header false)`);
  }
  await connection.run("create table calendar (month integer)");
  await connection.run(`insert into calendar values ${calendarRows(company.months)}`);
  await connection.run(createEnriched(duckdb, { column: "smallint" }));
  const version = String((await rows("select version()"))[0]?.[0] ?? "").replace(/^v/, "");
  return {
    name: "DuckDB",
    version,
    rows,
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
