import { randomBytes } from "node:crypto";
import { Failure, type WorkspaceId } from "@termwise/core/kernel";
import {
  addRun,
  attempts,
  changeHeldRun,
  claimRun,
  endLost,
  loadWorkspaces,
  type SourceRun,
} from "@termwise/db";
import { bySystem } from "../auth/acting.ts";
import type { House } from "../house.ts";
import { houseNow } from "../journal/write-entry.ts";
import type { Log } from "../log.ts";
import type { Termwise } from "../termwise.ts";
import { toldOf } from "./bring.ts";
import type { Connections } from "./connections.ts";
import { leaseMinutes, minutesAfter, pull } from "./pull.ts";
import { endOf } from "./pull-once.ts";
import { backOff, lastDue } from "./schedule.ts";
import { sourceNamed, sourcesIn } from "./source-list.ts";

/** What runs sources: the workspaces, the connections of the operator, and where what goes wrong is told. */
export interface Runner {
  readonly house: House;
  readonly connections: Connections;
  readonly log: Log;
  /** Milliseconds a warehouse may be silent. */
  readonly patience?: number;
}

/**
 * Runs what is due, in every workspace, and what was asked for on the page; returns how many runs were begun. A time that
 * was missed is run once, the latest; of several servers each run has one, which alone writes its end.
 */
export async function runDue(runner: Runner, signal?: AbortSignal): Promise<number> {
  let begun = 0;
  for (const { id, demo } of await loadWorkspaces(runner.house.db)) {
    if (demo) continue;
    const termwise = await runner.house.termwise(id as WorkspaceId);
    await putDue(termwise);
    while (signal?.aborted !== true && (await runNext(runner, termwise))) begun++;
  }
  return begun;
}

/** Puts down a run of each source whose time has come since it was last put down. */
async function putDue(termwise: Termwise): Promise<void> {
  const now = termwise.now();
  const sources = sourcesIn(await termwise.read(houseNow)).filter(
    ({ paused, pull }) => !paused && pull !== null && pull.everyMinutes !== null,
  );
  if (sources.length === 0) return;
  await termwise.write(async (tx) => {
    await endLost(tx, now);
    for (const { id, since, pull } of sources) {
      const due = lastDue(now, pull?.everyMinutes ?? 1);
      // A schedule begins with the first time after it was set.
      if (due > since)
        await addRun(tx, { sourceId: id, trigger: "schedule", state: "waiting", askedAt: now, dueKey: due });
    }
  });
}

async function runNext(runner: Runner, termwise: Termwise): Promise<boolean> {
  const now = termwise.now();
  const holder = randomBytes(16).toString("hex");
  const run = await termwise.write((tx) =>
    claimRun(tx, { now, holder, leaseUntil: minutesAfter(now, leaseMinutes) }),
  );
  if (run === null) return false;
  await perform(runner, termwise, { run, holder });
  return true;
}

/** Runs a source, and writes how it ended: done, stopped, to be tried again later, or failed. */
async function perform(
  { connections, log, patience }: Runner,
  termwise: Termwise,
  { run, holder }: { run: SourceRun; holder: string },
): Promise<void> {
  const end = (change: Parameters<typeof changeHeldRun>[2]) =>
    termwise.write((tx) =>
      changeHeldRun(tx, { id: run.id, holder }, { holder: null, leaseUntil: null, ...change }),
    );
  try {
    const source = sourceNamed(await termwise.read(houseNow), run.sourceId ?? "");
    if (source.pull === null || source.paused)
      throw new Failure("refused", "The source is paused, or is not fetched from a warehouse any more", {
        code: "E_PAUSED",
      });
    const { connection, query, cursor } = source.pull;
    const pulled = await pull(
      termwise,
      {
        url: connections.urlOf(connection),
        query,
        cursor,
        source,
        dryRun: false,
        run: { id: run.id, holder },
        ...(patience !== undefined && { patience }),
      },
      bySystem(termwise.now()),
    );
    await end({ endedAt: termwise.now(), ...endOf(pulled) });
  } catch (error) {
    const told = toldOf(error);
    // The reason as it is shown: an error of the driver could carry the connection.
    log.warn(
      { source: run.sourceId, run: run.id, attempt: run.attempt, code: told.errorCode },
      "a source could not be run",
    );
    const passing = !(error instanceof Failure) || error.code === "unavailable";
    const again = passing && run.attempt < attempts;
    const now = termwise.now();
    await end(
      again
        ? { state: "waiting", retryAt: minutesAfter(now, backOff(run.attempt)), ...told }
        : { state: "failed", endedAt: now, ...told },
    );
  }
}
