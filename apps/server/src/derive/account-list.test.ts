import { type AccountFact, type AttributeFact, factsOfPlainLines } from "@termwise/core/facts";
import { AccountId, Currency, day, firstDay, instant } from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { bookOf } from "@termwise/core/retention";
import { expect, it } from "vitest";
import { accountsOn } from "./account-list.ts";

const stamp = (key: string) => ({
  effectiveOn: firstDay,
  recordedAt: instant("2026-01-01T00:00:00Z"),
  source: { system: "test", key, file: null, line: null },
});
const [old, kept] = [AccountId.parse("acc_old"), AccountId.parse("acc_kept")];
const record = (accountId: AccountId): AccountFact => ({
  kind: "account",
  accountId,
  externalIds: { crm: accountId },
  ...stamp(accountId),
});
const says = (attribute: AttributeFact["attribute"], value: string): AttributeFact => ({
  kind: "attribute",
  accountId: old,
  attribute,
  value,
  ...stamp(`old ${attribute}`),
});

it("a joined customer is called and placed in the list as its figures call and place it", () => {
  const facts = {
    ...factsOfPlainLines([{ account: "old", from: "2025-01-01", arr: "1200" }]),
    accounts: [record(old), record(kept)],
    attributes: [says("name", "Alder"), says("segment", "Growth")],
    merges: [{ kind: "merge" as const, accountId: old, intoId: kept, ...stamp("merge") }],
  };
  const usd = Currency.parse("USD");
  const book = bookOf(facts, movementsOf(facts, houseLedgerPolicy), houseLedgerPolicy, usd);
  expect(book.accounts.map(({ name }) => name)).toEqual(["Alder"]);
  expect(accountsOn(facts, book, day("2025-06-30"))).toMatchObject([
    { accountId: kept, name: "Alder", segment: "Growth", arr: 120000n, status: "customer" },
  ]);
});
