import { setImmediate } from "node:timers/promises";

/** Milliseconds after which others are let in. */
const turn = 40;
let since = 0;

/** Lets others in where computing has taken long: to be called now and then from what takes seconds. */
export async function breath(): Promise<void> {
  if (performance.now() - since < turn) return;
  await setImmediate();
  since = performance.now();
}
