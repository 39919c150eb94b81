// What the repository runs with: the pinned pnpm, the pinned Node.js, the installed packages.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./processes.mjs";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
/** Results, logs and stamps of these scripts; goes away with node_modules. */
export const scratch = join(root, "node_modules/.termwise");

const windows = process.platform === "win32";
const bins = join(root, "node_modules/.bin");
const stamp = join(scratch, "installed.json");

/** The installed tool of that name. */
export const bin = (name) => join(bins, windows ? `${name}.cmd` : name);

/** Environment for every child: pnpm and the installed tools (with the pinned Node.js) come first on PATH. */
export function environment(pnpmDirectory) {
  const path = [bins, ...(pnpmDirectory ? [pnpmDirectory] : []), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
}

/** What the last install left: the hash of the lockfile it installed, and where its pnpm was. */
function lastInstall() {
  try {
    return JSON.parse(readFileSync(stamp, "utf8"));
  } catch {
    return {};
  }
}

const lockfileHash = () =>
  createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");

/** Whether the packages of the lockfile as it stands are installed. */
export const isInstalled = () => lastInstall().lockfile === lockfileHash() && existsSync(bin("turbo"));

/** The directory of the pnpm in use, null when it is on PATH already. */
export function pnpmDirectory() {
  const { pnpm } = lastInstall();
  return pnpm && holdsPnpm(pnpm) ? pnpm : null;
}

/**
 * Installs the packages of the lockfile, unless that was done.
 * @returns {Promise<import("./steps.mjs").Outcome>}
 */
export async function install() {
  if (isInstalled()) return { ok: true, note: "nothing new" };
  const found = findPnpm();
  if (!found.ok) return found;
  const result = await run(
    "pnpm",
    ["install", "--frozen-lockfile", "--reporter=append-only", "--config.confirm-modules-purge=false"],
    { cwd: root, env: environment(found.directory) },
  );
  if (result.code !== 0)
    return {
      ok: false,
      output: result.output,
      remedy: remedyFor(result.output),
    };
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ lockfile: lockfileHash(), pnpm: found.directory }));
  return { ok: true };
}

function remedyFor(output) {
  if (output.includes("ERR_PNPM_OUTDATED_LOCKFILE"))
    return "pnpm-lock.yaml does not fit the package.json files: run `pnpm install` and commit the lockfile.";
  if (output.includes("ERR_PNPM_MINIMUM_RELEASE_AGE"))
    return "A version is younger than seven days: take an older one. If none of them is, look at this machine's clock. See docs/supply-chain.md.";
  return "Packages come from the npm registry: see that `npm ping` answers, then run this again.";
}

/** The pnpm on PATH if its major version is the pinned one, else the pinned one out of npx's cache. */
function findPnpm() {
  const wanted = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager.slice(
    "pnpm@".length,
  );
  const options = { cwd: root, encoding: "utf8", env: environment(null), shell: windows };
  const present = spawnSync("pnpm", ["--version"], options);
  if (present.status === 0 && present.stdout.trim().split(".")[0] === wanted.split(".")[0])
    return { ok: true, directory: null };
  const fetched = spawnSync(
    "npx",
    ["--yes", `--package=pnpm@${wanted}`, "--", "node", "-p", "process.env.PATH"],
    options,
  );
  const directory = (fetched.stdout ?? "")
    .trim()
    .split(delimiter)
    .find((dir) => dir !== "" && !dir.startsWith(join(root, sep)) && holdsPnpm(dir));
  if (directory) return { ok: true, directory };
  return {
    ok: false,
    output: fetched.stderr || fetched.error?.message,
    remedy: `pnpm ${wanted} comes from the npm registry through npx: see that \`npm ping\` answers, then run this again.`,
  };
}

const holdsPnpm = (dir) => ["", ".cmd", ".exe"].some((ending) => existsSync(join(dir, `pnpm${ending}`)));
