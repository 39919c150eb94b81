import { setTimeout as wait } from "node:timers/promises";
import { Failure } from "@termwise/core/kernel";
import type { House } from "../house.ts";
import type { Log } from "../log.ts";
import { runAllTimers } from "./run-timers.ts";

/** Milliseconds between looks for what is due. */
const every = 5_000;

/** Makes happen what is due, in every workspace, until the server stops; ends when what was begun has ended. */
export async function serveTimers(parts: {
  readonly house: House;
  readonly log: Log;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { house, log, signal } = parts;
  while (!signal.aborted) {
    await runAllTimers(house, signal).catch((error: unknown) => {
      log.warn({ err: error instanceof Failure ? error.message : error }, "what is due could not be done");
    });
    await wait(every, undefined, { signal }).catch(() => {});
  }
}
