/** A mapping as the server reads it; its parts are known there. */
export type Mapping = Record<string, unknown>;

function isRecord(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Two mappings as one; where both speak of the same thing the second wins, inside records key by key. */
export function merged(first: Mapping, second: Mapping): Mapping {
  const both: Mapping = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const held = both[key];
    both[key] = isRecord(held) && isRecord(value) ? merged(held, value) : value;
  }
  return both;
}

/** An answer to a question about one file, laid over the mapping so far. */
export function answered(mapping: Mapping, file: string, answer: string): Mapping {
  return merged(mapping, { files: { [file]: JSON.parse(answer) as Mapping } });
}
