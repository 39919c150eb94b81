import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, daysInMonth, later } from "../kernel/index.ts";
import { taskOf } from "./plain-work.ts";
import { nextDue, type Repeats } from "./repeats.ts";
import { completed } from "./tasks.ts";

const days = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays(day("2020-01-01"), n));
const repeats = fc.record({
  every: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom("day", "week", "month"),
}) satisfies fc.Arbitrary<Repeats>;

describe("a task that comes again", () => {
  it("is due after the day it was due and after the day it was done, and not a whole turn later than it has to be", () => {
    fc.assert(
      fc.property(repeats, days, fc.integer({ min: -60, max: 900 }), (how, dueOn, after) => {
        const doneOn = addDays(dueOn, after);
        const next = nextDue(how, { dueOn, doneOn });
        const most = { day: 1, week: 7, month: 31 }[how.unit] * how.every;
        const latest = later(doneOn, dueOn);
        expect(next > dueOn && next > doneOn).toBe(true);
        expect(next <= addDays(latest, most)).toBe(true);
      }),
    );
  });

  it("keeps its day of the month through every short month, however often it is done", () => {
    let task = taskOf({ title: "Report", due: "2026-01-31", repeats: { every: 1, unit: "month" } });
    const due: (Day | null)[] = [];
    for (let turn = 0; turn < 13; turn++) {
      const { next } = completed(task, task.dueOn ?? day("2026-01-31"));
      if (next === null) break;
      due.push(next.dueOn);
      task = next;
    }
    expect(due).toHaveLength(13);
    for (const on of due) {
      const [year, month] = [Number(on?.slice(0, 4)), Number(on?.slice(5, 7))];
      expect(Number(on?.slice(8))).toBe(daysInMonth(year, month));
    }
  });

  it("falls on 29 February in a leap year and on the 28th in others", () => {
    const monthly = { every: 1, unit: "month" } as const;
    const of = (dueOn: string) => nextDue(monthly, { dueOn: day(dueOn), doneOn: day(dueOn) });
    expect(of("2028-01-30")).toBe("2028-02-29");
    expect(of("2027-01-30")).toBe("2027-02-28");
    expect(of("2026-12-31")).toBe("2027-01-31");
  });

  it("is on the same day of the month for ever, as far as months have it, whenever it is done", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 14 }),
        fc.array(fc.integer({ min: -20, max: 90 }), { minLength: 1, maxLength: 12 }),
        (dueOn, every, delays) => {
          const wish = Number(dueOn.slice(8));
          let task = taskOf({ title: "Report", due: dueOn, repeats: { every, unit: "month" } });
          for (const delay of delays) {
            const { done, next } = completed(task, addDays(task.dueOn ?? dueOn, delay));
            expect(done).toEqual({ ...task, state: "done", snoozedUntil: null });
            if (next?.dueOn == null) throw new Error("A task that comes again did not.");
            const [year, month] = [Number(next.dueOn.slice(0, 4)), Number(next.dueOn.slice(5, 7))];
            expect(Number(next.dueOn.slice(8))).toBe(Math.min(wish, daysInMonth(year, month)));
            task = next;
          }
        },
      ),
    );
  });

  it("keeps its weekday when it is done late", () => {
    const weekly = { every: 1, unit: "week" } as const;
    const next = nextDue(weekly, { dueOn: day("2026-11-20"), doneOn: day("2026-12-11") });
    expect(next).toBe("2026-12-18");
  });
});
