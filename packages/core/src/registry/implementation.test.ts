import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bindings, brokenExamples } from "./bindings.ts";
import { glossaryStatusMarkdown, implementationOf, implementations } from "./implementation.ts";
import { terms } from "./registry.ts";
import { screenEntries } from "./screens.ts";

const counted = Object.fromEntries(
  Object.keys(implementations).map((kind) => [
    kind,
    terms.filter((term) => implementationOf(term) === kind).length,
  ]),
);

describe("what the software does with a term", () => {
  it("is computed for exactly those a binding stands for, each with examples that run", () => {
    expect(counted["computed"]).toBe(new Set(bindings.map(({ term }) => term.id)).size);
    for (const { run } of bindings) expect(run().length).toBeGreaterThan(0);
  });
  it("is vocabulary only for none that is to be carried further", () => {
    const words = terms.filter((term) => implementationOf(term) === "vocabulary");
    expect(words.filter(({ tier }) => tier !== "C")).toEqual([]);
  });
  it("is vocabulary only for just the terms that say in a sentence why nothing computes them", () => {
    const why = terms.filter(({ vocabularyOnly }) => vocabularyOnly !== null);
    expect(why.map(({ id }) => id)).toEqual(
      terms.filter((term) => implementationOf(term) === "vocabulary").map(({ id }) => id),
    );
    expect(new Set(why.map(({ vocabularyOnly }) => vocabularyOnly)).size).toBe(why.length);
  });
  it("is signed by the teams for none that nothing computes: those are drafts", () => {
    const bare = terms.filter((term) => implementationOf(term) !== "computed");
    expect(bare.filter(({ status }) => status !== "draft").map(({ id }) => id)).toEqual([]);
  });
  it("is told of every term once", () => {
    expect(Object.values(counted).reduce((sum, n) => sum + n, 0)).toBe(terms.length);
  });
});

describe("worked examples", () => {
  it("hold, or the package is not built", () => {
    expect(brokenExamples()).toEqual([]);
  });
  it("are told by term and title when they do not", () => {
    const [first] = bindings;
    if (!first) throw new Error("Nothing is bound");
    const wrong = () => first.run().map((one) => ({ ...one, expect: "no", holds: false }));
    const told = brokenExamples([{ ...first, run: wrong }]);
    expect(told).toHaveLength(first.run().length);
    expect(told[0]).toMatch(new RegExp(`^${first.term.id}, ".*expected "no", answered`));
  });
});

describe("the state of the glossary as a document", () => {
  it("is what stands in docs/glossary-status.md; if not, run: pnpm --filter @termwise/core run glossary", () => {
    const kept = readFileSync(new URL("../../../../docs/glossary-status.md", import.meta.url), "utf8");
    expect(kept).toBe(glossaryStatusMarkdown());
  });
  it("counts what a look at the registry counts", () => {
    const seen = screenEntries.filter(([, screen]) => screen !== null).length;
    expect(glossaryStatusMarkdown()).toContain(
      `| All | ${counted["computed"]} | ${counted["planned"]} | ${counted["vocabulary"]} | ${terms.length} | ${seen} |`,
    );
  });
});
