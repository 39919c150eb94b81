import { describe, expect, it } from "vitest";
import type { AccountEntry, Cadence, WorkspaceEntry } from "../facts/index.ts";
import { addDays, day } from "../kernel/index.ts";
import { openClauses } from "./clause.ts";
import { historyOf } from "./history.ts";
import { customerOf, type PlainCustomer } from "./plain-customer.ts";
import {
  agreed,
  all,
  ana,
  confirmed,
  contract,
  deal,
  kickoff,
  moved,
  onboarded,
  stands,
  vera,
  without,
} from "./testing.ts";
import { type Journey, timeToOnboardByCsm } from "./velocity.ts";

const ruleOf = (
  segment: string,
  core: readonly (readonly [string, Cadence])[],
  seatShare: number,
): WorkspaceEntry => ({
  of: "adoption_rule",
  segment,
  coreFeatures: core.map(([feature, cadence]) => ({ feature, cadence })),
  coreModule: core[0]?.[0] ?? "",
  seatShare,
  idleDays: 14,
});

describe("Won", () => {
  it("S-02: a signed contract and a deal closed as won are enough, whatever is configured or used", () => {
    const standing = stands(
      { lines: [contract], entries: [{ at: "2026-01-05", entry: deal }] },
      "2026-01-06",
    );
    expect([standing.column, standing.earned, standing.gates.onboarded.passed]).toEqual([
      "won",
      "won",
      false,
    ]);
    // It waits to be onboarded, however long nobody signs in.
    const later = stands({ lines: [contract], entries: [{ at: "2026-01-05", entry: deal }] }, "2026-08-01");
    expect([later.column, openClauses(later.gates.onboarded)]).toEqual([
      "won",
      later.gates.onboarded.clauses,
    ]);
  });
  it("is not reached by a deal nobody has signed", () => {
    const unsigned: AccountEntry = { of: "deal_closed", opportunity: null, signedOn: null };
    const { earned, gates } = stands({ entries: [{ at: "2026-01-05", entry: unsigned }] }, "2026-01-06");
    expect(earned).toBeNull();
    expect(openClauses(gates.won).map(({ id }) => id)).toEqual(["contract_signed"]);
  });
});

