import { describe, expect, it } from "vitest";
import { day, instant } from "../kernel/index.ts";
import { lifecycleChecks } from "./checks.ts";
import { customerOf } from "./plain-customer.ts";
import { tryMove } from "./try-move.ts";

const on = day("2026-03-10");
const now = instant("2026-03-10T09:00:00Z");
const { record, rules } = customerOf({
  entries: [
    {
      at: "2026-01-05",
      entry: { of: "deal_closed", opportunity: null, signedOn: day("2026-01-05") },
    },
  ],
});
const told = (to: "won" | "onboarded" | "adopted", missing: readonly string[]) =>
  lifecycleChecks.move_refused(
    record,
    rules,
    { of: "move_refused", to, missing: [...missing] },
    { at: now, on, now, role: null },
  );

describe("a refused move on record", () => {
  it("is kept as the gate refused it", () => {
    const { outcome, missing } = tryMove(record, rules, "onboarded", on);
    expect(outcome).toBe("refused");
    expect(
      told(
        "onboarded",
        missing.map(({ label }) => label),
      ),
    ).toBeNull();
  });

  it("is not kept for reasons the gate does not give, nor where nothing was refused", () => {
    expect(told("onboarded", ["Technical completion"])).toContain("Ask again");
    expect(told("won", ["Technical completion"])).toContain("Ask again");
  });

  it("changes nothing about where the account stands", () => {
    const missing = tryMove(record, rules, "onboarded", on).missing.map(({ label }) => label);
    const asked = customerOf({
      entries: [
        {
          at: "2026-01-05",
          entry: { of: "deal_closed", opportunity: null, signedOn: day("2026-01-05") },
        },
        { at: "2026-03-10", entry: { of: "move_refused", to: "onboarded", missing } },
      ],
    });
    expect(tryMove(asked.record, asked.rules, "onboarded", on)).toEqual(
      tryMove(record, rules, "onboarded", on),
    );
  });
});
