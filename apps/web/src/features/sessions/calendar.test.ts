import { expect, it } from "vitest";
import { calendarText } from "./calendar.ts";

it("a session is an appointment any calendar reads: in UTC, escaped, no line longer than 75 bytes", () => {
  const title = `Sales, CS; discovery of ${"ä".repeat(60)}`;
  const text = calendarText({
    id: "ent_1",
    title,
    startsAt: "2026-12-01T09:00:00.000Z",
    minutes: 45,
    address: "http://127.0.0.1:4700/glossary/sessions/ent_1",
    at: "2026-11-28T10:11:12.000Z",
  });
  const lines = text.split("\r\n");
  expect(lines).toContain("DTSTART:20261201T090000Z");
  expect(lines).toContain("DTEND:20261201T094500Z");
  expect(lines).toContain("DTSTAMP:20261128T101112Z");
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:Sales\\, CS\\; discovery of ${"ä".repeat(60)}`);
  expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
});
