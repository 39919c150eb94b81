import { setTimeout as wait } from "node:timers/promises";
import { Failure } from "@termwise/core/kernel";
import { bySystem } from "../auth/acting.ts";
import { workspaceMeant } from "../auth/authenticate.ts";
import { type Away, keepLooking, openFolder } from "../folder/watched-folder.ts";
import type { House } from "../house.ts";
import { refusedOf } from "../http/imports-v1.ts";
import type { Log } from "../log.ts";
import type { Termwise } from "../termwise.ts";
import { wire } from "../wire.ts";
import { bring } from "./bring.ts";
import type { Connections } from "./connections.ts";
import { folderSource } from "./ensure-source.ts";
import { runDue } from "./run-sources.ts";
import { sourceNow } from "./source-list.ts";

/** What brings data by itself while a server runs. */
export interface BringingParts {
  readonly house: House;
  readonly connections: Connections;
  /** Folders by the name of their source. */
  readonly folders: readonly { readonly source: string; readonly path: string }[];
  /** The workspace the folders belong to, by name or id; null: as the command line means it. */
  readonly workspace: string | null;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Milliseconds between looks: for what is due, into folders, and whether a folder another server watches has become free. */
const every = { due: 5_000, folder: 2_000, free: 30_000 };

/** Runs sources as they become due and watches folders, until the server stops; ends when what was begun has ended. */
export async function serveSources(parts: BringingParts): Promise<void> {
  await Promise.all([runSources(parts), ...parts.folders.map((folder) => watch(parts, folder))]);
}

async function runSources({ house, connections, log, signal }: BringingParts): Promise<void> {
  while (!signal.aborted) {
    await runDue({ house, connections, log }, signal).catch((error: unknown) => {
      log.warn(
        { err: error instanceof Failure ? error.message : error },
        "what is due could not be looked for",
      );
    });
    await wait(every.due, undefined, { signal }).catch(() => {});
  }
}

async function watch(parts: BringingParts, folder: BringingParts["folders"][number]): Promise<void> {
  const { house, workspace, log, signal } = parts;
  let told = false;
  while (!signal.aborted) {
    try {
      const termwise = await house.termwise(await workspaceMeant({ house }, workspace));
      await folderSource(termwise, folder.source, bySystem(house.now()));
      const watched = await openFolder(folder.path, watchedParts(termwise, folder.source, log));
      log.info({ source: folder.source }, "a folder is watched");
      told = false;
      await keepLooking(watched, {
        everyMs: every.folder,
        signal,
        failed: (error) =>
          log.warn({ source: folder.source, err: error }, "a folder could not be looked into"),
      }).finally(() => watched.close());
    } catch (error) {
      if (!told)
        log.warn(
          { source: folder.source, err: error instanceof Failure ? error.message : error },
          "a folder is not watched",
        );
      told = true;
    }
    await wait(every.free, undefined, { signal }).catch(() => {});
  }
}

function watchedParts(termwise: Termwise, source: string, log: Log) {
  return {
    takeIn: async (files: Parameters<typeof bring>[1]["files"]) => {
      const by = bySystem(termwise.now());
      const known = await termwise.read((tx) => sourceNow(tx, source));
      const { report, again } = await bring(
        termwise,
        { files, source: known, trigger: "folder", dryRun: false, neverTwice: true },
        by,
      );
      return { report: wire(report), again };
    },
    refusedRows: async (id: string, file: string) => (await refusedOf(termwise, id, file)).csv,
    now: termwise.now,
    tell: ({ place, taken }: Away) => log.info({ source, place, taken }, "a file was taken from a folder"),
  };
}
