import { describe, expect, it } from "vitest";
import { MadeOnce } from "./made-once.ts";

describe("what is made once", () => {
  const key = {};

  it("is made by the first who asks, for all who ask meanwhile and later", async () => {
    const kept = new MadeOnce<object, string>();
    let times = 0;
    let end = (_: string) => {};
    const make = () => {
      times += 1;
      return new Promise<string>((resolve) => {
        end = resolve;
      });
    };
    const asked = [kept.of(key, [1, "a"], make), kept.of(key, [1, "a"], make)];
    expect(kept.made(key, [1, "a"])).toBeUndefined();
    end("done");
    expect(await Promise.all([...asked, kept.of(key, [1, "a"], make)])).toEqual(["done", "done", "done"]);
    expect([times, kept.made(key, [1, "a"])]).toEqual([1, "done"]);
  });

  it("is made anew from anything else, and for anything else", async () => {
    const kept = new MadeOnce<object, number>();
    const asked = [[1], [2], [2, 3]].map((from, at) => kept.of(key, from, async () => at));
    expect(await Promise.all(asked)).toEqual([0, 1, 2]);
    expect(await kept.of({}, [2, 3], async () => 9)).toBe(9);
    expect(kept.made(key, [1])).toBeUndefined();
  });

  it("is made anew where it failed", async () => {
    const kept = new MadeOnce<object, string>();
    await expect(kept.of(key, [], () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await kept.of(key, [], async () => "there")).toBe("there");
  });
});
