import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const processes = fileURLToPath(new URL("processes.mjs", import.meta.url));
/** Prints its process id, then waits for ever. */
const worker = `console.log(process.pid); setInterval(() => {}, 1000)`;
/** Runs the worker as the scripts run theirs. */
const runner = `import(${JSON.stringify(processes)}).then(({ run }) =>
  run(process.execPath, ["-e", ${JSON.stringify(worker)}], { cwd: "/", env: process.env, output: "inherit" }))`;
/** Stands for npm: starts the runner and passes nothing on. */
const npm = `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(runner)}], { stdio: ["ignore", "inherit", "inherit"] })`;

async function started(program) {
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(child.stdout, "data");
  return { child, worker: Number(String(line)) };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function ended(pid) {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
  return true;
}

it("passes SIGTERM on to the child", async () => {
  const { child, worker } = await started(runner);
  child.kill("SIGTERM");
  expect(await ended(worker)).toBe(true);
});

it("ends the child when npm, which passes no signal on, is killed", async () => {
  const { child, worker } = await started(npm);
  child.kill("SIGKILL");
  expect(await ended(worker)).toBe(true);
});

it("ends what takes longer than it may", async () => {
  const { run } = await import(processes);
  const { code } = await run(process.execPath, ["-e", worker], { cwd: "/", env: process.env, within: 200 });
  expect(code).toBe(143);
});
