import { describe, expect, it } from "vitest";
import { later, leftText, levelOf, spoken } from "./session-clock.ts";

const term = (seconds: number) => ({ elapsed: seconds * 1_000, budget: 228_000 });

describe("the time of a session (UX-50)", () => {
  it("counts down to the second, and up once it is over", () => {
    expect([0, 0.4, 1, 228, 240].map((at) => leftText(term(at)))).toEqual([
      "3:48",
      "3:48",
      "3:47",
      "0:00",
      "+0:12",
    ]);
  });
  it("is short from four fifths on, and over after its end", () => {
    expect([182, 183, 228, 229].map((at) => levelOf(term(at)))).toEqual(["calm", "short", "short", "over"]);
  });
  it("goes on from what the server told while the timer runs, and only then", () => {
    expect(later(term(10), true, 5_000).elapsed).toBe(15_000);
    expect(later(term(10), false, 5_000).elapsed).toBe(10_000);
    expect(later(term(10), true, -50).elapsed).toBe(10_000);
  });
  it("is spoken every five minutes", () => {
    const whole = (minutes: number) =>
      spoken({ elapsed: minutes * 60_000, budget: 45 * 60_000 }, "Onboarded");
    expect([whole(4.9), whole(5), whole(9.9), whole(10), whole(45)]).toEqual([
      "",
      "40 minutes left in the session, at Onboarded.",
      "40 minutes left in the session, at Onboarded.",
      "35 minutes left in the session, at Onboarded.",
      "The session's time is over, at Onboarded.",
    ]);
  });
});
