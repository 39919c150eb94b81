import { describe, expect, it } from "vitest";
import { timeOf, writtenTime } from "./event-time.ts";

const moment = Date.parse("2026-11-29T10:50:03.250Z");

describe("the moment of an event", () => {
  it.each([
    ["2026-11-29T10:50:03.250Z", "clients of Segment and PostHog"],
    ["2026-11-29T10:50:03.250", "without an offset it is UTC"],
    ["2026-11-29 10:50:03.250", "a blank in place of the T"],
    ["2026-11-29t10:50:03.250z", "small letters, which RFC 3339 allows"],
    ["2026-11-29T12:50:03.250+02:00", "an offset"],
    ["2026-11-29T12:50:03.250+0200", "an offset without a colon"],
    ["2026-11-29 12:50:03.25+02", "PostgreSQL"],
    ["2026-11-29T10:50:03.250123Z", "Python, to the microsecond"],
    ["2026-11-29T10:50:03.250123456Z", "Go, to the nanosecond"],
    ["2026-11-29T10:50:03,250Z", "a decimal comma, which ISO 8601 allows"],
    ["2026-11-29 10:50:03.250 UTC", "BigQuery, and Ruby"],
    ["2026-11-29 05:20:03.250 -0530", "Ruby, elsewhere"],
    ["1795949403250", "milliseconds since 1970"],
    ["1795949403.25", "seconds since 1970"],
  ])("is read from %s: %s", (text) => expect(timeOf(text)).toBe(moment));

  it("is midnight of a day without a time, and full minutes and seconds need no more", () => {
    expect(timeOf("2026-11-29")).toBe(Date.parse("2026-11-29T00:00:00Z"));
    expect(timeOf("2026-11-29T10:50Z")).toBe(Date.parse("2026-11-29T10:50:00Z"));
    expect(timeOf("1795949403")).toBe(Date.parse("2026-11-29T10:50:03Z"));
  });

  it("is of the day that stands there, unless an offset or a count since 1970 leaves that to whoever asks", () => {
    expect(writtenTime("2026-11-29T23:50")?.day).toBe("2026-11-29");
    expect(writtenTime("2026-11-29T23:50Z")?.day).toBeNull();
    expect(writtenTime("1795949403")?.day).toBeNull();
  });

  it.each([
    ...[
      "yesterday",
      "",
      "29.11.2026",
      "Sun, 29 Nov 2026 10:50:03 GMT",
      "-5",
      "20261129",
      "+020000-01-01T00:00Z",
    ],
    ...["2026-02-30T00:00:00Z", "2026-13-01", "2026-11-31", "2026-11-29T25:00Z", "2026-11-29T10:50+25:00"],
  ])("is not made up from %s", (text) => expect(timeOf(text)).toBeNaN());
});
