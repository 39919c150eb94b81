import { describe, expect, it } from "vitest";
import { attainmentText } from "./pay-words.ts";

describe("attainment in a table", () => {
  it("has two places, whatever fraction the trace tells", () => {
    expect(attainmentText("35.6572 % (3209147/9000000)")).toBe("35.66\u00a0%");
    expect(attainmentText("120 %")).toBe("120.00\u00a0%");
    expect(attainmentText(null)).toBe("");
  });
});
