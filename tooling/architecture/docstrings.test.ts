import { describe, expect, it } from "vitest";
import { exportedFrom, hasDocstring } from "./docstrings.ts";
import { coreModules } from "./layers.ts";

describe("the reader", () => {
  const files: Record<string, string> = {
    "m/index.ts": 'export { a, type B } from "./a.ts";\nexport * from "./c.ts";\n',
    "m/a.ts": "/** Says what a is. */\nexport const a = 1;\nexport interface B {\n  b: 1;\n}\n",
    "m/c.ts": "/** A schema. */\nexport const C = 1;\nexport type C = typeof C;\n",
  };
  const readFile = (path: string) => files[path] ?? "";

  it("follows an index to the files that declare its names", () => {
    expect(exportedFrom("m/index.ts", readFile)).toEqual([
      { name: "a", file: "m/a.ts" },
      { name: "B", file: "m/a.ts" },
      { name: "C", file: "m/c.ts" },
      { name: "C", file: "m/c.ts" },
    ]);
  });
  it("sees which of them say what they mean", () => {
    const said = (name: string, file: string) => hasDocstring({ name, file }, readFile);
    expect([said("a", "m/a.ts"), said("B", "m/a.ts"), said("C", "m/c.ts")]).toEqual([true, false, true]);
  });
});

it.each(coreModules)("every name that @termwise/core/%s offers has a docstring", (name) => {
  const offered = exportedFrom(`packages/core/src/${name}/index.ts`);
  expect(offered.length).toBeGreaterThan(0);
  expect(
    offered.filter((found) => !hasDocstring(found)).map((found) => `${found.name} in ${found.file}`),
  ).toEqual([]);
});
