// Child processes that end when we end.
import { spawn } from "node:child_process";

const windows = process.platform === "win32";
const running = new Set();
let watching = false;
let stopping = false;

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd: string, env: Record<string, string | undefined>, output?: "inherit" | "capture", within?: number}} options
 *   `within`: milliseconds after which it is ended
 * @returns {Promise<{code: number, output: string}>} `code` is 128 + n after a signal; `output` is empty unless captured
 */
export function run(command, args, { cwd, env, output = "capture", within }) {
  watchForTheEnd();
  return new Promise((resolve) => {
    const stdio = output === "inherit" ? "inherit" : ["ignore", "pipe", "pipe"];
    // What is kept to be shown later is kept plain.
    const plain = output === "inherit" ? env : { ...env, NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = spawn(command, args, { cwd, env: plain, stdio, shell: windows, timeout: within });
    running.add(child);
    const chunks = [];
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    const done = (code, text) => {
      running.delete(child);
      if (stopping && running.size === 0) process.exit(code);
      resolve({ code, output: text });
    };
    child.on("error", (error) => done(127, `${command}: ${error.message}`));
    child.on("close", (code, signal) => {
      done(code ?? (signal === "SIGINT" ? 130 : 143), Buffer.concat(chunks).toString());
    });
  });
}

/** Signals go on to the children. npm does not pass SIGTERM to us, so its death is watched for as well. */
function watchForTheEnd() {
  if (watching) return;
  watching = true;
  const stop = (signal) => {
    if (running.size === 0) process.exit(signal === "SIGINT" ? 130 : 143);
    for (const child of running) child.kill(stopping ? "SIGKILL" : signal);
    stopping = true;
  };
  process.on("SIGINT", () => {
    // The terminal's Ctrl-C reached the children by itself: passing it on would ask them twice.
    if (process.stdin.isTTY && !stopping && running.size > 0) stopping = true;
    else stop("SIGINT");
  });
  process.on("SIGTERM", () => stop("SIGTERM"));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !stopping) stop("SIGTERM");
  }, 500).unref();
}
