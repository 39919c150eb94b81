import { setTimeout as wait } from "node:timers/promises";
import type { WorkspaceId } from "@termwise/core/kernel";
import type { Database } from "@termwise/db";

interface Told {
  /** How often something was told. */
  count: number;
  readonly waiting: Set<() => void>;
}

const held = new WeakMap<Database, Map<WorkspaceId, Told>>();

function toldIn(db: Database, id: WorkspaceId): Told {
  const ofStore = held.get(db) ?? new Map<WorkspaceId, Told>();
  held.set(db, ofStore);
  const told = ofStore.get(id) ?? { count: 0, waiting: new Set() };
  ofStore.set(id, told);
  return told;
}

/** Tells whoever waits in this process that something was put on record of a workspace. */
export function tellOfRecord(db: Database, id: WorkspaceId): void {
  const told = toldIn(db, id);
  told.count += 1;
  for (const wake of told.waiting) wake();
}

/** How often this process was told of a workspace: to be given to {@link untilTold}, so that nothing told meanwhile is missed. */
export function timesTold(db: Database, id: WorkspaceId): number {
  return toldIn(db, id).count;
}

/** Waits until this process is told of a workspace once more than `seen`, or so many milliseconds went by, or `signal` ends it. */
export async function untilTold(
  db: Database,
  id: WorkspaceId,
  { seen, ms, signal }: { seen: number; ms: number; signal: AbortSignal },
): Promise<void> {
  const told = toldIn(db, id);
  if (told.count !== seen || signal.aborted) return;
  const ended = new AbortController();
  const wake = () => ended.abort();
  told.waiting.add(wake);
  signal.addEventListener("abort", wake, { once: true });
  await wait(ms, undefined, { signal: ended.signal, ref: false }).catch(() => {});
  told.waiting.delete(wake);
  signal.removeEventListener("abort", wake);
}
