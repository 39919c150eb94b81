import { Currency, day } from "@termwise/core/kernel";
import { describe, expect, it } from "vitest";
import { bridgeRows } from "./bridge-rows.ts";
import type { BridgeView } from "./bridge-view.ts";

const step = (of: string, amount: bigint, reasons: Record<string, bigint> = {}) => ({
  step: of,
  name: of,
  amount,
  accounts: 1,
  pp: null,
  reasons: Object.entries(reasons).map(([reason, part]) => ({
    reason: reason as "seats",
    name: reason,
    amount: part,
    accounts: 1,
    pp: null,
  })),
});
const bridge = (opening: bigint, steps: BridgeView["steps"]): BridgeView => ({
  currency: Currency.parse("USD"),
  opensOn: day("2025-12-31"),
  closesOn: day("2026-12-31"),
  opening,
  openingAccounts: 2,
  closing: opening + steps.reduce((sum, one) => sum + one.amount, 0n),
  closingAccounts: 2,
  closingPp: null,
  unexplained: 0n,
  steps,
});
const now = bridge(1000n, [
  step("expansion", 300n, { tier: 100n, seats: 200n }),
  step("churn", -100n, { price: -100n }),
  step("moved_in", 50n),
  step("fx", 7n),
]);
const then = bridge(500n, [step("expansion", 100n, { module: 100n })]);

describe("bridgeRows", () => {
  it("UX-04: leads from opening to closing, each step from where the one before ended", () => {
    const rows = bridgeRows(now, null, true).filter((row) => row.kind !== "part");
    expect(rows.map((row) => [row.key, row.from, row.to])).toEqual([
      ["opening", 0n, 1000n],
      ["new", 1000n, 1000n],
      ["reactivation", 1000n, 1000n],
      ["expansion", 1000n, 1300n],
      ["contraction", 1300n, 1300n],
      ["churn", 1300n, 1200n],
      ["fx", 1200n, 1207n],
      ["moved_in", 1207n, 1257n],
      ["moved_out", 1257n, 1257n],
      ["closing", 0n, 1257n],
    ]);
  });

  it("has moved in and out only where membership can change, and FX only where rates moved something", () => {
    const keys = (view: BridgeView, membership: boolean) =>
      bridgeRows(view, null, membership).map((row) => row.key);
    expect(keys(then, true)).toEqual(expect.arrayContaining(["moved_in", "moved_out"]));
    expect(keys(then, false)).not.toEqual(expect.arrayContaining(["moved_in"]));
    expect(keys(then, false)).not.toContain("fx");
  });

  it("splits a step by reason, the largest first, with those of the period compared with", () => {
    const parts = bridgeRows(now, then, true).filter((row) => row.kind === "part");
    expect(parts.map((row) => [row.key, row.from, row.to, row.earlier?.amount])).toEqual([
      ["expansion.seats", 1000n, 1200n, 0n],
      ["expansion.tier", 1200n, 1300n, 0n],
      ["expansion.module", 1300n, 1300n, 100n],
      ["churn.price", 1300n, 1200n, 0n],
    ]);
    expect(parts.find((row) => row.key === "expansion.module")?.name).toBe("module");
  });

  it("tells changes as an amount and as points of each one's own opening", () => {
    const expansion = bridgeRows(now, then, true).find((row) => row.key === "expansion");
    expect(expansion).toMatchObject({ pp: "30.0000", change: 200n, changePp: "10.0000" });
    expect(bridgeRows(now, bridge(0n, []), true)[3]).toMatchObject({ change: 300n, changePp: null });
  });
});
