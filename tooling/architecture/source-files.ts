import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

const notSource = new Set(["node_modules", "dist", ".git", ".turbo", ".data", "coverage", "test-results"]);

/** Every file below a directory of the repository, as paths from the root with `/`, in a stable order. */
export function filesBelow(directory = ""): string[] {
  return readdirSync(join(root, directory), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = directory ? `${directory}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return notSource.has(entry.name) ? [] : filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
}

/** Source we wrote ourselves, in any language of ours; generated files are left out. */
export function sourceFiles(directory = ""): string[] {
  return filesBelow(directory).filter((path) => /\.(ts|tsx|mjs|css)$/.test(path) && !path.includes(".gen."));
}

export const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Code that tests or measures, or is offered to tests only. */
export const isTest = (path: string): boolean =>
  /\.(test|deep|scale|spec)\.tsx?$/.test(path) ||
  path.endsWith("/testing.ts") ||
  /\/(faults|crash)\/|^bench\//.test(path);
