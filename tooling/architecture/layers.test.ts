import { describe, expect, it } from "vitest";
import { importsOf, pathOf } from "./imports.ts";
import { coreModules, forTestsOnly, packages, webFolders } from "./layers.ts";
import { isTest, read, sourceFiles } from "./source-files.ts";

const scope = "@termwise/";

/** Every import of a directory's source files, with the file that makes it. */
const importsBelow = (directory: string) =>
  sourceFiles(directory)
    .filter((file) => !file.endsWith(".css"))
    .flatMap((file) => importsOf(read(file)).map((found) => ({ file, ...found })));

describe.each(Object.entries(packages))("%s", (directory, { may, types = [] }) => {
  const imports = importsBelow(directory);

  it(`imports of ours only: ${[...may, ...types.map((name) => `${name} (types)`)].join(", ") || "nothing"}`, () => {
    const wrong = imports.filter(({ file, from, typeOnly }) => {
      if (!from.startsWith(scope)) return false;
      if (forTestsOnly.includes(from.split("/").slice(0, 2).join("/")) && isTest(file)) return false;
      const name = from.slice(scope.length).split("/")[0] ?? "";
      return !may.includes(name) && !(typeOnly && types.includes(name));
    });
    expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });

  it("never leaves its own folder by a relative path", () => {
    const wrong = imports.filter(({ file, from }) => {
      const path = pathOf(file, from);
      return path !== null && !path.startsWith(`${directory}/`);
    });
    expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });

  it("uses what is meant for tests only in tests", () => {
    const wrong = imports.filter(
      ({ file, from, typeOnly }) => !typeOnly && !isTest(file) && forTestsOnly.includes(from),
    );
    expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });
});

describe("packages/core", () => {
  const src = "packages/core/src/";
  /** The most specific module a path lies in; null for a file outside all of them. */
  const moduleOf = (path: string) =>
    coreModules.findLast((name) => path.startsWith(`${src}${name}/`)) ?? null;

  it("keeps every file in a module of the table", () => {
    expect(sourceFiles(src.slice(0, -1)).filter((file) => moduleOf(file) === null)).toEqual([]);
  });

  it.each(coreModules)(
    "%s imports only from modules before it: of a parent module any file, of others the index",
    (name) => {
      const wrong = importsBelow(src + name).filter(({ file, from }) => {
        const path = pathOf(file, from);
        if (path === null || moduleOf(file) !== name) return false;
        if (isTest(file) && path.startsWith("packages/core/test-oracle/")) return false;
        const target = moduleOf(path);
        if (target === name) return false;
        const before = target !== null && coreModules.indexOf(target) < coreModules.indexOf(name);
        const inside = name.startsWith(`${target}/`) || isTest(file);
        return !before || (path !== `${src}${target}/index.ts` && !inside);
      });
      expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
    },
  );
});

describe("apps/web", () => {
  const src = "apps/web/src/";
  const folderOf = (path: string) => path.slice(src.length).split("/")[0] ?? "";
  const featureOf = (path: string) => path.slice(src.length).split("/").slice(0, 2).join("/");

  it.each(Object.entries(webFolders))("%s imports only from %s and itself", (folder, may) => {
    const wrong = importsBelow(src + folder).filter(({ file, from }) => {
      const path = pathOf(file, from);
      return path !== null && folderOf(path) !== folder && !may.includes(folderOf(path));
    });
    expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });

  it("a feature never imports another feature", () => {
    const wrong = importsBelow(`${src}features`).filter(({ file, from }) => {
      const path = pathOf(file, from);
      return path !== null && folderOf(path) === "features" && featureOf(path) !== featureOf(file);
    });
    expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });
});
