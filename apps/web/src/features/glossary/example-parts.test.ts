import { describe, expect, it } from "vitest";
import { exampleParts } from "./example-parts.ts";

describe("exampleParts", () => {
  it("shows a single value as one line", () => {
    expect(exampleParts("1.03")).toEqual([{ kind: "line", name: "", value: "1.03" }]);
  });
  it("says what is not known, never null or undefined", () => {
    expect(exampleParts({ nrr: null, kept: true, lines: [] })).toEqual([
      { kind: "line", name: "NRR", value: "none" },
      { kind: "line", name: "Kept", value: "yes" },
      { kind: "line", name: "Lines", value: "none" },
    ]);
  });
  it("lays records of one kind out as a table", () => {
    const [part] = exampleParts({
      lines: [
        { account: "A", arr: 100 },
        { account: "B", endsOn: "2025-03-31" },
      ],
    });
    expect(part).toMatchObject({ kind: "table", name: "Lines", columns: ["Account", "ARR", "Ends on"] });
    expect(part?.kind === "table" && part.rows.map((row) => row.cells.map((cell) => cell.value))).toEqual([
      ["A", "100", ""],
      ["B", "", "2025-03-31"],
    ]);
  });
});
