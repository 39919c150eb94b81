import type { ContractLine, FactSet } from "@termwise/core/facts";
import { type AccountId, Currency, day, instant } from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { describe, expect, it } from "vitest";
import { Books } from "./books.ts";
import { knownOf } from "./known-facts.ts";

const source = { file: "lines.csv", line: 2, key: "L-1" };
const [a, b] = ["acc_A" as AccountId, "acc_B" as AccountId];
const first = instant("2025-01-01T10:00:00Z");

/** One contract line, first told as the account's of one owner, later as another's. */
function moved(): FactSet {
  const line = (accountId: AccountId, recordedAt: string) =>
    ({
      kind: "line",
      lineId: "lin_1",
      accountId,
      product: "Platform",
      productKind: "subscription",
      lineKind: "recurring",
      region: null,
      quantity: "1",
      price: { of: "amount", net: "1200", list: null, per: { unit: "year", count: 1 } },
      currency: "EUR",
      startsOn: "2025-01-01",
      endsOn: null,
      recordedAt,
      source,
    }) as unknown as ContractLine;
  const owner = (accountId: AccountId, value: string) => ({
    kind: "attribute",
    accountId,
    attribute: "csm",
    value,
    effectiveOn: "2025-01-01",
    recordedAt: first,
    source,
  });
  const account = (accountId: AccountId) => ({
    kind: "account",
    accountId,
    externalIds: {},
    recordedAt: first,
  });
  return {
    accounts: [account(a), account(b)],
    attributes: [owner(a, "ann"), owner(b, "bob")],
    merges: [],
    splits: [],
    lines: [line(a, "2025-02-01T10:00:00.000Z"), line(b, "2025-06-01T10:00:00.000Z")],
    fxRates: [],
  } as unknown as FactSet;
}

describe("the books of some owners", () => {
  const known = knownOf(moved());
  const whole = new Books(known, movementsOf(known.now, houseLedgerPolicy), Currency.parse("EUR"));
  const linesOf = (owner: string, asOf: string | null) =>
    whole
      .of(new Set([owner]), day("2025-12-01"))
      .factsAt(asOf === null ? null : instant(asOf))
      .lines.map(({ accountId }) => accountId);

  it("hold a line that became another account's as it was known: before with the one, from then on with the other", () => {
    expect([linesOf("ann", null), linesOf("bob", null)]).toEqual([[], [b]]);
    expect([linesOf("ann", "2025-11-30T23:59:59Z"), linesOf("bob", "2025-11-30T23:59:59Z")]).toEqual([
      [],
      [b],
    ]);
    expect([linesOf("ann", "2025-03-01T00:00:00Z"), linesOf("bob", "2025-03-01T00:00:00Z")]).toEqual([
      [a],
      [],
    ]);
  });
});
