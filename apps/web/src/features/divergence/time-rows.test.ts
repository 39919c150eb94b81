import { describe, expect, it } from "vitest";
import { convergenceScale, convergenceText, shareRows } from "./time-rows.ts";

type Series = Parameters<typeof convergenceText>[0];

const none = { lines: 0, accounts: 0, arr: "0" };
const point = (on: string, accounts: number, arr: string, compared = 10): Series["points"][number] => ({
  on: on as Series["on"],
  total: { lines: accounts, accounts, arr },
  byKind: { contradicted: none, unsupported: none, unclaimed: none, stale: none, mismatch: none },
  compared: { accounts: compared, arr: compared === 0 ? "0" : "1000" },
});
const points = [point("2026-09-30", 0, "0", 0), point("2026-10-31", 4, "500"), point("2026-11-21", 2, "100")];
const series = (direction: Series["direction"], of = points) =>
  ({ on: "2026-11-21", currency: "USD", points: of, direction }) as Series;

describe("convergence as rows of a chart", () => {
  it("is what diverges of what could be compared; a month without anything is a gap, and the last day is open", () => {
    const rows = shareRows(points, "arr");
    expect(rows.map(({ values, open }) => [values["share"], open])).toEqual([
      [null, false],
      [50, false],
      [10, true],
    ]);
    expect(shareRows(points, "accounts").map(({ values }) => values["share"])).toEqual([null, 40, 20]);
  });
  it("has an axis from zero that ends at all of it", () => {
    expect(convergenceScale(shareRows(points, "arr"))).toMatchObject({ from: 0, to: 60 });
    expect(convergenceScale(shareRows([point("2026-10-31", 10, "1000")], "arr"))).toMatchObject({ to: 100 });
    expect(convergenceScale([])).toMatchObject({ from: 0 });
  });
  it("says in a sentence from where to where", () => {
    expect(convergenceText(series("converging"))).toBe(
      "Claims and evidence are coming closer: 4 of 10 accounts on 31 Oct 2026, 2 of 10 accounts on 21 Nov 2026.",
    );
    expect(convergenceText(series("unknown", points.slice(0, 2)))).toBe(
      "There are not two months to compare.",
    );
  });
});
