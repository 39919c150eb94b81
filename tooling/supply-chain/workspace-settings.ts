import { read } from "@termwise/architecture/source-files";

const unquoted = (text: string) => text.trim().replace(/^(["'])(.*)\1$/, "$2");

/** The lines below a key of pnpm-workspace.yaml that are not comments, without their indent. */
function linesOf(key: string): string[] {
  const lines = read("pnpm-workspace.yaml").split("\n");
  const start = lines.indexOf(`${key}:`);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^\S/.test(line) && !line.startsWith("#"));
  return (end < 0 ? rest : rest.slice(0, end))
    .map((line) => line.trim())
    .filter((line) => /^[^#]/.test(line));
}

/** A setting of pnpm-workspace.yaml that is one value, as text; null when it is not set. */
export function setting(key: string): string | null {
  return read("pnpm-workspace.yaml").match(new RegExp(`^${key}: (.+)$`, "m"))?.[1] ?? null;
}

/** A setting of pnpm-workspace.yaml that maps names to values. */
export function settingMap(key: string): Map<string, string> {
  return new Map(
    linesOf(key).map((line) => {
      const at = line.lastIndexOf(": ");
      return [unquoted(line.slice(0, at)), unquoted(line.slice(at + 2))];
    }),
  );
}

/** A setting of pnpm-workspace.yaml that is a list. */
export const settingList = (key: string): string[] => linesOf(key).map((line) => unquoted(line.slice(2)));
