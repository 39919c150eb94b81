import { expect, it } from "vitest";
import { known, notKnown, shareOf, whereKnown } from "./known.ts";

it("a share of nothing is not known, and says why", () => {
  expect(shareOf(3n, 4n, "No answers.")).toEqual({ value: { n: 3n, d: 4n }, reason: null });
  expect(shareOf(0n, 4n, "No answers.")).toEqual({ value: { n: 0n, d: 1n }, reason: null });
  expect(shareOf(0n, 0n, "No answers.")).toEqual({ value: null, reason: "No answers." });
});

it("what is not known stays so through what is made of it, with its reason", () => {
  const twice = (n: number) => known(2 * n);
  expect(whereKnown(known(2), twice)).toEqual(known(4));
  expect(whereKnown(notKnown("Nobody said."), twice)).toEqual(notKnown("Nobody said."));
});
