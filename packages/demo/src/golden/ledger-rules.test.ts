import { createHash } from "node:crypto";
import { factsKnownAt } from "@termwise/core/facts";
import { houseLedgerPolicy, ledgerRules, movementsOf } from "@termwise/core/ledger";
import { expect, it } from "vitest";
import { goldenCompany } from "./golden-company.ts";

const plain = (_key: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);

// When this fails because the rules changed: raise `ledgerRules`, or stores keep the movements of the old rules. When
// the golden company itself changed, the number stays.
it("the same facts give other movements only under another number of the rules", () => {
  const ledgers = movementsOf(factsKnownAt(goldenCompany().facts, null), houseLedgerPolicy);
  const movements = createHash("sha256").update(JSON.stringify(ledgers, plain)).digest("hex").slice(0, 16);
  expect({ ledgerRules, movements }).toEqual({ ledgerRules: 1, movements: "c574564e37b84c0b" });
});
