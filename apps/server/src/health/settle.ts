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
/** What is under way, and when those who wait for it stop waiting. */
const running = new WeakMap<Termwise, { readonly work: Promise<void>; readonly until: number }>();

/**
 * Brings health up to what is known: measures weeks that are over, opens red flags and asks for outreach, each once. Where
 * nothing was learned since it was last done it does nothing. `whole`: the workspace, seen whole.
 */
export function settleHealth(whole: Termwise): Promise<void> {
  return underWay(whole).work;
}

function underWay(whole: Termwise) {
  const under = running.get(whole);
  if (under) return under;
  const work = settle(whole).finally(() => running.delete(whole));
  const begun = { work, until: performance.now() + patience };
  running.set(whole, begun);
  return begun;
}

async function settle(whole: Termwise): Promise<void> {
  const hour = whole.now().slice(0, 13);
  if (settledIn.get(await whole.books()) === hour) return;
  await readWeeks(whole);
  await measureDue(whole);
  await raiseDue(whole);
  settledIn.set(await whole.books(), hour);
}

/** Milliseconds after which nobody waits for what is not settled yet: measuring all weeks of a large book takes longer. */
const patience = 6_000;

/**
 * Brings health up to what is known before somebody is told of it. What takes longer than a question may goes on, and the
 * question, as any that comes later, is answered from what is measured by then.
 */
export async function settledFor({ gate, who }: Pick<Context, "gate" | "who">): Promise<void> {
  if (who === null) return;
  const { work, until } = underWay(await gate.house.termwise(workspaceOf(who)));
  const ended = new AbortController();
  const left = Math.max(0, until - performance.now());
  const late = wait(left, undefined, { ref: false, signal: ended.signal }).catch(() => {});
  // What fails after nobody waits for it any more fails again for the next who asks, and is told then.
  work.catch(() => {});
  await Promise.race([work, late]).finally(() => ended.abort());
}
