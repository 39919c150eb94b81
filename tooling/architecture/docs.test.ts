import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, read, root } from "./source-files.ts";

// An ADR is history: it may name what has gone since.
const documents = filesBelow().filter(
  (path) => path.endsWith(".md") && !/^(docs\/adr|\.changeset)\//.test(path),
);
const scripts: Record<string, string> = JSON.parse(read("package.json")).scripts;

const named = (path: string, pattern: RegExp) =>
  [...read(path).matchAll(pattern)].map(([, found]) => found ?? "");

describe.each(documents)("%s", (document) => {
  it("names only paths that exist", () => {
    const paths = named(
      document,
      /`((?:packages|apps|tooling|tests|docs|scripts|bench|security)\/[\w./-]*)`/g,
    );
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("links only to files that exist", () => {
    const links = named(document, /\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g);
    expect(links.filter((link) => !existsSync(join(root, posix.dirname(document), link)))).toEqual([]);
  });

  it("names only npm scripts that exist", () => {
    const known = new Set([...Object.keys(scripts), "ci"]);
    expect(
      named(document, /\bnpm run (?:-s |--silent )?([\w:-]+)/g).filter((name) => !known.has(name)),
    ).toEqual([]);
  });
});

describe("docs/operations.md", () => {
  it("names every setting the server and the command line read, and no other", () => {
    const settings = [
      ...named("apps/server/src/env.ts", /^ {2}([A-Z][A-Z_]+):/gm),
      ...named("apps/server/src/cli/access.ts", /process\.env\["([A-Z_]+)"\]/g),
    ];
    const rows = named("docs/operations.md", /^\| (`[A-Z][A-Z_]+`(?:, `[A-Z_]+`)*) \|/gm);
    const told = rows.flatMap((cell) => cell.split(", ").map((name) => name.replaceAll("`", "")));
    expect(told.sort()).toEqual([...new Set(settings)].sort());
  });
});
