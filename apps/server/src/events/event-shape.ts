/** How deep an event may nest, itself the first level: deeper overflows those who walk it. */
export const deepestEvent = 20;

/** How an event is built: whether it nests deeper than it may, how many keys it has, and itself as it can be kept. */
export interface EventShape {
  readonly tooDeep: boolean;
  readonly keys: number;
  /** The event; where it nests too deep, without what is far below. It is too deep still, so that it is never taken for mended. */
  readonly keepable: unknown;
}

/** What stands where something was nested too deep to be kept. */
const leftOut = "… nested deeper, not kept";

/** Looks at what a client sent as an event, however deep it nests. */
export function shapeOf(sent: unknown): EventShape {
  let [tooDeep, keys] = [false, 0];
  const look = (value: unknown, level: number): void => {
    if (typeof value !== "object" || value === null) return;
    if (level > deepestEvent) {
      tooDeep = true;
      return;
    }
    if (!Array.isArray(value)) keys += Object.keys(value).length;
    for (const one of Object.values(value)) look(one, level + 1);
  };
  look(sent, 1);
  return { tooDeep, keys, keepable: tooDeep ? pruned(sent, 1) : sent };
}

function pruned(value: unknown, level: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (level > deepestEvent + 1) return leftOut;
  if (Array.isArray(value)) return value.map((one) => pruned(one, level + 1));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, pruned(one, level + 1)]));
}
