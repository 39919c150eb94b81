import { describe, expect, it } from "vitest";
import { bandLine, curveLine } from "./rate-lines.ts";

const curve = {
  points: [
    { at: "100", pays: "0" },
    { at: "110", pays: "100" },
  ],
  between: "linear",
  beyond: "slope",
  below: "nothing",
  floor: null,
  cap: null,
} as const;
const at = (line: ReturnType<typeof curveLine>, x: number) => line.points.find((point) => point.x === x)?.y;

describe("a rate table as it is drawn", () => {
  it("goes on beyond its last point as between the last two, unless it is capped or level", () => {
    const end = (given: object) => curveLine({ ...curve, points: [...curve.points], ...given }).points.at(-1);
    expect(end({})).toEqual({ x: 116, y: 160 });
    expect(end({ cap: "120" })).toEqual({ x: 116, y: 120 });
    expect(end({ beyond: "level" })).toEqual({ x: 116, y: 100 });
  });
  it("jumps where it begins to pay", () => {
    const line = curveLine({ ...curve, points: [{ at: "100", pays: "100" }], beyond: "level" });
    expect(at(line, 100)).toBe(100);
    expect(at(line, 100 - 1e-6)).toBe(0);
  });
  it("draws bands as steps, and nothing beyond a last one with an end", () => {
    const bands = [
      { from: "0", to: "100", rate: "8", retroactive: false },
      { from: "100", to: "150", rate: "12", retroactive: false },
    ];
    expect(bandLine({ scale: "quota", of: "credited", bands }).points.map(({ x, y }) => [x, y])).toEqual([
      [0, 8],
      [100, 12],
      [150, 12],
      [150, 0],
      [172.5, 0],
    ]);
  });
  it("draws nothing of an empty table", () => {
    expect(bandLine({ scale: "quota", of: "credited", bands: [] }).points).toEqual([]);
  });
});
