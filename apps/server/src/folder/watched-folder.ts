import { createHash } from "node:crypto";
import { realpath, stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { Failure, type Instant } from "@termwise/core/kernel";
import { lockDataDir } from "@termwise/db";
import type { Report } from "../cli/report-text.ts";
import { reportText } from "../cli/report-text.ts";
import type { ImportFile } from "../imports/import-request.ts";
import { filesIn, readSeen, Settling } from "./finished-files.ts";
import { ownFolder, type Place, putAway } from "./put-away.ts";

/** Takes files in for the source of a folder: what came of it, and whether it is what came of it before. */
export type TakeIn = (
  files: readonly ImportFile[],
) => Promise<{ readonly report: Report; readonly again: boolean }>;

/** What a watched folder needs. */
export interface WatchedParts {
  readonly takeIn: TakeIn;
  /** The refused rows of a file of an import, as CSV. */
  readonly refusedRows: (importId: string, file: string) => Promise<string>;
  readonly now: () => Instant;
  /** Told for every file that was put away, for the log or the terminal. */
  readonly tell: (away: Away) => void;
}

/** A file that was put away: where, its report, and how much of it was taken. */
export interface Away {
  readonly name: string;
  readonly place: Place;
  readonly text: string;
  /** `some`: rows of it were refused, be it all of them; `nothing`: it was not imported. */
  readonly taken: "all" | "some" | "nothing";
}

/** A folder that is watched by this process alone. */
export interface WatchedFolder {
  /** Looks once, takes what is finished, and says how many files were put away. */
  look(): Promise<number>;
  /** Lets go of the folder. */
  close(): void;
}

/** What may pass by itself: the file stays where it is, and is tried again. */
const passing = new Set(["unavailable", "conflict", "too_many"]);

/**
 * Opens a folder: one process at a time, on this machine, whoever starts first; one that was killed is succeeded. Files
 * that are finished go into one import together, and then into `done` or `refused` with a report beside them. A file whose
 * content was taken in before is put away and not taken in again, so a kill at any moment loses nothing and doubles nothing.
 */
export async function openFolder(path: string, parts: WatchedParts): Promise<WatchedFolder> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) throw new Failure("bad_input", `There is no folder ${path}`);
  const folder = await realpath(path);
  const lock = heldBy(await ownFolder(folder, ".termwise"), folder);
  const settling = new Settling();
  return {
    look: async () => {
      const ready = settling.settled(await filesIn(folder));
      const read = await Promise.all(ready.map((seen) => readSeen(folder, seen)));
      const files = read.filter((file) => file !== null);
      let count = 0;
      for (const { name } of files.filter(({ tooLarge }) => tooLarge)) {
        const away: Away = { name, place: "refused", text: tooLargeText(name), taken: "nothing" };
        await put(folder, parts, away, null);
        count++;
      }
      return (
        count +
        (await takeTogether(
          folder,
          parts,
          files.filter(({ tooLarge }) => !tooLarge),
        ))
      );
    },
    close: () => lock.release(),
  };
}

function heldBy(place: string, folder: string) {
  try {
    return lockDataDir(place);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "conflict") throw error;
    const pid = error.details["pid"];
    throw new Failure(
      "conflict",
      `The folder ${folder} is watched by ${pid === undefined ? "another process" : `process ${String(pid)}`} already`,
    );
  }
}

/** Looks every so often until told to stop. What goes wrong in one look is told, and the next one comes all the same. */
export async function keepLooking(
  folder: Pick<WatchedFolder, "look">,
  { everyMs, signal, failed }: { everyMs: number; signal: AbortSignal; failed: (error: unknown) => void },
): Promise<void> {
  while (!signal.aborted) {
    await folder.look().catch(failed);
    await wait(everyMs, undefined, { signal }).catch(() => {});
  }
}

