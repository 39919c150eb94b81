import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newStore } from "./new-stores.ts";

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
  cpSync(newStore(empty), folder, { recursive: true });
  return started(folder, { empty, env });
}

/** A server on a data folder, once it answers. */
export async function started(folder: string, { empty = false, env = {} }: Options): Promise<OwnServer> {
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
    // To write everything out takes it a second of work, for a folder that is thrown away.
    server.kill(keep ? "SIGTERM" : "SIGKILL");
    await ended;
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  return { origin: new URL(setup).origin, setup, folder, stop };
}
