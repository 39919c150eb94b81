import { describe, expect, it } from "vitest";
import { Failure, parsePeriod, rational } from "../kernel/index.ts";
import { backTest } from "./back-test.ts";
import { payException } from "./pay-exceptions.ts";
import { nextThreshold, payAt, sensitivityGrid } from "./sensitivity.ts";
import { simulate } from "./simulate.ts";
import { aePlan, dealOf, planOf, raviOn } from "./worked-plans.ts";

const deals = [dealOf("acme", 500_000, "2025-02-10"), dealOf("globex", 700_000, "2025-03-20")];
const inputs = { person: "Ravi Menon", assignment: raviOn(), deals, period: "2025-Q1" };
const book = planOf(
  {
    kind: "book_nrr",
    id: "book",
    name: "Book",
    target: "500000",
    payout: {
      points: [
        { at: "100", pays: "0" },
        { at: "110", pays: "100" },
      ],
    },
  },
  {
    kind: "expansion_quota",
    id: "growth",
    name: "Growth",
    target: "300000",
    credit: { counts: ["expansion"] },
    payout: {
      points: [
        { at: "50", pays: "0" },
        { at: "100", pays: "100" },
      ],
      cap: "150",
    },
  },
);
const csm = raviOn(book, "20000000");

describe("a simulation", () => {
  it("shows now beside a scenario, by component, and changes nothing", () => {
    const before = JSON.stringify(inputs);
    const moved = simulate(inputs, { deals: [{ dealId: "globex", signedOn: "2025-04-02" }] });
    expect(moved.parts).toEqual([
      { component: "new-business", name: "New business", now: 8_320_000n, scenario: 3_200_000n },
    ]);
    expect(moved.difference).toBe(-5_120_000n);
    expect(moved.atRisk.scenario).toBeLessThan(moved.atRisk.now);
    expect(JSON.stringify(inputs)).toBe(before);
  });
  it("supposes further deals, other splits, and accounts that renew, leave or grow", () => {
    const split = [
      { person: "Ravi Menon", percent: "50" },
      { person: "Theo Novak", percent: "50" },
    ];
    expect(simulate(inputs, { deals: [{ dealId: "acme", split }] }).difference).toBe(-2_240_000n);
    expect(simulate(inputs, { moreDeals: [dealOf("hooli", 100_000, "2025-03-30")] }).difference).toBe(
      960_000n,
    );
    const books = { "2026-Q1": [{ account: "acme", opening: "1000", closing: "1000", heldFrom: null }] };
    const on = { person: "Ravi Menon", assignment: csm, books, period: "2026-Q1" };
    expect(simulate(on, { closings: { acme: "1050" } }).difference).toBe(250_000n);
  });
  it("is refused for a scenario that cannot be read or speaks of a deal that there is not", () => {
    expect(() => simulate(inputs, { deals: [{ dealId: "none" }] })).toThrow(Failure);
    expect(() => simulate(inputs, { price: 5 })).toThrow(Failure);
  });
});

describe("what a plan pays at a point", () => {
  const quarter = parsePeriod("2026-Q1");
  it("is told for a grid of NRR and attainment", () => {
    const asked = { attainments: ["50", "100", "200"], nrrs: ["100", "110", "120"] };
    expect(sensitivityGrid(csm, quarter, asked)).toEqual([
      { nrr: "100", pays: [0n, 300_000n, 450_000n] },
      { nrr: "110", pays: [500_000n, 800_000n, 950_000n] },
      { nrr: "120", pays: [1_000_000n, 1_300_000n, 1_450_000n] },
    ]);
  });
  it("is what a commission pays at the close and by NRR", () => {
    expect(payAt(raviOn(), parsePeriod("2025-Q1"), { attainment: "100", nrr: "100" })).toBe(8_000_000n);
    expect(payAt(raviOn(), parsePeriod("2025-Q1"), { attainment: "100", nrr: "80" })).toBe(6_400_000n);
  });
  it("has a next threshold, with what is missing to it", () => {
    const [commission] = aePlan.components;
    const [nrr, growth] = book.components;
    if (!commission || !nrr || !growth) throw new Error("No component");
    expect(nextThreshold(commission, raviOn(), { credited: 95_900_000n })).toEqual({
      at: "100",
      missing: 4_100_000n,
      pays: "12",
    });
    expect(nextThreshold(commission, raviOn(), { credited: 150_000_000n })).toBeNull();
    expect(nextThreshold(growth, csm, { credited: 11_000_000n })).toEqual({
      at: "100",
      missing: 9_000_000n,
      pays: "100",
    });
    expect(nextThreshold(nrr, csm, { nrr: rational(103n, 100n) })).toEqual({
      at: "110",
      missing: null,
      pays: "100",
    });
  });
});

describe("a back-test", () => {
  it("tells the cost, the spread, and who would have won or lost", () => {
    const people = [
      { person: "a", paid: 100n, would: 150n },
      { person: "b", paid: 100n, would: 90n },
      { person: "c", paid: 100n, would: 300n },
      { person: "d", paid: 100n, would: 100n },
    ];
    const told = backTest(people);
    expect(told).toMatchObject({ paid: 400n, would: 640n, least: 90n, median: rational(125n), most: 300n });
    expect(told.winners.map(({ person }) => person)).toEqual(["c", "a"]);
    expect(told.losers.map(({ person }) => person)).toEqual(["b"]);
    expect(told.unchanged.map(({ person }) => person)).toEqual(["d"]);
    expect(backTest([])).toMatchObject({ paid: 0n, least: null, median: null });
  });
});

it("a statement is looked at first when it takes, pays nothing, or pays over twice the target", () => {
  const told = (total: string, target: bigint | null = 100n) => payException({ total }, target);
  expect(["-1", "0", "200", "201"].map((total) => told(total))).toEqual([
    "negative",
    "nothing",
    null,
    "over_twice_target",
  ]);
  expect(told("201", null)).toBeNull();
});
