import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const deep = process.env["TERMWISE_DEEP"] === "1";
const scale = process.env["TERMWISE_CHDB"] !== undefined;
const database = fileURLToPath(new URL("tests/setup/global.ts", import.meta.url));
const bundle = fileURLToPath(new URL("tests/setup/bundle.ts", import.meta.url));
const packed = fileURLToPath(new URL("tests/package/packed.ts", import.meta.url));

interface Options {
  /** Needs the throwaway PostgreSQL of tests/setup. */
  database?: boolean;
  /** Starts the built server as a process. */
  bundle?: boolean;
  /** Needs @termwise/core built and packed as it is published. */
  packed?: boolean;
  tests?: string;
  /** Runs in a document. */
  document?: boolean;
  /** Its modules keep nothing from one test to the next: they are evaluated once in a worker, not once for each file. */
  stateless?: boolean;
}

function project(name: string, root: string, options: Options = {}) {
  const tests = options.tests ?? "src/**/*.test.ts";
  return {
    extends: true as const,
    test: {
      name,
      root,
      environment: options.document ? ("jsdom" as const) : ("node" as const),
      isolate: options.stateless !== true,
      include: scale ? ["**/*.scale.ts"] : deep ? [tests, "**/*.deep.ts"] : [tests],
      globalSetup: [
        ...(options.database ? [database] : []),
        ...(options.bundle ? [bundle] : []),
        ...(options.packed ? [packed] : []),
      ],
    },
  };
}

export default defineConfig({
  test: {
    // Limits end what hangs; how fast a machine is says nothing about what is right.
    testTimeout: deep ? 600_000 : 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    // Tests make much that is thrown away at once: in a larger nursery it is swept less often, a sixth of their work.
    execArgv: ["--max-semi-space-size=64"],
    // Much of a run is waiting for databases and child processes, so that two cores carry two files.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project("core", "packages/core", {
        tests: "{src,test-oracle,scripts,bin}/**/*.test.ts",
        stateless: true,
      }),
      project("db", "packages/db", { database: true, stateless: true }),
      project("demo", "packages/demo", { stateless: true }),
      project("server", "apps/server", { database: true, bundle: true, stateless: true }),
      project("web", "apps/web", { stateless: true }),
      // What draws needs a document of its own, which takes longer than most tests.
      project("screens", "apps/web", { tests: "src/**/*.test.tsx", document: true }),
      project("package", "tests/package", { tests: "*.test.ts", packed: true }),
      project("architecture", "tooling/architecture", { tests: "*.test.ts" }),
      project("supply-chain", "tooling/supply-chain", { tests: "*.test.ts" }),
      project("scripts", "scripts", { tests: "*.test.mjs" }),
      project("bench", "bench", { tests: "**/*.test.ts" }),
    ],
  },
});
