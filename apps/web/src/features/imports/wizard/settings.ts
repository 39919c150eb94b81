import type { Inputs } from "../../../lib/trpc.ts";

/** A mapping as the server takes it. */
export type ImportMapping = NonNullable<Inputs["imports"]["changeDraft"]["mapping"]>;
/** What a mapping says of one file. */
export type FileSettings = NonNullable<ImportMapping["files"]>[string];

/** What a mapping says of one file alone. */
export function settingsOf(mapping: ImportMapping, file: string): FileSettings {
  return mapping.files?.[file] ?? {};
}

/** A mapping in which settings of one file are others; `undefined` takes one back. */
export function withSettings(mapping: ImportMapping, file: string, changed: FileSettings): ImportMapping {
  const next = { ...settingsOf(mapping, file), ...changed };
  const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
  return { ...mapping, files: { ...mapping.files, [file]: kept } };
}

/** A mapping in which a field of one file is read from a column; null: from none; `undefined`: as it is recognised. */
export function withColumn(
  mapping: ImportMapping,
  file: string,
  field: string,
  header: string | null | undefined,
): ImportMapping {
  const { [field]: _, ...others } = settingsOf(mapping, file).columns ?? {};
  // A column says one thing: what it was read as before is let go.
  const free = Object.fromEntries(
    Object.entries(others).filter(([, held]) => held === null || held !== header),
  );
  return withSettings(mapping, file, { columns: header === undefined ? free : { ...free, [field]: header } });
}

/** The column a field is read from: the one that is stated, also before the file has been read so, or else the one recognised. */
export function columnRead<Column extends { readonly header: string; readonly field: string | null }>(
  columns: readonly Column[],
  field: string,
  stated: NonNullable<FileSettings["columns"]>,
): Column | undefined {
  const own = stated[field];
  const recognised = columns.find((column) => column.field === field);
  if (own === null) return undefined;
  if (own !== undefined) return columns.find(({ header }) => header === own) ?? recognised;
  return recognised && Object.values(stated).includes(recognised.header) ? undefined : recognised;
}

/** A mapping in which a field of one file has a value where the file says none; empty: it has none. */
export function withConstant(
  mapping: ImportMapping,
  file: string,
  field: string,
  value: string,
): ImportMapping {
  const { [field]: _, ...others } = settingsOf(mapping, file).constants ?? {};
  return withSettings(mapping, file, { constants: value === "" ? others : { ...others, [field]: value } });
}

/** A mapping in which a word of one file's column means one of ours. */
export function withWord(
  mapping: ImportMapping,
  file: string,
  field: string,
  word: string,
  means: string,
): ImportMapping {
  const values = settingsOf(mapping, file).values ?? {};
  return withSettings(mapping, file, { values: { ...values, [field]: { ...values[field], [word]: means } } });
}
