// The checks of `npm test` and `npm run check`, in the order they run.
import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { playwrightCounts, verdict, vitestCounts } from "./counts.mjs";
import { run } from "./processes.mjs";
import { bin, root, scratch } from "./toolchain.mjs";

/** A check made by one command: it holds when the command exits with 0. */
async function holds(env, tool, args, remedy) {
  const { code, output } = await run(bin(tool), args, { cwd: root, env });
  return { ok: code === 0, output, remedy };
}

/** What is checked in one go: the packages of Node.js share their types, those of the browser have its globals too. */
const programs = ["tsconfig.node.json", "apps/web", "tests/browser"];

async function types(env) {
  // One checker each: several would all learn what the others know.
  const checks = programs.map((program) => holds(env, "tsc", ["-p", program, "--checkers", "1"]));
  const outcomes = await Promise.all(checks);
  return {
    ok: outcomes.every(({ ok }) => ok),
    output: outcomes.map(({ output }) => output).join("\n"),
  };
}

/** Format, lint, types, package boundaries, unused code: no test among them. */
export const staticChecks = [
  {
    name: "format and lint",
    work: (env) =>
      holds(
        env,
        "biome",
        ["check", "--error-on-warnings", "--max-diagnostics=100", "."],
        "`npm run lint:fix` mends what can be mended.",
      ),
  },
  { name: "types", work: types },
  {
    name: "package boundaries",
    work: (env) =>
      holds(
        env,
        "turbo",
        ["boundaries"],
        "A package uses only what its package.json declares, by its package name.",
      ),
  },
  {
    name: "unused code",
    work: (env) => holds(env, "knip", ["--no-config-hints"], "Remove what nothing uses, or use it."),
  },
];

/** The web and server bundles, from turbo's cache when nothing changed. */
export const build = (env) =>
  holds(env, "turbo", [
    "run",
    "build",
    "--filter=@termwise/web",
    "--filter=@termwise/server",
    "--output-logs=errors-only",
  ]);

/** No secret in the bundles, no path of this machine, and no package that the bill of materials leaves out. */
export const checkBundles = (env) => holds(env, "node", ["tooling/supply-chain/check-bundles.ts"]);

/** Unit, property and integration tests, the latter on the embedded database and on PostgreSQL. */
export async function vitest(env, more = []) {
  const report = emptyReport("vitest.json");
  const { code, output } = await run(
    bin("vitest"),
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...more],
    { cwd: root, env },
  );
  return { ...verdict(vitestCounts(report), code), output };
}

/** The built product in Chromium. */
export async function browser(env) {
  const report = emptyReport("playwright.json");
  const { code, output } = await run(
    "node",
    ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
    {
      cwd: join(root, "tests/browser"),
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, BROWSER_TEST_PORT: String(await freePort()) },
    },
  );
  return { ...verdict(playwrightCounts(report), code), output };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function emptyReport(name) {
  mkdirSync(scratch, { recursive: true });
  const file = join(scratch, name);
  rmSync(file, { force: true });
  return file;
}
