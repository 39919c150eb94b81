/** A value as JSON carries it: amounts in minor units become decimal strings, maps and functions do not travel. */
export type Wire<T> = T extends bigint
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? { [Key in keyof T]: Wire<T[Key]> }
        : never;

/** Turns every bigint of a plain value into its decimal string: JSON has no integers of that size. */
export function wire<T>(value: T): Wire<T> {
  return written(value) as Wire<T>;
}

function written(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(written);
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, written(held)]));
  return value;
}
