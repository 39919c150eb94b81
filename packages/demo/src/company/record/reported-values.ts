import type { EntryOf } from "@termwise/core/facts";
import { addDays, type Day, firstDayOf, lastDayOf, monthOf, shiftMonth } from "@termwise/core/kernel";
import type { JournalBook } from "./journal-book.ts";
import type { Portrait } from "./portrait.ts";

type Listed = EntryOf<"reported_value">["accounts"][number];

/**
 * What others report: net retention as a deck for the board has it, too good; and the churn of a quarter as billing lists
 * it, with one customer it knows only under another day, one it missed, and one that never left.
 */
export function reportedValues(book: JournalBook, portraits: readonly Portrait[]): void {
  const { today } = book.timeline;
  const closed = shiftMonth(monthOf(today), -1);
  const told = { on: addDays(firstDayOf(monthOf(today)), 4), time: "09:15" };
  const deck = { of: "reported_value", system: "Board deck", term: "nrr", period: `ttm:${closed}` } as const;
  const before = { ...told, on: book.past(told.on) ? told.on : addDays(today, -3) };
  book.rule("deck", before, { ...deck, value: "1.19", currency: null, accounts: [] }, "Gideon Asante");
  const accounts = billingList(portraits, closed);
  if (accounts.length === 0) return;
  const value = accounts.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const list = { of: "reported_value", system: "billing", term: "churned-arr", period: closed } as const;
  book.rule(
    "billing",
    before,
    { ...list, value: String(value), currency: dollar(portraits), accounts },
    null,
  );
}

const dollar = (portraits: readonly Portrait[]) =>
  portraits.flatMap(({ record }) => record.movements).find(({ currency }) => currency === "USD")?.currency ??
  null;

/** The churn of a month in US dollars as billing would list it: by the day of the last invoice, and not without mistakes. */
function billingList(portraits: readonly Portrait[], month: ReturnType<typeof monthOf>): Listed[] {
  const [from, to]: [Day, Day] = [firstDayOf(month), lastDayOf(month)];
  const left = portraits.flatMap(({ accountId, name, record }) =>
    record.movements
      .filter(({ kind, on, currency }) => kind === "churn" && currency === "USD" && on >= from && on <= to)
      .map(({ on, amount }): Listed => ({ accountId, name, amount: String(-amount), on })),
  );
  const listed = left.slice(left.length > 2 ? 1 : 0);
  const staying = portraits.flatMap(({ accountId, name, story, lives, segment, record }): Listed[] => {
    const held = record.movements.findLast(({ on }) => on <= to);
    const stays = !story && segment === "Growth" && lives.at(-1)?.lostOn === null;
    return stays && held?.currency === "USD" && held.balance > 0n
      ? [{ accountId, name, amount: String(held.balance), on: to }]
      : [];
  });
  return [...listed, ...staying.slice(0, 1)];
}
