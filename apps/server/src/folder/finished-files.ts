import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { ImportFile } from "../imports/import-request.ts";

/** A file as it lies there. */
interface Seen {
  readonly name: string;
  readonly size: number;
  readonly changed: number;
  readonly inode: number;
}

/** Names of what is not meant to be taken: hidden, or still on its way. */
const notYet = /^[.~]|(\.(part|partial|tmp|temp|crdownload|filepart|lock)|~)$/i;

/** An import's own limit. */
const largest = 100 * 1024 * 1024;

/** The regular files of a folder by name. Links and what lies deeper are not looked at: nothing outside is ever read. */
export async function filesIn(folder: string): Promise<Seen[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && !notYet.test(entry.name)).map(({ name }) => name);
  const seen: Seen[] = [];
  for (const name of names.sort()) {
    const found = await lstat(join(folder, name)).catch(() => null);
    if (found?.isFile()) seen.push({ name, size: found.size, changed: found.mtimeMs, inode: found.ino });
  }
  return seen;
}

const same = (a: Seen, b: Seen) => a.size === b.size && a.changed === b.changed && a.inode === b.inode;

/**
 * Which files have stopped growing: those that look as they did at the look before. While any still grows none is taken,
 * because files that belong together come together; but one that never stops does not hold up the others for ever.
 */
export class Settling {
  #before = new Map<string, Seen>();
  #waited = 0;
  readonly #longest: number;

  constructor(longest = 30) {
    this.#longest = longest;
  }

  /** The files that may be taken now. */
  settled(now: readonly Seen[]): readonly Seen[] {
    const still = now.filter((file) => {
      const before = this.#before.get(file.name);
      return before !== undefined && same(before, file);
    });
    this.#before = new Map(now.map((file) => [file.name, file]));
    const growing = still.length < now.length;
    this.#waited = growing ? this.#waited + 1 : 0;
    return growing && this.#waited <= this.#longest ? [] : still;
  }
}

/**
 * Reads a file as it was seen; null when it is another by now. A link that was put in its place is not followed, and what
 * is larger than an import may be comes without its content.
 */
export async function readSeen(
  folder: string,
  seen: Seen,
): Promise<(ImportFile & { readonly tooLarge: boolean }) | null> {
  const file = await open(join(folder, seen.name), constants.O_RDONLY | constants.O_NOFOLLOW).catch(
    () => null,
  );
  if (file === null) return null;
  try {
    const held = await file.stat();
    if (!held.isFile() || held.ino !== seen.inode || held.size !== seen.size || held.mtimeMs !== seen.changed)
      return null;
    const tooLarge = held.size > largest;
    return { name: seen.name, bytes: tooLarge ? new Uint8Array() : await file.readFile(), tooLarge };
  } finally {
    await file.close();
  }
}
