import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, instant, MemberId } from "../kernel/index.ts";
import { assertNoCycle, chainOf, managersOn, ReportingLine, teamOf } from "./reporting.ts";

const mem = (n: number) => MemberId.parse(`mem_${n}`);
const line = (member: number, manager: number | null, on: string, recorded = "2026-01-01T00:00:00Z") => ({
  memberId: mem(member),
  managerId: manager === null ? null : mem(manager),
  effectiveOn: day(on),
  recordedAt: instant(recorded),
});

const who = fc.integer({ min: 0, max: 6 });
const anyLine = fc
  .record({ member: who, manager: fc.option(who, { nil: null }), on: fc.nat(60), at: fc.nat(1_000) })
  .map(({ member, manager, on, at }) => ({
    ...line(member, manager, addDays(day("2026-01-01"), on)),
    recordedAt: instant(new Date(Date.UTC(2026, 0, 1) + at).toISOString()),
  }));

describe("who leads whom on a day", () => {
  it("is what the latest line up to that day says, and of one day the latest recorded", () => {
    const lines = [
      line(1, 2, "2026-01-01"),
      line(1, 3, "2026-06-01"),
      line(1, 4, "2026-06-01", "2026-06-02T00:00:00Z"),
      line(1, null, "2026-09-01"),
    ];
    const on = (text: string) => managersOn(lines, day(text)).get(mem(1)) ?? null;
    expect([on("2025-12-31"), on("2026-05-31"), on("2026-06-01"), on("2026-09-01")]).toEqual([
      null,
      mem(2),
      mem(4),
      null,
    ]);
  });

  it("does not depend on the order in which the lines are read", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyLine, { selector: (one) => one.recordedAt, maxLength: 12 }),
        fc.nat(70),
        (lines, n) => {
          const on = addDays(day("2026-01-01"), n);
          expect(new Map([...managersOn([...lines].reverse(), on)].sort())).toEqual(
            new Map([...managersOn(lines, on)].sort()),
          );
        },
      ),
    );
  });
});

describe("the chain of managers and the team below", () => {
  const lines = [line(1, 2, "2026-01-01"), line(2, 3, "2026-01-01"), line(4, 3, "2026-01-01")];
  const managers = managersOn(lines, day("2026-11-21"));

  it("go up to the top and down to everybody who reports there, directly or not", () => {
    expect(chainOf(mem(1), managers)).toEqual([mem(2), mem(3)]);
    expect(chainOf(mem(3), managers)).toEqual([]);
    expect(teamOf(mem(3), managers)).toEqual(new Set([mem(1), mem(2), mem(4)]));
    expect(teamOf(mem(1), managers)).toEqual(new Set());
  });

  it("are each other's mirror, end in circles too, and hold nobody twice and never oneself", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(who, who), { maxLength: 10 }), (pairs) => {
        const any = new Map(pairs.map(([member, manager]) => [mem(member), mem(manager)] as const));
        for (let n = 0; n <= 6; n++) {
          const chain = chainOf(mem(n), any);
          expect(new Set(chain).size).toBe(chain.length);
          expect(chain).not.toContain(mem(n));
          for (let other = 0; other <= 6; other++)
            expect(teamOf(mem(other), any).has(mem(n))).toBe(chain.includes(mem(other)));
        }
      }),
    );
  });
});

describe("a new line", () => {
  it("is refused where somebody would lead themselves, at once, through others, or later", () => {
    const lines = [line(2, 3, "2026-01-01"), line(3, 1, "2026-06-01")];
    const added = (member: number, manager: number | null, on: string) => () =>
      assertNoCycle(lines, line(member, manager, on, "2026-11-21T00:00:00Z"));
    expect(added(1, 1, "2026-11-21")).toThrow("would be their own manager");
    expect(added(1, 2, "2026-11-21")).toThrow("On 2026-11-21");
    expect(added(1, 2, "2026-02-01")).toThrow("On 2026-06-01");
    expect(added(1, 4, "2026-02-01")).not.toThrow();
    expect(added(1, null, "2026-02-01")).not.toThrow();
  });

  it("that is taken leaves no circle on any day, whatever was taken before", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyLine, { selector: (one) => one.recordedAt, maxLength: 15 }), (wanted) => {
        const taken: ReportingLine[] = [];
        for (const [i, one] of wanted.entries()) {
          const next = { ...one, recordedAt: instant(new Date(Date.UTC(2026, 1, 1) + i).toISOString()) };
          try {
            assertNoCycle(taken, next);
            taken.push(next);
          } catch {
            // Refused: nothing was added.
          }
        }
        for (let n = 0; n <= 61; n++) {
          const managers = managersOn(taken, addDays(day("2026-01-01"), n));
          for (const member of managers.keys()) {
            const top = chainOf(member, managers).at(-1);
            expect(top !== undefined && managers.get(top)).toBe(undefined);
          }
        }
      }),
    );
  });

  it("is strict: nothing else can come with it", () => {
    expect(ReportingLine.safeParse(line(1, 2, "2026-01-01")).success).toBe(true);
    expect(ReportingLine.safeParse({ ...line(1, 2, "2026-01-01"), seq: 1 }).success).toBe(false);
  });
});
