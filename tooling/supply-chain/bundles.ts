// What stands in a built folder.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plantedSecrets } from "./planted-secrets.ts";

const text = /\.(js|css|html|json|map|sql|svg|txt)$/;

/** Every file below a folder, as paths from it with `/`, in a stable order. */
export function builtFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

/** `name@version` of every installed package with code in a bundle of the folder, told by the source maps. */
export function bundledPackages(folder: string): string[] {
  const bundled = builtFiles(folder)
    .filter((path) => path.endsWith(".js.map"))
    .flatMap((path): string[] => JSON.parse(readFileSync(join(folder, path), "utf8")).sources)
    .flatMap((source) => {
      // .pnpm/@scope+name@version_peers/node_modules/@scope/name/file.js
      const [, version, name] =
        source.match(/\/\.pnpm\/@?[^@/]+@([^_/]+)[^/]*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//) ?? [];
      return name && version ? [`${name}@${version}`] : [];
    });
  return [...new Set(bundled)].sort();
}

/** What must not be in a built folder: secrets, and paths of the machine that built it. */
export function findInBundle(folder: string, machinePaths: readonly string[]): string[] {
  return builtFiles(folder).flatMap((path) => {
    const content = text.test(path) ? readFileSync(join(folder, path), "utf8") : "";
    return [
      ...plantedSecrets(path, content).map(({ kind, line }) => `${path}:${line} ${kind}`),
      ...machinePaths
        .filter((machine) => content.includes(machine))
        .map((machine) => `${path} names ${machine}`),
    ];
  });
}
