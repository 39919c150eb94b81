/** A part of an example: a name with its value, or rows of the same kind as a table. */
export type ExamplePart =
  | { kind: "line"; name: string; value: string }
  | {
      kind: "table";
      name: string;
      columns: string[];
      rows: { key: string; cells: { column: string; value: string }[] }[];
    };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `openingArr` and `opening_arr` as words; ARR stays in capitals. */
function words(key: string): string {
  const text = key
    .replaceAll("_", " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/\b(arr|nrr|grr|mrr|fx)\b/g, (found) => found.toUpperCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One value in words: what is not known says so, records and lists are written out. */
function said(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(said).join(", ") || "none";
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, held]) => `${words(key).toLowerCase()} ${said(held)}`)
      .join(", ");
  return String(value);
}

/** A value of an example, ready to be laid out: plain values as lines, lists of records as tables. */
export function exampleParts(value: unknown, name = ""): ExamplePart[] {
  if (Array.isArray(value) && value.length > 0 && value.every(isRecord)) {
    const keys = [...new Set(value.flatMap((row) => Object.keys(row)))];
    return [
      {
        kind: "table",
        name,
        columns: keys.map(words),
        rows: value.map((row, index) => ({
          key: `${index} ${said(row)}`,
          cells: keys.map((key) => ({ column: key, value: row[key] === undefined ? "" : said(row[key]) })),
        })),
      },
    ];
  }
  if (isRecord(value) && name === "")
    return Object.entries(value).flatMap(([key, held]) => exampleParts(held, words(key)));
  return [{ kind: "line", name, value: said(value) }];
}
