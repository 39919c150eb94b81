import { describe, expect, it } from "vitest";
import { reportedPoints, trendRows, trendScale, trendSummary, trendTick } from "./trend-rows.ts";

const points = [
  { month: "2025-09", nrr: "1.096", grr: "0.914", open: false, reported: null },
  { month: "2025-10", nrr: null, grr: null, open: false, reported: null },
  { month: "2025-11", nrr: "1.094", grr: "0.9141", open: false, reported: null },
  { month: "2026-09", nrr: "1.124", grr: "0.9142", open: false, reported: null },
  { month: "2026-10", nrr: "1.129", grr: "0.925", open: true, reported: null },
];

describe("trendRows", () => {
  it("keeps an unknown month as a gap, never as zero", () => {
    expect(trendRows(points)[1]?.values).toEqual({ nrr: null, grr: null });
  });
  it("prints what the server said, in per cent", () => {
    expect(trendRows(points)[0]?.texts).toEqual({ nrr: "109.6\u00a0%", grr: "91.4\u00a0%" });
  });
});

describe("trendSummary", () => {
  it("says first, last, lowest and direction of the closed months", () => {
    expect(trendSummary(points)).toBe(
      "NRR rose from 109.6 to 112.4\u00a0% (low 109.4\u00a0% in Nov 2025); GRR held at 91.4\u00a0% (low 91.4\u00a0% in Sep 2025). Oct 2026 is still open.",
    );
  });
  it("says so when no month can be computed", () => {
    expect(trendSummary([])).toBe("No month of this window has an opening to compare with.");
  });
});

describe("trendScale", () => {
  const ends = (aims: number[]) => {
    const { from, to } = trendScale(
      trendRows(points),
      [],
      aims.map((value) => ({ value })),
    );
    return [from, to];
  };
  it("holds the targets that are near the figures", () => {
    expect(ends([120])).toEqual([90, 120]);
    expect(ends([130])[1]).toBeGreaterThanOrEqual(130);
  });
  it("stays with the figures where a target is far off", () => {
    expect(ends([11_000])).toEqual(ends([]));
    expect(ends([1])).toEqual(ends([]));
  });
});

describe("trendTick", () => {
  it("names the year at the ends and in January", () => {
    const inside = { first: false, last: false };
    const said = [
      trendTick("2025-09", { first: true, last: false }),
      trendTick("2025-11", inside),
      trendTick("2026-01", inside),
    ];
    expect(said).toEqual(["Sep 25", "Nov", "Jan 26"]);
  });
});

it("what was reported of a closed month stands beside its line, in per cent", () => {
  const [closed, open] = [
    { month: "2026-09", nrr: "1.1", grr: "0.9", open: false, reported: { close: 5, nrr: "1.08", grr: null } },
    { month: "2026-10", nrr: "1.1", grr: "0.9", open: false, reported: null },
  ];
  expect(reportedPoints([closed, open])).toEqual([
    { x: "2026-09", key: "nrr", value: 108, text: "108.0\u00a0%" },
  ]);
});
