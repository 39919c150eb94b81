import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccountId, addDays, Currency, day, instant } from "../kernel/index.ts";
import { customerOf, standingOn } from "../lifecycle/index.ts";
import { taskOf } from "./plain-work.ts";
import type { QueueAsked, QueueCase } from "./queue-line.ts";
import { linesOf, todayQueue } from "./today.ts";

const today = day("2026-11-20");
const mara: QueueAsked = {
  now: instant("2026-11-20T09:12:00Z"),
  today,
  isMine: (name) => name === "Mara Klein",
  by: "mem_mara",
};

interface Plain {
  readonly id: number;
  readonly name: string;
  readonly arr: bigint;
  /** Days from today to the renewal and to the day a task is due; null: there is none. */
  readonly renewal: number | null;
  readonly task: number | null;
}

/** A customer Mara keeps, with a task of hers. */
function caseOf({ id, name, arr, renewal, task }: Plain): QueueCase {
  const { record, rules } = customerOf({
    lines: [{ from: "2026-01-05", to: "2027-09-04", arr: "180000" }],
    owners: { csm: "Mara Klein" },
    entries:
      task === null
        ? []
        : [
            {
              at: "2026-10-01",
              entry: taskOf({ title: "Call", due: addDays(today, task), assignee: "Mara Klein" }),
            },
          ],
  });
  return {
    record: { ...record, accountId: AccountId.parse(`acc_${id}`) },
    rules,
    name,
    arr,
    currency: Currency.parse("USD"),
    renewalOn: renewal === null ? null : addDays(today, renewal),
    standing: standingOn(record, rules, today),
    divergences: [],
    health: null,
  };
}

const customers = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 10_000 }),
    // Few names and amounts, so that some are equal.
    name: fc.constantFrom("Halden", "Velora", "Northmoor"),
    arr: fc.constantFrom(0n, 4_800_000n, 18_000_000n, 18_000_049n),
    renewal: fc.option(fc.integer({ min: -30, max: 400 }), { nil: null }),
    task: fc.option(fc.integer({ min: -90, max: 30 }), { nil: null }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);
const orderOf = (all: readonly QueueCase[]) => todayQueue(all, mara).map(({ accountId }) => accountId);

describe("the today queue, of whatever customers", () => {
  it("is the same in whichever order they are given, equals among them", () => {
    const shuffled = customers.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(orderOf(other.map(caseOf))).toEqual(orderOf(all.map(caseOf)));
      }),
      { numRuns: 25 },
    );
  });

  it("ranks each by the product of its printed factors, and has each of them once at most", () => {
    fc.assert(
      fc.property(customers, (all) => {
        const cards = todayQueue(all.map(caseOf), mara);
        const printed = ({ arr, risk, urgency }: (typeof cards)[number]["rank"]) =>
          BigInt(Math.round(Number(arr) * 10)) *
          BigInt(Math.round(Number(risk) * 100)) *
          BigInt(Math.round(Number(urgency) * 100));
        for (const { rank } of cards) expect(rank.weight).toBe(printed(rank));
        const weights = cards.map(({ rank }) => rank.weight);
        expect(weights).toEqual(weights.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
        expect(new Set(cards.map(({ accountId }) => accountId)).size).toBe(cards.length);
      }),
      { numRuns: 25 },
    );
  });

  it("is without a line that was put off on every day before its day, and has it again on that day", () => {
    const one = caseOf({ id: 1, name: "Halden", arr: 1n, renewal: 61, task: -2 });
    const [line] = linesOf(one, mara);
    if (!line) throw new Error("the customer needs nothing");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (off, seen) => {
        const [fact] = one.record.journal;
        if (!fact) throw new Error("the customer has no task");
        const snooze = {
          ...fact,
          by: "mem_mara",
          entry: { of: "queue_snooze", subject: line.subject, until: addDays(today, off) },
        } as const;
        const put = { ...one, record: { ...one.record, journal: [fact, snooze] } };
        const asked = { ...mara, today: addDays(today, seen) };
        const subjects = linesOf(put, asked).map(({ subject }) => subject);
        expect(subjects.includes(line.subject)).toBe(seen >= off);
        const others = linesOf(put, { ...asked, by: "mem_theo" }).map(({ subject }) => subject);
        expect(others).toContain(line.subject);
      }),
      { numRuns: 40 },
    );
  });
});
