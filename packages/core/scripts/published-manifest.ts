import { readFileSync } from "node:fs";
import { entries } from "./offered.ts";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

/** The exact version of a dependency in the workspace's catalog. */
function catalogVersion(name: string): string {
  const version = new RegExp(`^  ${name}: (\\S+)$`, "m").exec(read("../../../pnpm-workspace.yaml"))?.[1];
  if (version === undefined) throw new RangeError(`${name} is not in the catalog`);
  return version;
}

/**
 * The package.json of what is published, made from the workspace's own: exports lead to JavaScript and types, and zod may
 * be any version of its major from the one we test with on, so that it is installed once with whoever uses it too.
 */
export function publishedManifest(): Record<string, unknown> {
  const { name, version, description, license, type, sideEffects, engines, keywords, dependencies } =
    JSON.parse(read("../package.json"));
  const modules = entries().map(({ name: entry, file }): [string, Record<string, string>] => {
    const built = `./${file.slice("src/".length, -".ts".length)}`;
    return [`./${entry}`, { types: `${built}.d.ts`, default: `${built}.js` }];
  });
  return {
    name,
    version,
    description,
    keywords,
    license,
    type,
    sideEffects,
    engines,
    // Named one by one: the repository's .gitignore means other folders by some of these names.
    files: [
      ...new Set([
        ...modules.map(([entry]) => entry.split("/")[1]),
        "bin",
        "data",
        "docs",
        "examples",
        "schema",
      ]),
    ],
    bin: { "termwise-core": "bin/termwise-core.js" },
    exports: {
      ...Object.fromEntries(modules),
      "./schema/*.json": "./schema/*.json",
      "./data/*": "./data/*",
      "./package.json": "./package.json",
    },
    dependencies: Object.fromEntries(
      Object.keys(dependencies).map((dependency) => [dependency, `^${catalogVersion(dependency)}`]),
    ),
  };
}
