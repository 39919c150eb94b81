import {
  coverageOn,
  coveredBy,
  icpFitOn,
  type OwnershipGap,
  ownershipGaps,
  reviewStates,
  touchState,
} from "@termwise/core/coverage";
import { type Day, decimalText } from "@termwise/core/kernel";
import { type CustomerRecord, type HouseRules, heldFor } from "@termwise/core/people";
import type { AccountOnDay } from "./account-list.ts";

interface Asked {
  readonly record: CustomerRecord;
  readonly rules: HouseRules;
  readonly account: AccountOnDay;
  readonly on: Day;
}

/** The attributes that say who of us answers for a customer, and for what. */
const owners = [
  "csm",
  "ae",
  "am",
  "cse",
  "cs_manager",
  "exec_sponsor",
  "renewal_owner",
  "expansion_owner",
] as const;

/** How a customer is looked after on a day: by which rules, by whom, how often, and what nobody answers for. */
export function coverageOfAccount({ record, rules, account, on }: Asked) {
  const measured = { on, arr: account.arr };
  const coverage = coverageOn(record, rules, measured);
  const fit = icpFitOn(record, rules, measured);
  return {
    coverage,
    fit: fit && { ...fit, fit: fit.fit && decimalText(fit.fit, 4) },
    covered: coveredBy(record, on),
    gaps: gapsOfAccount({ record, rules, account, on }),
    touch: touchState(record, coverage, on),
    reviews:
      account.status === "customer" ? reviewStates(record, coverage, { on, since: account.since }) : [],
    owners: owners.map((attribute) => ({ attribute, held: heldFor(record, attribute) })),
  };
}

/** What nobody of us answers for with a customer on a day; who holds no ARR has nothing to own. */
export function gapsOfAccount({ record, rules, account, on }: Asked): OwnershipGap[] {
  if (account.status !== "customer") return [];
  const coverage = coverageOn(record, rules, { on, arr: account.arr });
  return ownershipGaps(record, { on, coverage, renewalOn: account.renewalOn });
}
