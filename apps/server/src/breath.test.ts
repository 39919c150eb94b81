import { describe, expect, it } from "vitest";
import { eachInTurns } from "./breath.ts";

describe("work that lets others in", () => {
  const items = Array.from({ length: 5_000 }, (_, at) => at);

  it("goes through everything in its order", async () => {
    const seen: number[] = [];
    await eachInTurns(items, (item) => seen.push(item));
    expect(seen).toEqual(items);
  });

  it("ends where nobody waits for it any more, with why", async () => {
    const late = new AbortController();
    const seen: number[] = [];
    const work = eachInTurns(
      items,
      (item) => {
        seen.push(item);
        if (item === 2_500) late.abort(new Error("over"));
      },
      late.signal,
    );
    await expect(work).rejects.toThrow("over");
    expect(seen.length).toBe(3_000);
  });
});
