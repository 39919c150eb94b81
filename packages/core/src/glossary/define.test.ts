import { describe, expect, expectTypeOf, it } from "vitest";
import { type Bound, defineMetric, defineTerm, type Example } from "./define.ts";
import { firstVersion } from "./origin.ts";
import { Term } from "./term.ts";

const doubled = defineTerm({
  id: "doubled",
  tier: "A",
  name: "Doubled",
  section: "finance",
  kind: "metric",
  definition: "Twice a number.",
  example: "Twice 2 is 4.",
  owner: "RevOps",
  sources: ["arithmetic"],
  related: [],
  versions: [
    ...firstVersion("It was needed."),
    { on: "2026-12-01", author: "RevOps", reason: "It was wrong.", change: "It is right." },
  ],
});

describe("defineTerm", () => {
  it("keeps the id as a literal type and numbers the versions", () => {
    expectTypeOf(doubled.id).toEqualTypeOf<"doubled">();
    expect(doubled.versions.map(({ version, on }) => [version, on])).toEqual([
      [1, "2026-11-21"],
      [2, "2026-12-01"],
    ]);
    expect(Term.parse(doubled)).toEqual(doubled);
  });
  it.each([
    ["an id that is not kebab-case", { id: "Not_Kebab" }],
    ["a definition that is no sentence", { definition: "twice a number" }],
    ["a definition on two lines", { definition: "Twice\na number." }],
    ["a character nobody sees", { formula: "2 ×\0 n" }],
    ["half a character", { inclusions: ["all \ud83d"] }],
    ["versions out of order", { versions: doubled.versions.toReversed() }],
    [
      "versions of one day",
      { versions: doubled.versions.map((version) => ({ ...version, on: "2026-12-01" })) },
    ],
    ["no version", { versions: [] }],
    ["no source", { sources: [] }],
    ["a field nobody knows", { colour: "red" }],
  ])("has a schema that refuses %s", (_, wrong) => {
    expect(Term.safeParse({ ...doubled, ...wrong }).success).toBe(false);
  });
});

describe("defineMetric", () => {
  const bind = (expected: number) =>
    defineMetric({
      term: doubled,
      module: "here",
      symbol: "twice",
      of: (given: { number: number }) => given.number * 2,
      examples: [{ title: "2", given: { number: 2 }, expect: expected }],
    });

  it("runs the examples against the function", () => {
    expect(bind(4).run()).toEqual([
      { scenario: null, title: "2", given: { number: 2 }, expect: 4, answer: 4, holds: true },
    ]);
  });
  it("sees an example that does not hold", () => {
    expect(bind(5).run()).toMatchObject([{ answer: 4, holds: false }]);
  });
  it("types given and expect after the function", () => {
    type Twice = Bound<{ number: number }, number>;
    expectTypeOf<Twice["examples"][number]>().toEqualTypeOf<Example<{ number: number }, number>>();
    const of = (given: { number: number }) => given.number * 2;
    const rest = { term: doubled, module: "here", symbol: "twice", of };
    // @ts-expect-error expect is a number
    defineMetric({ ...rest, examples: [{ title: "2", given: { number: 2 }, expect: "4" }] });
    // @ts-expect-error given is a number
    defineMetric({ ...rest, examples: [{ title: "2", given: { number: "2" }, expect: 4 }] });
  });
});
