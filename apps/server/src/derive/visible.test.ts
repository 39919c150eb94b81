import { AccountFact, AttributeFact, ContractLine, type FactSet, noFacts } from "@termwise/core/facts";
import { AccountId, Currency, day, instant } from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { describe, expect, it } from "vitest";
import { Books } from "./books.ts";
import { knownOf } from "./known-facts.ts";

const [a, b] = [AccountId.parse("acc_A"), AccountId.parse("acc_B")];
const stamp = (recordedAt: string, key: string) => ({
  effectiveOn: "2025-01-01",
  recordedAt,
  source: { system: "test", key, file: "lines.csv", line: 2 },
});
const first = "2025-01-01T10:00:00.000Z";

/** One contract line, first told as the account's of one owner, later as another's. */
function moved(): FactSet {
  const line = (accountId: AccountId, recordedAt: string) =>
    ContractLine.parse({
      kind: "line",
      lineId: "line_1",
      accountId,
      product: "Platform",
      productKind: "core",
      lineKind: "recurring",
      region: null,
      quantity: "1",
      price: { of: "amount", net: "1200", list: null, per: { unit: "year", count: 1 } },
      currency: "EUR",
      billing: null,
      startsOn: "2025-01-01",
      endsOn: null,
      signedOn: null,
      noticeOn: null,
      autoRenew: null,
      renews: null,
      totalContractValue: null,
      payment: null,
      sourcedBy: null,
      withdrawn: false,
      ...stamp(recordedAt, "line 1"),
    });
  const owner = (accountId: AccountId, value: string) =>
    AttributeFact.parse({
      kind: "attribute",
      accountId,
      attribute: "csm",
      value,
      ...stamp(first, `csm ${accountId}`),
    });
  const account = (accountId: AccountId) =>
    AccountFact.parse({ kind: "account", accountId, externalIds: {}, ...stamp(first, accountId) });
  return {
    ...noFacts,
    accounts: [account(a), account(b)],
    attributes: [owner(a, "ann"), owner(b, "bob")],
    lines: [line(a, "2025-02-01T10:00:00.000Z"), line(b, "2025-06-01T10:00:00.000Z")],
  };
}

describe("the books of some owners", async () => {
  const known = await knownOf(moved());
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
