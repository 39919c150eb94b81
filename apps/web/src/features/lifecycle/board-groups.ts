import type { StageKey } from "../../ui/stage-mark.tsx";
import type { Card } from "./lifecycle.ts";

/** How cards can be ordered; a minus sign before it turns the order round, as in the address. */
export const boardSorts = {
  "-sla": "SLA used",
  "-days": "Days in stage",
  "-arr": "ARR",
  renewal: "Renewal",
  name: "Name",
} as const;
const fields = ["sla", "days", "arr", "renewal", "name"] as const;
type Field = (typeof fields)[number];

/** What cards of a column can be put together by. */
export const groupings = { owner: "Owner", segment: "Segment" } as const;
/** One of {@link groupings}. */
export type Grouping = keyof typeof groupings;

/** A row of a column: a card, or the head of the cards of one owner or segment. */
export type BoardRow =
  | { readonly kind: "card"; readonly card: Card }
  | { readonly kind: "group"; readonly name: string; readonly accounts: number; readonly arr: string };

const used = ({ days, slaDays }: Card): number => (slaDays === null ? 0 : days / slaDays);
const byName = (a: Card, b: Card): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const orders: Record<Field, (a: Card, b: Card) => number> = {
  sla: (a, b) => used(a) - used(b),
  days: (a, b) => a.days - b.days,
  arr: (a, b) => Number(BigInt(a.arr) - BigInt(b.arr)),
  renewal: (a, b) => (a.renewalIn ?? Number.MAX_SAFE_INTEGER) - (b.renewalIn ?? Number.MAX_SAFE_INTEGER),
  name: byName,
};

/** The order an address asks for; what is none is the usual one: who has used most of the expected time comes first. */
export function orderOf(sort: string | undefined): (a: Card, b: Card) => number {
  const field = fields.find((one) => one === sort?.replace(/^-/, ""));
  const down = field === undefined || sort?.startsWith("-");
  const compare = orders[field ?? "sla"];
  return (a, b) => (down ? compare(b, a) : compare(a, b)) || byName(a, b);
}

/** The cards of each column, in an order. */
export function cardsByColumn(
  cards: readonly Card[],
  order: (a: Card, b: Card) => number,
): ReadonlyMap<StageKey, Card[]> {
  const columns = new Map<StageKey, Card[]>();
  for (const card of [...cards].sort(order)) {
    const held = columns.get(card.column);
    if (held) held.push(card);
    else columns.set(card.column, [card]);
  }
  return columns;
}

/** The rows of a column: its cards as they are, or under a head for each owner or segment; those without one come last. */
export function rowsOf(cards: readonly Card[], grouping: Grouping | null): BoardRow[] {
  const rows = (some: readonly Card[]) => some.map((card): BoardRow => ({ kind: "card", card }));
  if (grouping === null) return rows(cards);
  const groups = new Map<string | null, Card[]>();
  for (const card of cards) {
    const own = groups.get(card[grouping]);
    if (own) own.push(card);
    else groups.set(card[grouping], [card]);
  }
  const names = [...groups.keys()].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return names.flatMap((name) => {
    const own = groups.get(name) ?? [];
    const arr = own.reduce((sum, card) => sum + BigInt(card.arr), 0n).toString();
    const nameless = grouping === "owner" ? "Nobody" : "No segment";
    return [{ kind: "group", name: name ?? nameless, accounts: own.length, arr }, ...rows(own)];
  });
}

/** The cards whose name or owner holds every word that was typed. */
export function cardsFound(cards: readonly Card[], words: string): readonly Card[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return cards;
  return cards.filter(({ name, owner }) => {
    const text = `${name} ${owner ?? ""}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** Initials of a name, for a card's corner. */
export function initials(name: string): string {
  const parts = name.split(/[\s-]+/).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
    .flatMap((part) => part?.[0] ?? [])
    .join("")
    .toUpperCase();
}
