import { posix } from "node:path";

/** One import or re-export: what it names, and whether it vanishes when types are stripped. */
export interface Import {
  from: string;
  typeOnly: boolean;
}

/**
 * Imports of a source text. Relies on the formatting that Biome holds: a statement starts its line, names the module
 * in double quotes and has no comment inside.
 */
export function importsOf(source: string): Import[] {
  const statements = source.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:(?:\*(?:\s+as\s+\w+)?|[\w$]*,?\s*(?:\{[^}]*\}|\*\s+as\s+\w+)?)\s+from\s+)?"([^"]+)"/gm,
  );
  const calls = source.matchAll(/\bimport\(\s*"([^"]+)"/g);
  return [
    ...[...statements].map(([, type, from]) => ({ from: from ?? "", typeOnly: type !== undefined })),
    ...[...calls].map(([, from]) => ({ from: from ?? "", typeOnly: false })),
  ];
}

/** The path a relative import leads to, as written (with its extension); null for a package. */
export function pathOf(importer: string, from: string): string | null {
  return from.startsWith(".") ? posix.join(posix.dirname(importer), from) : null;
}
