import { setImmediate } from "node:timers/promises";
import { eachInSteps, type Steps } from "@termwise/core/kernel";

/** Milliseconds after which others are let in. */
const turn = 40;
let since = 0;

/**
 * Lets others in where computing has taken long: to be called now and then from what takes seconds. Fails once `late` says
 * that nobody waits for it any more.
 */
export async function breath(late?: AbortSignal): Promise<void> {
  late?.throwIfAborted();
  if (performance.now() - since < turn) return;
  await setImmediate();
  since = performance.now();
}

/** Does work step by step; others are let in between, as {@link breath} lets them. */
export async function inTurns<Result>(steps: Steps<Result>, late?: AbortSignal): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breath(late);
  }
}

/** Goes through many items; others are let in between. */
export function eachInTurns<Item>(
  items: Iterable<Item>,
  each: (item: Item) => void,
  late?: AbortSignal,
): Promise<void> {
  return inTurns(eachInSteps(items, each), late);
}
