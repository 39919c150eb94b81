import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AccountId, day, type Instant, instant, LineId } from "../kernel/index.ts";
import { AttributeFact } from "./account.ts";
import type { ContractLine } from "./contract-line.ts";
import { type FactSet, noFacts } from "./fact.ts";
import { FxRate } from "./fx-rate.ts";
import { factsKnownAt } from "./known-at.ts";
import { factsOfPlainLines } from "./plain-lines.ts";

const at = (n: number): Instant => instant(`2025-01-${String(n).padStart(2, "0")}T00:00:00Z`);
const account = AccountId.parse("acc_A");

function version(key: string, recorded: number, change: Partial<ContractLine> = {}): ContractLine {
  const [line] = factsOfPlainLines([{ account: "A", from: "2025-01-01", arr: "100" }]).lines;
  if (!line) throw new Error("a plain line is a line");
  return { ...line, lineId: LineId.parse(`line_${key}`), recordedAt: at(recorded), ...change };
}

const segment = (value: string, effectiveOn: string, recorded: number): AttributeFact =>
  AttributeFact.parse({
    kind: "attribute",
    accountId: account,
    attribute: "segment",
    value,
    effectiveOn,
    recordedAt: at(recorded),
    source: { system: "crm", key: "A" },
  });

const rate = (text: string, effectiveOn: string, recorded: number): FxRate =>
  FxRate.parse({
    kind: "fx_rate",
    base: "EUR",
    quote: "USD",
    rate: text,
    effectiveOn,
    recordedAt: at(recorded),
    source: { system: "bank", key: `EURUSD ${effectiveOn}` },
  });

const anyLine = fc
  .record({
    key: fc.constantFrom("a", "b", "c", "d"),
    recorded: fc.integer({ min: 1, max: 6 }),
    quantity: fc.integer({ min: 1, max: 4 }).map(String),
    withdrawn: fc.boolean(),
  })
  .map(({ key, recorded, ...change }) => version(key, recorded, change));
const anyAttribute = fc
  .tuple(
    fc.constantFrom("SMB", "Enterprise"),
    fc.constantFrom("2025-01-01", "2025-06-01"),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([value, on, recorded]) => segment(value, on, recorded));
const anyRate = fc
  .tuple(
    fc.constantFrom("1.1", "1.2"),
    fc.constantFrom("2025-01-01", "2025-06-01"),
    fc.integer({ min: 1, max: 6 }),
  )
  .map(([text, on, recorded]) => rate(text, on, recorded));
const shuffledPair = <T>(of: fc.Arbitrary<T>) =>
  fc
    .array(of, { maxLength: 14 })
    .chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })));

describe("what was known at a moment", () => {
  it("does not depend on the order in which facts arrived, nor on one arriving twice", () => {
    fc.assert(
      fc.property(
        shuffledPair(anyLine),
        shuffledPair(anyAttribute),
        shuffledPair(anyRate),
        fc.option(fc.integer({ min: 0, max: 7 })),
        ([lines, lines2], [attributes, attributes2], [fxRates, fxRates2], n) => {
          const asOf = n === null ? null : n === 0 ? instant("2024-12-31T00:00:00Z") : at(n);
          const one: FactSet = { ...noFacts, lines, attributes, fxRates };
          const other: FactSet = {
            ...noFacts,
            lines: [...lines2, ...lines2],
            attributes: [...attributes2, ...attributes2],
            fxRates: [...fxRates2, ...fxRates2],
          };
          expect(factsKnownAt(other, asOf)).toEqual(factsKnownAt(one, asOf));
        },
      ),
    );
  });
  it("is settled: asking again of the answer changes nothing", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 14 }), (lines) => {
        const known = factsKnownAt({ ...noFacts, lines }, null);
        expect(factsKnownAt(known, null)).toEqual(known);
      }),
    );
  });
  it("never changes by what is recorded later", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 14 }), fc.integer({ min: 1, max: 6 }), (lines, n) => {
        const then = lines.filter((line) => line.recordedAt <= at(n));
        expect(factsKnownAt({ ...noFacts, lines }, at(n))).toEqual(
          factsKnownAt({ ...noFacts, lines: then }, null),
        );
      }),
    );
  });
  it("holds the latest version of each line recorded by then, and none recorded after", () => {
    const lines = [version("a", 1), version("a", 3, { quantity: "3" }), version("a", 5, { quantity: "5" })];
    const quantities = (asOf: Instant | null) =>
      factsKnownAt({ ...noFacts, lines }, asOf).lines.map((line) => line.quantity);
    expect(quantities(at(1))).toEqual(["1"]);
    expect(quantities(at(4))).toEqual(["3"]);
    expect(quantities(at(5))).toEqual(["5"]);
    expect(quantities(null)).toEqual(["5"]);
    expect(quantities(instant("2024-12-31T23:59:59.999Z"))).toEqual([]);
  });
  it("leaves out a line taken back, until it is recorded again", () => {
    const lines = [version("a", 1), version("a", 2, { withdrawn: true }), version("a", 4)];
    const count = (asOf: Instant) => factsKnownAt({ ...noFacts, lines }, asOf).lines.length;
    expect([at(1), at(2), at(3), at(4)].map(count)).toEqual([1, 0, 0, 1]);
  });
  it("orders two versions of one instant by content, whichever arrived first", () => {
    const [a, b] = [version("a", 1, { quantity: "7" }), version("a", 1, { quantity: "9" })];
    const known = (lines: ContractLine[]) => factsKnownAt({ ...noFacts, lines }, null).lines;
    expect(known([a, b])).toEqual(known([b, a]));
    expect(known([a, b])).toHaveLength(1);
  });
  it("keeps attribute values and rates of different days side by side, and corrects one of the same day", () => {
    const known = factsKnownAt(
      {
        ...noFacts,
        attributes: [
          segment("SMB", "2025-01-01", 1),
          segment("Enterprise", "2025-06-01", 2),
          segment("Mid", "2025-01-01", 3),
        ],
        fxRates: [rate("1.1", "2025-01-01", 1), rate("1.2", "2025-02-01", 2), rate("1.15", "2025-01-01", 3)],
      },
      null,
    );
    expect(known.attributes.map((fact) => [fact.effectiveOn, fact.value])).toEqual([
      ["2025-01-01", "Mid"],
      ["2025-06-01", "Enterprise"],
    ]);
    expect(known.fxRates.map((fact) => [fact.effectiveOn, fact.rate])).toEqual([
      ["2025-01-01", "1.15"],
      ["2025-02-01", "1.2"],
    ]);
  });
  it("goes by when a fact was learned, not by when it is true: a line of next year known today is known", () => {
    const lines = [version("a", 2, { startsOn: day("2030-01-01"), effectiveOn: day("2030-01-01") })];
    expect(factsKnownAt({ ...noFacts, lines }, at(2)).lines).toHaveLength(1);
    expect(factsKnownAt({ ...noFacts, lines }, at(1)).lines).toHaveLength(0);
  });
  it("of no facts is no facts", () => {
    expect(factsKnownAt(noFacts, null)).toEqual(noFacts);
  });
});
