import readXlsxFile from "read-excel-file/universal";
import { describe, expect, it } from "vitest";
import { tableSheet, xlsxOf } from "./xlsx.ts";

describe("xlsxOf", () => {
  it("UX-37: another reader finds numbers, money, percentages and dates typed, and text as it was written", async () => {
    const file = await xlsxOf([
      {
        name: "About",
        head: false,
        rows: [
          ["Definition", "NRR v3"],
          ["As of", { day: "2026-09-30" }],
        ],
      },
      tableSheet("ARR bridge: 2026/Q3", {
        keys: ["step", "amount", "share", "effect", "on", "n"],
        titles: ["Step", "Amount", "Of opening", "Effect", "On", "Accounts"],
        rows: [
          [
            '=HYPERLINK("x")',
            { money: "-1234.50", currency: "USD" },
            { share: "0.866667" },
            { points: "-1.07" },
            { day: "2026-02-28" },
            { number: "12" },
          ],
          ["<&> \u0001\u00e4", null, null, null, { month: "2026-02" }, null],
        ],
      }),
    ]);
    const sheets = await readXlsxFile(await file.arrayBuffer());
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["About", "ARR bridge  2026 Q3"]);
    expect(sheets[0]?.data).toEqual([
      ["Definition", "NRR v3"],
      ["As of", new Date("2026-09-30T00:00:00Z")],
    ]);
    expect(sheets[1]?.data).toEqual([
      ["Step", "Amount", "Of opening", "Effect", "On", "Accounts"],
      ['=HYPERLINK("x")', -1234.5, 0.866667, -1.07, new Date("2026-02-28T00:00:00Z"), 12],
      ["<&> \u00e4", null, null, null, new Date("2026-02-01T00:00:00Z"), null],
    ]);
  });

  it("is the same bytes for the same table, with columns beyond Z", async () => {
    const keys = Array.from({ length: 30 }, (_, index) => `c${index}`);
    const wide = tableSheet("Wide", {
      keys,
      titles: keys,
      rows: [keys.map((_, n) => ({ number: String(n) }))],
    });
    const [one, two] = await Promise.all([xlsxOf([wide]), xlsxOf([wide])]);
    expect(new Uint8Array(await one.arrayBuffer())).toEqual(new Uint8Array(await two.arrayBuffer()));
    const [sheet] = await readXlsxFile(await one.arrayBuffer());
    expect(sheet?.data[1]).toEqual(keys.map((_, n) => n));
  });
});
