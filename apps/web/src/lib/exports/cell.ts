/** A typed value of a table: exact decimals with a dot, days and months as ISO text. */
export type Typed =
  | { readonly number: string }
  | { readonly money: string; readonly currency: string }
  | { readonly share: string }
  | { readonly points: string }
  | { readonly day: string }
  | { readonly month: string };

/** What a cell holds: text, a typed value (`shown`: as the screen prints it), or nothing. */
export type Cell = string | null | (Typed & { readonly shown?: string });

/** A table as it is saved: keys that stay the same for machines, titles for people, all rows. */
export interface Sheet {
  readonly keys: readonly string[];
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What is never written small. */
const abbreviations = new Set(["arr", "mrr", "nrr", "grr", "csm", "ae", "am", "id"]);

/** A key as a title: `account_id` is `Account ID`, `arr_currency` is `ARR currency`. */
export function titleOf(key: string): string {
  const words = key.split("_").map((word) => (abbreviations.has(word) ? word.toUpperCase() : word));
  const title = words.join(" ");
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** A typed value as machines read it: dot decimals, shares of one, ISO days. */
export function rawText(cell: Typed): string {
  if ("number" in cell) return cell.number;
  if ("money" in cell) return cell.money;
  if ("share" in cell) return cell.share;
  if ("points" in cell) return cell.points;
  return "day" in cell ? cell.day : cell.month;
}
