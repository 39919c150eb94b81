import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

/** What a process said of its steps before it was killed: those it had begun, and those it had been told were stored. */
export interface Steps {
  readonly begun: readonly number[];
  readonly stored: readonly number[];
}

/**
 * Lets a process of this folder, which says `begun N` and `stored N`, take steps, and kills it at once, without a goodbye,
 * at most so many milliseconds after it began its second one.
 */
export async function stepsUntilKilled(script: string, input: object, within: number): Promise<Steps> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(input));
  let said = "";
  const numbers = (word: string) =>
    [...said.matchAll(new RegExp(`^${word} (\\d+)$`, "gm"))].map((m) => Number(m[1]));
  const ended = once(child, "close");
  child.stdout.on("data", (chunk: Buffer) => {
    const before = numbers("begun").length;
    said += chunk.toString();
    if (before < 2 && numbers("begun").length >= 2)
      setTimeout(() => child.kill("SIGKILL"), Math.random() * within);
  });
  const [code, signal] = await ended;
  expect([code, signal]).toEqual([null, "SIGKILL"]);
  return { begun: numbers("begun"), stored: numbers("stored") };
}
