import { describe, expect, it } from "vitest";
import { day, month, parsePeriod } from "../kernel/index.ts";
import { seriesPeriods } from "./overview.ts";

const texts = (period: string, lastClosed: string, today: string) =>
  seriesPeriods(parsePeriod(period), 3, month(lastClosed), day(today)).map((p) => [p.text, p.to]);

describe("the windows of a series", () => {
  it("end month after month, the last one to date and not at the end of a month that still runs", () => {
    expect(texts("ttm:2026-10", "2026-10", "2026-11-04")).toEqual([
      ["ttm:2026-08", "2026-08-31"],
      ["ttm:2026-09", "2026-09-30"],
      ["ttm:2026-10", "2026-10-31"],
      ["2025-12-01..2026-11-04", "2026-11-04"],
    ]);
  });

  it("stop at their own end where that is in the past", () => {
    expect(texts("2025-Q2", "2026-10", "2026-11-04").at(-1)).toEqual(["t3m:2025-06", "2025-06-30"]);
  });

  it("are the period alone where it is not whole months", () => {
    expect(texts("2026-01-15..2026-03-02", "2026-10", "2026-11-04")).toEqual([
      ["2026-01-15..2026-03-02", "2026-03-02"],
    ]);
  });
});
