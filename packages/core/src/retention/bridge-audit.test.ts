import { describe, expect, it } from "vitest";
import { attribute, book, facts, line, rate } from "../../test-oracle/build.ts";
import type { FactSet } from "../facts/index.ts";
import { day, parsePeriod } from "../kernel/index.ts";
import type { Movement } from "../ledger/index.ts";
import {
  type Book,
  bridgeAudit,
  bridgeOf,
  houseRetentionPolicy,
  type RetentionPolicy,
  windowOf,
} from "./index.ts";

const growing = facts([
  line("1", { net: "100", from: "2024-01-01" }),
  line("2", { net: "20", from: "2025-05-01", product: "Reports" }),
  line("3", { account: "B", net: "50", from: "2024-06-01", to: "2025-08-31" }),
]);
const audited = (of: Book, policy: Partial<RetentionPolicy> = {}) =>
  bridgeAudit(windowOf(of, parsePeriod("2025"), { ...houseRetentionPolicy, ...policy }));

/** The same book with movements of one account rewritten: a ledger that somebody has meddled with. */
function meddled(of: FactSet, change: (movement: Movement) => Movement): Book {
  const own = book(of);
  const accounts = own.accounts.map((account) => ({ ...account, movements: account.movements.map(change) }));
  return { ...own, accounts };
}

describe("bridgeAudit", () => {
  it("finds nothing in a ledger whose movements explain every balance", () => {
    expect(audited(book(growing))).toEqual({ unexplained: 0n, suspects: [] });
  });

  it("finds nothing where rates move, at constant and at reported rates", () => {
    const abroad = book(
      facts([line("1", { net: "100", from: "2024-01-01", currency: "EUR" })], {
        fxRates: [rate("EUR", "USD", "1.1", "2024-01-01"), rate("EUR", "USD", "1.3", "2025-06-01")],
      }),
    );
    for (const fx of ["constant", "reported"] as const)
      expect(audited(abroad, { fx })).toEqual({ unexplained: 0n, suspects: [] });
  });

  it("tells the amount, the account and the day where a balance moved by more than its movement", () => {
    const broken = meddled(growing, (movement) =>
      movement.on === day("2025-05-01") ? { ...movement, balance: movement.balance + 700n } : movement,
    );
    expect(audited(broken)).toEqual({
      unexplained: 700n,
      suspects: [{ accountId: "acc_A", name: "acc_A", on: "2025-05-01", unexplained: 700n }],
    });
  });

  it("does not let two faults that cancel out hide each other", () => {
    const broken = meddled(growing, (movement) => {
      const shift = movement.on === day("2025-05-01") ? 700n : movement.kind === "churn" ? -700n : 0n;
      return { ...movement, amount: movement.amount + shift };
    });
    const { unexplained, suspects } = audited(broken);
    expect(unexplained).toBe(0n);
    expect(suspects.map((one) => [one.accountId, one.unexplained])).toEqual([
      ["acc_A", -700n],
      ["acc_B", 700n],
    ]);
  });

  it("leaves faults before the period and of accounts outside of the slice alone", () => {
    const earlier = meddled(growing, (movement) =>
      movement.on === day("2024-01-01") ? { ...movement, amount: movement.amount + 1n } : movement,
    );
    expect(audited(earlier).suspects).toEqual([]);
    const other = facts([...growing.lines], { attributes: [attribute("A", "segment", "SMB", "2024-01-01")] });
    const broken = meddled(other, (movement) =>
      movement.on === day("2025-05-01") ? { ...movement, amount: 1n } : movement,
    );
    const window = windowOf(broken, parsePeriod("2025"), houseRetentionPolicy, { segment: ["Mid"] });
    expect(bridgeAudit(window).suspects).toEqual([]);
  });
});

describe("the ARR bridge by reason", () => {
  it("has what was said of each loss as the reasons of churn, and their sum is the step", () => {
    const window = windowOf(book(growing), parsePeriod("2025"), houseRetentionPolicy);
    const churn = (said: Parameters<typeof bridgeOf>[1]) =>
      bridgeOf(window, said).steps.find((step) => step.kind === "churn");
    expect(churn(() => "competitor")).toMatchObject({
      amount: -5000n,
      reasons: [{ reason: "competitor", amount: -5000n, accounts: 1 }],
    });
    expect(churn(() => null)?.reasons).toEqual([{ reason: "unsaid", amount: -5000n, accounts: 1 }]);
    expect(churn(undefined)?.reasons).toEqual([]);
  });
});
