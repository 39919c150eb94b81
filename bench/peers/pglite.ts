import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import type { Company } from "../ledger/company.ts";
import type { CompanyFiles } from "../ledger/files.ts";
import { createTables } from "./postgres.ts";

/** PGlite in memory with the company in it. */
export async function pgliteWith(company: Company, files: CompanyFiles): Promise<PGlite> {
  const db = await PGlite.create();
  const tables = { movement: files.movements, account: files.accounts };
  const copies = new Map<string, string>();
  const statements = createTables(company, (table) => {
    const statement = `copy ${table} from '/dev/blob' (format csv)`;
    copies.set(statement, tables[table]);
    return statement;
  });
  for (const statement of statements) {
    const path = copies.get(statement);
    await db.query(statement, [], path ? { blob: new Blob([readFileSync(path)]) } : {});
  }
  await db.query("vacuum analyze");
  return db;
}
