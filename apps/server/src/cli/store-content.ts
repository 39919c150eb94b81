import type { CopiedTable } from "@termwise/db";
import { listing } from "./print.ts";

/** What a copy of a store holds: its tables with rows, how many, and the beginning of their hash. */
export function contentText(tables: readonly CopiedTable[]): string {
  const held = tables.filter(({ rows }) => rows > 0);
  const rows = held.map(({ table, rows, sha256 }) => [table, sha256.slice(0, 16), rows.toLocaleString("en")]);
  const total = held.reduce((sum, { rows }) => sum + rows, 0);
  return listing(["table", "sha256", "rows"], 2, [...rows, ["all", "", total.toLocaleString("en")]]);
}
