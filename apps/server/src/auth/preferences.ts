import { z } from "zod";

/** Whether numbers and days can be written in a locale, by its BCP 47 name. */
function isLocale(name: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf([name]).length === 1;
  } catch {
    return false;
  }
}

const isTimeZone = (name: string): boolean =>
  name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name);

/**
 * How somebody likes the screens to be, the same in every workspace. `locale` and `timeZone`: a BCP 47 and an IANA name,
 * or null for the device's.
 * `singleKeys`: whether single letters are shortcuts, which somebody who speaks to the machine may want off.
 */
export const Preferences = z.strictObject({
  theme: z.enum(["light", "dark", "system"]),
  density: z.enum(["comfortable", "compact"]),
  locale: z.string().max(35).refine(isLocale, "is not the name of a locale, such as en-GB").nullable(),
  timeZone: z
    .string()
    .max(64)
    .refine(isTimeZone, "is not the name of a time zone, such as Europe/Paris")
    .nullable(),
  singleKeys: z.boolean(),
});
/** See the schema. */
export type Preferences = z.infer<typeof Preferences>;

/** What holds until somebody says otherwise. */
export const usualPreferences: Preferences = {
  theme: "system",
  density: "compact",
  locale: null,
  timeZone: null,
  singleKeys: true,
};

/** Preferences as they were stored; what this version does not know of, or no longer holds, is as usual. */
export function readPreferences(stored: unknown): Preferences {
  const given = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
  const known = given.filter(([key, value]) => {
    const shape = Object.entries(Preferences.shape).find(([name]) => name === key)?.[1];
    return shape?.safeParse(value).success === true;
  });
  return { ...usualPreferences, ...Object.fromEntries(known) };
}
