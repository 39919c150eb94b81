import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { apiReferenceMarkdown } from "./api-reference.ts";
import { entries, offeredBy } from "./offered.ts";

const entry = (name: string) => entries().find((one) => one.name === name) ?? { name, file: "" };
const offered = (module: string, name: string) => offeredBy(entry(module)).find((one) => one.name === name);

describe("what an entry offers", () => {
  it("has the words of its docstring and its signature in one line", () => {
    expect(offered("kernel", "addMoney")).toEqual({
      name: "addMoney",
      kind: "function",
      text: "`a + b`; refuses two currencies, because a sum of two currencies is not an amount.",
      signature: "function addMoney(a: Money, b: Money): Money",
    });
    expect(offered("kernel", "plus")?.signature).toBe("const plus = (a: Rational, b: Rational): Rational");
  });
  it("is found under the name it is offered by", () => {
    expect(offered("lifecycle", "lifecycleTerms")?.kind).toBe("constant");
  });
  it("has a docstring, all of it", () => {
    const silent = entries().flatMap((one) => offeredBy(one).filter(({ text }) => text === ""));
    expect(silent).toEqual([]);
  });
});

it("the API reference is what stands in docs/core-api.md; if not, run: pnpm --filter @termwise/core run api", async () => {
  const kept = readFileSync(new URL("../../../docs/core-api.md", import.meta.url), "utf8");
  expect(kept).toBe(await apiReferenceMarkdown());
});
