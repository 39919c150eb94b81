import { describe, expect, it } from "vitest";
import { type EntryOf, JournalFact } from "../facts/index.ts";
import { day, EntryId } from "../kernel/index.ts";
import { churningCohorts, type HandedOver } from "./cohort-churn.ts";
import { reviewClock, reviewedOn } from "./reviews.ts";

function fact(on: string, entry: EntryOf<"term_review" | "term_trigger" | "term_set">): JournalFact {
  const key = EntryId.parse(`ent_${on.replaceAll("-", "")}${entry.of.replaceAll("_", "")}`);
  return JournalFact.parse({
    kind: "journal",
    entryId: key,
    accountId: null,
    at: `${on}T10:00:00.000Z`,
    by: null,
    withdrawn: null,
    entry,
    effectiveOn: on,
    recordedAt: `${on}T10:00:00.000Z`,
    source: { system: "termwise", key, file: null, line: null },
  });
}
const review = (on: string, terms: string[] = []) =>
  fact(on, { of: "term_review", set: "sales_cs", terms, note: null });
const trigger = (on: string, kind: EntryOf<"term_trigger">["trigger"]) =>
  fact(on, { of: "term_trigger", set: "sales_cs", trigger: kind, note: "It happened." });
const clock = (today: string, ...journal: JournalFact[]) => reviewClock(journal, "sales_cs", day(today));

describe("the review clock", () => {
  it("is due at once where there was no review yet", () => {
    expect(clock("2026-12-01")).toMatchObject({ last: null, dueOn: null, overdue: true });
  });
  it("is due a quarter after the last review of the whole set", () => {
    const held = [review("2026-10-15"), review("2026-11-20", ["nrr"])];
    expect(clock("2027-01-15", ...held)).toMatchObject({ dueOn: "2027-01-15", overdue: false });
    expect(clock("2027-01-16", ...held).overdue).toBe(true);
    expect(reviewedOn(held, "sales_cs", "nrr")).toBe("2026-11-20");
    expect(reviewedOn(held, "sales_cs", "grr")).toBe("2026-10-15");
  });
  it("keeps the months a workspace has set", () => {
    const set = fact("2026-10-01", {
      of: "term_set",
      set: "sales_cs",
      owner: null,
      approvers: [],
      financeSigns: true,
      minutes: 45,
      reviewMonths: 6,
    });
    expect(clock("2026-12-01", set, review("2026-10-15")).dueOn).toBe("2027-04-15");
  });
  it("is due within 30 days of a new leader, if that is earlier", () => {
    const held = clock("2026-11-20", review("2026-10-15"), trigger("2026-11-10", "new_leader"));
    expect(held).toMatchObject({ dueOn: "2026-12-10", overdue: false });
  });
  it("begins with what a shift of the ideal customer profile re-opens, then with what is used most", () => {
    const { first } = clock("2026-11-20", review("2026-10-15"), trigger("2026-11-10", "icp_shift"));
    expect(first.slice(0, 4)).toEqual(["icp", "onboarded", "health-score", "at-risk"]);
    expect(first).toContain("nrr");
  });
  it("counts a cohort that was found to churn like something reported", () => {
    const found = [{ on: day("2026-11-02"), note: "2026-Q1 lost 3 of 10" }];
    const held = reviewClock([review("2026-10-15")], "sales_cs", day("2026-11-20"), found);
    expect(held.dueOn).toBe("2026-12-02");
    expect(held.triggers).toEqual([
      { trigger: "cohort_churn", on: "2026-11-02", note: "2026-Q1 lost 3 of 10", by: null },
    ]);
  });
  it("takes a trigger as dealt with once the set was reviewed after it", () => {
    expect(clock("2026-11-20", trigger("2026-10-01", "product_line"), review("2026-10-15")).triggers).toEqual(
      [],
    );
  });
});

describe("churn although handoffs were complete", () => {
  const won = (wonOn: string, count: number, lost: number, complete = true): HandedOver[] =>
    Array.from({ length: count }, (_, i) => ({
      wonOn: day(wonOn),
      complete,
      lostOn: i < lost ? day(`${wonOn.slice(0, 4)}-${wonOn.slice(5, 7)}-28`) : null,
    }));
  const before = [...won("2025-05-10", 10, 1), ...won("2025-08-10", 10, 1)];

  it("is found where a quarter loses a tenth more of its customers than those before at the same age", () => {
    const found = churningCohorts([...before, ...won("2026-02-10", 10, 3)], day("2026-07-15"));
    expect(found).toEqual([
      {
        quarter: "2026-Q1",
        customers: 10,
        lost: 3,
        days: 106,
        before: { customers: 20, lost: 2 },
        since: "2026-06-29",
      },
    ]);
  });
  it("is not told of customers whose handoff had gaps, of too few, or of a quarter too young", () => {
    const on = day("2026-07-15");
    expect(churningCohorts([...before, ...won("2026-02-10", 10, 3, false)], on)).toEqual([]);
    expect(churningCohorts([...before, ...won("2026-02-10", 4, 4)], on)).toEqual([]);
    expect(churningCohorts([...before, ...won("2026-02-10", 10, 3)], day("2026-05-01"))).toEqual([]);
  });
});
