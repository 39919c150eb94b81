// The commands behind the npm scripts of the root package.json.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { assemble } from "./assemble.mjs";
import { browser, build, checkBundles, staticChecks, vitest } from "./checks.mjs";
import { meetNeeds } from "./needs.mjs";
import { run } from "./processes.mjs";
import { step } from "./steps.mjs";
import { bin, environment, install, isInstalled, pnpmDirectory, root, scratch } from "./toolchain.mjs";

/** Where the person typed the command: npm itself moves to the root. */
const typedIn = process.env.INIT_CWD ?? process.cwd();

const usage = `Usage: npm start [-- --demo]          install, build, serve
       npm test                        install, then every check and test
       npm run check                   format, lint, types, boundaries, unused code
       npm run test:scale              the store of usage against ClickHouse, which it brings (550 MB)
       npm run test:deep               the long property, crash and fuzz runs
       npm run bench                   speed, side by side
       npm run sbom [-- FILE]          what the product is made of, as CycloneDX
       npm run package [-- FOLDER]     @termwise/core as an archive that npm installs
       npm run assemble -- FOLDER      the built product alone, to run elsewhere
       npm run termwise -- COMMAND     the command line`;

const commands = {
  start,
  test,
  "test:deep": testDeep,
  "test:scale": testScale,
  check,
  bench,
  sbom,
  package: packCore,
  assemble: assembleProduct,
  termwise,
  exec,
  install: installOnly,
};

/**
 * @param {string[]} args the command and its arguments
 * @returns {Promise<number>} exit code
 */
export async function main([name = "", ...rest]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : null;
  if (command) return await command(rest);
  console.error(usage);
  return 2;
}

async function installOnly() {
  return (await step("install", install)).ok ? 0 : 1;
}

/** Serves the app and the API; prints the address. */
async function start(args) {
  if (!(await step("install", install)).ok) return 1;
  const env = product(environment(pnpmDirectory()));
  if (!(await step("build", () => build(env))).ok) return 1;
  const { code } = await run(bin("node"), [join(root, "apps/server/dist/main.js"), ...args], {
    cwd: root,
    env,
    output: "inherit",
  });
  // Stopped from outside is how a server ends.
  return code === 130 || code === 143 ? 0 : code;
}

/** Everything; the last line counts what passed and what failed. */
async function test() {
  const tally = { passed: 0, failed: 0 };
  if (!(await counted(tally, "install", install)).ok) return closing(tally);
  const env = await testEnvironment(tally);
  for (const { name, work } of staticChecks) await counted(tally, name, () => work(env));
  await counted(tally, "unit, property, database tests", () => vitest(env));
  const built = await counted(tally, "build", () => build(env));
  if (built.ok) await counted(tally, "what the bundles hold", () => checkBundles(env));
  await counted(tally, "browser tests", async () =>
    built.ok ? await browser(env) : { ok: false, note: "not run: there is no build to test" },
  );
  return closing(tally);
}

async function testDeep() {
  const tally = { passed: 0, failed: 0 };
  if (!(await counted(tally, "install", install)).ok) return closing(tally);
  const env = { ...(await testEnvironment(tally)), TERMWISE_DEEP: "1" };
  await counted(tally, "deep tests", () => vitest(env));
  return closing(tally);
}

/** ClickHouse as a library: too large for everybody's install, so it is brought for these tests alone. */
const chdb = { name: "chdb", version: "3.4.0", folder: join(scratch, "chdb") };

/** Exit code where a machine cannot fetch it: nothing was tested, and nothing is wrong. */
const notBrought = 3;

async function testScale() {
  const tally = { passed: 0, failed: 0 };
  if (!(await counted(tally, "install", install)).ok) return closing(tally);
  const brought = await counted(tally, "bring chDB", () => bringChdb(environment(pnpmDirectory())));
  if (!brought.ok) {
    closing(tally);
    return notBrought;
  }
  const env = { ...(await testEnvironment(tally)), TERMWISE_CHDB: chdb.folder };
  await counted(tally, "usage in ClickHouse", () => vitest(env, ["--project", "db"]));
  return closing(tally);
}

/** Milliseconds that fetching it may take: a machine that cannot is told from one that is slow, and nothing hangs. */
const patience = 120_000;

async function bringChdb(env) {
  const { name, version, folder } = chdb;
  const manifest = join(folder, "package.json");
  const present = join(folder, "node_modules", name, "package.json");
  if (existsSync(present) && JSON.parse(readFileSync(present, "utf8")).version === version)
    return { ok: true, note: "nothing new" };
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, JSON.stringify({ private: true, dependencies: { [name]: version } }));
  const { code, output } = await run(
    "npm",
    ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", "--prefix", folder],
    { cwd: folder, env, within: patience },
  );
  return {
    ok: code === 0,
    output: code === 143 ? `Not fetched within ${patience / 1000} s.\n${output}` : output,
    remedy: "chdb comes from the npm registry (550 MB): see that `npm ping` answers, then run this again.",
  };
}

