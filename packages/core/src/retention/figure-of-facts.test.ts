import { describe, expect, it } from "vitest";
import { AttributeFact, FxRate, factsOfPlainLines, noFacts } from "../facts/index.ts";
import { Figure, type Term } from "../glossary/index.ts";
import { Currency, Failure, instant } from "../kernel/index.ts";
import { type FigureQuestion, figureOfFacts } from "./figure-of-facts.ts";
import type { MetricTerm } from "./metrics.ts";
import { terms } from "./terms.ts";

const term = <Id extends MetricTerm>(id: Id): Term & { readonly id: Id } => {
  const found = terms.find((one) => one.id === id);
  if (!found) throw new Error(`no term ${id}`);
  return { ...found, id };
};
const nrr = term("nrr");
const growing = factsOfPlainLines([
  { account: "A", from: "2024-01-01", to: "2025-06-30", arr: "100" },
  { account: "A", from: "2025-07-01", arr: "150" },
  { account: "B", from: "2024-01-01", to: "2025-02-28", arr: "100" },
]);
const eur = factsOfPlainLines([{ account: "A", from: "2024-01-01", arr: "100", currency: "EUR" }]);
const usd = Currency.parse("USD");
const stamp = { recordedAt: "2025-01-01T00:00:00Z", source: { system: "test", key: "1" } };

describe("one figure straight from facts", () => {
  it("is a whole figure: value, parts, period, policy, term and version", () => {
    const figure = figureOfFacts(growing, nrr, { period: "2025" });
    expect(Figure.parse(figure)).toEqual(figure);
    expect(figure).toMatchObject({
      term: "nrr",
      name: "Net Revenue Retention",
      version: 1,
      unit: "ratio",
      currency: "USD",
      value: "0.750000",
      numerator: "15000",
      denominator: "20000",
      period: { from: "2025-01-01", to: "2025-12-31", opensOn: "2024-12-31" },
      contributors: 2,
    });
  });
  it("follows the policy asked for, and refuses one that could show GRR above NRR", () => {
    const grr = term("grr");
    const of = (policy: FigureQuestion["policy"]) => figureOfFacts(growing, grr, { period: "2025", policy });
    expect(of({ grrMethod: "per_customer_min" }).policy["grrMethod"]).toBe("per_customer_min");
    expect(() => of({ grrMethod: "all_losses" })).toThrow(/all_movements/);
    expect(() => of({ grrMethod: "all_losses" })).toThrow(Failure);
  });
  it("is about a slice when asked for one", () => {
    const segment = AttributeFact.parse({
      kind: "attribute",
      accountId: "acc_A",
      attribute: "segment",
      value: "SMB",
      effectiveOn: "2024-01-01",
      ...stamp,
    });
    const facts = { ...growing, attributes: [segment] };
    expect(figureOfFacts(facts, nrr, { period: "2025", slice: { segment: ["SMB"] } }).value).toBe("1.500000");
    expect(figureOfFacts(facts, nrr, { period: "2025", slice: { segment: [""] } }).value).toBe("0.000000");
  });
  it("is unknown, with the reason, when nothing was held at the opening", () => {
    const figure = figureOfFacts(growing, nrr, { period: "2023" });
    expect(figure).toMatchObject({ value: null, numerator: null, denominator: null });
    expect(figure.reason).toMatch(/No ARR at the opening/);
  });
  it("is unknown, with the remedy, when a rate is missing; known when it is there", () => {
    const asked = { period: "2025", currency: usd };
    expect(figureOfFacts(eur, term("opening-arr"), asked)).toMatchObject({
      value: null,
      reason: expect.stringMatching(/No EUR to USD rate.*Import one/),
    });
    const rate = FxRate.parse({
      kind: "fx_rate",
      base: "EUR",
      quote: "USD",
      rate: "1.1",
      effectiveOn: "2024-01-01",
      ...stamp,
    });
    expect(figureOfFacts({ ...eur, fxRates: [rate] }, term("opening-arr"), asked).value).toBe("11000");
  });
  it("knows only what was recorded by the moment asked for", () => {
    const asOf = instant("1999-12-31T00:00:00Z");
    const figure = figureOfFacts(growing, nrr, { period: "2025", currency: usd, asOf });
    expect(figure).toMatchObject({ value: null, asOf: { recorded: asOf }, freshAt: null });
  });
  it("refuses a period that cannot be read, and facts that name no currency", () => {
    expect(() => figureOfFacts(growing, nrr, { period: "last year" })).toThrow(Failure);
    expect(() => figureOfFacts(noFacts, nrr, { period: "2025" })).toThrow(/reporting currency/);
  });
});
