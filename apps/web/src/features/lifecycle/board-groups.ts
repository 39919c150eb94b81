import type { StageKey } from "../../ui/stage-mark.tsx";
import type { Card } from "./lifecycle.ts";

/** How the cards of a column can be ordered. */
export const boardSorts = {
  sla: "SLA used",
  days: "Days in stage",
  arr: "ARR",
  renewal: "Renewal",
  name: "Name",
} as const;
/** One way to order cards. */
export type BoardSort = keyof typeof boardSorts;

const used = ({ days, slaDays }: Card): number => (slaDays === null ? 0 : days / slaDays);

const orders: Record<BoardSort, (a: Card, b: Card) => number> = {
  sla: (a, b) => used(b) - used(a),
  days: (a, b) => b.days - a.days,
  arr: (a, b) => (BigInt(b.arr) > BigInt(a.arr) ? 1 : BigInt(b.arr) < BigInt(a.arr) ? -1 : 0),
  renewal: (a, b) => (a.renewalIn ?? Number.MAX_SAFE_INTEGER) - (b.renewalIn ?? Number.MAX_SAFE_INTEGER),
  name: () => 0,
};

/** The cards of each column, ordered; equal ones by name. */
export function cardsByColumn(cards: readonly Card[], sort: BoardSort): ReadonlyMap<StageKey, Card[]> {
  const columns = new Map<StageKey, Card[]>();
  for (const card of cards) {
    const held = columns.get(card.column);
    if (held) held.push(card);
    else columns.set(card.column, [card]);
  }
  for (const held of columns.values())
    held.sort((a, b) => orders[sort](a, b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return columns;
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
