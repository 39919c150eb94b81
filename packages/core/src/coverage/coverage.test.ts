import { describe, expect, it } from "vitest";
import { AccountId, Currency, day } from "../kernel/index.ts";
import type { Movement } from "../ledger/index.ts";
import { type PlainRecord, recordOf } from "../people/index.ts";
import { readBy } from "./book-measures.ts";
import { coverageOn } from "./coverage.ts";
import { coveredBy } from "./coverage-model.ts";
import { icpFitOn } from "./icp-fit.ts";
import { ownershipGaps } from "./ownership-gaps.ts";
import { type PlainRules, rulesOf } from "./plain-rules.ts";
import { ruleVersions } from "./rules-in-force.ts";

const on = day("2025-06-01");
const coverageOf = (plain: PlainRecord, rules: PlainRules = {}, at = on) =>
  coverageOn(recordOf(plain), rulesOf(rules), { on: at, arr: 0n });

describe("rules of coverage", () => {
  const touch = (everyDays: number) => [{ model: "low_touch" as const, everyDays, when: [] }];
  const rules: PlainRules = {
    coverage: [
      { from: "2025-07-01", tiers: [], touch: touch(60), strategic: [] },
      { from: "2025-01-01", tiers: [], touch: touch(120), strategic: [] },
    ],
  };

  it("each day is read by the rules in force on it, in whatever order they were written", () => {
    expect(
      ["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"].map(
        (at) => coverageOf({}, rules, day(at)).everyDays,
      ),
    ).toEqual([90, 120, 120, 60]);
    expect(ruleVersions(rulesOf(rules), "coverage_rules").map(({ effectiveOn }) => effectiveOn)).toEqual([
      "2025-01-01",
      "2025-07-01",
    ]);
  });

  it("say why: the account itself, the rules, or those of the house", () => {
    expect(coverageOf({}).touch).toEqual({ value: "low_touch", because: "house_rules" });
    expect(coverageOf({}, rules).touch).toEqual({ value: "low_touch", because: "rules" });
    const own = coverageOf({ attributes: [{ attribute: "touch_model", value: "tech_touch" }] }, rules);
    expect(own.touch).toEqual({ value: "tech_touch", because: "account" });
    expect(own.everyDays).toBeNull();
  });

  it("an account can be taken out of the strategic ones by hand", () => {
    const strategic = [{ attribute: "region" as const, in: ["Europe"] }];
    const europe = { attribute: "region", value: "Europe" } as const;
    const all: PlainRules = { coverage: [{ from: "2025-01-01", tiers: [], touch: [], strategic }] };
    expect(coverageOf({ attributes: [europe] }, all).strategic).toEqual({ value: true, because: "rules" });
    const out = { attributes: [europe, { attribute: "strategic", value: "no" } as const] };
    expect(coverageOf(out, all).strategic).toEqual({ value: false, because: "account" });
  });

  it("a shifted profile changes the fit from its day on, and keeps the fit of the days before", () => {
    const profile = (from: string, region: string) => ({
      from,
      conditions: [{ name: region, weight: 1, when: { attribute: "region" as const, in: [region] } }],
    });
    const shifted = rulesOf({ icp: [profile("2025-01-01", "Europe"), profile("2025-06-01", "Asia")] });
    const record = recordOf({ attributes: [{ attribute: "region", value: "Europe" }] });
    const fitOn = (at: string) => icpFitOn(record, shifted, { on: day(at), arr: 0n });
    expect(fitOn("2025-05-31")?.fit).toEqual({ n: 1n, d: 1n });
    expect(fitOn("2025-06-01")?.fit).toEqual({ n: 0n, d: 1n });
    expect(fitOn("2025-06-01")?.since).toBe("2025-06-01");
  });
});

describe("who answers for what", () => {
  it("S-36 one person in both modes is told as such, whether it is the AE or an AM of the same name", () => {
    const ae = { attribute: "ae", value: "Theo Novak" } as const;
    const same = { attribute: "am", value: "Theo Novak" } as const;
    const other = { attribute: "am", value: "Rita Solano" } as const;
    const both = (attributes: PlainRecord["attributes"] = []) =>
      coveredBy(recordOf({ attributes }), on).bothModes;
    expect([both([ae]), both([ae, same]), both([ae, other]), both([])]).toEqual([true, true, false, false]);
  });

  it("S-12 a book of 35 accounts of a CSM: three figures first, expansion beside them where it is owned", () => {
    const account = (...said: PlainRecord["attributes"] & object) =>
      coveredBy(recordOf({ attributes: [{ attribute: "csm", value: "Mara Klein" }, ...said] }), on);
    const book = Array.from({ length: 34 }, () => account());
    const owned = account({ attribute: "expansion_owner", value: "csm" });
    expect(readBy("csm", [...book, owned])).toEqual({
      accounts: 35,
      primary: ["NRR of the book", "Health of the book", "Time to onboard"],
      secondary: ["Expansion ARR"],
      duties: ["success", "expansion"],
    });
    expect(readBy("csm", book).secondary).toEqual([]);
    const quota = account({ attribute: "renewal_owner", value: "csm" });
    expect(readBy("csm", [...book, quota]).duties).toEqual(["success", "renewal"]);
  });

  it("S-11 an AM without a CSM beside answers for success as well as for renewal and growth", () => {
    const alone = coveredBy(recordOf({ attributes: [{ attribute: "am", value: "Rita Solano" }] }), on);
    expect(readBy("am", [alone]).duties).toEqual(["renewal", "expansion", "success"]);
  });
});

describe("ownership gaps", () => {
  const growth = (at: string, sourcedBy: string | null): Movement => ({
    accountId: AccountId.parse("acc_A"),
    on: day(at),
    kind: "expansion",
    currency: Currency.parse("USD"),
    amount: 900_000n,
    balance: 2_700_000n,
    lifeBegan: day("2024-01-01"),
    parts: [],
    sourcedBy,
  });
  const gapsWith = (movements: readonly Movement[], plain: PlainRecord = {}) => {
    const record = { ...recordOf(plain), movements };
    const coverage = coverageOn(record, rulesOf({}), { on, arr: 0n });
    return ownershipGaps(record, { on, coverage, renewalOn: null });
  };

  it("D-4 growth the ledger booked and nobody is on record for is a gap, for a year", () => {
    const gaps = gapsWith([growth("2025-05-01", null), growth("2025-04-01", "Theo Novak")]);
    expect(gaps.filter((gap) => gap.of === "expansion")).toEqual([
      { of: "expansion", on: "2025-05-01", amount: 900_000n, currency: "USD" },
    ]);
    expect(gapsWith([growth("2024-06-01", null)]).some((gap) => gap.of === "expansion")).toBe(false);
    expect(gapsWith([growth("2025-07-01", null)]).some((gap) => gap.of === "expansion")).toBe(false);
  });

  it("O-11 an account of nobody says so once, and that renewal and growth have no owner", () => {
    expect(gapsWith([]).map(({ of }) => of)).toEqual(["nobody", "renewal_owner", "expansion_owner"]);
  });

  it("an owner who comes next month does not close the gap of today", () => {
    const plain: PlainRecord = {
      attributes: [
        { attribute: "csm", value: "Mara Klein", from: "2025-07-01" },
        { attribute: "renewal_owner", value: "csm" },
        { attribute: "expansion_owner", value: "csm" },
      ],
    };
    expect(gapsWith([], plain).map(({ of }) => of)).toEqual(["nobody", "renewal_owner", "expansion_owner"]);
  });
});
