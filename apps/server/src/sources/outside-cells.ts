import type { OutsideColumn } from "@termwise/db";
import type { FileMapping, ImportMapping } from "../ingest/mapping.ts";
import { mappingFor } from "../ingest/mapping.ts";

const zoned = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(?::?(\d\d))?$/;

/** A value of another server as a cell of an import, nothing rounded: moments keep their zone, truth is a word. */
export function cellOf(value: string | null, { type }: OutsideColumn): string {
  if (value === null) return "";
  if (type === "boolean") return value === "t" ? "true" : "false";
  if (type === "timestamp with time zone") {
    const [, day, time, hours, minutes = "00"] = zoned.exec(value) ?? [];
    return day === undefined ? value : `${day}T${time}${hours}:${minutes}`;
  }
  return value;
}

const days = new Set(["date", "timestamp without time zone", "timestamp with time zone"]);
const numbers = new Set(["smallint", "integer", "bigint", "numeric", "real", "double precision", "money"]);

/** How a file of typed columns is read: dates are ISO and the decimal sign is a point, unless the mapping says otherwise. */
export function typedMapping(
  mapping: ImportMapping | undefined,
  file: string,
  columns: readonly OutsideColumn[],
): ImportMapping {
  const held: FileMapping = mappingFor(mapping ?? {}, file);
  const of = <T>(types: ReadonlySet<string>, value: T) =>
    Object.fromEntries(columns.filter(({ type }) => types.has(type)).map(({ name }) => [name, value]));
  const dates = typeof held.dates === "string" ? held.dates : { ...of(days, "iso" as const), ...held.dates };
  const decimal =
    typeof held.decimal === "string" ? held.decimal : { ...of(numbers, "." as const), ...held.decimal };
  return {
    ...mapping,
    files: { ...mapping?.files, [file]: { ...mapping?.files?.[file], delimiter: ",", dates, decimal } },
  };
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** Cells as a line of CSV. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(",")}\n`;
