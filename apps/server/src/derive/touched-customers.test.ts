import { factsKnownAt, noFacts } from "@termwise/core/facts";
import { AccountId, day, instant } from "@termwise/core/kernel";
import { houseLedgerPolicy } from "@termwise/core/ledger";
import { expect, it } from "vitest";
import { touchedCustomers } from "./touched-customers.ts";

const id = (name: string) => AccountId.parse(`acc_${name}`);
const merge = (from: string, into: string, second: number) => ({
  kind: "merge" as const,
  accountId: id(from),
  intoId: id(into),
  effectiveOn: day("1900-01-01"),
  recordedAt: instant(`2026-01-01T00:00:0${second}Z`),
  source: { system: "test", key: `merge ${from}`, file: null, line: null },
});

it("a circle of merges that is broken touches everybody who was in it, however far from the change", () => {
  const circle = [merge("A", "B", 1), merge("B", "C", 1), merge("C", "D", 1), merge("D", "A", 1)];
  const all = { ...noFacts, merges: [...circle, merge("D", "E", 2)] };
  const touched = touchedCustomers(all, factsKnownAt(all, null), [id("D"), id("E")], houseLedgerPolicy);
  expect(touched).toEqual(["A", "B", "C", "D", "E"].map(id));
});
