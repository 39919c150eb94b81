import { expect, it } from "vitest";
import { cellText } from "./cell-text.ts";
import { csvText } from "./write-csv.ts";

it("quotes every cell that says something and doubles quotes inside", () => {
  expect(
    csvText(
      ["a", "b"],
      [
        ['x "y"', null],
        ["1,5\n2", ""],
      ],
    ),
  ).toBe('"a","b"\r\n"x ""y""",\r\n"1,5\n2",\r\n');
});

it("keeps a spreadsheet from running text as a formula, and leaves numbers numbers", () => {
  const cells = ["=1+1", "+cmd", "@sum", "-2+3", "\tx", "＝1", "-500", "-1,200.50", "plain"];
  expect(csvText([], [cells])).toBe(
    `\r\n"'=1+1","'+cmd","'@sum","'-2+3","'\tx","'＝1","-500","-1,200.50","plain"\r\n`,
  );
});

it("takes its own guard off again on reading, and no other apostrophe", () => {
  for (const text of ["=1+1", "'=1", "@a", "-a", "'quoted'", "d'Or"]) {
    const cell = csvText([], [[text]])
      .trim()
      .slice(1, -1);
    expect(cellText(cell)).toBe(text);
  }
});
