import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@termwise/architecture/source-files";
import { describe, expect, it } from "vitest";
import { lockedPackages } from "./locked-packages.ts";
import { settingMap } from "./workspace-settings.ts";

const store = join(root, "node_modules/.pnpm");

/** Directories of every installed package version. */
function installedDirectories(): string[] {
  return readdirSync(store, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(store, entry.name, "node_modules")))
    .flatMap((entry) => {
      const modules = join(store, entry.name, "node_modules");
      const real = (folder: string) =>
        readdirSync(folder, { withFileTypes: true })
          .filter((found) => found.isDirectory())
          .map((found) => join(folder, found.name));
      return real(modules).flatMap((path) => (/\/@[^/]+$/.test(path) ? real(path) : [path]));
    })
    .filter((directory) => existsSync(join(directory, "package.json")));
}

/** Whether pnpm would run something when it installs the package: a script, or node-gyp for a binding. */
function runsOnInstall(directory: string, scripts: Record<string, string> = {}): boolean {
  const named = ["preinstall", "install", "postinstall"].some((name) => scripts[name] !== undefined);
  return named || existsSync(join(directory, "binding.gyp"));
}

describe("SEC-14: install scripts", () => {
  const locked = new Set(lockedPackages().map(({ name, version }) => `${name}@${version}`));
  const seen = installedDirectories().flatMap((directory) => {
    const { name, version, scripts } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
    // What an earlier lockfile left behind is not installed any more.
    return locked.has(`${name}@${version}`) ? [{ name, runs: runsOnInstall(directory, scripts) }] : [];
  });

  it("belong to the packages that are allowed to run them, and to no other", () => {
    expect(seen.length).toBeGreaterThan(300);
    const running = seen.filter(({ runs }) => runs).map(({ name }) => name);
    expect([...new Set(running)].sort()).toEqual([...settingMap("allowBuilds").keys()].sort());
  });

  it("are allowed one by one, by a plain yes", () => {
    expect([...new Set(settingMap("allowBuilds").values())]).toEqual(["true"]);
    expect([...settingMap("allowBuilds").keys()].filter((name) => /[*@ |]/.test(name))).toEqual([]);
  });
});
