import { describe, expect, it } from "vitest";
import { type Cell, titleOf } from "./cell.ts";
import { csvText } from "./csv.ts";

const sheet = (keys: string[], rows: Cell[][]) => ({ keys, titles: keys.map((key) => `The ${key}`), rows });

describe("csvText", () => {
  it("UX-36: keeps a formula from running and leaves numbers numbers", () => {
    expect(csvText(sheet(["name", "arr"], [['=HYPERLINK("x")', { number: "-5" }]]), "raw")).toBe(
      `\ufeffname,arr\r\n"'=HYPERLINK(""x"")",-5\r\n`,
    );
  });
  it.each(["＝x", "＋1", "－1", "＠a", "\nx", "\0x", "'=x"])("keeps %j from running too", (text) => {
    const cell = csvText(sheet(["a"], [[text]]), "shown").split("\r\n")[1] ?? "";
    expect(cell.replace(/^"/, "").startsWith("'")).toBe(true);
    expect(cell).toContain(`'${text}`);
  });
  it("quotes what holds a comma, a quote or a line end, and leaves nothing empty", () => {
    expect(csvText(sheet(["a"], [["x, y"], ['say "so"'], [null]]), "raw")).toBe(
      '\ufeffa\r\n"x, y"\r\n"say ""so"""\r\n\r\n',
    );
  });
  it("UX-33: is raw for machines, with keys, dot decimals and ISO days, or as the screen shows it, with titles", () => {
    const rows: Cell[][] = [
      [{ day: "2026-09-30" }, { month: "2026-09" }, { share: "0.866667" }, { points: "-1.0700" }],
      [
        { money: "-1234.50", currency: "USD" },
        { money: "1200.00", currency: "USD" },
        { number: "1234" },
        null,
      ],
    ];
    const table = sheet(["a", "b", "c", "d"], rows);
    expect(csvText(table, "raw")).toBe(
      "\ufeffa,b,c,d\r\n2026-09-30,2026-09,0.866667,-1.0700\r\n-1234.50,1200.00,1234,\r\n",
    );
    expect(csvText(table, "shown").split("\r\n").slice(0, 3)).toEqual([
      "\ufeffThe a,The b,The c,The d",
      "30 Sep 2026,Sep 2026,86.7\u00a0%,\u22121.1\u00a0pp",
      '"\u2212$1,234.50","$1,200","1,234",',
    ]);
  });
  it("prefers the text that stood on screen", () => {
    expect(csvText(sheet(["a"], [[{ money: "5.00", currency: "USD", shown: "+$5" }]]), "shown")).toContain(
      "+$5",
    );
  });
});

it("keys are titles to people, abbreviations as they are written", () => {
  expect(["account_id", "arr", "arr_currency", "csm", "next_renewal"].map(titleOf)).toEqual([
    "Account ID",
    "ARR",
    "ARR currency",
    "CSM",
    "Next renewal",
  ]);
});
