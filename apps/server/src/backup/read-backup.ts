import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { Failure } from "@termwise/core/kernel";
import { addLine } from "@termwise/db";
import { z } from "zod";
import { BackupManifest, type Trailer, trailerIn, trailerLength } from "./backup-format.ts";

/** A backup whose every byte is as it was written. */
export interface OpenedBackup {
  readonly manifest: BackupManifest;
  readonly trailer: Trailer;
  /** Its rows, some thousand lines at a time, in the order they go in. */
  rows(): AsyncGenerator<BackupRows>;
}

/** Lines of one table: see `TakeRows` of the store. */
export interface BackupRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly lines: readonly string[];
}

const damaged = (path: string, how: string) =>
  new Failure("refused", `${path} cannot be used: ${how}. Nothing was changed. Use another backup.`);

/** Opens a backup: `refused`, with what is wrong, when it is none, of another format, cut off, or changed anywhere. */
export async function openBackup(path: string): Promise<OpenedBackup> {
  const size = await sizeOf(path);
  const manifest = await manifestOf(path);
  if (size <= trailerLength) throw damaged(path, "it is cut off");
  const trailer = trailerIn(await bytesAt(path, size - trailerLength, trailerLength));
  if (trailer === null) throw damaged(path, "it is cut off or was changed (its end is missing)");
  const end = size - trailerLength;
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { end: end - 1 }) as AsyncIterable<Buffer>)
    hash.update(piece);
  if (hash.digest("hex") !== trailer.sha256)
    throw damaged(path, "it was changed or is damaged (its bytes do not give the hash at its end)");
  const backup: OpenedBackup = { manifest, trailer, rows: () => rowsOf(path, end) };
  await compare(path, backup);
  return backup;
}

async function sizeOf(path: string): Promise<number> {
  try {
    const file = await open(path);
    const { size } = await file.stat().finally(() => file.close());
    return size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new Failure("not_found", `There is no file ${path}`);
    throw error;
  }
}

async function bytesAt(path: string, from: number, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    return (await file.read(Buffer.alloc(length), 0, length, from)).buffer;
  } finally {
    await file.close();
  }
}

const Named = z.object({ format: z.string(), version: z.number() });

async function manifestOf(path: string): Promise<BackupManifest> {
  let first: unknown;
  try {
    for await (const line of linesOf(path)) {
      first = JSON.parse(line);
      break;
    }
  } catch {
    throw damaged(path, "it is no backup of Termwise, or its beginning is damaged");
  }
  const named = Named.safeParse(first).data;
  if (named?.format !== "termwise-backup") throw damaged(path, "it is no backup of Termwise");
  if (named.version !== 1)
    throw damaged(
      path,
      `its format has version ${named.version}, and this version of Termwise reads 1; restore it with a later one`,
    );
  const read = BackupManifest.safeParse(first);
  if (!read.success) throw damaged(path, "its manifest was changed or is damaged");
  return read.data;
}

/** What the manifest says of each table must be what follows it. */
async function compare(path: string, { manifest, rows }: OpenedBackup): Promise<void> {
  const seen = new Map(manifest.tables.map(({ table }) => [table, { rows: 0, hash: createHash("sha256") }]));
  try {
    for await (const { table, lines } of rows()) {
      const of = seen.get(table);
      if (!of) throw damaged(path, `it holds rows of ${table}, of which its manifest says nothing`);
      of.rows += lines.length;
      for (const line of lines) addLine(of.hash, line);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw damaged(path, "its rows cannot be read");
  }
  for (const { table, rows: told, sha256 } of manifest.tables) {
    const of = seen.get(table);
    if (of?.rows !== told || of.hash.digest("hex") !== sha256)
      throw damaged(path, `its table ${table} is not what its manifest says`);
  }
}

const Head = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
/** Lines handed over at once. */
const perPart = 1_000;

async function* rowsOf(path: string, end: number): AsyncGenerator<BackupRows> {
  let head: z.infer<typeof Head> | null = null;
  let lines: string[] = [];
  let first = true;
  for await (const line of linesOf(path, end)) {
    const isHead = line.startsWith("{");
    if (head && lines.length > 0 && (isHead || lines.length === perPart)) {
      yield { ...head, lines };
      lines = [];
    }
    // The manifest stands first.
    if (first) first = false;
    else if (isHead) head = Head.parse(JSON.parse(line));
    else lines.push(line);
  }
  if (head && lines.length > 0) yield { ...head, lines };
}

/** Lines of compressed text. Only a line feed ends one: a text may hold other breaks. */
async function* linesOf(path: string, end?: number): AsyncGenerator<string> {
  const file = createReadStream(path, end === undefined ? {} : { end: end - 1 });
  const text = createGunzip();
  file.on("error", (error) => text.destroy(error));
  file.pipe(text);
  try {
    let rest: Buffer = Buffer.alloc(0);
    for await (const piece of text as AsyncIterable<Buffer>) {
      let from = 0;
      const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
        yield bytes.toString("utf8", from, at);
        from = at + 1;
      }
      rest = bytes.subarray(from);
    }
    if (rest.length > 0) throw new Error("The last line is cut off.");
  } finally {
    file.destroy();
    text.destroy();
  }
}
