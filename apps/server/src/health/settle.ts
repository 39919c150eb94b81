import { setTimeout as wait } from "node:timers/promises";
import { workspaceOf } from "../auth/principal.ts";
import type { Books } from "../derive/books.ts";
import type { Termwise } from "../termwise.ts";
import type { Context } from "../trpc.ts";
import { measureDue } from "./measure.ts";
import { raiseDue } from "./red-flags.ts";
import { readWeeks } from "./weekly-readings.ts";

/** The hour books were last settled in: events may come without the books learning of them. */
const settledIn = new WeakMap<Books, string>();
const running = new WeakMap<Termwise, Promise<void>>();

/**
 * Brings health up to what is known: measures weeks that are over, opens red flags and asks for outreach, each once. Where
 * nothing was learned since it was last done it does nothing. `whole`: the workspace, seen whole.
 */
export async function settleHealth(whole: Termwise): Promise<void> {
  const under = running.get(whole);
  if (under) return under;
  const work = settle(whole).finally(() => running.delete(whole));
  running.set(whole, work);
  return work;
}

async function settle(whole: Termwise): Promise<void> {
  const hour = whole.now().slice(0, 13);
  if (settledIn.get(await whole.books()) === hour) return;
  await readWeeks(whole);
  await measureDue(whole);
  await raiseDue(whole);
  settledIn.set(await whole.books(), hour);
}

/** Milliseconds somebody who asks waits for what is not settled yet: measuring all weeks of a large book takes longer. */
const patience = 6_000;

/**
 * Brings health up to what is known before somebody is told of it. What takes longer than a question may goes on, and the
 * question is answered from what is measured by then.
 */
export async function settledFor({ gate, who }: Pick<Context, "gate" | "who">): Promise<void> {
  if (who === null) return;
  const work = settleHealth(await gate.house.termwise(workspaceOf(who)));
  const ended = new AbortController();
  const late = wait(patience, undefined, { ref: false, signal: ended.signal }).catch(() => {});
  // What fails after nobody waits for it any more fails again for the next who asks, and is told then.
  work.catch(() => {});
  await Promise.race([work, late]).finally(() => ended.abort());
}
