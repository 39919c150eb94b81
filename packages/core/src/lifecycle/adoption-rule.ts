import { type Cadence, entriesOf, type JournalOf } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import { attributeOn, type CustomerRecord, type HouseRules } from "../people/index.ts";
import type { LifecyclePolicy } from "./policy.ts";

/** When a customer counts as Adopted. */
export interface AdoptionRule {
  readonly coreFeatures: readonly { readonly feature: string; readonly cadence: Cadence }[];
  /** The feature that must not lie idle; null: the product as a whole. */
  readonly coreModule: string | null;
  readonly seatShare: number;
  readonly idleDays: number;
  /** The rule's entry, and the segment it is for; null: no rule is set, the house rule holds. */
  readonly from: { readonly entryId: string; readonly segment: string | null; readonly on: Day } | null;
}

const sets = new WeakMap<HouseRules, readonly JournalOf<"adoption_rule">[]>();

/** Every adoption rule there was, in the order of the days they came into force. */
function rulesSet(rules: HouseRules): readonly JournalOf<"adoption_rule">[] {
  const known =
    sets.get(rules) ??
    entriesOf(rules.journal, "adoption_rule").sort((a, b) =>
      `${a.effectiveOn} ${a.recordedAt}` < `${b.effectiveOn} ${b.recordedAt}` ? -1 : 1,
    );
  sets.set(rules, known);
  return known;
}

/**
 * The adoption rule in force for a customer on a day: that of its segment, else the one without a segment, the latest
 * that was effective by then. Where none is set, any use of the product counts, every week, by the house's numbers.
 */
export function adoptionRuleOn(
  record: CustomerRecord,
  rules: HouseRules,
  policy: LifecyclePolicy,
  on: Day,
): AdoptionRule {
  const segment = attributeOn(record, "segment", on);
  const set = rulesSet(rules);
  const found =
    (segment === null
      ? undefined
      : set.findLast(({ effectiveOn, entry }) => effectiveOn <= on && entry.segment === segment)) ??
    set.findLast(({ effectiveOn, entry }) => effectiveOn <= on && entry.segment === null);
  if (!found)
    return {
      coreFeatures: [],
      coreModule: null,
      seatShare: policy.seatShare,
      idleDays: policy.idleDays,
      from: null,
    };
  const { coreFeatures, coreModule, seatShare, idleDays } = found.entry;
  return {
    coreFeatures,
    coreModule,
    seatShare,
    idleDays,
    from: { entryId: found.entryId, segment: found.entry.segment, on: found.effectiveOn },
  };
}
