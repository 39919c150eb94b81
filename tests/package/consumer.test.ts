import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

const windows = process.platform === "win32";
/** A project of somebody else: outside the workspace, with what npm has installed and nothing more. */
const project = mkdtempSync(join(tmpdir(), "termwise-consumer-"));
const typescript = join(import.meta.dirname, "node_modules/typescript/bin/tsc");

interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function run(program: string, ...words: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const shell = windows && program !== process.execPath;
    execFile(program, words, { cwd: project, encoding: "utf8", shell }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code ?? 1) : 0, out, error }),
    );
  });
}

const settings = (moduleResolution: string) => ({
  compilerOptions: {
    target: "ES2022",
    // zod speaks of URL.
    lib: ["ES2022", "DOM"],
    module: moduleResolution === "bundler" ? "ESNext" : "NodeNext",
    moduleResolution,
    types: [],
    strict: true,
    // Every declaration of the package is checked once.
    skipLibCheck: moduleResolution === "bundler",
    noEmit: true,
  },
  files: ["typed.spec.ts"],
});

beforeAll(async () => {
  cpSync(join(import.meta.dirname, "consumer"), project, { recursive: true });
  // It has zod already, of the version we test with: a newer one is no matter of this commit.
  const { dependencies } = JSON.parse(readFileSync(join(inject("dist"), "package.json"), "utf8"));
  const own = {
    name: "consumer",
    private: true,
    type: "module",
    dependencies: { zod: dependencies.zod.slice(1) },
  };
  writeFileSync(join(project, "package.json"), JSON.stringify(own));
  const installed = await run(
    "npm",
    "install",
    "--no-audit",
    "--no-fund",
    "--prefer-offline",
    inject("tarball"),
  );
  expect(installed).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("a project that installs the package", () => {
  it("shares its zod with it, and gets nothing else", async () => {
    const { packages } = JSON.parse(readFileSync(join(project, "node_modules/.package-lock.json"), "utf8"));
    expect(Object.keys(packages)).toEqual(["node_modules/@termwise/core", "node_modules/zod"]);
  });

  it("uses schemas, machine, metric and glossary in Node.js as they are", async () => {
    const { out, error } = await run(process.execPath, "in-node.mjs");
    expect(error).not.toContain("Error");
    const found = JSON.parse(out);
    expect(found).toMatchObject({
      retention: "1.050000",
      refused: ["from is not a calendar day (YYYY-MM-DD)"],
      moves: ["won", null],
      machine: true,
      schema: ["ContractLine", "object"],
      found: "nrr",
    });
    expect(found.concepts).toBe(found.terms);
    expect(found.terms).toBeGreaterThan(200);
  });

  it("uses the same in Node.js from one file that a bundler made of all", async () => {
    await build({
      root: project,
      configFile: false,
      logLevel: "error",
      ssr: { noExternal: true },
      build: { ssr: "in-node.mjs", outDir: "bundle" },
    });
    const bundle = readFileSync(join(project, "bundle/in-node.js"), "utf8");
    expect(bundle).not.toMatch(/from "(?:@termwise|zod)/);
    const [one, other] = [
      await run(process.execPath, "in-node.mjs"),
      await run(process.execPath, "bundle/in-node.js"),
    ];
    expect(other).toMatchObject({ code: 0, out: one.out });
  });

  it.each(["nodenext", "bundler"])("compiles against its types with module resolution %s", async (how) => {
    writeFileSync(join(project, `tsconfig.${how}.json`), JSON.stringify(settings(how)));
    expect(await run(process.execPath, typescript, "-p", `tsconfig.${how}.json`)).toMatchObject({
      code: 0,
      out: "",
    });
  });

  it("uses it in a page: a bundle that runs where there is no Node.js", async () => {
    await build({
      root: project,
      configFile: false,
      logLevel: "error",
      build: { lib: { entry: "in-browser.mjs", formats: ["iife"], name: "page", fileName: () => "page.js" } },
    });
    const page: { found?: unknown } = {};
    runInNewContext(readFileSync(join(project, "dist/page.js"), "utf8"), page);
    expect(JSON.parse(JSON.stringify(page.found))).toEqual({ retention: "1.050000", moves: ["Won", null] });
  });
});

describe("npx @termwise/core conformance", () => {
  const conformance = (...words: string[]) => run("npx", "--no", "@termwise/core", "conformance", ...words);
  const reference = "node_modules/@termwise/core/examples/answer-cases.mjs";

  it("passes the implementation that comes with the package", async () => {
    const { code, out } = await conformance("--", "node", reference);
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/^(\d+) cases: \1 passed, 0 failed$/);
    expect(code).toBe(0);
  });
  it("fails one that counts win-backs into NRR, and names the cases", async () => {
    const { code, out } = await conformance("--module", "retention", "--", "node", "answer-wrongly.mjs");
    expect(out).toContain("golden/nrr/1: Golden book under nrrMethod cohort, winback none");
    expect(out).toContain('answer: expected "0.866667", answered "1.266667"');
    expect(out).toMatch(/^grr +\d+ +0$/m);
    expect(code).toBe(1);
  });
});
