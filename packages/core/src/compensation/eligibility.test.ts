import { describe, expect, it } from "vitest";
import { day } from "../kernel/index.ts";
import { bookRate, eligibleAccounts, isKept } from "./eligibility.ts";
import { Eligibility } from "./plan.ts";
import { BookAccountMeasure } from "./statement.ts";

const quarter = { from: day("2026-04-01"), to: day("2026-06-30") };
const why = (held: object, rule: object = {}, exclusions: Parameters<typeof eligibleAccounts>[3] = []) =>
  eligibleAccounts(
    [BookAccountMeasure.parse({ account: "acme", opening: "100", closing: "100", heldFrom: null, ...held })],
    Eligibility.parse(rule),
    quarter,
    exclusions,
  )[0]?.why;

describe("an account of a book", () => {
  it("counts when it is held on the snapshot day, the day of a takeover among them", () => {
    expect(why({ heldFrom: "2026-04-01" })).toBeNull();
    expect(why({ heldFrom: "2026-04-02" })).toBe("Not held on 2026-04-01, the snapshot day.");
    expect(why({ heldFrom: "2026-06-30" }, { snapshot: "closing" })).toBeNull();
    expect(why({ heldUntil: "2026-06-30" }, { snapshot: "closing" })).toMatch(/Not held on 2026-06-30/);
  });
  it("counts from the least number of days on, the first and the last of them whole", () => {
    // Held from 1 to 30 April, somebody else's on 1 May: 30 days.
    const left = { heldUntil: "2026-05-01" };
    expect(why(left, { minimumHoldDays: 30 })).toBeNull();
    expect(why(left, { minimumHoldDays: 31 })).toBe("Held for 30 days of the period, 31 are asked for.");
    expect(why({}, { minimumHoldDays: 91 })).toBeNull();
    expect(why({}, { minimumHoldDays: 92 })).toMatch(/^Held for 91 days/);
  });
  it("does not count within the grace after it was taken over, and does once that has passed", () => {
    expect(why({ heldFrom: "2026-01-31" }, { graceDays: 60 })).toBeNull();
    expect(why({ heldFrom: "2026-02-01" }, { graceDays: 60 })).toBe(
      "Taken over on 2026-02-01, within 60 days before 2026-04-01.",
    );
  });
  it("is left out by a named approver with a reason", () => {
    const exclusion = { dealId: null, account: "acme", approver: "Mara Lind", reason: "In dispute" };
    expect(why({}, {}, [exclusion])).toBe("Left out by Mara Lind: In dispute");
  });
});

describe("how a book did", () => {
  const of = (opening: string, closing: string, kept: string | null = null) =>
    BookAccountMeasure.parse({ account: "a", opening, closing, kept, heldFrom: null });
  it("is unknown, and not 0, without ARR at the opening", () => {
    expect(bookRate("nrr", [of("0", "100")])).toBeNull();
    expect(bookRate("grr", [])).toBeNull();
    expect(bookRate("logo-retention", [of("0", "100")])).toBeNull();
  });
  it("by GRR takes what was kept where that is told: ARR lost and won back within the period is lost", () => {
    expect(bookRate("grr", [of("100", "100", "60")])).toEqual({ n: 3n, d: 5n });
  });
});

it("an account is kept at its floor exactly", () => {
  expect(isKept("1000", "950", "95")).toBe(true);
  expect(isKept("1000", "949", "95")).toBe(false);
  expect(isKept("0", null, "100")).toBe(false);
});
