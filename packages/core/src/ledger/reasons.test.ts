import { describe, expect, it } from "vitest";
import { facts, line, type Said } from "../../test-oracle/build.ts";
import { movementsOf } from "./movements.ts";
import { houseLedgerPolicy } from "./policy.ts";

/** The parts of the last movement when `after` follows ten seats at 10 each, ended on 2024-06-30. */
function because(...after: Partial<Said>[]): string[] {
  const seats = { of: "unit", net: "10", quantity: "10" } as const;
  const lines = [
    line("0", { ...seats, from: "2024-01-01", to: "2024-06-30", signed: "2024-01-01" }),
    ...after.map((said, i) => line(String(i + 1), { from: "2024-07-01", ...said })),
  ];
  const last = movementsOf(facts(lines), houseLedgerPolicy)[0]?.movements.at(-1);
  expect(last?.parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(last?.amount);
  return last?.parts.map((part) => `${part.reason} ${part.amount}`) ?? [];
}
const seats = (quantity: string, net = "10") => ({ of: "unit", quantity, net }) as const;

describe("why ARR moved", () => {
  it.each<[string, Partial<Said>[], string[]]>([
    ["more units at the old price are seats", [seats("15")], ["seats 5000"]],
    ["fewer units are seats", [seats("8")], ["seats -2000"]],
    ["another price is price", [seats("10", "12")], ["price 2000"]],
    [
      "both are both: units at the old price, then the new price for all",
      [seats("15", "12")],
      ["seats 5000", "price 3000"],
    ],
    ["parts may have opposite signs", [seats("8", "15")], ["price 4000", "seats -2000"]],
    [
      "a rise signed ahead is an escalator",
      [{ ...seats("10", "12"), signed: "2023-12-01" }],
      ["escalator 2000"],
    ],
    ["a fall signed ahead is no escalator", [{ ...seats("10", "9"), signed: "2023-12-01" }], ["price -1000"]],
    ["one core product for another is a tier", [{ ...seats("10", "16"), product: "Premium" }], ["tier 6000"]],
    [
      "a further core product is a cross-sell",
      [seats("10"), { net: "40", product: "Analytics" }],
      ["cross_sell 4000"],
    ],
    [
      "an add-on is a module",
      [seats("10"), { net: "40", product: "Reports", productKind: "add_on" }],
      ["module 4000"],
    ],
    [
      "a service is a cross-sell",
      [seats("10"), { net: "40", product: "Care", productKind: "service" }],
      ["cross_sell 4000"],
    ],
    ["the same product elsewhere is a region", [seats("10"), { net: "40", region: "APAC" }], ["region 4000"]],
  ])("%s", (_, after, expected) => {
    expect(because(...after)).toEqual(expected);
  });
});

describe("a co-term of five seats that ends with its main line of ten", () => {
  const before = [
    line("0", { ...seats("10"), from: "2024-01-01", to: "2024-06-30", signed: "2024-01-01" }),
    line("1", { ...seats("5"), from: "2024-04-01", to: "2024-06-30", signed: "2024-03-20" }),
  ];
  const onRenewal = (...after: Partial<Said>[]) => {
    const said = after.map((each, i) => line(String(i + 2), { from: "2024-07-01", renews: "0", ...each }));
    const day = movementsOf(facts([...before, ...said]), houseLedgerPolicy)[0]?.movements.at(-1);
    return day?.on === "2024-07-01" ? day.parts.map((part) => `${part.reason} ${part.amount}`) : [];
  };
  it("is folded into the renewal of all fifteen: nothing moved but the price", () => {
    expect(onRenewal(seats("15"))).toEqual([]);
    expect(onRenewal(seats("15", "12"))).toEqual(["price 3000"]);
  });
  it("is folded into an upgrade of all fifteen: one tier change", () => {
    expect(onRenewal({ ...seats("15", "16"), product: "Premium" })).toEqual(["tier 9000"]);
  });
  it("is let go when only the main line is renewed: five seats fewer", () => {
    expect(onRenewal(seats("10"))).toEqual(["seats -5000"]);
  });
});

describe("a region", () => {
  it("is a region also when it is sold in its own currency", () => {
    const lines = [
      line("1", { net: "100", region: "US", from: "2024-01-01" }),
      line("2", { net: "40", region: "EU", currency: "EUR", from: "2024-07-01" }),
    ];
    const [, abroad] = movementsOf(facts(lines), houseLedgerPolicy)[0]?.movements ?? [];
    expect(abroad?.parts).toEqual([{ reason: "region", amount: 4000n, lineIds: ["line_2"] }]);
  });
});

describe("the parts of a movement", () => {
  it("name the lines behind them", () => {
    const lines = [
      line("1", { from: "2024-01-01", to: "2024-06-30" }),
      line("2", { net: "150", from: "2024-07-01", renews: "1" }),
    ];
    const [, rise] = movementsOf(facts(lines), houseLedgerPolicy)[0]?.movements ?? [];
    expect(rise?.parts).toEqual([{ reason: "price", amount: 5000n, lineIds: ["line_1", "line_2"] }]);
  });
  it("are one start and one end for an account that comes and goes", () => {
    const moved = movementsOf(
      facts([line("1", { from: "2024-01-01", to: "2024-06-30" })]),
      houseLedgerPolicy,
    )[0]?.movements;
    expect(moved?.map((m) => m.parts.map((p) => p.reason))).toEqual([["start"], ["end"]]);
  });
});
