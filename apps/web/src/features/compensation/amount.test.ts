import { describe, expect, it } from "vitest";
import { minorFrom, signedMinorFrom } from "./amount.ts";

describe("an amount as it is typed", () => {
  it("is read to the minor unit of its currency", () => {
    expect(["2000", "2,000.5", "0.05", "007"].map((text) => minorFrom(text, "USD"))).toEqual([
      "200000",
      "200050",
      "5",
      "700",
    ]);
    expect(minorFrom("2000", "JPY")).toBe("2000");
  });
  it("is refused where it is finer than the currency, or no amount", () => {
    expect(["1.005", "-5", "ten", "", "1.2.3"].map((text) => minorFrom(text, "USD"))).toEqual(
      Array.from({ length: 5 }, () => null),
    );
    expect(minorFrom("1.5", "JPY")).toBeNull();
  });
  it("has a sign where something is taken back", () => {
    expect(["-12.50", "\u22124", "4", "-0", "--1"].map((text) => signedMinorFrom(text, "USD"))).toEqual([
      "-1250",
      "-400",
      "400",
      "0",
      null,
    ]);
  });
});
