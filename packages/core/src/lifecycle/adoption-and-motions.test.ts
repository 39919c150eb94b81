import { describe, expect, it } from "vitest";
import type { AccountEntry, RenewalPreparation } from "../facts/index.ts";
import { type Day, day } from "../kernel/index.ts";
import { criteriaWritten } from "./checks.ts";
import { openClauses } from "./clause.ts";
import { customerOf, type PlainCustomer } from "./plain-customer.ts";
import { renewalOn } from "./renewal.ts";
import { contract, deal, moved, onboarded, stands } from "./testing.ts";

const crm: PlainCustomer["rules"] = [
  {
    on: "2026-01-01",
    entry: {
      of: "adoption_rule",
      segment: null,
      coreFeatures: [
        { feature: "CRM", cadence: "daily" },
        { feature: "Pipeline report", cadence: "weekly" },
      ],
      coreModule: "CRM",
      seatShare: 80,
      idleDays: 14,
    },
  },
];
const using = (users: number, on: string): PlainCustomer => ({
  ...onboarded,
  rules: crm,
  usage: [
    { on, feature: "CRM", users, uses: users * 20, activeDays: 5, seats: 10 },
    { on, feature: "Pipeline report", users: 1, uses: 1, activeDays: 1 },
  ],
});

describe("Adopted", () => {
  it("S-04: the core module daily, 8 of 10 seats and the weekly report", () => {
    expect(stands(using(8, "2026-03-01"), "2026-03-01").earned).toBe("adopted");
  });
  it("S-05: 2 of 10 seats and 14 days without the core module is not Adopted, and every failing clause says why", () => {
    const idle: PlainCustomer = {
      ...onboarded,
      rules: crm,
      usage: [
        { on: "2026-03-01", feature: "CRM", users: 2, uses: 4, activeDays: 2, seats: 10 },
        { on: "2026-03-15", feature: "Pipeline report", users: 2, uses: 2, activeDays: 1, seats: 10 },
      ],
    };
    const { earned, gates } = stands(idle, "2026-03-15");
    expect(earned).toBe("onboarded");
    expect(openClauses(gates.adopted).map(({ id, state }) => [id, state])).toEqual([
      ["feature:CRM", "failing"],
      ["seat_share", "failing"],
      ["core_module", "failing"],
    ]);
  });
  it("counts a day once of which a file and events tell: two days of use are not four", () => {
    const twice = (activeDays: number): PlainCustomer => ({
      ...using(8, "2026-03-01"),
      usage: [
        { on: "2026-03-01", feature: "CRM", users: 8, uses: 9, activeDays, seats: 10 },
        { on: "2026-02-27", feature: "CRM", users: 8, uses: 9, activeDays: 1, seats: 10, days: 1 },
        { on: "2026-02-26", feature: "CRM", users: 8, uses: 9, activeDays: 1, seats: 10, days: 1 },
        { on: "2026-03-01", feature: "Pipeline report", users: 1, uses: 1, activeDays: 1 },
      ],
    });
    expect(stands(twice(3), "2026-03-01").earned).toBe("onboarded");
    expect(stands(twice(5), "2026-03-01").earned).toBe("adopted");
  });
  it("is not reached by logins: a login is not use", () => {
    const logins = {
      ...onboarded,
      rules: crm,
      usage: [{ on: "2026-03-01", users: 10, uses: 100, seats: 10, activity: "login" as const }],
    };
    expect(stands(logins, "2026-03-01").earned).toBe("onboarded");
  });
  it("is never set by hand: asking for it is answered with what usage has to show", () => {
    const answer = moved(using(2, "2026-03-01"), "adopted", "2026-03-01");
    expect([answer.outcome, answer.next]).toEqual(["refused", []]);
    expect(answer.says).toContain("measured, never set by hand");
  });
  it("falls back by itself when usage shows less, and goes stale when no readings come at all", () => {
    const less = {
      ...using(8, "2026-03-01"),
      usage: [...(using(8, "2026-03-01").usage ?? []), ...(using(3, "2026-03-08").usage ?? [])],
    };
    expect(stands(less, "2026-03-08")).toMatchObject({ earned: "onboarded", staleSince: null });
    const silent = stands(using(8, "2026-03-01"), "2026-04-20");
    expect([silent.earned, silent.staleSince !== null]).toEqual(["adopted", true]);
  });
  it("without Onboarded ever shown is told as a skipped stage", () => {
    const skipping = { ...using(9, "2026-03-01"), entries: [{ at: "2026-01-05", entry: deal }] };
    expect(stands(skipping, "2026-03-01")).toMatchObject({ earned: "adopted", skipped: ["onboarded"] });
  });
});

const begunFor = (termEndsOn: Day): AccountEntry => ({
  of: "renewal_started",
  termEndsOn,
  owner: { name: "Ana", role: "csm" },
});
const stepOf = (
  termEndsOn: Day,
  step: RenewalPreparation,
  plannedOn: string,
  doneOn: string | null,
): AccountEntry => ({
  of: "renewal_step",
  termEndsOn,
  step,
  plannedOn: day(plannedOn),
  doneOn: doneOn === null ? null : day(doneOn),
  note: null,
});

