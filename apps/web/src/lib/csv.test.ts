import { describe, expect, it } from "vitest";
import { csvText } from "./csv.ts";

describe("csvText", () => {
  it("UX-36: keeps a formula from running and leaves numbers numbers", () => {
    expect(csvText(["name", "arr"], [['=HYPERLINK("x")', { number: "-5" }]])).toBe(
      `\ufeffname,arr\r\n"'=HYPERLINK(""x"")",-5\r\n`,
    );
  });
  it("quotes what holds a comma, a quote or a line end, and leaves nothing empty", () => {
    expect(csvText(["a"], [["x, y"], ['say "so"'], [null]])).toBe(
      '\ufeffa\r\n"x, y"\r\n"say ""so"""\r\n\r\n',
    );
  });
});
