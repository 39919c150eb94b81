import type { BillingInterval, IntervalUnit } from "@termwise/core/facts";
import { wordOf } from "./cell-text.ts";

const every = (unit: IntervalUnit, count = 1): BillingInterval => ({ unit, count });

const words: ReadonlyMap<string, BillingInterval> = new Map(
  Object.entries({
    ...Object.fromEntries("daily day d täglich".split(" ").map((w) => [w, every("day")])),
    ...Object.fromEntries(
      "weekly week wk w wöchentlich woche hebdomadaire semanal".split(" ").map((w) => [w, every("week")]),
    ),
    "month to month": every("month"),
    ...Object.fromEntries(
      ["fortnightly", "fortnight", "biweekly", "bi weekly"].map((w) => [w, every("week", 2)]),
    ),
    ...Object.fromEntries(
      "monthly month mtm m2m mo mon mth m monatlich monat mensuel mensuelle mois mensual mes"
        .split(" ")
        .map((w) => [w, every("month")]),
    ),
    ...Object.fromEntries(
      "quarterly quarter qtr qtrly q vierteljährlich quartalsweise quartal trimestriel trimestrielle trimestral trimestre"
        .split(" ")
        .map((w) => [w, every("month", 3)]),
    ),
    ...Object.fromEntries(
      [
        "semi annual",
        "semi annually",
        "semiannual",
        "semiannually",
        "half yearly",
        "half year",
        "halfyearly",
        "semi yearly",
        "semester",
        "twice a year",
        "twice yearly",
        "halbjährlich",
        "halbjahr",
        "semestriel",
        "semestral",
      ].map((w) => [w, every("month", 6)]),
    ),
    ...Object.fromEntries(
      "annual annually yearly year yr y a pa ann annum jährlich jahr annuel annuelle an anual año año"
        .split(" ")
        .map((w) => [w, every("year")]),
    ),
    ...Object.fromEntries(["biennial", "biennially", "two yearly"].map((w) => [w, every("year", 2)])),
    ...Object.fromEntries(["triennial", "triennially", "three yearly"].map((w) => [w, every("year", 3)])),
  }),
);

const unitOf: ReadonlyMap<string, readonly [IntervalUnit, number]> = new Map(
  Object.entries<[IntervalUnit, number]>({
    d: ["day", 1],
    day: ["day", 1],
    days: ["day", 1],
    tage: ["day", 1],
    w: ["week", 1],
    wk: ["week", 1],
    week: ["week", 1],
    weeks: ["week", 1],
    wochen: ["week", 1],
    m: ["month", 1],
    mo: ["month", 1],
    mos: ["month", 1],
    mth: ["month", 1],
    mths: ["month", 1],
    month: ["month", 1],
    months: ["month", 1],
    monat: ["month", 1],
    monate: ["month", 1],
    mois: ["month", 1],
    meses: ["month", 1],
    q: ["month", 3],
    quarter: ["month", 3],
    quarters: ["month", 3],
    y: ["year", 1],
    yr: ["year", 1],
    yrs: ["year", 1],
    year: ["year", 1],
    years: ["year", 1],
    jahr: ["year", 1],
    jahre: ["year", 1],
  }),
);

const numberWords: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    twelve: 12,
    other: 2,
  }),
);

/** An interval of `count` units by the unit's name, or `null`. 12 months are a year, so that one interval has one form. */
export function intervalOf(count: number, unit: string): BillingInterval | null {
  const word = words.get(wordOf(unit));
  const [name, times] = unitOf.get(wordOf(unit)) ?? (word ? [word.unit, word.count] : []);
  if (!name || !times || !Number.isInteger(count) || count < 1) return null;
  const total = count * times;
  if (name === "month" && total % 12 === 0) return total / 12 > 120 ? null : every("year", total / 12);
  return total > 120 ? null : every(name, total);
}

/** Words around an interval that do not change it: `billed annually upfront`, `monthly plan`. */
const around =
  /\b(billed|billing|paid|pay|payment|payments|payable|invoiced|charged|upfront|up front|prepaid|prepay|prepayment|in advance|advance|in arrears|arrears|plan|subscription|contract|per|every|each|once a|once per|recurring|auto|rolling)\b/g;

/**
 * How often a charge recurs, from words (`monthly`, `every 6 months`, `P1Y`, `annual upfront`); `null` when it is not
 * an interval or has two meanings (`biannual`, `bimonthly`, a bare number).
 */
export function readInterval(text: string): BillingInterval | null {
  const iso = /^P(\d{1,3})([DWMY])$/i.exec(text.trim());
  if (iso) return intervalOf(Number(iso[1]), (iso[2] ?? "").toLowerCase());
  const word = wordOf(text.replace(/\(s\)/gi, "s").replace(/[()[\],;:]+/g, " "));
  const whole = words.get(word);
  if (whole) return whole;
  const bare = word.replace(around, " ").replace(/\s+/g, " ").trim();
  const core = words.get(bare);
  if (core) return core;
  const counted = /^(\d{1,3}|[a-z]+) ?([a-zäöü]+)$/.exec(bare);
  if (!counted) return null;
  return intervalOf(numberWords.get(counted[1] ?? "") ?? Number(counted[1]), counted[2] ?? "");
}

/** Whether the words say that the charge does not recur. */
export function isOneTime(text: string): boolean {
  return /^(one ?time|one ?off|once|single|non ?recurring|einmalig|unique|perpetual)( (fee|charge|payment|purchase))?$/.test(
    wordOf(text),
  );
}