/** Takes files in as one import; where some of them stop it, those are put away, and the others are taken without them. */
async function takeTogether(
  folder: string,
  parts: WatchedParts,
  files: readonly ImportFile[],
): Promise<number> {
  const { alike, distinct } = parted(files);
  let [left, away]: [readonly ImportFile[], number] = [distinct, 0];
  while (left.length > 0) {
    const outcome = await attempted(parts, left);
    if (outcome === null) return away + (left.length > 1 ? await takeEach(folder, parts, left) : 0);
    const blamed = outcome.report?.committed ? left : blamedOf(left, outcome.report);
    for (const { name } of blamed) {
      const refused = await refusedBeside(parts, outcome.report, name);
      await put(folder, parts, awayOf(name, outcome), refused);
    }
    away += blamed.length;
    left = left.filter((file) => !blamed.includes(file));
  }
  for (const { name } of alike)
    await put(folder, parts, { name, place: "done", text: sameText, taken: "all" }, null);
  return away + alike.length;
}

/** One by one: of files that come together one may have been taken in before, and then they are not taken in as one. */
async function takeEach(folder: string, parts: WatchedParts, files: readonly ImportFile[]): Promise<number> {
  let away = 0;
  for (const file of files) away += await takeTogether(folder, parts, [file]);
  return away;
}

interface Outcome {
  readonly text: string;
  readonly report: Report | null;
}

async function attempted({ takeIn }: WatchedParts, files: readonly ImportFile[]): Promise<Outcome | null> {
  try {
    const { report, again } = await takeIn(files);
    const text = `${again ? "Taken in before; nothing was changed.\n" : ""}${reportText(report, false)}\n`;
    return { text, report };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (passing.has(error.code)) return null;
    const { remedy } = error.details;
    return {
      text: `Not taken in: ${error.message}\n${typeof remedy === "string" ? `${remedy}\n` : ""}`,
      report: null,
    };
  }
}

/** A file is done when it, or a row of it, was taken; one of which every row was refused is refused as a whole. */
function awayOf(name: string, { text, report }: Outcome): Away {
  if (!report?.committed) return { name, place: "refused", text, taken: "nothing" };
  const rows = report.files.find((file) => file.name === name)?.rows ?? 0;
  const refused = new Set(report.refusals.filter(({ file }) => file === name).map(({ line }) => line)).size;
  if (refused === 0) return { name, place: "done", text, taken: "all" };
  if (refused < rows) return { name, place: "done", text, taken: "some" };
  const why = `Nothing of ${name} was taken: every row of it was refused.\n`;
  return { name, place: "refused", text: `${why}${text}`, taken: "some" };
}

/** The files that stopped an import; all of them where none is named. */
function blamedOf(files: readonly ImportFile[], report: Report | null): readonly ImportFile[] {
  const named = new Set(report?.stopped.map(({ file }) => file));
  const blamed = files.filter(({ name }) => named.has(name));
  return blamed.length > 0 ? blamed : files;
}

async function refusedBeside(
  { refusedRows }: WatchedParts,
  report: Report | null,
  file: string,
): Promise<string | null> {
  if (report?.id == null || !report.refusals.some((refusal) => refusal.file === file)) return null;
  return refusedRows(report.id, file);
}

async function put(folder: string, parts: WatchedParts, away: Away, refused: string | null): Promise<void> {
  const { name, place, text } = away;
  await putAway(folder, name, { place, at: parts.now(), beside: { report: text, refused } });
  parts.tell(away);
}

/** Files of different content, and those that say what another already says. */
function parted(files: readonly ImportFile[]): { distinct: ImportFile[]; alike: ImportFile[] } {
  const seen = new Set<string>();
  const [distinct, alike]: [ImportFile[], ImportFile[]] = [[], []];
  for (const file of files) {
    const hash = createHash("sha256").update(file.bytes).digest("hex");
    (seen.has(hash) ? alike : distinct).push(file);
    seen.add(hash);
  }
  return { distinct, alike };
}

const sameText = "Another file of the same content came with it.\n";

const tooLargeText = (name: string) =>
  `Not taken in: ${name} is larger than 100 MB (E_TOO_LARGE). Split the file, or leave columns out.\n`;
