import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, day, moneyText, rational, round, times } from "../kernel/index.ts";
import { acquisitionCost, cacPayback } from "./acquisition.ts";
import { attachmentRate } from "./contracts.ts";
import { FinancePeriod } from "./finance-period.ts";
import { operatingMargin, servicesMargin } from "./margins.ts";
import { periodOf, salesOf } from "./plain-finance.ts";
import { FinancePolicy, houseFinancePolicy } from "./policy.ts";
import { terms } from "./terms.ts";

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const quarter = { from: "2026-07-01", to: "2026-09-30" };

describe("what Finance enters", () => {
  it("is refused where it is no whole number of minor units, ends before it begins, or loses more than there were", () => {
    const enter = (told: object) =>
      FinancePeriod.safeParse({ ...quarter, currency: "USD", ...told }).error?.issues.map(
        ({ path, message }) => `${path.join(".")} ${message}`,
      );
    expect(enter({ revenue: "12.5" })).toEqual(["revenue is not a whole number of minor units of 0 or more"]);
    expect(enter({ to: "2026-06-30" })).toEqual(["to is before from"]);
    expect(enter({ customersAtOpening: 3, customersLost: 4 })).toEqual([
      "customersLost is more than there were at the opening",
    ]);
    expect(enter({ turnover: "1" })).toHaveLength(1);
    expect(enter({ ebitda: "-5" })).toBeUndefined();
  });
});

describe("laws of the finance figures", () => {
  it("payback, times what a customer won brings in a month, is what it cost to win", () => {
    const won = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(amount, won, fc.bigInt({ min: 1n, max: 10n ** 10n }), (cost, customersWon, margin) => {
        const period = periodOf({
          ...quarter,
          salesAndMarketingCost: `${cost}`,
          customersWon,
          monthlyMarginOfNew: `${margin}`,
        });
        const [cac, months] = [acquisitionCost(period), cacPayback(period)];
        if (cac.value === null || months.value === null) throw new Error("both are known");
        expect(times(months.value, rational(margin, BigInt(customersWon)))).toEqual(cac.value);
      }),
    );
  });
  it("the amount and the share of services say the same", () => {
    fc.assert(
      fc.property(amount, amount, (servicesRevenue, servicesCost) => {
        const { amount, share } = servicesMargin(
          periodOf({
            ...quarter,
            servicesRevenue: `${servicesRevenue}`,
            servicesCost: `${servicesCost}`,
          }),
        );
        if (amount.value === null) throw new Error("the amount is known");
        expect(moneyText(amount.value).startsWith("-")).toBe(servicesCost > servicesRevenue);
        if (share.value)
          expect(round(times(share.value, rational(servicesRevenue)))).toBe(amount.value.minor);
        else expect(servicesRevenue).toBe(0n);
      }),
    );
  });
  it("a margin is above 1 only where income is above revenue", () => {
    fc.assert(
      fc.property(amount, amount, (revenue, income) => {
        const { value } = operatingMargin(
          periodOf({ ...quarter, revenue: `${revenue}`, operatingIncome: `${income}` }),
        );
        if (value) expect(compare(value, rational(1n)) > 0).toBe(income > revenue);
      }),
    );
  });
  it("an attachment rate lies between 0 and 1, whatever is sold and in whatever order", () => {
    const sale = fc.record({
      account: fc.constantFrom("A", "B", "C", "D"),
      from: fc.constantFrom("2026-01-01", "2026-05-01"),
      to: fc.constantFrom("2026-05-31", "2026-12-31", null),
      kind: fc.constantFrom("core" as const, "add_on" as const, "service" as const),
      once: fc.boolean(),
      arr: fc.constant("1000"),
    });
    fc.assert(
      fc.property(fc.array(sale, { maxLength: 12 }), (sales) => {
        const on = day("2026-06-15");
        const { rate, attached, customers } = attachmentRate(salesOf(sales), on);
        expect(attached).toBeLessThanOrEqual(customers);
        expect(rate.value === null).toBe(customers === 0);
        expect(attachmentRate(salesOf([...sales].reverse()), on).rate).toEqual(rate);
      }),
    );
  });
});

it("the choices on the terms are those of the policy, with its defaults and its range", () => {
  const parameters = terms.flatMap((term) => term.parameters);
  expect(Object.fromEntries(parameters.map(({ name, default: normal }) => [name, normal]))).toEqual(
    houseFinancePolicy,
  );
  for (const parameter of parameters)
    if ("range" in parameter)
      for (const [value, legal] of [
        [parameter.range.min, true],
        [parameter.range.max, true],
        [parameter.range.min - 1, false],
        [parameter.range.max + 1, false],
      ] as const)
        expect(FinancePolicy.safeParse({ [parameter.name]: value }).success).toBe(legal);
});
