import { createHash, randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { livenessOf } from "./process-identity.ts";

/** Who holds an embedded store, and where its server answers the command line (null: it does not, or not yet). */
const Holder = z.object({
  pid: z.int().positive(),
  host: z.string(),
  startedAt: z.string().nullable(),
  address: z.string().nullable(),
  token: z.string(),
});
/** Who holds an embedded store, and where its server answers the command line. */
export type Holder = z.infer<typeof Holder>;

/** This process's hold on a data directory. */
export interface DataDirLock {
  readonly path: string;
  /** The secret a command line on this machine shows to the server; only the owner of the file can read it. */
  readonly token: string;
  /** Makes the running server's address known to other processes of this machine. */
  announce(address: string): void;
  /** Lets go; twice is once. */
  release(): void;
}

const pathIn = (dataDir: string) => join(dataDir, "lock.json");

/** The process that holds the store of a data directory, null when none does. */
export function findHolder(dataDir: string): Holder | null {
  const found = read(pathIn(dataDir));
  return found && !isGone(found) ? found : null;
}

/**
 * Takes the lock of a data directory (`lock.json`, mode 0600). It is never taken from a live process, whatever its age;
 * it is taken over when its process is dead or its pid has been given to another one.
 */
export function lockDataDir(dataDir: string): DataDirLock {
  const path = pathIn(dataDir);
  const own = livenessOf(process.pid);
  const me: Holder = {
    pid: process.pid,
    host: hostname(),
    startedAt: own.alive ? own.startedAt : null,
    address: null,
    token: randomBytes(32).toString("base64url"),
  };
  const mine = `${path}.${randomBytes(6).toString("hex")}`;
  write(mine, me);
  try {
    take(path, mine, path);
  } finally {
    rmSync(mine, { force: true });
  }
  const isMine = () => read(path)?.token === me.token;
  return {
    path,
    token: me.token,
    announce(address) {
      if (!isMine()) throw new Failure("conflict", `${path} is no longer this process's lock.`);
      write(mine, { ...me, address });
      renameSync(mine, path);
    },
    release() {
      if (isMine()) rmSync(path, { force: true });
    },
  };
}

/**
 * Puts `mine` at `place`, where at most one file can be put. A dead holder's place is taken over under a claim named
 * after that holder, so that of several that see it dead only one can, and never after another already has. A claim is
 * itself such a place: its holder may die too.
 */
function take(place: string, mine: string, lock: string): void {
  for (;;) {
    if (linked(mine, place)) return;
    const holder = read(place);
    if (!holder) continue;
    if (!isGone(holder)) throw held(holder, lock);
    const claim = `${lock}.after-${createHash("sha256").update(holder.token).digest("hex").slice(0, 16)}`;
    take(claim, mine, lock);
    try {
      if (read(place)?.token !== holder.token) continue;
      const copy = `${mine}.next`;
      writeFileSync(copy, readFileSync(mine), { mode: 0o600 });
      renameSync(copy, place);
      return;
    } finally {
      rmSync(claim, { force: true });
    }
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isGone(holder: Holder): boolean {
  // Pids of another machine or container mean nothing here.
  if (holder.host !== hostname()) return false;
  const now = livenessOf(holder.pid);
  if (!now.alive) return true;
  return holder.startedAt !== null && now.startedAt !== null && holder.startedAt !== now.startedAt;
}

function held(holder: Holder, path: string): Failure {
  const elsewhere = holder.host !== hostname();
  return new Failure(
    "conflict",
    elsewhere
      ? `The data directory is held by process ${holder.pid} on ${holder.host} (${path}). ` +
          "Stop it there; if that machine is gone for good, delete the file."
      : `The data directory is held by process ${holder.pid} (${path}). Stop that process, or use another data directory.`,
    { pid: holder.pid, path },
  );
}

function write(path: string, holder: Holder): void {
  writeFileSync(path, `${JSON.stringify(holder)}\n`, { mode: 0o600, flag: "wx" });
}

/** Files get their name only when whole, so what cannot be read was not written by us. */
function read(path: string): Holder | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    throw new Failure(
      "conflict",
      `${path} is not a lock file of Termwise. If no process uses this data directory, delete it.`,
      { path },
    );
  }
}
