import type { FileMapping } from "./mapping.ts";
import type { Preset } from "./presets/preset.ts";
import { presetColumns, presetOf } from "./presets.ts";
import type { FileReport } from "./report.ts";

/** The known export a file is read as: the one the mapping names, else the one its headers tell; null: none. */
export function presetFor(headers: readonly string[], asked: FileMapping): Preset | null {
  const preset = presetOf(headers, asked.preset);
  const otherKind = asked.kind !== undefined && asked.kind !== preset?.settings.kind;
  return otherKind ? null : preset;
}

/** What a file is read by: the known export it is, and over it what the mapping says. */
export function byPreset(preset: Preset | null, headers: readonly string[], asked: FileMapping): FileMapping {
  if (preset === null) return asked;
  const { columns: _, values, ...settings } = preset.settings;
  const used = new Set(Object.values(asked.columns ?? {}).map((header) => header?.trim().toLowerCase()));
  const left = Object.entries(presetColumns(preset, headers)).filter(
    ([, header]) => header === null || !used.has(header.trim().toLowerCase()),
  );
  return {
    ...settings,
    ...asked,
    columns: { ...Object.fromEntries(left), ...asked.columns },
    values: { ...values, ...translated(values, asked.values) },
  };
}

/** What words mean: what the mapping says of a word wins, the words it leaves out mean what they mean in the export. */
function translated(known: FileMapping["values"], asked: FileMapping["values"]): FileMapping["values"] {
  return Object.fromEntries(
    Object.entries(asked ?? {}).map(([field, words]) => [field, { ...words, ...known?.[field], ...words }]),
  );
}

/** What is said of the known export a file was recognised as. */
export function presetReport({
  id,
  vendor,
  title,
  telling,
  system,
}: Preset): NonNullable<FileReport["preset"]> {
  const headers = telling.map(([first]) => `"${first}"`).join(", ");
  return {
    id,
    name: `${vendor} ${title}`,
    system,
    reason: `Its headers are those of that export: ${headers}.`,
  };
}
