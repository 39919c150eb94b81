import { expect, it } from "vitest";
import { isTermId } from "../registry/index.ts";
import { firstWeeks } from "./first-week.ts";

it("firstWeeks name terms there are, each once, and say why", () => {
  for (const { read } of Object.values(firstWeeks)) {
    const ids = read.map(({ term }) => term);
    expect(ids.filter((id) => !isTermId(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { why } of read) expect(why).toMatch(/^[A-Z].+\.$/);
  }
});
