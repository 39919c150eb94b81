import { filesBelow, read } from "@termwise/architecture/source-files";
import { describe, expect, it } from "vitest";
import { compareVersions, cutPackageSpec, lockedPackages, packagesPart } from "./locked-packages.ts";
import { setting, settingList, settingMap } from "./workspace-settings.ts";

interface Floors {
  floors: Record<string, { version: string; why: string }>;
  ifEverUsed: Record<string, { version: string; why: string }>;
  banned: Record<string, string>;
  testsOnly: Record<string, string>;
}

const { floors, ifEverUsed, banned, testsOnly }: Floors = JSON.parse(read("security/floors.json"));
const lockfile = read("pnpm-lock.yaml");
const locked = lockedPackages(lockfile);
const exactVersion = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
/** Installed by hand for a benchmark, never with the product: pinned in its own file, beside the catalog. */
const outsideTheWorkspace = new Set(["bench/peer-packages/package.json"]);
const manifests = filesBelow().filter((path) => path.endsWith("package.json"));

const older = (name: string, floor: string) =>
  locked
    .filter((entry) => entry.name === name && compareVersions(entry.version, floor) < 0)
    .map(({ version }) => version);

describe("SEC-14: pnpm-lock.yaml", () => {
  it("is read whole", () => {
    expect(locked.length).toBe([...packagesPart(lockfile).matchAll(/^ {2}\S.*:$/gm)].length);
    expect(locked.length).toBeGreaterThan(100);
  });

  it("takes every package from the registry, with a sha512 checksum", () => {
    expect(
      locked.filter(({ resolution }) => !/^\{integrity: sha512-[A-Za-z0-9+/]{86}==\}$/.test(resolution)),
    ).toEqual([]);
  });

  it.each(Object.entries(floors))("has $1.version of %s or newer: $1.why", (name, { version }) => {
    expect(locked.map((entry) => entry.name)).toContain(name);
    expect(older(name, version)).toEqual([]);
  });

  it.each(Object.entries(ifEverUsed))("would have $1.version of %s or newer", (name, { version }) => {
    expect(older(name, version)).toEqual([]);
  });

  it.each(Object.entries(banned))("has no %s: %s", (name) => {
    expect(locked.filter((entry) => entry.name === name)).toEqual([]);
  });

  it.each(Object.entries(testsOnly))("has %s for tests only: %s", (name) => {
    const shipping = manifests.filter((path) => JSON.parse(read(path)).dependencies?.[name] !== undefined);
    expect(shipping).toEqual([]);
  });
});

describe("SEC-14: what a package.json may ask for", () => {
  it("is one exact version of each dependency, in the catalog", () => {
    const catalog = settingMap("catalog");
    expect(catalog.size).toBeGreaterThan(40);
    expect([...catalog].filter(([, version]) => !exactVersion.test(version))).toEqual([]);
    expect([...settingMap("overrides")].filter(([, version]) => !exactVersion.test(version))).toEqual([]);
  });

  it.each(manifests)("%s asks for the catalog's versions and for our own packages", (path) => {
    const { dependencies, devDependencies, optionalDependencies, peerDependencies } = JSON.parse(read(path));
    const asked = Object.entries<string>({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...peerDependencies,
    });
    const may = (wanted: string) =>
      outsideTheWorkspace.has(path) ? exactVersion.test(wanted) : /^(catalog:|workspace:\*)$/.test(wanted);
    expect(asked.filter(([, wanted]) => !may(wanted))).toEqual([]);
  });
});

describe("SEC-14: what pnpm is told", () => {
  it("to take nothing younger than seven days, nothing from elsewhere and no script unasked", () => {
    expect(setting("minimumReleaseAge")).toBe(String(7 * 24 * 60));
    expect(setting("blockExoticSubdeps")).toBe("true");
    expect(setting("strictDepBuilds")).toBe("true");
  });

  it("to make exceptions of age for exact versions only, and only as long as they are in use", () => {
    const inUse = (spec: string) => {
      const { name, version } = cutPackageSpec(spec);
      return locked.some((entry) => entry.name === name && entry.version === version);
    };
    expect(settingList("minimumReleaseAgeExclude").filter((spec) => !inUse(spec))).toEqual([]);
  });

  it("the same by no other file: .npmrc names no registry, no token, no setting that weakens these", () => {
    expect(read(".npmrc").trim().split("\n")).toEqual(["package-lock=false"]);
  });
});
