import type { EntryOf } from "../facts/index.ts";
import { type Day, daysBetween, Failure, parsePeriod } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { type MetricTerm, metrics } from "../retention/index.ts";

/** What a check knows beside the entry: the day it is about. */
export interface DivergenceContext {
  /** The day of the entry in the workspace's time zone. */
  readonly on: Day;
}

type Kind = "divergence_handling" | "reported_value";
type Check<Of extends Kind> = (
  record: CustomerRecord | null,
  rules: HouseRules,
  entry: EntryOf<Of>,
  context: DivergenceContext,
) => string | null;

/** How long a divergence may be accepted at most: nothing stays accepted for ever. */
const longestAcceptance = 366;

const handling: Check<"divergence_handling"> = (_record, _rules, entry, { on }) => {
  if (entry.action !== "accepted")
    return entry.expiresOn === null ? null : "Only an acceptance expires. Leave the day out.";
  if (entry.reason === null) return "Say why the divergence is accepted: whoever sees it later has to know.";
  if (entry.expiresOn === null)
    return "An acceptance needs a day on which it is looked at again. Nothing is accepted for ever.";
  if (entry.expiresOn <= on) return "The acceptance would have expired already. Choose a later day.";
  return daysBetween(on, entry.expiresOn) > longestAcceptance
    ? `A divergence is accepted for ${longestAcceptance} days at most. Choose an earlier day.`
    : null;
};

const reported: Check<"reported_value"> = (_record, _rules, entry) => {
  if (!Object.hasOwn(metrics, entry.term))
    return `"${entry.term}" is nothing Termwise computes, so there is nothing to hold the value against. Use one of ${Object.keys(metrics).join(", ")}.`;
  const { unit } = metrics[entry.term as MetricTerm];
  try {
    parsePeriod(entry.period);
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  if (unit === "money" && entry.currency === null) return "An amount needs its currency.";
  if (unit !== "ratio" && entry.value.includes("."))
    return "Amounts are whole minor units, without a decimal point.";
  if (unit !== "money" && entry.accounts.length > 0)
    return "A list of accounts goes with an amount, such as ARR or churned ARR. A rate stands by itself.";
  return null;
};

/** Why an entry about a divergence is refused, by kind: a sentence that says the rule and what to do instead, or null. */
export const divergenceChecks = {
  divergence_handling: handling,
  reported_value: reported,
} as const;
