import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { day, dayOfEpoch } from "./day.ts";
import { endOfDayUtc, Instant, instant } from "./instant.ts";

const anyMoment = fc.date({ min: new Date("1900-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });

describe("an instant", () => {
  it("is kept in UTC with milliseconds, whatever zone it was told in", () => {
    expect(instant("2026-03-01T01:30:00+02:00")).toBe("2026-02-28T23:30:00.000Z");
    expect(instant("2026-03-01T00:00:00Z")).toBe("2026-03-01T00:00:00.000Z");
    expect(instant("2026-03-01T00:00:00.1239Z")).toBe("2026-03-01T00:00:00.123Z");
  });
  it("compares as text in the order of time, and reads back to itself", () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (a, b) => {
        const [x, y] = [instant(a.toISOString()), instant(b.toISOString())];
        expect(instant(x)).toBe(x);
        expect(x < y).toBe(a < b);
      }),
    );
  });
  it.each(["2026-03-01", "2026-03-01T00:00:00", "2026-02-30T00:00:00Z", "yesterday", ""])(
    "is not %j",
    (text) => {
      expect(Instant.safeParse(text).success).toBe(false);
    },
  );
  it.each(["0000-01-01T00:00:00+01:00", "9999-12-31T23:30:00-01:00"])(
    "is refused where its text would not compare: %s",
    (text) => {
      expect(Instant.safeParse(text).success).toBe(false);
    },
  );
  it("at the end of a day is the last millisecond of it", () => {
    expect(endOfDayUtc(day("2026-02-28"))).toBe("2026-02-28T23:59:59.999Z");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000 }), (epoch) => {
        const next = instant(`${dayOfEpoch(epoch + 1)}T00:00:00Z`);
        return endOfDayUtc(dayOfEpoch(epoch)) < next;
      }),
    );
  });
  it("is no day and no plain text, by type", () => {
    expectTypeOf<string>().not.toExtend<Instant>();
    expectTypeOf<Instant>().not.toExtend<import("./day.ts").Day>();
  });
});
