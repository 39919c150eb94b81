import { describe, expect, it } from "vitest";
import type { Account } from "./account.ts";
import { lineStateOf, termsText } from "./line-text.ts";

type Line = Account["lines"][number];
const price = (of: object) =>
  ({ price: of, quantity: "40", currency: "USD" }) as Pick<Line, "price" | "quantity" | "currency">;
const line = (startsOn: string, endsOn: string | null, noticeOn: string | null = null) =>
  ({ startsOn, endsOn, noticeOn }) as Pick<Line, "startsOn" | "endsOn" | "noticeOn">;

describe("termsText", () => {
  it("says what the price is per", () => {
    const per = { unit: "month", count: 3 };
    expect(termsText(price({ of: "unit", net: "12.505", list: null, per }))).toBe(
      "40 × $12.505 per 3 months",
    );
    expect(termsText(price({ of: "amount", net: "900", list: null, per: { unit: "year", count: 1 } }))).toBe(
      "$900 per year",
    );
    expect(termsText(price({ of: "total", net: "36000", list: null }))).toBe("$36,000 in total");
  });
});

describe("lineStateOf", () => {
  it("is in force through its last day", () => {
    expect(lineStateOf(line("2026-01-01", "2026-06-30"), "2026-06-30").word).toBe("in force");
    expect(lineStateOf(line("2026-01-01", "2026-06-30"), "2026-07-01").word).toBe("ended");
  });
  it("tells notice and later starts apart", () => {
    expect(lineStateOf(line("2026-01-01", null, "2026-05-01"), "2026-06-01").word).toBe("notice given");
    expect(lineStateOf(line("2026-07-01", null), "2026-06-01").word).toBe("begins later");
  });
});
