import type { SelectOption } from "../../../ui/select-field.tsx";

const offered = [
  ["en-GB", "en-US", "en-AU", "en-CA", "en-IE", "en-IN", "en-NZ", "en-ZA"],
  ["cs-CZ", "da-DK", "de-AT", "de-CH", "de-DE", "es-ES", "es-MX", "fi-FI", "fr-CA", "fr-CH", "fr-FR"],
  ["it-IT", "nl-BE", "nl-NL", "nb-NO", "pl-PL", "pt-BR", "pt-PT", "sv-SE", "tr-TR", "uk-UA"],
  ["ar-AE", "he-IL", "hi-IN", "ja-JP", "ko-KR", "zh-CN", "zh-TW"],
].flat();

/** How the device writes; no locale of one's own. */
export const asDevice = "";

/** The locales numbers and dates can be written in: as the device, the chosen one if it is another, then English and the rest. */
export function localeOptions(chosen: string | null): SelectOption[] {
  const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
  const all = chosen === null || offered.includes(chosen) ? offered : [chosen, ...offered];
  return [
    { value: asDevice, label: "As this device" },
    ...all.map((value) => ({ value, label: names.of(value) ?? value })),
  ];
}
