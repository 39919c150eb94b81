// What the product is made of, read from what is installed: the production dependencies of the two apps.
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { root } from "@termwise/architecture/source-files";

/** The apps that are shipped, as the SBOM names them. */
export const shippedApps = { server: "apps/server", web: "apps/web" };
type App = keyof typeof shippedApps;

export interface ShippedPackage {
  name: string;
  version: string;
  /** An SPDX expression, as the package states it; null when it states none. */
  licence: string | null;
  /** Whether it is a package of this repository. */
  ours: boolean;
  /** The apps it is shipped in, in the order of the alphabet. */
  shippedIn: App[];
  /** `name@version` of each package it uses. */
  uses: string[];
}

interface Manifest {
  name: string;
  version: string;
  license?: string | { type: string };
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const manifestOf = (directory: string): Manifest =>
  JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));

/** Where Node.js finds a package that `directory` asks for; null when it is not installed. */
function installed(name: string, directory: string): string | null {
  for (let at = directory; at !== dirname(at); at = dirname(at)) {
    const candidate = basename(at) === "node_modules" ? join(at, name) : join(at, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return realpathSync(candidate);
  }
  return null;
}

/** The packages that `directory` needs to run. Peers are left to whoever brings them. */
function needsOf(directory: string, { name, dependencies = {}, optionalDependencies = {} }: Manifest) {
  return Object.keys({ ...dependencies, ...optionalDependencies })
    .sort()
    .flatMap((wanted) => {
      const found = installed(wanted, directory);
      if (!found && !(wanted in optionalDependencies))
        throw new Error(
          `${name} needs ${wanted}, which is not installed: run \`npm install\` of the repository.`,
        );
      return found ? [found] : [];
    });
}

/** Every package the apps are made of, the apps among them, each version once, in the order of name and version. */
export function shippedPackages(): ShippedPackage[] {
  const shipped = new Map<string, ShippedPackage>();
  // One version may be installed twice, beside different peers.
  const visited = new Set<string>();
  const ownLicence = manifestOf(root).license;
  const visit = (directory: string, app: App): string => {
    const manifest = manifestOf(directory);
    const key = `${manifest.name}@${manifest.version}`;
    if (visited.has(`${app} ${directory}`)) return key;
    visited.add(`${app} ${directory}`);
    const ours = !directory.includes("node_modules");
    const licence = manifest.license ?? (ours ? ownLicence : undefined);
    const entry = shipped.get(key) ?? {
      name: manifest.name,
      version: manifest.version,
      licence: typeof licence === "string" ? licence : (licence?.type ?? null),
      ours,
      shippedIn: [],
      uses: [],
    };
    shipped.set(key, entry);
    if (!entry.shippedIn.includes(app)) entry.shippedIn.push(app);
    const uses = needsOf(directory, manifest).map((need) => visit(need, app));
    entry.uses = [...new Set([...entry.uses, ...uses])].sort();
    return key;
  };
  for (const [app, directory] of Object.entries(shippedApps) as [App, string][])
    visit(realpathSync(join(root, directory)), app);
  return [...shipped.keys()].sort().flatMap((key) => shipped.get(key) ?? []);
}
