import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { bundled } from "./bundled.ts";
import { archiveBudget, budgets } from "./size-budget.ts";

const dist = inject("dist");
const { exports }: { exports: Record<string, unknown> } = JSON.parse(
  readFileSync(join(dist, "package.json"), "utf8"),
);
const modules = Object.entries(exports)
  .filter(([, to]) => typeof to === "object")
  .map(([entry]) => entry.slice("./".length));
/** Modules that read every term: the glossary as a whole, and what is built on it. */
const ofTheWholeGlossary = ["registry", "governance", "conformance"];

describe("the size of the package", () => {
  it("has a budget for each module", () => {
    expect(Object.keys(budgets).sort()).toEqual([...modules].sort());
  });
  it.each(modules)(
    "%s, bundled alone, is within its budget and brings no other than it needs",
    async (name) => {
      const { gzip, files } = await bundled(dist, `export * from "@termwise/core/${name}";`);
      expect({ [name]: gzip, within: gzip <= (budgets[name] ?? 0) }).toEqual({ [name]: gzip, within: true });
      // A budget that is far too large holds nothing.
      expect({ [name]: gzip, near: gzip > (budgets[name] ?? 0) / 2 }).toEqual({ [name]: gzip, near: true });
      const registry = files.filter((file) => /^(registry|vocabulary)\//.test(file));
      if (ofTheWholeGlossary.includes(name)) expect(registry.length).toBeGreaterThan(10);
      else if (name !== "vocabulary") expect(registry).toEqual([]);
    },
  );
  it("is fetched within its budget", () => {
    const { size } = statSync(inject("tarball"));
    expect({ size, within: size <= archiveBudget }).toEqual({ size, within: true });
  });
});

describe("what is left out of a bundle", () => {
  it.each([
    ["a function of the kernel", "addDays", "kernel", /^kernel\//],
    ["the machine of the lifecycle", "moveOf", "lifecycle", /^lifecycle\/(machine|names)\.js$/],
    ["the moves of a feature", "releaseMoveOf", "releases", /^releases\/(moves|stages)\.js$/],
  ])("everything that %s does not need", async (_, name, module, own) => {
    const { files, gzip } = await bundled(dist, `export { ${name} } from "@termwise/core/${module}";`);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !own.test(file))).toEqual([]);
    expect(gzip).toBeLessThan(2_000);
  });
  it("the glossary, when one figure is computed", async () => {
    const { files } = await bundled(
      dist,
      'export { factsOfPlainLines } from "@termwise/core/facts"; export { figureOfFacts } from "@termwise/core/retention";',
    );
    expect(files).toContain("retention/figure-of-facts.js");
    expect(
      files.filter((file) => /terms|examples|bindings|^(registry|vocabulary|access)\//.test(file)),
    ).toEqual([]);
  });
});