async function check() {
  if (!(await step("install", install)).ok) return 1;
  const env = environment(pnpmDirectory());
  let code = 0;
  for (const { name, work } of staticChecks) if (!(await step(name, () => work(env))).ok) code = 1;
  return code;
}

async function bench(args) {
  if (!(await step("install", install)).ok) return 1;
  return await passOn(environment(pnpmDirectory()), bin("node"), [join(root, "bench/main.ts"), ...args]);
}

/** Writes the bill of materials, by default to dist/sbom.cdx.json; a relative file is meant from where the person stands. */
async function sbom([file = join(root, "dist/sbom.cdx.json")]) {
  const env = await quietly();
  if (!env) return 1;
  return await passOn(env, bin("node"), [join(root, "tooling/supply-chain/write-sbom.ts"), file], typedIn);
}

/** Builds and packs @termwise/core as it is published, by default into dist/; says where the archive is. */
async function packCore([folder = join(root, "dist")]) {
  const env = await quietly();
  if (!env) return 1;
  const core = join(root, "packages/core");
  const built = await passOn(env, bin("node"), [join(core, "scripts/build-package.ts")]);
  if (built !== 0) return built;
  const target = resolve(typedIn, folder);
  mkdirSync(target, { recursive: true });
  const packed = await run("npm", ["pack", "--silent", "--pack-destination", target], {
    cwd: join(core, "dist"),
    env,
  });
  if (packed.code !== 0) console.error(packed.output);
  else console.log(join(target, packed.output.trim().split("\n").at(-1)));
  return packed.code;
}

/** Builds the product and puts what runs into an empty folder: what a container image holds. */
async function assembleProduct([folder = ""]) {
  if (folder === "") {
    console.error(usage);
    return 2;
  }
  if (!(await step("install", install)).ok) return 1;
  const env = environment(pnpmDirectory());
  if (!(await step("build", () => build(env))).ok) return 1;
  const target = resolve(typedIn, folder);
  const done = await step("assemble", async () => {
    assemble(target);
    return { ok: true, note: target };
  });
  return done.ok ? 0 : 1;
}

/** The command line, with the caller's arguments, directory, input and output untouched. */
async function termwise(args) {
  const env = await quietly();
  if (!env) return 1;
  return await passOn(
    product(env),
    bin("node"),
    [join(root, "apps/server/src/cli/main.ts"), ...args],
    typedIn,
  );
}

/** Any installed tool, with the repository's pnpm and Node.js on PATH. */
async function exec([tool, ...args]) {
  const env = await quietly();
  if (!env || !tool) return 1;
  return await passOn(env, existsSync(bin(tool)) ? bin(tool) : tool, args);
}

/** The environment once everything is installed; says nothing on standard output, null when it failed. */
async function quietly() {
  if (!isInstalled()) {
    console.error("Installing packages…");
    const { ok, output, remedy } = await install();
    if (!ok) {
      console.error([output, remedy].filter(Boolean).join("\n"));
      return null;
    }
  }
  return environment(pnpmDirectory());
}

const passOn = async (env, command, args, cwd = root) =>
  (await run(command, args, { cwd, env, output: "inherit" })).code;

/** The data folder is the repository's unless named; a relative one is meant from where the person stands. */
function product(env) {
  const named = env.TERMWISE_DATA_DIR;
  const data = named ? (isAbsolute(named) ? named : resolve(typedIn, named)) : join(root, ".data");
  return { ...env, TERMWISE_DATA_DIR: data };
}

/** For tests: PostgreSQL and Chromium named, and nothing that leads to the data of whoever runs them. */
async function testEnvironment(tally) {
  const { DATABASE_URL: _url, TERMWISE_DATA_DIR: _dir, ...env } = environment(pnpmDirectory());
  const { chromium, postgres } = await counted(tally, "PostgreSQL and Chromium", () => meetNeeds(env));
  return {
    ...env,
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
    ...(postgres ? { PG_BIN: postgres } : {}),
  };
}

/** A step that counts: its tests, or one failure when it has none to count. */
async function counted(tally, name, work) {
  const outcome = await step(name, work);
  tally.passed += outcome.passed ?? 0;
  tally.failed += outcome.failed ?? (outcome.ok ? 0 : 1);
  return outcome;
}

function closing({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
