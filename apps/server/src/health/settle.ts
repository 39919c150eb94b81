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

/** Brings health up to what is known before somebody is told of it. */
export async function settledFor({ gate, who }: Pick<Context, "gate" | "who">): Promise<void> {
  if (who !== null) await settleHealth(await gate.house.termwise(workspaceOf(who)));
}
