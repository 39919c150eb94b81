import { describe, expect, it } from "vitest";
import { filesBelow, read } from "./source-files.ts";

interface Floors {
  floors: Record<string, string>;
  banned: Record<string, string>;
  testsOnly: Record<string, string>;
}

const { floors, banned, testsOnly }: Floors = JSON.parse(read("security/floors.json"));
const lockfile = read("pnpm-lock.yaml");
const packagesPart = lockfile.slice(lockfile.indexOf("\npackages:\n"), lockfile.indexOf("\nsnapshots:\n"));
const locked = [...packagesPart.matchAll(/^ {2}'?(@?[^@\s']+)@([^:'\s]+)'?:\n {4}resolution: (.*)$/gm)].map(
  ([, name = "", version = "", resolution = ""]) => ({ name, version, resolution }),
);

const compare = (a: string, b: string) => {
  const [left = [], right = []] = [a, b].map(
    (version) => version.split("-")[0]?.split(".").map(Number) ?? [],
  );
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
};

describe("pnpm-lock.yaml", () => {
  it("is read whole", () => {
    expect(locked.length).toBe([...packagesPart.matchAll(/^ {2}\S.*:$/gm)].length);
    expect(locked.length).toBeGreaterThan(100);
  });

  it("takes every package from the registry, with a sha512 checksum", () => {
    expect(locked.filter(({ resolution }) => !/^\{integrity: sha512-[^,}]+\}$/.test(resolution))).toEqual([]);
  });

  it.each(Object.entries(floors))("has no %s older than %s", (name, floor) => {
    const versions = locked.filter((entry) => entry.name === name).map(({ version }) => version);
    expect(versions.filter((version) => compare(version, floor) < 0)).toEqual([]);
  });

  it.each(Object.entries(banned))("has no %s: %s", (name) => {
    expect(locked.filter((entry) => entry.name === name)).toEqual([]);
  });
});

it.each(Object.entries(testsOnly))("ships no %s: %s", (name) => {
  const shipping = filesBelow()
    .filter((path) => path.endsWith("package.json"))
    .filter((path) => JSON.parse(read(path)).dependencies?.[name] !== undefined);
  expect(shipping).toEqual([]);
});
