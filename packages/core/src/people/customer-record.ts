import type {
  AccountAttribute,
  AttributeFact,
  ContractLine,
  JournalFact,
  UsageFact,
} from "../facts/index.ts";
import type { AccountId, Day } from "../kernel/index.ts";
import type { Movement } from "../ledger/index.ts";
import { attributeValue } from "../retention/index.ts";

/**
 * Everything that is read of one customer: records merged into it are part of it. Entries are in the order of `at`, then
 * of their ids; usage is in the order of `effectiveOn`; movements are in the order of their days.
 */
export interface CustomerRecord {
  readonly accountId: AccountId;
  readonly attributes: readonly AttributeFact[];
  readonly lines: readonly ContractLine[];
  readonly movements: readonly Movement[];
  readonly journal: readonly JournalFact[];
  readonly usage: readonly UsageFact[];
}

/**
 * The entries about the workspace, all of them. In force on a day are those with `effectiveOn` on or before it; of a
 * kind and a segment the latest.
 */
export interface HouseRules {
  readonly journal: readonly JournalFact[];
  /**
   * When readings of usage of any customer came in: while they do, a customer without any has not used the product. Left
   * out: only the customer's own are known.
   */
  readonly readings?: Feed | undefined;
}

/** The days on which readings of usage end, in their order, and for each how many days the longest up to it covers. */
export interface Feed {
  readonly days: readonly Day[];
  readonly longest: readonly number[];
}

/** When readings of usage came in. */
export function feedOf(usage: readonly UsageFact[]): Feed {
  const covered = new Map<Day, number>();
  for (const { effectiveOn, days } of usage)
    covered.set(effectiveOn, Math.max(days, covered.get(effectiveOn) ?? 1));
  const days = [...covered.keys()].sort();
  let longest = 1;
  const soFar = days.map((day) => {
    longest = Math.max(longest, covered.get(day) ?? 1);
    return longest;
  });
  return { days, longest: soFar };
}

/** What an attribute of the customer was on a day, as figures read it: before the first known value, that first one. */
export function attributeOn(record: CustomerRecord, attribute: AccountAttribute, on: Day): string | null {
  return attributeValue(record.attributes, attribute, on);
}
