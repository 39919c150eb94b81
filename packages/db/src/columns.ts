import { sql } from "drizzle-orm";
import { check, customType } from "drizzle-orm/pg-core";

/** A transaction id that never wraps. Text in JavaScript: it is only ever handed back. */
export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** Bytes. They travel as base64 within what is selected: the engines' own texts of them differ. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** The column holds one of these. */
export const oneOf = (name: string, column: string, values: readonly string[]) =>
  check(name, sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(", ")})`));
