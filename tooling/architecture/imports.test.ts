import { describe, expect, it } from "vitest";
import { importsOf, pathOf } from "./imports.ts";

describe("importsOf", () => {
  it("reads named, default, whole, bare and mixed imports", () => {
    const source = [
      'import { a } from "./a.ts";',
      'import b from "b";',
      'import * as c from "../c.ts";',
      'import "./style.css";',
      'import d, { e } from "d";',
    ].join("\n");
    expect(importsOf(source).map(({ from }) => from)).toEqual(["./a.ts", "b", "../c.ts", "./style.css", "d"]);
    expect(importsOf(source).every(({ typeOnly }) => !typeOnly)).toBe(true);
  });
  it("reads an import that stands on several lines", () => {
    expect(importsOf('import {\n  type A,\n  b,\n} from "@termwise/core/kernel";\n')).toEqual([
      { from: "@termwise/core/kernel", typeOnly: false },
    ]);
  });
  it("tells a type import from one that stays when types are stripped", () => {
    expect(
      importsOf('import type { A } from "a";\nimport { type B } from "b";\nexport type { C } from "c";'),
    ).toEqual([
      { from: "a", typeOnly: true },
      { from: "b", typeOnly: false },
      { from: "c", typeOnly: true },
    ]);
  });
  it("reads re-exports", () => {
    expect(
      importsOf('export { a } from "./a.ts";\nexport * from "./b.ts";\nexport * as c from "./c.ts";'),
    ).toHaveLength(3);
  });
  it("reads import() in code and in types", () => {
    expect(importsOf('const a = await import("a");\nlet t: import("b").T;').map(({ from }) => from)).toEqual([
      "a",
      "b",
    ]);
  });
  it("is not taken in by comments, strings and exports that import nothing", () => {
    const source =
      '// import x from "x";\n * import y from "y";\nexport const z = "z";\nexport function f() {\n  return "from";\n}\n';
    expect(importsOf(source)).toEqual([]);
  });
});

it("pathOf follows a relative import from the importing file", () => {
  expect(pathOf("packages/core/src/ledger/fold.ts", "../kernel/index.ts")).toBe(
    "packages/core/src/kernel/index.ts",
  );
  expect(pathOf("packages/core/src/ledger/fold.ts", "zod")).toBeNull();
});
