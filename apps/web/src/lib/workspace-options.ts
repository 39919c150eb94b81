/** A currency, month or zone to choose. */
interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

const often = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "SEK"];

/** Every ISO 4217 currency the browser knows, those most in use first. */
export function currencyOptions(): Option[] {
  const names = new Intl.DisplayNames(undefined, { type: "currency" });
  const option = (value: string, group: string) => ({ value, label: `${value} ${names.of(value)}`, group });
  const rest = Intl.supportedValuesOf("currency").filter((code) => !often.includes(code));
  return [
    ...often.map((code) => option(code, "Most used")),
    ...rest.map((code) => option(code, "All currencies")),
  ];
}

/** The months a fiscal year can start in, 1 to 12 as text. */
export function monthOptions(): Option[] {
  const name = new Intl.DateTimeFormat(undefined, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: name.format(new Date(Date.UTC(2026, month, 15))),
  }));
}

/** The zone this device keeps. */
export function deviceTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every IANA time zone the browser knows, by region, the device's own first. */
export function timeZoneOptions(): Option[] {
  const own = deviceTimeZone();
  const all = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].filter((zone) => zone !== own);
  const place = (zone: string) => zone.split("/").slice(1).join(", ").replaceAll("_", " ") || zone;
  return [
    { value: own, label: own.replaceAll("_", " "), group: "This device" },
    ...all.map((zone) => ({
      value: zone,
      label: place(zone),
      group: zone.includes("/") ? (zone.split("/")[0] ?? "") : "Other",
    })),
  ];
}
