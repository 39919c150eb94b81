import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Currency, compare, rational, rationalOf } from "../kernel/index.ts";
import { bandFaults, curveFaults } from "./rate-faults.ts";
import { bandsInMinorUnits, commissionOn, PayoutCurve, payoutAt, RateBands } from "./rate-table.ts";
import { minorUnits, ofPercent, percentWords } from "./written.ts";

const curve = (points: [string, string][], more: object = {}) =>
  PayoutCurve.parse({ points: points.map(([at, pays]) => ({ at, pays })), ...more });
const pays = (of: PayoutCurve, at: string) => percentWords(payoutAt(of, ofPercent(at)));
const bands = (rows: [string, string | null, string][], more: object = {}) =>
  RateBands.parse({ bands: rows.map(([from, to, rate]) => ({ from, to, rate })), ...more });
const usd = Currency.parse("USD");
const earns = (table: RateBands, credited: bigint, quota = 10_000_000n) =>
  commissionOn(bandsInMinorUnits(table, quota, usd), minorUnits(credited));

describe("a payout curve", () => {
  const csm = curve([
    ["100", "0"],
    ["110", "100"],
  ]);
  it("is linear between its points, and its slope goes on beyond the last", () => {
    expect(["99.9", "100", "103", "110", "115"].map((at) => pays(csm, at))).toEqual([
      "0 %",
      "0 %",
      "30 %",
      "100 %",
      "150 %",
    ]);
  });
  it("stops at its cap, never falls below its floor, and stays level where that is asked for", () => {
    expect(pays({ ...csm, cap: "120" }, "115")).toBe("120 %");
    expect(pays({ ...csm, floor: "25" }, "50")).toBe("25 %");
    expect(pays({ ...csm, beyond: "level" }, "115")).toBe("100 %");
  });
  it("pays nothing below its first point unless it says that the first point holds there", () => {
    const gate = curve([
      ["90", "50"],
      ["100", "100"],
    ]);
    expect(pays(gate, "89.999999")).toBe("0 %");
    expect(pays(gate, "90")).toBe("50 %");
    expect(pays({ ...gate, below: "first" }, "10")).toBe("50 %");
  });
  it("keeps the lower point between steps", () => {
    const steps = curve(
      [
        ["90", "50"],
        ["100", "100"],
        ["120", "200"],
      ],
      { between: "steps" },
    );
    expect(["99", "100", "119", "500"].map((at) => pays(steps, at))).toEqual([
      "50 %",
      "100 %",
      "100 %",
      "200 %",
    ]);
  });
  it("pays exactly: a third stays a third", () => {
    const third = curve([
      ["0", "0"],
      ["90", "100"],
    ]);
    expect(payoutAt(third, ofPercent("30"))).toEqual(rational(1n, 3n));
  });
  it("is refused with the point named when it steps back, pays less for more or has its cap below its floor", () => {
    const told = (of: PayoutCurve) =>
      curveFaults(of, "2 Book, rate table").map(({ clause, message }) => `${clause}: ${message}`);
    expect(told(csm)).toEqual([]);
    expect(
      told(
        curve([
          ["100", "0"],
          ["90", "10"],
        ]),
      ),
    ).toEqual([
      "2 Book, rate table, point 2: Steps back: 90 % stands after 100 %. Points go upwards, each once.",
    ]);
    expect(
      told(
        curve([
          ["100", "50"],
          ["110", "40"],
        ]),
      )[0],
    ).toMatch(/point 2: Pays less for more: 40 % at 110 %/);
    expect(told({ ...csm, floor: "50", cap: "40" })).toEqual([
      "2 Book, rate table, cap: The cap of 40 % is below the floor of 50 %.",
    ]);
  });
  it("never pays less for more, whatever table is not refused", () => {
    const share = fc.integer({ min: 0, max: 400 }).map(String);
    const points = fc.array(fc.record({ at: share, pays: share }), { minLength: 1, maxLength: 5 });
    const between = fc.constantFrom("linear" as const, "steps" as const);
    const limit = fc.option(share, { nil: null });
    fc.assert(
      fc.property(points, between, limit, limit, share, share, (given, how, floor, cap, a, b) => {
        const sorted = [...given].sort((x, y) => Number(x.at) - Number(y.at));
        const table = PayoutCurve.parse({ points: sorted, between: how, floor, cap });
        if (curveFaults(table, "").length > 0) return;
        const [low, high] = Number(a) <= Number(b) ? [a, b] : [b, a];
        expect(
          compare(payoutAt(table, ofPercent(low)), payoutAt(table, ofPercent(high))),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("bands of rates", () => {
  const accelerated = bands([
    ["0", "100", "10"],
    ["100", "150", "15"],
    ["150", null, "20"],
  ]);
  it("pay each part at the rate of its band", () => {
    expect(earns(accelerated, 5_000_000n)).toEqual(rationalOf("500000"));
    expect(earns(accelerated, 10_000_000n)).toEqual(rationalOf("1000000"));
    expect(earns(accelerated, 18_000_000n)).toEqual(rationalOf("2350000"));
  });
  it("pay everything at the rate reached, where a band is retroactive, and the parts above it at their own", () => {
    const kicker = RateBands.parse({
      bands: [
        { from: "0", to: "75", rate: "10" },
        { from: "75", to: "100", rate: "12.5", retroactive: true },
        { from: "100", to: null, rate: "17.5" },
      ],
    });
    expect(earns(kicker, 7_499_999n)).toEqual(rationalOf("749999.9"));
    expect(earns(kicker, 7_500_000n)).toEqual(rationalOf("937500"));
    expect(earns(kicker, 11_000_000n)).toEqual(rationalOf("1425000"));
  });
  it("go by amounts as well, in major units", () => {
    const amounts = bands(
      [
        ["0", "50000", "5"],
        ["50000", null, "7"],
      ],
      { scale: "amount" },
    );
    expect(earns(amounts, 8_000_000n, 0n)).toEqual(rationalOf("460000"));
  });
  it("pay nothing beyond a last band with an end", () => {
    expect(earns(bands([["0", "100", "10"]]), 20_000_000n)).toEqual(rationalOf("1000000"));
  });
  it("are refused with the band named: a gap, a step back, a beginning above 0, something after the end", () => {
    const told = (table: RateBands) =>
      bandFaults(table, "1 New business, rate table").map(
        ({ clause, message }) => `${clause.split(", ")[2]}: ${message}`,
      );
    expect(told(accelerated)).toEqual([]);
    expect(
      told(
        bands([
          ["0", "100", "10"],
          ["110", null, "15"],
        ]),
      ),
    ).toEqual(["band 2: Leaves a gap between 100 and 110."]);
    expect(
      told(
        bands([
          ["0", "100", "10"],
          ["90", null, "15"],
        ]),
      ),
    ).toEqual(["band 2: Steps back: it begins at 90, the band before it ends at 100."]);
    expect(told(bands([["10", null, "10"]]))).toEqual([
      "band 1: Leaves a gap: the first band begins at 10 and not at 0.",
    ]);
    expect(
      told(
        bands([
          ["0", null, "10"],
          ["100", null, "15"],
        ]),
      ),
    ).toEqual(["band 2: Comes after a band without an end: only the last band goes on."]);
    expect(told(bands([["0", "0", "10"]]))).toEqual(["band 1: Ends at 0, which is not above 0."]);
    const falls: [string, string | null, string][] = [
      ["0", "100", "10"],
      ["100", null, "8"],
    ];
    expect(told(bands(falls))).toEqual([]);
    const back = RateBands.parse({
      bands: [
        { from: "0", to: "100", rate: "10" },
        { from: "100", to: null, rate: "8", retroactive: true },
      ],
    });
    expect(told(back)).toEqual([
      "band 2: Pays less for more: 8 % on everything, after 10 % on a part of it.",
    ]);
  });
});
