import { read } from "@termwise/architecture/source-files";

export interface LockedPackage {
  name: string;
  version: string;
  /** How the lockfile says to get it, as written there. */
  resolution: string;
}

/** The part of the lockfile that names every package version once. */
export function packagesPart(lockfile: string): string {
  return lockfile.slice(lockfile.indexOf("\npackages:\n"), lockfile.indexOf("\nsnapshots:\n"));
}

/** Every package version of a lockfile of pnpm's, this repository's by default. */
export function lockedPackages(lockfile = read("pnpm-lock.yaml")): LockedPackage[] {
  const entry = /^ {2}'?(@?[^@\s']+)@([^:'\s]+)'?:\n {4}resolution: (.*)$/gm;
  return [...packagesPart(lockfile).matchAll(entry)].map(([, name = "", version = "", resolution = ""]) => ({
    name,
    version,
    resolution,
  }));
}

/** Below 0 when version `a` is older than `b`, 0 when it is as old; a prerelease counts as its release. */
export function compareVersions(a: string, b: string): number {
  const [left = [], right = []] = [a, b].map(
    (version) => version.split("-")[0]?.split(".").map(Number) ?? [],
  );
  const at = left.findIndex((part, index) => part !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/** `name@version` or `name` cut in two. */
export function cutPackageSpec(spec: string): { name: string; version: string | null } {
  const at = spec.indexOf("@", 1);
  return at < 0 ? { name: spec, version: null } : { name: spec.slice(0, at), version: spec.slice(at + 1) };
}
