// For tests: three customers with names, CSMs and a segment; one of them has left.
import { AccountFact, AttributeFact, factsOfPlainLines, type PlainLine } from "@termwise/core/facts";

const year = { from: "2026-01-01" } as const;
const lines: PlainLine[] = [
  { account: "north", arr: "60000", ...year },
  { account: "south", arr: "30000", ...year },
  { account: "gone", arr: "12000", from: "2025-07-01", to: "2026-06-30" },
];

function attribute(account: string, name: "name" | "csm" | "segment", value: string) {
  return AttributeFact.parse({
    kind: "attribute",
    accountId: `acc_${account}`,
    attribute: name,
    value,
    effectiveOn: "2020-01-01",
    recordedAt: "2026-01-01T00:00:00Z",
    source: { system: "plain", key: `${account} ${name}` },
  });
}

const accounts = ["north", "south", "gone"].map((account) =>
  AccountFact.parse({
    kind: "account",
    accountId: `acc_${account}`,
    externalIds: {},
    effectiveOn: "2020-01-01",
    recordedAt: "2026-01-01T00:00:00Z",
    source: { system: "plain", key: account },
  }),
);
const attributes = [
  attribute("north", "name", "Northwind"),
  attribute("south", "name", "Southridge"),
  attribute("gone", "name", "Gone Ltd"),
  attribute("north", "csm", "Kim"),
  attribute("south", "csm", "Ana"),
  attribute("north", "segment", "Enterprise"),
];

/** The facts of the three customers. */
export const plainCompany = { ...factsOfPlainLines(lines), accounts, attributes };
