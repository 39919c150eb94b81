import type { BookRow } from "./book.ts";

/** The order of the list where the address asks for none. */
export const usualSort = "renewal";

const late = "9999-12-31";
const byName = (a: BookRow, b: BookRow): number => a.name.localeCompare(b.name, "en");
const byText = (of: (row: BookRow) => string) => (a: BookRow, b: BookRow) =>
  of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0;

const points = (text: string | null | undefined): number => Number(text ?? 0);

const orders: Readonly<Record<string, (a: BookRow, b: BookRow) => number>> = {
  name: byName,
  stage: byText(({ column }) => column),
  days: (a, b) => a.days - b.days,
  seats: (a, b) => Number(a.seats.share ?? -1) - Number(b.seats.share ?? -1),
  arr: (a, b) => (BigInt(a.arr) < BigInt(b.arr) ? -1 : BigInt(a.arr) > BigInt(b.arr) ? 1 : 0),
  renewal: byText(({ renewalOn }) => renewalOn ?? late),
  next: byText(({ next }) => next?.on ?? late),
  touch: (a, b) => (a.touch.days ?? Number.MAX_SAFE_INTEGER) - (b.touch.days ?? Number.MAX_SAFE_INTEGER),
  health: (a, b) =>
    points(a.health?.low) - points(b.health?.low) || points(a.health?.high) - points(b.health?.high),
  change: (a, b) => points(a.health?.change) - points(b.health?.change),
  flags: (a, b) => (a.health?.flags ?? 0) - (b.health?.flags ?? 0),
  due: byText(({ tasks }) => tasks.next?.dueOn ?? late),
};

/** What an order needs to be known of an account; those of which it is not come last, whichever way it goes. */
const known: Readonly<Record<string, (row: BookRow) => boolean>> = {
  health: ({ health }) => health?.low != null,
  change: ({ health }) => health?.change != null,
};

/** The accounts in the order an address asks for; what is none is by renewal day. Of equals the name decides. */
export function inOrder(rows: readonly BookRow[], sort: string | undefined): BookRow[] {
  const field = sort?.replace(/^-/, "") ?? "";
  const asked = orders[field];
  const compare = asked ?? orders[usualSort] ?? byName;
  const down = asked !== undefined && sort?.startsWith("-");
  const last = (row: BookRow) => Number(known[field]?.(row) === false);
  return [...rows].sort(
    (a, b) => last(a) - last(b) || (down ? compare(b, a) : compare(a, b)) || byName(a, b),
  );
}

/** The accounts whose name holds every word that was typed. */
export function rowsFound(rows: readonly BookRow[], words: string): readonly BookRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
}
