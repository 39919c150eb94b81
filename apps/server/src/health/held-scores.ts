import { ScoreColumns } from "@termwise/core/health";
import type { Day, WorkspaceId } from "@termwise/core/kernel";
import { type Database, loadScoreWeeks, weekStamps } from "@termwise/db";
import { breath } from "../breath.ts";
import type { Termwise } from "../termwise.ts";

/** The scores of a workspace as they are held, and which transaction last measured anybody for each week of them. */
interface Held {
  readonly columns: ScoreColumns;
  readonly stamps: Map<Day, string | null>;
  /** How many weeks were read so far: what was made of the scores holds as long as it is the same. */
  readings: number;
  /** Ends when who asked before has read what was missing. */
  busy: Promise<void>;
}

/** Measurements are never changed, only added, and each adding says of its weeks that it did. */
const held = new WeakMap<Database, Map<WorkspaceId, Held>>();

/** Scores that are read in one statement: nobody waits long for their text to be read. */
const atOnce = 50_000;

/**
 * The scores of some weeks of a workspace, of everybody: read once, and a week again when more was measured for it, by this
 * server or another. Other weeks are forgotten. `readings` tells one state of them from another.
 */
export async function heldScores(
  termwise: Pick<Termwise, "db" | "workspaceId" | "read">,
  ends: readonly Day[],
): Promise<{ readonly columns: ScoreColumns; readonly readings: number }> {
  const spaces = held.get(termwise.db) ?? new Map<WorkspaceId, Held>();
  held.set(termwise.db, spaces);
  const own = spaces.get(termwise.workspaceId) ?? {
    ...{ columns: new ScoreColumns(), stamps: new Map(), readings: 0 },
    busy: Promise.resolve(),
  };
  spaces.set(termwise.workspaceId, own);
  const work = own.busy.catch(() => {}).then(() => readMissing(termwise, own, ends));
  own.busy = work;
  await work;
  return { columns: own.columns, readings: own.readings };
}

async function readMissing({ read }: Pick<Termwise, "read">, own: Held, ends: readonly Day[]): Promise<void> {
  for (const week of own.stamps.keys())
    if (!ends.includes(week)) {
      own.columns.drop(week);
      own.stamps.delete(week);
    }
  const now = await read(weekStamps);
  // The latest first: it tells how many accounts a week has.
  const missing = ends.filter((week) => own.stamps.get(week) !== (now.get(week) ?? null)).reverse();
  let weeks = 1;
  for (let at = 0; at < missing.length; ) {
    const some = missing.slice(at, at + weeks);
    // Stamps and scores of one snapshot: what is measured after it has another stamp.
    const found = await read(async (tx) => ({
      stamps: await weekStamps(tx),
      scores: await loadScoreWeeks(tx, some),
    }));
    for (const week of some) {
      const scores = found.scores.get(week) ?? [];
      own.columns.put(week, scores);
      own.stamps.set(week, found.stamps.get(week) ?? null);
      own.readings += 1;
      weeks = Math.max(1, Math.floor(atOnce / Math.max(1, scores.length)));
      await breath();
    }
    at += some.length;
  }
}
