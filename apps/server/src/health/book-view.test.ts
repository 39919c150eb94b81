import { scoreText } from "@termwise/core/health";
import { day } from "@termwise/core/kernel";
import { expect, it } from "vitest";
import { changeIn, movedIn } from "./book-view.ts";
import { rangeOf } from "./scored.ts";

const weeks = (...scores: readonly (readonly [number, number] | null)[]) =>
  scores.map((score) => ({
    week: day("2026-07-05"),
    score: score && rangeOf(score[0] * 1000, score[1] * 1000),
  }));

it("tells a change in four weeks as a number where as much is known of both scores, else between what it lies", () => {
  const told = (from: readonly [number, number] | null, to: readonly [number, number]) => {
    const own = weeks(from, null, null, null, to);
    const [change, moved] = [changeIn(own), movedIn(own)];
    return [change && scoreText(change), moved && [scoreText(moved.low), scoreText(moved.high)]];
  };
  expect(told([60, 60], [52, 52])).toEqual(["-8", ["-8", "-8"]]);
  expect(told([60, 60], [40, 52])).toEqual([null, ["-20", "-8"]]);
  expect(told(null, [40, 52])).toEqual([null, null]);
});
