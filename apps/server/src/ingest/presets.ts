import { helpDeskPresets } from "./presets/help-desks.ts";
import { hubspotPresets } from "./presets/hubspot.ts";
import type { Preset } from "./presets/preset.ts";
import { salesforcePresets } from "./presets/salesforce.ts";
import { stripePresets } from "./presets/stripe.ts";
import { surveyQuestion } from "./presets/survey-question.ts";
import { surveyPresets } from "./presets/surveys.ts";

/** Exports of other products whose headers are known, the most telling first. */
export const presets: readonly Preset[] = [
  ...stripePresets,
  ...salesforcePresets,
  ...hubspotPresets,
  ...helpDeskPresets,
  ...surveyPresets,
];

const plain = (header: string) => header.trim().toLowerCase().replace(/\s+/g, " ");

/** The export a file looks like: the first whose telling headers are all there, or the one asked for; null: none of those known. */
export function presetOf(headers: readonly string[], asked?: string): Preset | null {
  const there = new Set(headers.map(plain));
  const has = (header: string) => there.has(plain(header));
  const known = [...presets, ...surveyQuestion(headers)];
  const looksLike = ({ telling, never = [] }: Preset) =>
    telling.every((one) => one.some(has)) && !never.some(has);
  return known.find(asked === undefined ? looksLike : ({ id }) => id === asked) ?? null;
}

/** The columns of a preset that a file has. */
export function presetColumns(
  { settings }: Preset,
  headers: readonly string[],
): Record<string, string | null> {
  const there = new Map(headers.map((header) => [plain(header), header]));
  const columns: Record<string, string | null> = {};
  for (const [field, named] of Object.entries(settings.columns ?? {})) {
    if (named === null) columns[field] = null;
    else {
      const header = [named].flat().find((one) => there.has(plain(one)));
      if (header !== undefined) columns[field] = there.get(plain(header)) ?? header;
    }
  }
  return columns;
}
