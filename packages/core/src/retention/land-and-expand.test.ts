import { describe, expect, it } from "vitest";
import { line, facts as of, rate, window } from "../../test-oracle/build.ts";
import { metricTotal } from "./index.ts";

const rates = [rate("EUR", "USD", "1.1", "2020-01-01")];

describe("land and expand", () => {
  it("counts what was added since the landing, and not what was given up again", () => {
    const facts = of([
      line("1", { net: "100", from: "2023-01-01" }),
      line("2", { net: "60", from: "2024-05-01", to: "2025-04-30", product: "Reports" }),
    ]);
    expect(metricTotal(window(facts, "2025"), "land-and-expand")).toMatchObject({
      numerator: 6000n,
      denominator: 10000n,
    });
  });
  it("takes a contract that goes on in another currency for what it grew by, not for all of it", () => {
    const facts = of(
      [
        line("1", { net: "100", currency: "EUR", from: "2024-01-01", to: "2025-05-31" }),
        line("2", { net: "121", currency: "USD", from: "2025-06-01", renews: "1" }),
        line("3", { account: "B", net: "50", currency: "USD", from: "2024-01-01" }),
      ],
      { fxRates: rates },
    );
    expect(metricTotal(window(facts, "2025"), "land-and-expand")).toMatchObject({
      numerator: 1100n,
      denominator: 16000n,
    });
  });
});
