import type { Day } from "@termwise/core/kernel";
import { workspaceOf } from "../auth/principal.ts";
import type { Books } from "../derive/books.ts";
import type { Termwise } from "../termwise.ts";
import type { Context } from "../trpc.ts";
import { measureDue } from "./measure.ts";
import { raiseDue } from "./red-flags.ts";

const settledOn = new WeakMap<Books, Day>();
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
  const today = whole.today();
  if (settledOn.get(await whole.books()) === today) return;
  await measureDue(whole);
  await raiseDue(whole);
  settledOn.set(await whole.books(), today);
}

/** Brings health up to what is known before somebody is told of it. */
export async function settledFor({ gate, who }: Pick<Context, "gate" | "who">): Promise<void> {
  if (who !== null) await settleHealth(await gate.house.termwise(workspaceOf(who)));
}
