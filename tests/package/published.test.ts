import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, inject, it } from "vitest";

const dist = inject("dist");
const manifest = JSON.parse(readFileSync(join(dist, "package.json"), "utf8"));
const files = execFileSync("tar", ["-tzf", inject("tarball")], { encoding: "utf8" })
  .trim()
  .split("\n")
  .map((path) => path.replace(/^package\//, ""));

describe("the package as it is published", () => {
  it("depends on nothing but zod", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["zod"]);
    expect(manifest).not.toHaveProperty("peerDependencies");
    expect(manifest).not.toHaveProperty("devDependencies");
  });
  it("holds code, types, schemas, data and documents, and no source or test", () => {
    const wrong = files.filter((path) => /\.test\.|(?<!\.d)\.ts$|\.map$|testing\./.test(path));
    expect(wrong).toEqual(["examples/nrr-of-your-own.ts"]);
    for (const path of ["LICENSE", "README.md", "docs/core-api.md", "docs/glossary.md", "kernel/index.js"])
      expect(files).toContain(path);
  });
  it("names every folder it is made of, so that no .gitignore above leaves one out", () => {
    const folders = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect([...manifest.files].sort()).toEqual(folders.map(({ name }) => name).sort());
  });
  it("lists its schemas, and has each", () => {
    const listed: { file: string; title: string }[] = JSON.parse(
      readFileSync(join(dist, "schema/index.json"), "utf8"),
    );
    expect(listed.map(({ title }) => title)).toEqual(expect.arrayContaining(["Fact", "Figure", "Term"]));
    expect(listed.filter(({ file }) => !files.includes(`schema/${file}`))).toEqual([]);
  });
  it("has every file its exports lead to", () => {
    const targets = Object.values<string | Record<string, string>>(manifest.exports).flatMap((to) =>
      typeof to === "string" ? to : Object.values(to),
    );
    const missing = targets.filter((to) => !to.includes("*") && !files.includes(to.slice("./".length)));
    expect(missing).toEqual([]);
  });
  it("is found right by publint", async () => {
    const { messages } = await publint({ pkgDir: dist, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });
  it("has types that resolve in Node.js (ESM) and in bundlers, by Are the types wrong", async () => {
    const archive = new Uint8Array(readFileSync(inject("tarball")));
    const analysis = await checkPackage(createPackageFromTarballData(archive));
    if (!analysis.types) throw new Error("The package has no types");
    // ES modules only: a CommonJS file loads them by import(), and Node.js before 12 is no concern.
    const resolved = ["node16-esm", "bundler"];
    const wrong = analysis.problems.filter(
      (problem) => !("resolutionKind" in problem) || resolved.includes(problem.resolutionKind),
    );
    expect(wrong).toEqual([]);
    const modules = Object.keys(manifest.exports).filter(
      (entry) => typeof manifest.exports[entry] === "object",
    );
    for (const entry of modules)
      for (const kind of ["node16-esm", "bundler"] as const)
        expect([entry, analysis.entrypoints[entry]?.resolutions[kind].resolution?.isTypeScript]).toEqual([
          entry,
          true,
        ]);
  });
});
