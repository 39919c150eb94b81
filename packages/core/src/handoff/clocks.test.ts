import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, instant } from "../kernel/index.ts";
import { closesOf, handoffsOf } from "./index.ts";
import { type PlainHandoff, recordOfPlain, rulesOfPlain } from "./plain-handoff.ts";

const hour = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();
const packetOf = (plain: PlainHandoff, now: number) =>
  handoffsOf(recordOfPlain(plain), rulesOfPlain(plain), {
    now: instant(iso(now)),
    today: day(iso(now).slice(0, 10)),
  })[0]?.gates[0];
const written = (closedAt: number, after: number, policy?: PlainHandoff["policy"]): PlainHandoff => ({
  journal: [
    { at: iso(closedAt), deal: "A" },
    { at: iso(closedAt + after), section: "all" },
  ],
  policy,
});
const closedAt = fc.integer({
  min: Date.parse("2020-01-01T00:00:00Z"),
  max: Date.parse("2030-01-01T00:00:00Z"),
});

describe("the clock of a packet", () => {
  it.each([
    ["47 h 59 min", 48 * hour - 60_000, "met"],
    ["48 h to the millisecond", 48 * hour, "met"],
    ["a millisecond more", 48 * hour + 1, "late"],
    ["48 h 01 min", 48 * hour + 60_000, "late"],
  ] as const)("%s after the close is %s", (_, after, state) => {
    const closed = Date.parse("2026-03-02T09:00:00Z");
    expect(packetOf(written(closed, after), closed + 100 * hour)?.state).toBe(state);
  });
  it.each([
    ["Berlin loses an hour", "2026-03-28T10:00:00+01:00", "2026-03-30T11:00:00+02:00"],
    ["Berlin gains an hour", "2026-10-24T10:00:00+02:00", "2026-10-26T09:00:00+01:00"],
    ["closed in New York, written in Tokyo", "2026-03-07T23:30:00-05:00", "2026-03-10T13:30:00+09:00"],
  ])("counts hours that pass, not what clocks on the wall show: %s", (_, closed, due) => {
    const from = Date.parse(closed);
    expect(packetOf(written(from, 48 * hour), from + 100 * hour)).toMatchObject({
      state: "met",
      dueAt: iso(Date.parse(due)),
    });
  });
  it("any packet is in time exactly when it was complete by the due moment, under any number of hours", () => {
    fc.assert(
      fc.property(
        closedAt,
        fc.integer({ min: 0, max: 800 * hour }),
        fc.integer({ min: 1, max: 720 }),
        (closed, after, hours) => {
          const gate = packetOf(written(closed, after, { handoffPacketHours: hours }), closed + 900 * hour);
          expect(gate?.state).toBe(after <= hours * hour ? "met" : "late");
          expect(gate?.dueAt).toBe(iso(closed + hours * hour));
        },
      ),
    );
  });
  it("is open until the due moment has passed, and missed from then on", () => {
    const plain: PlainHandoff = { journal: [{ at: "2026-03-02T09:00:00Z", deal: "A" }] };
    const due = Date.parse("2026-03-04T09:00:00Z");
    expect([due - 1, due, due + 1].map((now) => packetOf(plain, now)?.state)).toEqual([
      "open",
      "open",
      "missed",
    ]);
  });
  it("starts when the day has ended, where only the day of the close is known", () => {
    const plain: PlainHandoff = { journal: [], lines: [{ from: "2026-03-02", arr: "6000" }] };
    expect(packetOf(plain, Date.parse("2026-03-02T12:00:00Z"))?.dueAt).toBe("2026-03-05T00:00:00.000Z");
  });
});

describe("closes", () => {
  const on = (plain: PlainHandoff) =>
    closesOf(recordOfPlain(plain)).map((close) => `${close.on} ${close.opportunity}`);
  const year = { from: "2025-01-01", to: "2025-12-31", arr: "6000", signedOn: "2024-12-20" };
  it("a deal explains the contract it brought; without one the day it was signed is the close", () => {
    expect(on({ journal: [{ at: "2024-12-19", deal: "A" }], lines: [year] })).toEqual(["2024-12-19 A"]);
    expect(on({ journal: [{ at: "2025-01-20", deal: "A" }], lines: [year] })).toEqual(["2025-01-20 A"]);
    expect(on({ journal: [], lines: [year] })).toEqual(["2024-12-20 null"]);
    expect(on({ journal: [], lines: [{ ...year, signedOn: null }] })).toEqual(["2025-01-01 null"]);
  });
  it("a renewal is no close, a second deal and a win-back in a new life are", () => {
    const renewed = { from: "2026-01-01", arr: "6000" };
    expect(on({ journal: [], lines: [year, renewed] })).toHaveLength(1);
    expect(on({ journal: [{ at: "2025-06-01", deal: "B" }], lines: [year, renewed] })).toEqual([
      "2024-12-20 null",
      "2025-06-01 B",
    ]);
    expect(
      on({ journal: [{ at: "2024-12-19", deal: "A" }], lines: [year, { from: "2026-09-01", arr: "6000" }] }),
    ).toEqual(["2024-12-19 A", "2026-09-01 null"]);
  });
  it("one deal on record twice is one close", () => {
    expect(
      on({
        journal: [
          { at: "2025-06-01", deal: "A" },
          { at: "2025-06-03", deal: "A" },
          { at: "2025-06-01T15:00:00Z", deal: null },
        ],
      }),
    ).toEqual(["2025-06-01 A"]);
  });
});
