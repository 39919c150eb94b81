import type { KeyboardEvent } from "react";
import { isTyping } from "../../lib/shortcuts.ts";

const cardsIn = (column: Element | null): HTMLElement[] => [
  ...(column?.querySelectorAll<HTMLElement>("[data-card]") ?? []),
];
const middleOf = (element: Element): number => {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
};

/** The card one comes to from a card by an arrow key. */
function cardBeside(card: HTMLElement, key: string): HTMLElement | undefined {
  const column = card.closest("[data-column]");
  const cards = cardsIn(column);
  if (key === "ArrowDown") return cards[cards.indexOf(card) + 1];
  if (key === "ArrowUp") return cards[cards.indexOf(card) - 1];
  const step = key === "ArrowRight" ? "nextElementSibling" : "previousElementSibling";
  let beside = column?.[step] ?? null;
  while (beside && cardsIn(beside).length === 0) beside = beside[step];
  const [first, ...rest] = cardsIn(beside);
  const at = middleOf(card);
  return rest.reduce(
    (near, one) => (near && Math.abs(middleOf(one) - at) < Math.abs(middleOf(near) - at) ? one : near),
    first,
  );
}

/** Keys on a card: arrows lead to the cards beside it, M opens "Move to…" where single keys are on. */
export function onBoardKey(event: KeyboardEvent, singleKeys: boolean): void {
  const card = event.target instanceof Element && event.target.closest<HTMLElement>("[data-card]");
  if (!card || isTyping(event.nativeEvent)) return;
  if (event.key.startsWith("Arrow")) {
    const beside = cardBeside(card, event.key)?.querySelector("a");
    if (!beside) return;
    event.preventDefault();
    beside.focus();
    beside.closest("[data-card]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  if (singleKeys && event.key.toLowerCase() === "m") {
    event.preventDefault();
    card.querySelector<HTMLElement>("[aria-haspopup=menu]")?.click();
  }
}