describe("Onboarded", () => {
  it("S-01: an account nobody logged in to is not moved there; what is missing is listed", () => {
    const answer = moved(
      { lines: [contract], entries: [{ at: "2026-01-05", entry: deal }] },
      "onboarded",
      "2026-01-20",
    );
    expect(answer.outcome).toBe("refused");
    expect(answer.missing.map(({ id }) => id)).toEqual([...all, "csm_flag"]);
  });
  it("S-03: integration, first workflows, the champion by delegation of the sponsor and the flag make it so", () => {
    expect(stands(onboarded, "2026-02-03").earned).toBe("onboarded");
    expect(stands(onboarded, "2026-02-02").earned).toBe("won");
  });
  it("S-03: a champion without delegation confirms nothing, and the sponsor needs none", () => {
    const alone = (entry: AccountEntry): PlainCustomer => ({
      ...onboarded,
      entries: [...(without(onboarded, "confirmation").entries ?? []), { at: "2026-02-02", entry }],
    });
    expect(stands(alone(confirmed(ana, "champion", null)), "2026-02-10").earned).toBe("won");
    expect(stands(alone(confirmed(vera, "sponsor", null)), "2026-02-10").earned).toBe("onboarded");
  });
  it("does not count what was agreed or changed after the kickoff, and says so", () => {
    const late: PlainCustomer = {
      ...onboarded,
      entries: (onboarded.entries ?? []).map((one) =>
        one.entry.of === "criterion" && one.entry.criterion === "adoption_trigger"
          ? { ...one, at: "2026-01-11" }
          : one,
      ),
    };
    const [clause] = openClauses(stands(late, "2026-02-10").gates.onboarded);
    expect(clause).toMatchObject({ id: "adoption_trigger", state: "not_counted" });
    expect(clause?.says).toContain("2026-01-10");
  });
  it("is not reached by a kickoff that was held, nor by going live", () => {
    const held = {
      lines: [contract],
      entries: [
        { at: "2026-01-05", entry: deal },
        { at: "2026-01-10", entry: kickoff },
      ],
    };
    expect(stands(held, "2026-06-01").earned).toBe("won");
  });
  it("goes by a waiver as long as it lasts, shown as a waiver", () => {
    const waived: PlainCustomer = {
      ...without(onboarded, "confirmation"),
      entries: [
        ...(without(onboarded, "confirmation").entries ?? []),
        {
          at: "2026-02-04",
          entry: {
            of: "waiver",
            criterion: "sponsor_confirmation",
            reason: "On leave.",
            role: "cs_manager",
            expiresOn: day("2026-03-01"),
          },
        },
      ],
    };
    expect(stands(waived, "2026-02-10")).toMatchObject({ earned: "onboarded" });
    expect(stands(waived, "2026-02-10").gates.onboarded.clauses.some(({ state }) => state === "waived")).toBe(
      true,
    );
    expect(stands(waived, "2026-03-01").earned).toBe("won");
  });
  it("is moved back with a reason, and evidence counts anew from then on", () => {
    const back: PlainCustomer = {
      ...onboarded,
      entries: [
        ...(onboarded.entries ?? []),
        { at: "2026-03-01", entry: { of: "setback", to: "won", reason: "The use case changed." } },
      ],
    };
    const { earned, history } = stands(back, "2026-03-02");
    expect([earned, history.at(-1)?.kind, history.at(-1)?.reason]).toEqual([
      "won",
      "back",
      "The use case changed.",
    ]);
  });
  it("S-35: ten seats and fifty have criteria and rules of their own: what is enough for the one is not for the other", () => {
    const rules: PlainCustomer["rules"] = [
      { on: "2026-01-01", entry: ruleOf("SMB", [["Inbox", "weekly"]], 30) },
      { on: "2026-01-01", entry: ruleOf("Mid-market", [["Inbox", "daily"]], 60) },
    ];
    const customer = (segment: string, trigger: string, seats: number): PlainCustomer => ({
      lines: [{ ...contract, seats }],
      segment,
      rules,
      entries: [
        { at: "2026-01-05", entry: deal },
        { at: "2026-01-06", entry: agreed("adoption_trigger", trigger) },
      ],
      usage: [{ on: "2026-01-19", feature: "Inbox", users: 4, uses: 9, activeDays: 2 }],
    });
    const small = stands(customer("SMB", "3 of 10 seats in one week.", 10), "2026-01-20");
    const large = stands(customer("Mid-market", "40 of 50 seats in one week.", 50), "2026-01-20");
    const agreedFor = ({ gates }: typeof small) =>
      openClauses(gates.onboarded).find(({ id }) => id === "adoption_trigger")?.says;
    expect(agreedFor(small)).toContain("3 of 10 seats");
    expect(agreedFor(large)).toContain("40 of 50 seats");
    expect(openClauses(small.gates.adopted)).toEqual([]);
    expect(openClauses(large.gates.adopted).map(({ label }) => label)).toEqual([
      "Inbox, daily",
      "Active seats, 60 % or more",
    ]);
  });
});

describe("S-12: a book of 35 accounts of a CSM", () => {
  const onboardedAfter = (days: number, csm: string): Journey => {
    const flagged = (onboarded.entries ?? []).map((one) =>
      one.entry.of === "onboarded_flag" ? { ...one, at: addDays(day("2026-01-05"), days) } : one,
    );
    const { record, rules } = customerOf({ ...onboarded, entries: flagged, owners: { csm } });
    return { record, history: historyOf(record, rules, day("2026-06-30")) };
  };
  const book = Array.from({ length: 35 }, (_, account) => onboardedAfter(29 + account, "Mara Klein"));

  it("has the median of its days from Won to Onboarded, beside that of another book", () => {
    const byCsm = timeToOnboardByCsm([...book, onboardedAfter(100, "Ben Ode")]);
    expect(byCsm.map(({ csm, days, medianDays }) => [csm, days.length, medianDays])).toEqual([
      ["Ben Ode", 1, 100],
      ["Mara Klein", 35, 46],
    ]);
  });
});
