import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, parse } from "node:path";
import type { Access } from "./access.ts";

/** The first name beside an export that is free for its refused rows, or that holds these very rows already. */
function nameFor(path: string, rows: string): string {
  const { dir, name } = parse(path);
  for (let n = 1; ; n++) {
    const beside = join(dir, `${name}.refused${n === 1 ? "" : `-${n}`}.csv`);
    if (!existsSync(beside) || readFileSync(beside, "utf8") === rows) return beside;
  }
}

/**
 * Writes the refused rows of an import beside the exports they came from, a file for each export that has any, to be
 * corrected and imported as they are. Never writes over a file. Returns a line for the person at the terminal for each.
 */
export async function writeRefused(
  id: string,
  refusals: readonly { readonly file: string }[],
  paths: readonly string[],
  access: Pick<Access, "get">,
): Promise<string[]> {
  const told: string[] = [];
  for (const file of new Set(refusals.map((refusal) => refusal.file))) {
    const path = paths.find((candidate) => basename(candidate) === file) ?? file;
    const rows = await access.get(`/api/imports/${id}/refused.csv?file=${encodeURIComponent(file)}`);
    const beside = nameFor(path, rows);
    try {
      writeFileSync(beside, rows);
      told.push(`Refused rows of ${file}, to correct and import: ${beside}`);
    } catch {
      told.push(`The refused rows of ${file} could not be written to ${beside}: that folder takes no files`);
    }
  }
  return told;
}
