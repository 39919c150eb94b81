import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { request } from "@playwright/test";
import { enterAs } from "./entering.ts";

const main = fileURLToPath(new URL("../../apps/server/dist/main.js", import.meta.url));

/** A running server that one test has for itself. */
export interface OwnServer {
  readonly origin: string;
  /** The link to the first run it printed when it started. */
  readonly setup: string;
  readonly folder: string;
  /** Ends it; its folder goes with it unless it is to be kept. */
  readonly stop: (how?: { keep?: boolean }) => Promise<void>;
}

interface Options {
  /** Without the demo company. */
  empty?: boolean;
  env?: Record<string, string>;
}

/** A server of one test's own, with a new data folder: what the test changes, no other test sees. */
export async function ownServer({ empty = false, env = {} }: Options = {}): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "termwise-browser-"));
  // A new store takes seconds to make: each worker makes one, and every other is its copy.
  cpSync(await newStore(empty), folder, { recursive: true });
  return started(folder, { empty, env });
}

const stores = new Map<boolean, Promise<string>>();

/** A data folder in which a server has been started once and nobody has done anything yet. */
function newStore(empty: boolean): Promise<string> {
  const known = stores.get(empty) ?? makeStore(empty);
  stores.set(empty, known);
  return known;
}

async function makeStore(empty: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "termwise-browser-store-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { origin, stop } = await started(folder, { empty, env: {} });
  if (!empty) await measured(origin);
  await stop({ keep: true });
  return folder;
}

/** The health of the demo company is measured when somebody asks for it: in the store once, not again in every copy. */
async function measured(origin: string): Promise<void> {
  const context = await request.newContext({ baseURL: origin });
  await enterAs(context, "cs_manager", origin);
  // A question waits for a few seconds only, and answers with what is measured by then.
  for (const _ of [1, 2, 3]) await context.get(`${origin}/api/trpc/health.overview`);
  await context.dispose();
}

async function started(folder: string, { empty, env }: Required<Options>): Promise<OwnServer> {
  const server = spawn(process.execPath, [main, ...(empty ? ["--no-demo"] : [])], {
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: "",
      TERMWISE_DATA_DIR: folder,
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const setup = await new Promise<string>((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const link = /http:\/\/127\.0\.0\.1:\d+\/setup#\S+/.exec(said)?.[0];
      if (link) resolve(link);
    });
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  const stop = async ({ keep = false } = {}) => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  return { origin: new URL(setup).origin, setup, folder, stop };
}
