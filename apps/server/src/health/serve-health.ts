import { setTimeout as wait } from "node:timers/promises";
import { type Day, Failure } from "@termwise/core/kernel";
import { loadWorkspaces } from "@termwise/db";
import { useOfCatalogue } from "../adoption/feature-world.ts";
import type { House } from "../house.ts";
import type { Log } from "../log.ts";
import { catalogueOf } from "../plays/views.ts";
import type { Termwise } from "../termwise.ts";
import { bookScores } from "./scored.ts";
import { settleHealth } from "./settle.ts";

/** Milliseconds: the first look waits until the server has been started for a while; later ones follow each other so. */
const every = { first: 30_000, later: 60_000 };

/** Measures weeks that are over and opens red flags, in every workspace, until the server stops; ends with what was begun. */
export async function serveHealth(parts: {
  readonly house: House;
  readonly log: Log;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { house, log, signal } = parts;
  await wait(every.first, undefined, { signal }).catch(() => {});
  while (!signal.aborted) {
    try {
      for (const { id } of await loadWorkspaces(house.db))
        if (!signal.aborted) await settled(await house.termwise(id));
    } catch (error) {
      log.warn({ err: error instanceof Failure ? error.message : error }, "health could not be measured");
    }
    await wait(every.later, undefined, { signal }).catch(() => {});
  }
}

/** The day for which pages were made ready last. */
const readyFor = new WeakMap<Termwise, Day>();

/**
 * Settles the health of a workspace and reads its scores; once a day, and after the server's start, it also makes what pages
 * of use and of plays are told from. Whoever asks first does not wait for that.
 */
async function settled(whole: Termwise): Promise<void> {
  await settleHealth(whole);
  await bookScores(whole);
  const today = whole.today();
  if (readyFor.get(whole) === today) return;
  await useOfCatalogue(whole, await whole.books());
  await catalogueOf(whole);
  readyFor.set(whole, today);
}
