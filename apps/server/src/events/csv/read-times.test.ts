import { describe, expect, it } from "vitest";
import { readTable } from "../../ingest/read-table.ts";
import { type DayOrder, timesOf } from "./read-times.ts";

function read(cells: readonly string[], order?: DayOrder) {
  const table = readTable(["date", ...cells].map((cell) => `"${cell}"`).join("\n"), false, {});
  if ("code" in table) throw new Error(table.reason);
  const readTime = timesOf(table, 0, order);
  return cells.map((cell) => {
    const said = readTime(cell);
    return "reason" in said ? said.reason : [new Date(said.time).toISOString().slice(0, 16), said.day];
  });
}

describe("the times of a file of usage", () => {
  it("are days with dots, and days with slashes where one of the column settles which number is the day", () => {
    expect(read(["27.11.2026", "3.4.2026 14:05"])).toEqual([
      ["2026-11-27T00:00", "2026-11-27"],
      ["2026-04-03T14:05", "2026-04-03"],
    ]);
    expect(read(["03/04/2026", "11/27/2026 9:30 PM"])).toEqual([
      ["2026-03-04T00:00", "2026-03-04"],
      ["2026-11-27T21:30", "2026-11-27"],
    ]);
    expect(read(["03/04/2026", "04/04/2026"], "dmy")[0]).toEqual(["2026-04-03T00:00", "2026-04-03"]);
  });

  it("are of whoever's day it was then where a zone stands behind them", () => {
    expect(read(["27.11.2026 01:00 +02:00", "Fri, 27 Nov 2026 10:50:03 GMT"])).toEqual([
      ["2026-11-26T23:00", null],
      ["2026-11-27T10:50", null],
    ]);
  });

  it("are asked for where nothing settles it, and what is no day is said to be none", () => {
    expect(() => read(["03/04/2026", "05/06/2026"])).toThrow(
      'Is "03/04/2026" in the column "date" day/month/year',
    );
    expect(read(["04/04/2026"])).toEqual([["2026-04-04T00:00", "2026-04-04"]]);
    expect(read(["2026-11-27", "2026-11", "27.11.2026", "31.02.2026"], "dmy").slice(1)).toEqual([
      "is a month, not a day",
      ["2026-11-27T00:00", "2026-11-27"],
      "is not a day of the calendar as day/month",
    ]);
    expect(read(["2026-11-27", "2026-11-27", "27.11.2026"])[2]).toBe(
      "is not written like the rest of its column (iso)",
    );
  });
});
