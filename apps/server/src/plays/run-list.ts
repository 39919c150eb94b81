import { entriesOf, type JournalOf } from "@termwise/core/facts";
import type { AccountId, Currency, Day, Instant } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { isSaving, type Outcome, outcomeOf, type RunReading, readRun } from "@termwise/core/plays";
import { dayOf } from "../clock.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { moneyOn } from "../derive/money-on.ts";

/** A run of a play at a customer, as it stands. */
export interface ListedRun {
  readonly fact: JournalOf<"play_run">;
  readonly accountId: AccountId;
  readonly reading: RunReading;
  /** Null where it was not begun. */
  readonly outcome: Outcome | null;
  readonly startedOn: Day | null;
}

/** The moment it is, and the zone days are told in. */
export interface Seen {
  readonly now: Instant;
  readonly today: Day;
  readonly timeZone: string;
}

/** When a customer last asked to leave, in the life it led at a moment; null: it has not by then. */
export function cancelAskedAt(record: CustomerRecord, by: Instant): Instant | null {
  const began = record.movements.findLast(({ on }) => on <= by.slice(0, 10))?.lifeBegan ?? null;
  const asked = entriesOf(record.journal, "cancel_request").filter(
    ({ withdrawn, at, effectiveOn }) =>
      withdrawn === null && at <= by && (began === null || effectiveOn >= began),
  );
  return asked.map(({ at }) => at).sort()[0] ?? null;
}

/** ARR of a customer on any day at the rates of one, so that what a currency did is nobody's doing. Minor units. */
export function arrAtRatesOf(books: Books, record: CustomerRecord, rates: Day): (on: Day) => bigint {
  const sum = moneyOn(books, rates);
  return (on) => {
    const balances = new Map<Currency, bigint>();
    for (const movement of record.movements)
      if (movement.on <= on) balances.set(movement.currency, movement.balance);
    return sum([...balances].map(([currency, amount]) => ({ currency, amount })));
  };
}

/** The runs of a customer, the latest first. */
export function runsOf(books: Books, record: CustomerRecord, { now, today, timeZone }: Seen): ListedRun[] {
  const runs = entriesOf(record.journal, "play_run").filter(({ withdrawn }) => withdrawn === null);
  if (runs.length === 0) return [];
  const tasks = entriesOf(record.journal, "task").filter(({ withdrawn }) => withdrawn === null);
  return runs
    .map((fact): ListedRun => {
      const { entry } = fact;
      const asked = entry.startedAt === null ? null : cancelAskedAt(record, entry.startedAt);
      const reading = readRun(entry, tasks, { now, today, cancelAskedAt: asked });
      const startedOn = entry.startedAt === null ? null : dayOf(entry.startedAt, timeZone);
      const outcome =
        startedOn === null
          ? null
          : outcomeOf(
              { use: entry.use, startedOn, withinDays: entry.goal.withinDays },
              arrAtRatesOf(books, record, startedOn),
              today,
            );
      return { fact, accountId: record.accountId, reading, outcome, startedOn };
    })
    .sort((a, b) => (a.fact.entry.clockFrom < b.fact.entry.clockFrom ? 1 : -1));
}

/** The runs of every customer in the books, the latest first. */
export function runsIn(books: Books, seen: Seen): ListedRun[] {
  return [...customerRecords(books).records.values()]
    .flatMap((record) => runsOf(books, record, seen))
    .sort((a, b) =>
      a.fact.entry.clockFrom === b.fact.entry.clockFrom
        ? a.fact.entryId < b.fact.entryId
          ? -1
          : 1
        : a.fact.entry.clockFrom < b.fact.entry.clockFrom
          ? 1
          : -1,
    );
}

/** Of the runs of plays meant to keep a customer that began before it asked to leave: how many were told, and how many saved all. */
export function savesOf(books: Books, seen: Seen): { readonly told: number; readonly saved: number } {
  const told = runsIn(books, seen).flatMap(({ fact, reading, outcome }) =>
    outcome !== null &&
    isSaving(fact.entry.use) &&
    reading.kind === "save_play" &&
    ["saved", "partly", "lost"].includes(outcome.outcome)
      ? [outcome.outcome]
      : [],
  );
  return { told: told.length, saved: told.filter((one) => one === "saved").length };
}
