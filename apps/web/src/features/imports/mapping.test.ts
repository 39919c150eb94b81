import { describe, expect, it } from "vitest";
import { answered } from "./mapping.ts";

describe("answered", () => {
  it("lays each answer over the earlier ones, per file and column", () => {
    const first = answered({}, "lines.csv", '{"dates":{"Start":"dmy"}}');
    const second = answered(first, "lines.csv", '{"dates":{"End":"dmy"}}');
    expect(answered(second, "lines.csv", '{"dates":{"Start":"mdy"}}')).toEqual({
      files: { "lines.csv": { dates: { Start: "mdy", End: "dmy" } } },
    });
  });
});
