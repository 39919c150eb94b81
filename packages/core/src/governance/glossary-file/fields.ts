import type { GlossaryEntry, RegisteredTerm } from "../../registry/index.ts";

/** The fields of a term that a glossary file may change. */
export const changeable = {
  definition: "Definition",
  example: "Example",
  formula: "Formula",
  inclusions: "What counts",
  exclusions: "What does not count",
  notNotes: "What it is not",
  parameters: "Policy choices",
} as const;
/** A field of a term that a glossary file may change. */
export type Changeable = keyof typeof changeable;

/** A field of a term in a glossary file, as JSON names it. */
export type FileField = keyof GlossaryEntry | "version";

/** How the cell of a column is read: text, text that may be missing, a list with an entry a line, `name = value` a line. */
export type CellKind = "text" | "optional" | "list" | "parameters" | "symbol" | "number";

/** The columns of a glossary file in CSV, in their order: the field each holds and how its cell is read. */
export const columns = {
  id: { field: "id", kind: "text" },
  name: { field: "name", kind: "text" },
  abbreviation: { field: "abbreviation", kind: "optional" },
  aliases: { field: "aliases", kind: "list" },
  section: { field: "section", kind: "text" },
  kind: { field: "kind", kind: "text" },
  tier: { field: "tier", kind: "text" },
  owner: { field: "owner", kind: "text" },
  status: { field: "status", kind: "text" },
  version: { field: "version", kind: "number" },
  definition: { field: "definition", kind: "text" },
  example: { field: "example", kind: "text" },
  formula: { field: "formula", kind: "optional" },
  inclusions: { field: "inclusions", kind: "list" },
  exclusions: { field: "exclusions", kind: "list" },
  not_notes: { field: "notNotes", kind: "list" },
  parameters: { field: "parameters", kind: "parameters" },
  related: { field: "related", kind: "list" },
  computed_by: { field: "computedBy", kind: "symbol" },
} as const satisfies Record<string, { field: FileField; kind: CellKind }>;

/** What a file sets the parameters of a term to. */
export type Settings = Readonly<Record<string, string | number>>;

/** The parameters of a term and what each is set to. */
export function settingsOf({ parameters }: Pick<RegisteredTerm, "parameters">): Settings {
  return Object.fromEntries(parameters.map(({ name, default: value }) => [name, value]));
}

/**
 * One term of a glossary file: the line it begins on, and of its fields those the file has. Values are as they were
 * read; nothing is known of their types yet.
 */
export interface FileRow {
  readonly line: number;
  readonly fields: ReadonlyMap<FileField, unknown>;
}

/** Why a file, or a row of it, is refused: where, and what can be done. */
export interface FileRefusal {
  readonly line: number;
  readonly term: string | null;
  readonly field: string | null;
  readonly reason: string;
  readonly remedy: string;
}

/** The rows of a file, or why it cannot be read as one. */
export interface FileRead {
  readonly rows: readonly FileRow[];
  readonly refusals: readonly FileRefusal[];
}

/** A file that cannot be read at all. */
export function unreadable(reason: string, remedy: string, line = 1): FileRead {
  return { rows: [], refusals: [{ line, term: null, field: null, reason, remedy }] };
}
