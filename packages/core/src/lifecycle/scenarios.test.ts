import { describe, expect, it } from "vitest";
import type { AccountEntry, OnboardingCriterion } from "../facts/index.ts";
import { ContactId, day } from "../kernel/index.ts";
import { openClauses } from "./clause.ts";
import { customerOf, type PlainCustomer } from "./plain-customer.ts";
import { renewalOn } from "./renewal.ts";
import { standingOn } from "./standing.ts";
import { tryMove } from "./try-move.ts";

const vera = ContactId.parse("con_vera");
const ana = ContactId.parse("con_ana");
const contract = { from: "2026-01-05", to: "2026-12-31", seats: 10, price: "150", per: "month" } as const;
const deal: AccountEntry = { of: "deal_closed", opportunity: "O-1", signedOn: day("2026-01-04") };
const role = (contactId: ContactId, as: "sponsor" | "champion"): AccountEntry => ({
  of: "contact_role",
  contactId,
  role: as,
  state: "active",
  since: day("2026-01-01"),
  influence: null,
  sentiment: null,
  counterpart: null,
  note: null,
});
const agreed = (criterion: OnboardingCriterion, text = "As agreed."): AccountEntry => ({
  of: "criterion",
  criterion,
  text,
  from: null,
});
const shown = (
  criterion: "technical_completion" | "adoption_trigger" | "success_milestone",
): AccountEntry => ({
  of: "evidence",
  criterion,
  observed: "Seen in the product.",
  link: null,
  expiresOn: null,
});
const confirmed = (
  contactId: ContactId,
  as: "sponsor" | "champion",
  delegatedBy: ContactId | null,
): AccountEntry => ({
  of: "confirmation",
  contactId,
  role: as,
  delegatedBy,
  observed: "The primary use case runs.",
  link: null,
  expiresOn: null,
});
const kickoff: AccountEntry = {
  of: "kickoff",
  attendedBy: [],
  successCriteria: null,
  timeline: null,
  goLiveOn: null,
  plan: null,
};
const flag: AccountEntry = { of: "onboarded_flag", value: true };
const all = [
  "technical_completion",
  "adoption_trigger",
  "success_milestone",
  "sponsor_confirmation",
] as const;
const people = [
  { at: "2026-01-04", entry: role(vera, "sponsor") },
  { at: "2026-01-04", entry: role(ana, "champion") },
];
const beforeKickoff = all.map((criterion) => ({ at: "2026-01-08", entry: agreed(criterion) }));
const proven = (["technical_completion", "adoption_trigger", "success_milestone"] as const).map(
  (criterion) => ({
    at: "2026-02-01",
    entry: shown(criterion),
  }),
);
const onboarded: PlainCustomer = {
  lines: [contract],
  entries: [
    { at: "2026-01-05", entry: deal },
    ...people,
    ...beforeKickoff,
    { at: "2026-01-10", entry: kickoff },
    ...proven,
    { at: "2026-02-02", entry: confirmed(ana, "champion", vera) },
    { at: "2026-02-03", entry: flag },
  ],
};
const stands = (plain: PlainCustomer, on: string) => {
  const { record, rules } = customerOf(plain);
  return standingOn(record, rules, day(on));
};
const moved = (plain: PlainCustomer, to: "onboarded" | "adopted" | "churn", on: string) => {
  const { record, rules } = customerOf(plain);
  return tryMove(record, rules, to, day(on));
};
const without = (plain: PlainCustomer, of: AccountEntry["of"]): PlainCustomer => ({
  ...plain,
  entries: (plain.entries ?? []).filter(({ entry }) => entry.of !== of),
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
  it("S-35: a segment's criteria are its own texts: ten seats are not fifty", () => {
    const small = openClauses(
      stands(
        {
          ...onboarded,
          segment: "SMB",
          entries: [
            { at: "2026-01-05", entry: deal },
            { at: "2026-01-06", entry: agreed("adoption_trigger", "3 of 10 seats in one week.") },
          ],
        },
        "2026-01-20",
      ).gates.onboarded,
    );
    expect(small.find(({ id }) => id === "adoption_trigger")?.says).toContain("3 of 10 seats");
  });
});

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
});
