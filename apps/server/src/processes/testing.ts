// Servers and command lines as processes of their own, built as they are shipped, for tests.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findHolder, type Place } from "@termwise/db";
import type {} from "@termwise/test-setup/bundle";
import { afterAll, inject } from "vitest";

const main = join(inject("bundle"), "main.js");
const cli = join(inject("bundle"), "termwise.js");

/** How a process ended, and all it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A process that runs. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** What it has said so far. */
  out(): string;
  kill(signal: NodeJS.Signals): void;
}

/** A server that answers. */
export interface Serving extends Running {
  readonly address: string;
  readonly place: Place;
}

const children = new Set<ChildProcess>();

/** Ends what a failed test left running. Call it once in every test file. */
export function endLeftovers(): void {
  afterAll(() => {
    for (const child of children) child.kill("SIGKILL");
  });
}

function run(program: string, place: Place, args: readonly string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      PATH: process.env["PATH"],
      // The bundle is compiled once for all processes.
      NODE_COMPILE_CACHE: join(tmpdir(), "termwise-compile-cache"),
      TERMWISE_DATA_DIR: place.dataDir,
      DATABASE_URL: place.url ?? "",
      LOG_LEVEL: "error",
      PORT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = once(child, "close").then(([code, signal]): Ended => {
    children.delete(child);
    return { code, signal, ...said };
  });
  return { pid: child.pid ?? 0, ended, out: () => said.out, kill: (signal) => child.kill(signal) };
}

/** A command line that is still at work. */
export function beginTermwise(place: Place, ...args: string[]): Running {
  return run(cli, place, args, {});
}

/** Runs `termwise ...args` to its end. */
export function termwise(place: Place, ...args: string[]): Promise<Ended> {
  return beginTermwise(place, ...args).ended;
}

/** Starts a server that may refuse to start. */
export function beginServer(
  place: Place,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Running {
  return run(main, place, args, env);
}

/** Starts a server and waits until it says its address. */
export async function startServer(
  place: Place,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Serving> {
  const server = beginServer(place, args, env);
  const address = await until(() => /ready: (\S+)/.exec(server.out())?.[1], server.ended);
  return { ...server, address, place };
}

/** Waits until `found` finds something; fails when the process ends before. */
export async function until<T>(
  found: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  ended?: Promise<Ended>,
): Promise<T> {
  let gone: Ended | undefined;
  void ended?.then((how) => {
    gone = how;
  });
  for (;;) {
    const result = await found();
    if (result) return result;
    if (gone) throw new Error(`The process ended: ${JSON.stringify(gone)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Writes files into a folder of their own in a data directory, where the store does not look, and gives their paths. */
export function exportsIn(place: Place, files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(place.dataDir, "exports-"));
  return Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

const header = "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,ends_on,currency\n";

/** Two customers, and a line of an account that is not there. */
export const fewFiles = {
  "accounts.csv": "account_id,name,segment\nA1,Alder,Growth\nA2,Birch,Growth\n",
  "lines.csv":
    header +
    "L1,A1,Platform,10,100,month,2025-01-01,2027-12-31,USD\n" +
    "L2,A2,Platform,1,50,month,2025-01-01,2026-03-31,USD\n" +
    "L3,A9,Platform,1,50,month,2025-01-01,2026-03-31,USD\n",
};

/** A file of many lines of one account each ten; `price` tells one edition of it from another. */
export function manyLines(count: number, price: number): string {
  const lines = Array.from(
    { length: count },
    (_, n) => `L${n},A${Math.floor(n / 10)},Platform,1,${price},month,2025-01-01,2027-12-31,USD\n`,
  );
  return header + lines.join("");
}

/**
 * What a request to a server shows: the token of its data folder, or, where the store is elsewhere, the session of the
 * workspace admin who was set up with the token the server printed.
 */
export async function shown(server: Serving): Promise<Record<string, string>> {
  // A session of a store on PostgreSQL outlives the server it began with.
  const store = server.place.url ?? server.address;
  const known = signedIn.get(store) ?? signIn(server);
  signedIn.set(store, known);
  return known;
}

const signedIn = new Map<string, Promise<Record<string, string>>>();

async function signIn(server: Serving): Promise<Record<string, string>> {
  const token = findHolder(server.place.dataDir)?.token;
  if (token !== undefined) return { authorization: `Bearer ${token}` };
  const setup = await until(() => /setup#(\w+)/.exec(server.out())?.[1], server.ended);
  const response = await fetch(`${server.address}/api/auth/first-run`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      token: setup,
      name: "First Admin",
      email: "first@admin.example",
      password: "correct horse battery staple",
      workspace: { name: "Workspace", reportingCurrency: null, fiscalYearStart: 1, timeZone: "UTC" },
    }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return {
    cookie: response.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; "),
  };
}

/** Asks a server's API. */
export async function ask<T>(server: Serving, procedure: string, input?: object): Promise<T> {
  const query = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : "";
  const response = await fetch(`${server.address}/api/trpc/${procedure}${query}`, {
    headers: await shown(server),
  });
  const body = (await response.json()) as { result?: { data: T } };
  if (!body.result) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return body.result.data;
}
