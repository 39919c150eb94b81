import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertJson, assertShallow } from "./json-limits.ts";

describe("JSON before it is parsed", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

  it("may nest 20 levels and hold 200,000 values, and no more", () => {
    expect(() => assertShallow(nested(20))).not.toThrow();
    expect(() => assertShallow(nested(21))).toThrow("20 levels");
    expect(() => assertShallow(`[${"0,".repeat(199_000)}0]`)).not.toThrow();
    expect(() => assertShallow(`[${"{},".repeat(100_001)}0]`)).toThrow("too many values");
  });

  it("is not judged by what stands in its strings, however they are escaped", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(30), (text, depth) => {
        const value = { [`${text}"\\[`]: [`${nested(depth)}\\`, text] };
        expect(() => assertShallow(JSON.stringify(value))).not.toThrow();
        expect(() => assertShallow(`${JSON.stringify(value)}${"[".repeat(21)}`)).toThrow("20 levels");
      }),
    );
  });

  it("says that it is JSON, and nothing that only looks like it", () => {
    for (const type of [
      "application/json",
      "application/json; charset=utf-8",
      "Application/JSON;",
      "application/json\t",
    ])
      expect(() => assertJson(type)).not.toThrow();
    for (const type of [
      undefined,
      "",
      "text/plain",
      "text/plain; application/json",
      "application/jsonp",
      "application/json-seq",
    ])
      expect(() => assertJson(type)).toThrow("Send application/json");
  });
});
