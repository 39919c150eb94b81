import { describe, expect, it } from "vitest";
import { exampleLines } from "./example-lines.ts";

describe("exampleLines", () => {
  it("shows a single value as one line", () => {
    expect(exampleLines("1.03")).toEqual([{ name: "Value", value: "1.03", depth: 0 }]);
  });
  it("says what is not known, never null", () => {
    expect(exampleLines({ nrr: null })).toEqual([{ name: "Nrr", value: "not known", depth: 0 }]);
  });
  it("names keys in words and indents what is nested", () => {
    const lines = exampleLines({ openingArr: 100, accounts: [{ name: "A", closing: 60 }] });
    expect(lines.map(({ name }) => name)).toEqual(["Opening arr", "1", "Name", "Closing"]);
  });
});
