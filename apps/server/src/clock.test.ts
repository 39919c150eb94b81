import { day, instant } from "@termwise/core/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginOf, dayOf } from "./clock.ts";

describe("a day in a time zone", () => {
  it("is that of the place, not of the machine or of UTC", () => {
    const moment = instant("2026-11-21T23:30:00Z");
    expect(dayOf(moment, "UTC")).toBe("2026-11-21");
    expect(dayOf(moment, "Asia/Tokyo")).toBe("2026-11-22");
    expect(dayOf(instant("2026-11-21T02:00:00Z"), "America/Los_Angeles")).toBe("2026-11-20");
  });

  it("begins when the clocks there say midnight, also where they change", () => {
    expect(beginOf(day("2026-11-21"), "UTC")).toBe("2026-11-21T00:00:00.000Z");
    expect(beginOf(day("2026-11-21"), "Asia/Kathmandu")).toBe("2026-11-20T18:15:00.000Z");
    expect(beginOf(day("2026-03-29"), "Europe/Berlin")).toBe("2026-03-28T23:00:00.000Z");
    expect(beginOf(day("2026-03-30"), "Europe/Berlin")).toBe("2026-03-29T22:00:00.000Z");
    expect(beginOf(day("2026-11-21"), "Pacific/Kiritimati")).toBe("2026-11-20T10:00:00.000Z");
    expect(beginOf(day("2026-11-21"), "Pacific/Pago_Pago")).toBe("2026-11-21T11:00:00.000Z");
  });

  it("holds its first moment, and not the millisecond before", () => {
    const zones = fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/Sao_Paulo",
      "Asia/Kolkata",
      "Australia/Lord_Howe",
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000 }), zones, (n, zone) => {
        const on = day(new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10));
        const first = beginOf(on, zone);
        expect(dayOf(first, zone)).toBe(on);
        expect(dayOf(instant(new Date(Date.parse(first) - 1).toISOString()), zone) < on).toBe(true);
      }),
    );
  });
});
