import type { PolicyPresetId } from "@termwise/core/retention";
import { isDay, isPeriod } from "./months.ts";

/** Policy choices a reader may change, by their parameter in the address; what is absent is as the definitions say. */
export const policyChoices = {
  winback: ["none", "opening_cohort", "all"],
  "nrr.method": ["cohort", "all_movements", "renewals_due"],
  "grr.method": ["cohort_losses", "per_customer_min", "running_floor", "all_losses", "whole_book_min"],
  "logo.denominator": ["opening", "due"],
  fx: ["constant", "reported"],
  "churn.on": ["end", "notice", "end_plus_grace"],
  identity: ["account", "parent"],
  discount: ["net", "list"],
  usage: ["out", "in"],
} as const;
/** A policy choice's parameter. */
export type PolicyChoice = keyof typeof policyChoices;

/** The attributes figures can be sliced by. */
export const dimensions = ["segment", "tier", "region", "industry", "csm", "ae", "am", "currency"] as const;

/** The names of ways to count that others use, as the server knows them. */
export const presetIds = [
  "finance-board",
  "winbacks-counted",
  "all-movements",
  "billing-tool",
  "renewals-due",
  "whole-book",
  "running-floor",
  "reported-fx",
  "parent-roll-up",
  "on-notice",
] as const satisfies readonly PolicyPresetId[];

const oneOf = (values: readonly string[]) => (text: string) => values.includes(text);
const like = (pattern: RegExp) => (text: string) => pattern.test(text);
const anyText = (text: string) => text.length <= 2000;
/** A way to count: a preset, choices of one's own, or the definitions of a day. */
const isWay = (text: string) =>
  text === "own" || presetIds.some((id) => id === text) || (text.startsWith("on:") && isDay(text.slice(3)));

/** What each known parameter may hold. */
const readers: Readonly<Record<string, (text: string) => boolean>> = {
  period: isPeriod,
  compare: oneOf(["prior-year", "none"]),
  by: oneOf(dimensions),
  and: oneOf(dimensions),
  rate: oneOf(["nrr", "grr", "logo"]),
  figure: oneOf(["nrr", "grr", "logo-retention", "opening-arr", "closing-cohort-arr"]),
  with: (text) => text === "none" || (text.split(",").length <= 3 && text.split(",").every(isWay)),
  way: isWay,
  rows: oneOf(["all"]),
  asof: isDay,
  cur: like(/^[A-Z]{3}$/),
  definitions: oneOf(["now"]),
  panel: like(
    /^(?:(?:def|drill):[a-z0-9_.-]+(?:@\d+)?(?:\/[a-z]+:[^/~]*)*(?:~.{0,200})?|cell:\d{1,4}~.{0,200}|line:.{1,300}|move:[a-zA-Z0-9_]+\.[a-z]+|behind:[a-z-]{1,40}|runs:[a-z]{1,9}(?:~ent_\w{1,60})?)$/,
  ),
  layout: oneOf(["table", "board", "calendar"]),
  month: like(/^\d{4}-(0[1-9]|1[0-2])$/),
  group: oneOf(["owner", "segment"]),
  band: oneOf(["low", "review", "steady", "strong", "unknown"]),
  stage: oneOf(["won", "onboarded", "adopted"]),
  step: oneOf(["upload", "map", "check", "preview", "commit"]),
  done: like(/^imp_[0-9A-Za-z]{1,40}$/),
  cols: oneOf(["churn"]),
  chart: anyText,
  built: oneOf(["computed", "planned", "vocabulary"]),
  open: oneOf(["complete"]),
  end: like(/^ent_\w{1,60}$/),
  zoom: oneOf(["movements"]),
  cohort: oneOf(["month", "quarter", "year", "product", ...dimensions]),
  age: oneOf(["month", "quarter", "year"]),
  measure: oneOf(["nrr", "grr", "logo", "arr"]),
  unit: oneOf(["absolute"]),
  least: like(/^[1-9]\d{0,2}$/),
  sort: like(/^-?[a-zA-Z]+$/),
  status: oneOf(["customer", "churned", "prospect"]),
  view: like(/^[a-zA-Z0-9_]{1,60}$/),
  section: anyText,
  q: anyText,
  page: like(/^[1-9]\d{0,5}$/),
  ...Object.fromEntries(Object.entries(policyChoices).map(([key, values]) => [key, oneOf(values)])),
  ...Object.fromEntries(Object.entries(policyChoices).map(([key, values]) => [`own.${key}`, oneOf(values)])),
  ...Object.fromEntries(dimensions.map((dimension) => [`f.${dimension}`, anyText])),
  "f.health": like(/^(?:(?:at_risk|low|review|steady|strong|unknown)(?:,(?!$)|$))+$/),
};

/** The state of a page as its address holds it: flat text. Unknown parameters are kept and not used. */
export type Search = Record<string, string | undefined>;

/** A parameter that could not be read, and what is shown instead. */
export interface Notice {
  readonly parameter: string;
  readonly value: string;
}

/** Reads every known parameter; one that cannot be read is set aside as a notice instead of blanking the page. */
export function readSearch(raw: Record<string, unknown>): { search: Search; notices: Notice[] } {
  const search: Search = {};
  const notices: Notice[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const text = String(value);
    if (readers[key]?.(text) === false) notices.push({ parameter: key, value: text });
    else search[key] = text;
  }
  return { search, notices };
}
