import { describe, expect, it } from "vitest";
import type { AccountEntry } from "../facts/index.ts";
import { day } from "../kernel/index.ts";
import { openClauses } from "./clause.ts";
import type { PlainCustomer } from "./plain-customer.ts";
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
