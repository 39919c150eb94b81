import { setTimeout as wait } from "node:timers/promises";
import { addDays, type WorkspaceId } from "@termwise/core/kernel";
import {
  dropRawEvents,
  type EventCounts,
  findRawKeeping,
  loadWorkspaces,
  sendOutbox,
  sumReceipts,
  transferUsage,
  tryUsageLane,
} from "@termwise/db";
import type { House } from "../house.ts";
import type { Log } from "../log.ts";
import type { Termwise } from "../termwise.ts";
import { countAllUses, lookAgain } from "./count-uses.ts";
import { packMonths } from "./pack-months.ts";

/**
 * Milliseconds: without anything coming before what came is counted, at most until then, between looks at what other servers
 * took in, and between tidying. Batches that are counted together change their days once.
 */
const every = { quiet: 15, count: 500, look: 15_000, tidy: 5 * 60_000 };

/** What counts events while a server runs. */
export interface Counting {
  /** Events of a workspace are being stored: they are counted after it, together with what comes meanwhile. */
  after(id: WorkspaceId, storing: Promise<EventCounts>): Promise<EventCounts>;
  /** Accounts may have come into a workspace, which uses wait for. */
  accountsCame(id: WorkspaceId): void;
  /** Counts until the signal; ends when what was begun has ended. */
  run(signal: AbortSignal): Promise<void>;
}

/** Counts what came soon after it came, and looks after what others left. */
export function openCounting({ house, log }: { house: House; log: Log }): Counting {
  const rung = new Set<WorkspaceId>();
  const withAccounts = new Set<WorkspaceId>();
  let [underWay, lastCame] = [0, 0];
  let wake = () => {};
  const tidied = new Map<WorkspaceId, { readonly at: number; readonly rawDays: number }>();

  async function look(id: WorkspaceId, again: boolean): Promise<void> {
    const termwise = await house.termwise(id);
    if (again) await lookAgain(termwise);
    // What was counted before there was another store goes there once in the life of a server, under names that do not change.
    if (house.db.usage && !tidied.has(id)) await transferUsage(house.db, id, house.db.usage);
    await countAllUses(termwise);
    await sendOutbox(house.db, id);
    const before = tidied.get(id);
    if (before !== undefined && performance.now() - before.at < every.tidy) return;
    const rawDays = await tidy(termwise, before?.rawDays ?? 0);
    tidied.set(id, { at: performance.now(), rawDays });
    // A server that has just begun has more urgent things to do.
    if (before !== undefined) await packMonths(termwise);
  }

  /** Until nothing came for a moment and nothing is coming, or enough may have come. */
  async function settled(signal: AbortSignal): Promise<void> {
    const latest = performance.now() + every.count;
    const left = () => {
      const now = performance.now();
      return Math.min(latest, (underWay > 0 ? now : lastCame) + every.quiet) - now;
    };
    for (let ms = every.quiet; !signal.aborted && ms > 0; ms = left())
      await wait(ms, undefined, { signal, ref: false }).catch(() => {});
  }

  return {
    accountsCame(id) {
      withAccounts.add(id);
      rung.add(id);
      lastCame = performance.now();
      wake();
    },
    async after(id, storing) {
      underWay += 1;
      try {
        const counts = await storing;
        if (counts.stored > 0) rung.add(id);
        return counts;
      } finally {
        underWay -= 1;
        lastCame = performance.now();
        if (rung.size > 0) wake();
      }
    },
    async run(signal) {
      let looked = Number.NEGATIVE_INFINITY;
      while (!signal.aborted) {
        const all = performance.now() - looked >= every.look;
        if (all) looked = performance.now();
        const ids = all ? await everyWorkspace(house, log) : [...rung];
        rung.clear();
        for (const id of ids) {
          if (signal.aborted) break;
          const came = withAccounts.delete(id);
          await look(id, all || came).catch((error: unknown) =>
            log.warn({ err: error, workspaceId: id }, "events could not be counted"),
          );
        }
        const bell = new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (rung.size === 0)
          await Promise.race([bell, wait(every.look, undefined, { signal, ref: false }).catch(() => {})]);
        if (!signal.aborted) await settled(signal);
      }
    },
  };
}

/** Nobody while the store is away: the next look asks again. */
async function everyWorkspace({ db }: House, log: Log): Promise<WorkspaceId[]> {
  try {
    return (await loadWorkspaces(db)).map(({ id }) => id);
  } catch (error) {
    log.warn({ err: error }, "workspaces whose events are to be counted could not be read");
    return [];
  }
}

/**
 * Sums receipts up, and drops raw events that are older than they are kept; answers with for how long that is. A setting
 * that became shorter counts from the next time on, when nobody takes in by the longer one any more, and a day more is
 * kept, since servers' clocks differ.
 */
async function tidy(termwise: Termwise, lastRawDays: number): Promise<number> {
  const { rawDays } = await termwise.read(findRawKeeping);
  const before = addDays(termwise.today(), -Math.max(rawDays, lastRawDays) - 1);
  for (;;) {
    const dropped = await termwise.write(async (tx) => {
      if (!(await tryUsageLane(tx))) return 0;
      await sumReceipts(tx);
      return lastRawDays === 0 ? 0 : dropRawEvents(tx, before);
    });
    if (dropped === 0) return rawDays;
  }
}
