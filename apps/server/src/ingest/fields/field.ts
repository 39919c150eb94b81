/** How the cells of a field are read. */
export type FieldType = "id" | "text" | "date" | "number" | "percent" | "word" | "currency";

/**
 * A field an import reads. Its `name` is its canonical header; `aliases` are further headers it is known by, in the
 * form of {@link headerWords}, the likeliest first: where a file has two of them, the first wins.
 */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly about: string;
  readonly aliases: readonly string[];
}

/** A field with its aliases as one comma-separated list. */
export function field(name: string, type: FieldType, about: string, aliases: string): Field {
  return { name, type, about, aliases: aliases === "" ? [] : aliases.split(", ") };
}
