import { noFacts } from "@termwise/core/facts";
import { describe, expect, it } from "vitest";
import { check, csv, refusals, withFacts } from "./testing.ts";

describe("exchange rates", () => {
  const rates = (...rows: string[]) => csv("date,from,to,rate", ...rows);
  it("are read by day and pair, and refused when they cannot be rates", () => {
    const result = check({
      "fx.csv": rates(
        "2025-01-01,eur,USD,1.0415",
        "2025-01-01,EUR,EUR,1",
        "2025-01-01,EUR,GBP,0",
        "2025-01-01,EUR,XXQ,2",
        ",EUR,JPY,161.5",
      ),
    });
    expect(result.facts).toMatchObject([
      { kind: "fx_rate", base: "EUR", quote: "USD", rate: "1.0415", effectiveOn: "2025-01-01" },
    ]);
    expect(refusals(result)).toEqual(["3 E_VALUE", "4 E_VALUE", "5 E_CURRENCY", "6 E_REQUIRED"]);
  });

  it("change when the same day and pair comes with another rate", () => {
    const known = withFacts(noFacts, check({ "fx.csv": rates("2025-01-01,EUR,USD,1.04") }).facts);
    expect(
      check({ "fx.csv": rates("2025-01-01,EUR,USD,1.0400") }, {}, { known }).report.counts.unchanged,
    ).toBe(1);
    expect(check({ "fx.csv": rates("2025-01-01,EUR,USD,1.05") }, {}, { known }).report.counts.changed).toBe(
      1,
    );
  });
});
