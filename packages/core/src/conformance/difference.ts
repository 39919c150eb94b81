/** Where two JSON values differ first: the path into them, and what each holds there as JSON. */
export interface Difference {
  readonly path: string;
  readonly expected: string;
  readonly answered: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

/**
 * The first difference between what was expected and what was answered; `null` when they are the same JSON. The order of
 * an object's keys does not matter; the order of a list does, and so does whether a number is a text.
 */
export function firstDifference(expected: unknown, answered: unknown, path = "answer"): Difference | null {
  if (Array.isArray(expected) && Array.isArray(answered)) {
    const longer = Math.max(expected.length, answered.length);
    for (let i = 0; i < longer; i++) {
      const found = firstDifference(expected[i], answered[i], `${path}[${i}]`);
      if (found) return found;
    }
    return null;
  }
  if (isRecord(expected) && isRecord(answered)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(answered)])) {
      const found = firstDifference(expected[key], answered[key], `${path}.${key}`);
      if (found) return found;
    }
    return null;
  }
  return Object.is(expected, answered)
    ? null
    : { path, expected: shown(expected), answered: shown(answered) };
}
