import { spawn } from "node:child_process";
import { join } from "node:path";
import type { DriverName } from "./drivers.ts";
import type { SceneName } from "./scenes.ts";
import type { Finding } from "./stage.ts";

/** A scene's finding and the exceptions that nobody could catch. */
export type PlayedFinding = Finding & { uncaught: number };

/** Plays a scene with a driver in a process of its own. */
export async function play(driver: DriverName, scene: SceneName, rounds: number): Promise<PlayedFinding> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "play.ts"), driver, scene, String(rounds)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const line = Buffer.concat(chunks).toString();
  if (code !== 0 || !line.startsWith("{"))
    throw new Error(`${driver} in ${scene}: exit code ${code}\n${line}`);
  return JSON.parse(line);
}

export const unharmed: PlayedFinding = { lost: 0, torn: 0, stuck: 0, leaked: 0, uncaught: 0 };
