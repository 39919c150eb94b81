import type { Problem } from "./codes.ts";

/** How the names of tables as text end. */
const endings = new Set(["csv", "tsv", "tab", "txt"]);

/**
 * What is wrong with the name of a file that holds text: its ending says that it is something else, such as a page or a
 * program. Null for the endings of tables, and for a name without one (`accounts`, `export 2026.09`).
 */
export function nameProblem(name: string): Problem | null {
  const ending = /\.([a-z0-9]{1,8})$/.exec(name.trim().toLowerCase())?.[1] ?? "";
  if (!/[a-z]/.test(ending) || endings.has(ending)) return null;
  return {
    code: "E_FILE_NAME",
    column: null,
    value: null,
    reason: `The name ends in .${ending}, which is no table as text.`,
    remedy: "If it is one, rename it to end in .csv; else export the data as CSV.",
  };
}
