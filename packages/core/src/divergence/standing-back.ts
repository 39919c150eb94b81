import type { Day } from "../kernel/index.ts";
import { gatesOn, lifeOn, openExpansions, renewalOn, type Standing } from "../lifecycle/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";

/** What of a standing a comparison reads. */
export type StandingRead = Pick<
  Standing,
  "earned" | "history" | "gates" | "staleSince" | "life" | "expansions" | "renewal"
>;

/**
 * Where a customer stood on an earlier day, read off the ways it has come since, which cost the most to find out: for a
 * series of many days. It gives what the day itself would give, but for one thing: of evidence that was stale that day and
 * is not any more it is told that it was, and not since when.
 */
export function standingBack(
  later: Pick<Standing, "history">,
  record: CustomerRecord,
  rules: HouseRules,
  on: Day,
): StandingRead {
  const history = later.history
    .filter(({ from }) => from <= on)
    .map((span) => (span.to !== null && span.to > on ? { ...span, to: null } : span));
  const present = history.at(-1);
  const earned = present === undefined || present.stage === "churn" ? null : present.stage;
  const gates = gatesOn(record, rules, on);
  const stale = earned !== null && earned !== "won" && !gates[earned].passed;
  const since = present?.staleSince ?? null;
  return {
    earned,
    history,
    gates,
    staleSince: !stale ? null : since !== null && since <= on ? since : on,
    life: lifeOn(record, on),
    expansions: earned === null ? [] : openExpansions(record, on),
    renewal: earned === null ? null : renewalOn(record, rules, on),
  };
}
