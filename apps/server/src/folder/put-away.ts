import { lstat, mkdir, rename, writeFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { Failure, type Instant } from "@termwise/core/kernel";

/** Where a file goes once it was looked at. */
export type Place = "done" | "refused";

/** The folders inside a watched one; a link in the place of one is refused, or files would be put somewhere else. */
export async function ownFolder(folder: string, name: Place | ".termwise"): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  if ((await lstat(path)).isDirectory()) return path;
  throw new Failure("refused", `${path} is no folder of its own. Remove it: files are put away there`);
}

/** What is written beside a file that was put away. */
interface Beside {
  /** What became of it, for a person. */
  readonly report: string;
  /** Its refused rows as CSV, to correct and put in again; null when there are none. */
  readonly refused: string | null;
}

/**
 * Moves a file out of a watched folder, its report beside it. The moment in its name keeps two of one name apart. The
 * report is written first: a file that was moved has one.
 */
export async function putAway(
  folder: string,
  name: string,
  { place, at, beside }: { readonly place: Place; readonly at: Instant; readonly beside: Beside },
): Promise<void> {
  const to = await ownFolder(folder, place);
  const stem = `${at.replaceAll(":", "-")} ${name}`;
  const shortened = stem.length > 200 ? `${stem.slice(0, 150)}${parse(name).ext.slice(0, 20)}` : stem;
  await writeFile(join(to, `${shortened}.report.txt`), beside.report, { mode: 0o600 });
  if (beside.refused !== null)
    await writeFile(join(to, `${shortened}.refused.csv`), beside.refused, { mode: 0o600 });
  await rename(join(folder, name), join(to, shortened)).catch((error: NodeJS.ErrnoException) => {
    // Whoever put it there has taken it away again.
    if (error.code !== "ENOENT") throw error;
  });
}
