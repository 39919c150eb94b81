import { entriesOf, type JournalOf } from "../facts/index.ts";
import { type ContactId, type Day, daysBetween, type Ratio, ratio } from "../kernel/index.ts";
import type { CustomerRecord } from "./customer-record.ts";

/** A touchpoint that reached the customer, or came from them. A note about them is none. */
export type Touch = JournalOf<"touchpoint">;

/** The touchpoints of a customer by a day, the first one first. */
export function touchesOn(record: CustomerRecord, on: Day): Touch[] {
  return entriesOf(record.journal, "touchpoint").filter(
    ({ withdrawn, entry, effectiveOn }) => withdrawn === null && entry.type !== "note" && effectiveOn <= on,
  );
}

/** The last of some touchpoints, with its day and how many days ago that is; nulls where there was none. */
export interface LastTouch {
  readonly on: Day | null;
  readonly days: number | null;
}

/** When somebody was last in touch: the customer as a whole, or one of its people. */
export function lastTouch(touches: readonly Touch[], on: Day, contactId?: ContactId): LastTouch {
  const own = contactId === undefined ? touches : touches.filter((touch) => reaches(touch, contactId));
  const last = own.reduce<Day | null>(
    (latest, { effectiveOn }) => (latest === null || effectiveOn > latest ? effectiveOn : latest),
    null,
  );
  return { on: last, days: last === null ? null : daysBetween(last, on) };
}

/** Whether a touchpoint was with a person. */
export function reaches(touch: Touch, contactId: ContactId): boolean {
  return touch.entry.contacts.includes(contactId);
}

/** How many touchpoints went out and came back; those without a direction are neither. */
export function responses(touches: readonly Touch[]): { ours: number; theirs: number } {
  const from = (direction: "ours" | "theirs") =>
    touches.filter((touch) => touch.entry.direction === direction).length;
  return { ours: from("ours"), theirs: from("theirs") };
}

/** The share of touchpoints that a person is named for; the rest were sent by a system. Null without any touchpoint. */
export function humanShare(touches: readonly Touch[]): Ratio {
  const human = touches.filter(({ by }) => by !== null);
  return ratio(BigInt(human.length), BigInt(touches.length));
}
