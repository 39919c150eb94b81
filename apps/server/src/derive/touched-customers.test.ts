import { type ContractLine, factsKnownAt, noFacts, type SplitFact } from "@termwise/core/facts";
import { AccountId, Currency, day, instant, LineId } from "@termwise/core/kernel";
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

it("a split that names a line of somebody else's earlier split touches whoever has the line", () => {
  const lineId = LineId.parse("line_1");
  const stamped = (key: string, second: number) => ({
    effectiveOn: day("1900-01-01"),
    recordedAt: instant(`2026-01-01T00:00:0${second}Z`),
    source: { system: "test", key, file: null, line: null },
  });
  const split = (from: string, to: string, second: number): SplitFact => ({
    kind: "split",
    accountId: id(from),
    toId: id(to),
    lineIds: [lineId],
    ...stamped(`split ${from}`, second),
  });
  const line: ContractLine = {
    kind: "line",
    lineId,
    accountId: id("D"),
    product: "Platform",
    productKind: "core",
    lineKind: "recurring",
    region: null,
    quantity: "1",
    price: { of: "amount", net: "100", list: null, per: { unit: "year", count: 1 } },
    currency: Currency.parse("USD"),
    billing: null,
    startsOn: day("2024-01-01"),
    endsOn: null,
    signedOn: null,
    noticeOn: null,
    autoRenew: null,
    renews: null,
    totalContractValue: null,
    payment: null,
    sourcedBy: null,
    withdrawn: false,
    ...stamped("line 1", 1),
  };
  const all = {
    ...noFacts,
    lines: [line],
    merges: [merge("A", "E", 1)],
    splits: [split("D", "A", 1), split("E", "A", 2)],
  };
  const touched = touchedCustomers(all, factsKnownAt(all, null), [id("E"), id("A")], houseLedgerPolicy);
  expect(touched).toContain(id("D"));
});
