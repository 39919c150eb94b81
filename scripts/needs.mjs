// What the tests need from the machine: PostgreSQL's server programs and Chromium.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./processes.mjs";
import { root } from "./toolchain.mjs";

const oldestPostgres = 15;
const headlessShell = "chromium-headless-shell";

const version = (program) =>
  (spawnSync(program, ["--version"], { encoding: "utf8", timeout: 20_000 }).stdout ?? "").match(
    /\d+(\.\d+)*/,
  )?.[0];

/** The directory of initdb and postgres and their version, null when there is none or it is too old. */
export function findPostgres(env) {
  const packages = "/usr/lib/postgresql";
  const newestFirst = existsSync(packages) ? readdirSync(packages).sort((a, b) => Number(b) - Number(a)) : [];
  const places = env.PG_BIN
    ? [env.PG_BIN]
    : [...newestFirst.map((dir) => join(packages, dir, "bin")), ...(env.PATH ?? "").split(delimiter)];
  for (const dir of places) {
    if (!existsSync(join(dir, "initdb")) || !existsSync(join(dir, "postgres"))) continue;
    const found = version(join(dir, "postgres"));
    if (found && Number.parseInt(found, 10) >= oldestPostgres) return { path: dir, version: found };
  }
  return null;
}

/** The Chromium to test with and its version: CHROMIUM_PATH, one on PATH, or the one Playwright keeps. */
export function findChromium(env) {
  // The headless shell first: the same engine without the windows, it opens a page for half the work.
  const names = [headlessShell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const onPath = (env.PATH ?? "").split(delimiter).flatMap((dir) => names.map((name) => join(dir, name)));
  const application = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  for (const program of env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : [...onPath, application]) {
    const found = runnable(program) ? version(program) : undefined;
    if (found) return { path: program, version: found };
  }
  const asked = spawnSync("node", ["-p", "require('@playwright/test').chromium.executablePath()"], {
    cwd: join(root, "tests/browser"),
    env,
    encoding: "utf8",
  });
  const own = (asked.stdout ?? "").trim();
  return !env.CHROMIUM_PATH && runnable(own) ? { path: own, version: "of Playwright" } : null;
}

function runnable(program) {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds both, installing what is missing where we may.
 * @returns {Promise<import("./steps.mjs").Outcome & {chromium?: string, postgres?: string}>}
 */
export async function meetNeeds(env) {
  let postgres = findPostgres(env);
  let chromium = findChromium(env);
  const lacking = { postgres: !postgres && !env.PG_BIN, chromium: !chromium && !env.CHROMIUM_PATH };
  let output = "";
  if ((lacking.postgres || lacking.chromium) && mayInstall()) {
    // RUNLEVEL=1 keeps the package from starting a server of its own.
    const quiet = { ...env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
    const update = await run("apt-get", ["update", "-q"], { cwd: root, env: quiet });
    const missing = [
      ...(lacking.postgres ? ["postgresql"] : []),
      ...(lacking.chromium ? [isOffered(headlessShell) ? headlessShell : "chromium"] : []),
    ];
    const install = await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...missing], {
      cwd: root,
      env: quiet,
    });
    output = install.code === 0 ? "" : update.output + install.output;
    postgres ??= findPostgres(env);
    chromium ??= findChromium(env);
  }
  const remedies = [...(postgres ? [] : [postgresRemedy(env)]), ...(chromium ? [] : [chromiumRemedy(env)])];
  return {
    ok: remedies.length === 0,
    note: [postgres && `PostgreSQL ${postgres.version}`, chromium && `Chromium ${chromium.version}`]
      .filter(Boolean)
      .join(", "),
    output,
    remedy: remedies.join("\n  → "),
    postgres: postgres?.path,
    chromium: chromium?.path,
  };
}

const mayInstall = () =>
  process.getuid?.() === 0 && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;

/** Whether the distribution has a package of this name; Ubuntu has none of the headless shell. */
const isOffered = (name) => spawnSync("apt-cache", ["show", name], { stdio: "ignore" }).status === 0;

const postgresRemedy = (env) =>
  env.PG_BIN
    ? `PG_BIN=${env.PG_BIN} holds no initdb and postgres of version ${oldestPostgres} or newer.`
    : "PostgreSQL's server programs are missing: `sudo apt-get install postgresql` (macOS: `brew install postgresql@17`), or set PG_BIN to their directory.";

const chromiumRemedy = (env) =>
  env.CHROMIUM_PATH
    ? `CHROMIUM_PATH=${env.CHROMIUM_PATH} does not start.`
    : "Chromium is missing: `sudo apt-get install chromium-headless-shell` (Ubuntu: `chromium`) or `npx playwright install chromium` in tests/browser, or set CHROMIUM_PATH.";
