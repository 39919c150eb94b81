import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactNumbers } from "./exact-numbers.ts";

describe("JSON with whole numbers beyond what JavaScript holds", () => {
  it("I-5: keeps each as a text of its own digits, and leaves texts and other numbers alone", () => {
    const [one, other] = ["90071992547409931", "90071992547409932"];
    expect(JSON.parse(exactNumbers(`{"a":${one},"b":[${other},-${other}],"c":9007199254740991}`))).toEqual({
      a: one,
      b: [other, `-${other}`],
      c: 9_007_199_254_740_991,
    });
    const asIs = String.raw`{"say \" ${one}":"\\","b":"${one}, \"${other}","c":1.${one},"d":${one}e3}`;
    expect(exactNumbers(asIs)).toBe(asIs);
  });

  it("changes nothing of JSON that JavaScript wrote itself from numbers it holds exactly and texts", () => {
    const part = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, min: -1e15, max: 1e15 }));
    const texts = fc.oneof(fc.string(), fc.bigInt({ min: 10n ** 16n }).map(String));
    fc.assert(
      fc.property(fc.dictionary(texts, fc.oneof(part, texts, fc.array(texts))), (value) => {
        const json = JSON.stringify(value);
        expect(exactNumbers(json)).toBe(json);
      }),
    );
  });
});
