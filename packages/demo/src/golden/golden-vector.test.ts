import { readFileSync } from "node:fs";
import { Currency, parsePeriod } from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { bookOf, type MetricTerm, metrics, RetentionPolicy, totalsOf } from "@termwise/core/retention";
import { describe, expect, it } from "vitest";
import { goldenVector } from "./golden-vector.ts";

const page = readFileSync(new URL("../../../../docs/retention.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| ([a-z-]+) \| `([^`]+)` \| ([\d.]+) % \|$/gm)].map(
  ([, term = "", policy = "", value = ""]) => ({ term, policy, value }),
);

const { facts } = goldenVector();
const usd = Currency.parse("USD");
const book = bookOf(facts, movementsOf(facts, houseLedgerPolicy), houseLedgerPolicy, usd);

describe("the golden vector in docs/retention.md", () => {
  it("is there whole", () => {
    expect(rows).toHaveLength(12);
  });

  it.each(rows)("$term under $policy is $value %", ({ term, policy, value }) => {
    expect(Object.keys(metrics)).toContain(term);
    const choices = Object.fromEntries(policy.split(" ").map((choice) => choice.split("=")));
    const totals = totalsOf(book, RetentionPolicy.parse(choices));
    const { numerator, denominator } = totals(term as MetricTerm, parsePeriod("2025"), {});
    expect(((Number(numerator) / Number(denominator)) * 100).toFixed(2)).toBe(value);
  });
});
