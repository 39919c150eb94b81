import { scoreText } from "@termwise/core/health";
import { expect, it } from "vitest";
import { changeBetween, movedBetween } from "./book-view.ts";
import { rangeOf } from "./scored.ts";

const score = (ends: readonly [number, number] | null) => ends && rangeOf(ends[0] * 1000, ends[1] * 1000);

it("tells a change in four weeks as a number where as much is known of both scores, else between what it lies", () => {
  const told = (from: readonly [number, number] | null, to: readonly [number, number]) => {
    const [change, moved] = [changeBetween(score(to), score(from)), movedBetween(score(to), score(from))];
    return [change && scoreText(change), moved && [scoreText(moved.low), scoreText(moved.high)]];
  };
  expect(told([60, 60], [52, 52])).toEqual(["-8", ["-8", "-8"]]);
  expect(told([60, 60], [40, 52])).toEqual([null, ["-20", "-8"]]);
  expect(told(null, [40, 52])).toEqual([null, null]);
});
