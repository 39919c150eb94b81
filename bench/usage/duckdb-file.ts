import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredUse } from "@termwise/db";
import { hasFunctions, loadPeer } from "../peers/installed.ts";

/** As much of `@duckdb/node-api` as is used here. */
interface DuckDb {
  DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{ run(sql: string): Promise<unknown>; closeSync(): void }>;
      closeSync(): void;
    }>;
  };
}

const isDuckDb = (value: unknown): value is DuckDb => hasFunctions(value, ["DuckDBInstance"]);

/** How large a file of DuckDB is that holds the same rows in the same order, without a workspace, a key or an index; null where it cannot be had. */
export async function duckdbFileOf(
  folder: string,
  fill: (put: (uses: StoredUse[]) => Promise<void>) => Promise<unknown>,
): Promise<number | null> {
  const module = loadPeer("@duckdb/node-api", isDuckDb);
  if (!module) return null;
  const [path, csv] = [join(folder, "usage.duckdb"), join(folder, "usage.csv")];
  writeFileSync(csv, "");
  await fill(async (uses) => {
    const lines = uses.map(({ accountId, on, userId, feature, activity, uses: often }) =>
      [accountId, on, userId, feature ?? "", activity, often].join(","),
    );
    writeFileSync(csv, `${lines.join("\n")}\n`, { flag: "a" });
  });
  const instance = await module.DuckDBInstance.create(path);
  const connection = await instance.connect();
  await connection.run(
    "create table daily_use (account_id varchar, on_day date, user_id varchar, feature varchar, activity varchar, uses bigint)",
  );
  await connection.run(`insert into daily_use select * from read_csv('${csv}', header = false,
    columns = {'a': 'varchar', 'd': 'date', 'u': 'varchar', 'f': 'varchar', 'v': 'varchar', 'n': 'bigint'}) order by a, d, u, f, v`);
  await connection.run("checkpoint");
  connection.closeSync();
  instance.closeSync();
  return statSync(path).size;
}
