import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsKnownAt, type JournalFact, noFacts, type UsageFact } from "../src/facts/index.ts";
import { addDays, type Day, daysBetween, instant } from "../src/kernel/index.ts";
import {
  events,
  gatesOn,
  historyOf,
  livesOn,
  moveOf,
  type Place,
  places,
  standingOn,
  tryMove,
} from "../src/lifecycle/index.ts";
import type { CustomerRecord, HouseRules } from "../src/people/index.ts";
import { type Drawn, dayAt, drawn, lifeRuns } from "./customers.ts";

const assert = (holds: (of: Drawn) => void, arbitrary = drawn, numRuns = lifeRuns) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns });

const inOrder = (a: JournalFact, b: JournalFact): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.entryId < b.entryId ? -1 : 1;
const byDay = (a: UsageFact, b: UsageFact): number =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : keyOf(a) < keyOf(b) ? -1 : 1;
const keyOf = (reading: UsageFact): string => JSON.stringify(reading);
/** The order every reader of a record is promised. */
const ordered = (record: CustomerRecord): CustomerRecord => ({
  ...record,
  journal: [...record.journal].sort(inOrder),
  usage: [...record.usage].sort(byDay),
});

/** What was effective by a day, and no more. */
function asOf({ record, rules, on }: Drawn): { record: CustomerRecord; rules: HouseRules } {
  const by = ({ effectiveOn }: { effectiveOn: Day }) => effectiveOn <= on;
  return {
    record: {
      ...record,
      lines: record.lines.filter(({ startsOn }) => startsOn <= on),
      movements: record.movements.filter((movement) => movement.on <= on),
      journal: record.journal.filter(by),
      usage: record.usage.filter(by),
      attributes: record.attributes.filter(by),
    },
    rules: {
      journal: rules.journal.filter(by),
      readings: rules.readings && {
        days: rules.readings.days.filter((day) => day <= on),
        longest: rules.readings.longest.slice(0, rules.readings.days.filter((day) => day <= on).length),
      },
    },
  };
}

/** Where a place can lead to within a day: by any number of moves of the table. */
function reachable(from: Place): ReadonlySet<Place> {
  const reached = new Set<Place>([from]);
  for (const place of reached)
    for (const event of events) {
      const to = moveOf(place, event);
      if (to === null || to === "same") continue;
      for (const next of to === "earned" ? (["won", "onboarded", "adopted"] as const) : [to])
        reached.add(next);
    }
  return reached;
}

describe("where a customer stands", () => {
  it("on a day past does not depend on what is effective later", () =>
    assert((of) => {
      const then = asOf(of);
      expect(historyOf(then.record, then.rules, of.on)).toEqual(historyOf(of.record, of.rules, of.on));
      expect(gatesOn(then.record, then.rules, of.on)).toEqual(gatesOn(of.record, of.rules, of.on));
    }));

  it("is the same in whatever order the facts came", () =>
    fc.assert(
      fc.property(
        drawn.chain((of) =>
          fc.record({
            of: fc.constant(of),
            journal: shuffled(of.record.journal),
            usage: shuffled(of.record.usage),
          }),
        ),
        ({ of: { record, rules, on }, journal, usage }) => {
          expect(standingOn(ordered({ ...record, journal, usage }), rules, on)).toEqual(
            standingOn(ordered(record), rules, on),
          );
        },
      ),
      { numRuns: lifeRuns },
    ));

  it("is what it would be, had what was withdrawn never been recorded", () =>
    fc.assert(
      fc.property(drawn, fc.nat(), ({ record, rules, on }, nth) => {
        const { journal } = record;
        const taken = journal[nth % journal.length];
        if (taken === undefined) return;
        const later = instant("2026-02-01T00:00:00Z");
        const all = [...journal, { ...taken, withdrawn: "It was another customer.", recordedAt: later }];
        const known = factsKnownAt({ ...noFacts, journal: all }, null).journal.toSorted(inOrder);
        const never = journal.filter((fact) => fact !== taken).toSorted(inOrder);
        expect(standingOn({ ...record, journal: known }, rules, on)).toEqual(
          standingOn({ ...record, journal: never }, rules, on),
        );
      }),
      { numRuns: lifeRuns },
    ));

  it("is by no waiver that has run out", () =>
    assert(({ record, rules, on }) => {
      const holding = record.journal.filter(({ entry }) => entry.of !== "waiver" || on < entry.expiresOn);
      expect(gatesOn({ ...record, journal: holding }, rules, on).onboarded).toEqual(
        gatesOn(record, rules, on).onboarded,
      );
    }));

  it("is Adopted by use alone: whatever people put on record, without readings nobody is", () =>
    assert(({ record, rules, on }) => {
      const unread = { ...record, usage: [] };
      expect(historyOf(unread, rules, on).map(({ stage }) => stage)).not.toContain("adopted");
      const answer = tryMove(record, rules, "adopted", on);
      const { column, earned } = standingOn(record, rules, on);
      if (column !== "churn" && earned !== null && earned !== "adopted") expect(answer.next).toEqual([]);
    }));

  it("is Churn from the day of the churn movement on, and from no other", () =>
    assert(({ record, rules, on }) => {
      const lost = livesOn(record, on).flatMap(({ lostOn }) => lostOn ?? []);
      const left = historyOf(record, rules, on).filter(({ stage }) => stage === "churn");
      expect(left.map(({ from }) => from)).toEqual(lost);
      const churned = record.movements.filter(({ kind }) => kind === "churn").map((movement) => movement.on);
      for (const day of lost) expect(churned).toContain(day);
    }));
});

describe("the ways a customer has come", () => {
  it("have no day between them and none twice, from the first day to the last", () =>
    assert(({ record, rules, on }) => {
      const history = historyOf(record, rules, on);
      const [first] = history;
      if (first === undefined) return;
      const days = history.map(({ from, to }) => daysBetween(from, to ?? on));
      expect(days.slice(0, -1).every((length) => length > 0)).toBe(true);
      expect(days.reduce((sum, length) => sum + length, 0)).toBe(daysBetween(first.from, on));
      for (const [index, { from }] of history.entries())
        if (index > 0) expect(history[index - 1]?.to).toBe(from);
    }));

  it("are told the same on every later day, as far as they had been gone", () =>
    assert(({ record, rules, on }) => {
      const before = historyOf(record, rules, on);
      const after = historyOf(record, rules, addDays(on, 60));
      expect(after.slice(0, before.length).map(({ stage, from, kind }) => [stage, from, kind])).toEqual(
        before.map(({ stage, from, kind }) => [stage, from, kind]),
      );
    }));

  it("lead from column to column by the table of moves, day by day", () =>
    assert(
      ({ record, rules }) => {
        let at: Place = "prospect";
        for (let number = 0; number <= 420; number += 3) {
          const { column } = standingOn(record, rules, dayAt(number));
          const to = places.find((place) => place === column) ?? "prospect";
          if (to !== at) expect([at, to, reachable(at).has(to)]).toEqual([at, to, true]);
          at = to;
        }
      },
      drawn,
      60,
    ));
});

function shuffled<One>(list: readonly One[]): fc.Arbitrary<One[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
}
