import { describe, expect, it } from "vitest";
import { daysText, durationText, untilNextText } from "./duration.ts";

const hour = 3_600_000;

describe("a length of time", () => {
  it.each([
    [30_000, "less than a minute"],
    [59 * 60_000 + 59_999, "59 min"],
    [47 * hour + 59 * 60_000, "47 h 59 min"],
    [48 * hour, "48 h"],
    [71 * hour, "71 h"],
    [76 * hour, "3 d 4 h"],
    [-5 * hour, "5 h"],
  ])("%d ms is told as %s, never rounded up", (length, text) => {
    expect(durationText(length)).toBe(text);
  });
  it("a median is told in days with one decimal", () => {
    expect(daysText(60 * hour)).toBe("2.5");
  });
});

describe("a countdown", () => {
  it("ticks when its text changes, and not before", () => {
    for (const left of [48 * hour + 1_234, 61_000, -61_000, 80 * hour, -90 * hour]) {
      const after = untilNextText(left);
      expect(durationText(left - after)).not.toBe(durationText(left));
      expect(durationText(left - after + 1_000)).toBe(durationText(left));
    }
  });
});
