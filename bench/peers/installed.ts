import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";

const folder = join(import.meta.dirname, "../peer-packages");
const load = createRequire(join(folder, "package.json"));

/** Installs the peers named in bench/peer-packages, once; says why where it cannot. */
export async function installPeers(): Promise<string | null> {
  if (existsSync(join(folder, "node_modules", "chdb")) && existsSync(join(folder, "node_modules", "@duckdb")))
    return null;
  console.log("Installing DuckDB and chDB for the benchmark (once, about 600 MB) …");
  try {
    const args = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
    await promisify(execFile)("npm", args, { cwd: folder });
    return null;
  } catch (error) {
    return `npm install in bench/peer-packages failed: ${error instanceof Error ? error.message.split("\n")[0] : error}`;
  }
}

/** A peer's package, `null` where it is not installed or does not load on this machine. */
export function loadPeer<Module>(name: string, isModule: (value: unknown) => value is Module): Module | null {
  try {
    const loaded: unknown = load(name);
    return isModule(loaded) ? loaded : null;
  } catch {
    return null;
  }
}

/** Whether a value is an object that has these functions. */
export function hasFunctions(value: unknown, names: readonly string[]): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    names.every((name) => typeof Reflect.get(value, name) === "function")
  );
}
