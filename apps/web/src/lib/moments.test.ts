import { describe, expect, it } from "vitest";
import { instantOf, localMoment } from "./moments.ts";

describe("a moment in a field of date and time", () => {
  it("comes back as the moment it was, to the minute", () => {
    const at = new Date("2026-03-04T09:05:00Z");
    expect(instantOf(localMoment(at))).toBe("2026-03-04T09:05:00.000Z");
  });

  it("is none where nothing, or no date, is filled in", () => {
    expect(instantOf("")).toBeNull();
    expect(instantOf("soon")).toBeNull();
  });
});