describe("motions", () => {
  it("S-07: a term to 1 November opens at T-120, starts by 1 August and is prepared before 1 October", () => {
    const { record, rules } = customerOf({
      lines: [{ from: "2025-11-02", to: "2026-11-01", arr: "1000" }],
      owners: { csm: "Ana", renewal_owner: "csm" },
    });
    expect(renewalOn(record, rules, day("2026-07-01"))).toMatchObject({
      opensOn: "2026-07-04",
      latestStartOn: "2026-08-01",
      preparedBefore: "2026-10-01",
      state: "not_open",
      owner: { name: "Ana", role: "csm" },
    });
    expect(renewalOn(record, rules, day("2026-08-01"))?.state).toBe("due");
    expect(renewalOn(record, rules, day("2026-08-02"))?.state).toBe("late");
  });
  it("S-07: health check, expansion talk and contract review lie before 1 October, each late from then on", () => {
    const term = day("2026-11-01");
    const steps = (health: string | null): PlainCustomer => ({
      lines: [{ from: "2025-11-02", to: "2026-11-01", arr: "1000" }],
      owners: { csm: "Ana", renewal_owner: "csm" },
      entries: [
        { at: "2026-07-30", entry: begunFor(term) },
        { at: "2026-07-30", entry: stepOf(term, "health_check", "2026-09-01", health) },
        { at: "2026-07-30", entry: stepOf(term, "expansion_talk", "2026-09-20", null) },
      ],
    });
    const states = (plain: PlainCustomer, on: string) => {
      const { record, rules } = customerOf(plain);
      const { state, preparations } = renewalOn(record, rules, day(on)) ?? {};
      return [state, ...(preparations ?? []).map((one) => `${one.step} ${one.state}`)];
    };
    expect(states(steps(null), "2026-08-31")).toEqual([
      "started",
      "health_check planned",
      "expansion_talk planned",
      "contract_review unplanned",
    ]);
    expect(states(steps("2026-09-02"), "2026-09-30")).toEqual([
      "started",
      "health_check done",
      "expansion_talk late",
      "contract_review unplanned",
    ]);
    expect(states(steps("2026-09-02"), "2026-10-01")).toEqual([
      "started",
      "health_check done",
      "expansion_talk late",
      "contract_review late",
    ]);
  });
  it("S-07: the board shows it in Renewal from T-120 on, and somebody who answers for it or that nobody does", () => {
    const term = { from: "2025-11-02", to: "2026-11-01", arr: "1000" };
    expect(stands({ lines: [term] }, "2026-07-03").column).toBe("won");
    const open = stands({ lines: [term] }, "2026-07-04");
    expect([open.column, open.columnSince, open.renewal?.owner]).toEqual(["renewal", "2026-07-04", null]);
    expect(open.renewal?.says).toContain("Nobody owns this renewal");
  });
  it("an open renewal takes the column, and the earned stage stays in sight", () => {
    expect(stands(onboarded, "2026-10-01")).toMatchObject({ column: "renewal", earned: "onboarded" });
  });
  it("S-36: without a CSM the AM renews, and stages are told just the same", () => {
    const small = { ...onboarded, owners: { am: "Ben", renewal_owner: "am" } };
    const standing = stands(small, "2026-10-01");
    expect([standing.earned, standing.renewal?.owner?.name]).toEqual(["onboarded", "Ben"]);
  });
  it("churn is the day of the ledger's churn, cannot be set by hand, and a new deal begins anew", () => {
    const left: PlainCustomer = { ...onboarded, lines: [{ ...contract, to: "2026-06-30" }] };
    expect(moved(left, "churn", "2026-03-01")).toMatchObject({ outcome: "refused" });
    expect(stands(left, "2026-08-15")).toMatchObject({
      column: "churn",
      columnSince: "2026-07-01",
      earned: null,
    });
    const back = stands(
      { ...left, lines: [...(left.lines ?? []), { from: "2026-12-01", to: "2027-11-30", arr: "900" }] },
      "2026-12-02",
    );
    expect([back.earned, back.returns]).toEqual(["won", 1]);
  });
  it("what was agreed in an earlier life is history: whoever comes back agrees their criteria anew", () => {
    const again: PlainCustomer = {
      ...onboarded,
      lines: [
        { ...contract, to: "2026-06-30" },
        { from: "2026-12-01", to: "2027-11-30", arr: "900" },
      ],
    };
    const written = (on: string) => criteriaWritten(customerOf(again).record, day(on));
    expect(written("2026-03-01")).toMatchObject({ kickoffAt: "2026-01-10T12:00:00.000Z" });
    expect(written("2026-03-01").criteria).toHaveLength(4);
    expect(written("2026-12-02")).toEqual({ kickoffAt: null, criteria: [] });
  });
});
