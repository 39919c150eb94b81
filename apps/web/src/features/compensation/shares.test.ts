import { describe, expect, it } from "vitest";
import { namedShares, splitFault } from "./shares.ts";

const split = (...percents: string[]) => percents.map((percent, at) => ({ person: `P${at}`, percent }));

describe("the split of a deal, as it is typed", () => {
  it("adds up to 100 %, exactly", () => {
    expect(splitFault(split("60", "40"))).toBeUndefined();
    expect(splitFault(split("33.333333", "33.333333", "33.333334"))).toBeUndefined();
    expect(splitFault(split("60", "30"))).toBe("The shares add up to 90 %, not to 100 %.");
    expect(splitFault(split("60", "50"))).toBe("The shares add up to 110 %, not to 100 %.");
  });
  it("is of people, each of them once, in per cent", () => {
    expect(splitFault([{ person: " ", percent: "100" }])).toBe("Each share is somebody's.");
    expect(splitFault([...split("50"), ...split("50")])).toBe("Somebody is named twice.");
    expect(splitFault(split("half", "50"))).toMatch(/number of per cent/);
  });
  it("is none where every row is empty", () => {
    expect(splitFault([{ person: "", percent: "" }])).toBeUndefined();
    expect(
      namedShares([
        { person: " Kim ", percent: "100 " },
        { person: "", percent: "" },
      ]),
    ).toEqual([{ person: "Kim", percent: "100" }]);
  });
});
