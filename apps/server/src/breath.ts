import { setImmediate } from "node:timers/promises";
import { eachInSteps, type Steps } from "@termwise/core/kernel";

/** Milliseconds after which others are let in. */
const turn = 40;
let since = 0;

/** Lets others in where computing has taken long: to be called now and then from what takes seconds. */
export async function breath(): Promise<void> {
  if (performance.now() - since < turn) return;
  await setImmediate();
  since = performance.now();
}

/** Does work step by step; others are let in between. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breath();
  }
}

/** Goes through many items; others are let in between. */
export function eachInTurns<Item>(items: Iterable<Item>, each: (item: Item) => void): Promise<void> {
  return inTurns(eachInSteps(items, each));
}
