import { describe, expect, it } from "vitest";
import { isTermId } from "../registry/index.ts";
import { benchmarks, benchmarksOf } from "./benchmarks.ts";

describe("benchmarks", () => {
  it("are twelve, in order, about terms there are", () => {
    expect(benchmarks.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, at) => `B-${String(at + 1).padStart(2, "0")}`),
    );
    expect(benchmarks.flatMap(({ terms }) => terms).filter((id) => !isTermId(id))).toEqual([]);
  });
  it("say so where nobody is named for them", () => {
    expect(benchmarks.filter(({ attributedTo }) => attributedTo === null).map(({ id }) => id)).toEqual([
      "B-05",
      "B-11",
      "B-12",
    ]);
  });
  it("are text that nothing can compute with", () => {
    for (const { figure } of benchmarks) expect(figure === null || typeof figure === "string").toBe(true);
  });
  it("are told of the terms they concern", () => {
    expect(benchmarksOf("nrr").map(({ id }) => id)).toEqual(["B-04"]);
    expect(benchmarksOf("knowledge-base")).toEqual([]);
  });
});
