import { describe, expect, it } from "vitest";
import { randomOf } from "./random.ts";

describe("a stream of whole numbers", () => {
  const draw = (seed: number, label: string) => {
    const random = randomOf(seed, label);
    return Array.from({ length: 200 }, () => random.between(1, 6));
  };

  it("is the same for the same seed and label, and another for any other", () => {
    expect(draw(1, "a")).toEqual(draw(1, "a"));
    expect(draw(1, "a")).not.toEqual(draw(1, "b"));
    expect(draw(1, "a")).not.toEqual(draw(2, "a"));
  });

  it("stays within its bounds and reaches both", () => {
    expect([...new Set(draw(3, "die"))].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("says yes about as often as asked", () => {
    const random = randomOf(5, "chance");
    const yes = Array.from({ length: 10_000 }, () => random.chance(2_500)).filter(Boolean).length;
    expect(yes).toBeGreaterThan(2_300);
    expect(yes).toBeLessThan(2_700);
  });

  it("shuffles without losing anything", () => {
    const cards = Array.from({ length: 52 }, (_, i) => i);
    const shuffled = randomOf(1, "cards").shuffle(cards);
    expect(shuffled).not.toEqual(cards);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(cards);
  });
});
