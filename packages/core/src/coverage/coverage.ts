import { type TouchModel, touchModels } from "../facts/index.ts";
import type { EntryId } from "../kernel/index.ts";
import { attributeOn, type CustomerRecord, type HouseRules } from "../people/index.ts";
import { holds, type Measured } from "./conditions.ts";
import { houseCoverageRules, ruleOn } from "./rules-in-force.ts";

/** Why a value is what it is: said of this account itself, or by the rules; the house's, where the workspace has none. */
export type Because = "account" | "rules" | "house_rules";

/** A value with why it is. */
export interface Ruled<Value> {
  readonly value: Value;
  readonly because: Because;
}

/** How a customer is looked after on a day. */
export interface Coverage {
  readonly segment: string | null;
  readonly tier: Ruled<string | null>;
  readonly touch: Ruled<TouchModel | null>;
  /** Days between touchpoints that are not too many; null: the account itself or no rule says which model. */
  readonly everyDays: number | null;
  readonly strategic: Ruled<boolean>;
  /** The rules applied; null: those of the house. */
  readonly rules: EntryId | null;
}

/**
 * How a customer is looked after on a day, by the rules in force then: the first tier and the first touch model whose
 * conditions all hold, and strategic where any condition does. What is said of the account itself stands above the rules.
 */
export function coverageOn(record: CustomerRecord, rules: HouseRules, asked: Measured): Coverage {
  const inForce = ruleOn(rules, "coverage_rules", asked.on);
  const { tiers, touch, strategic } = inForce?.entry ?? houseCoverageRules;
  const because = inForce === null ? "house_rules" : "rules";
  const own = (attribute: "tier" | "touch_model" | "strategic") => attributeOn(record, attribute, asked.on);
  const all = (when: (typeof touch)[number]["when"]) => when.every((one) => holds(one, record, asked));
  const [ownTier, ownModel, ownStrategic] = [own("tier"), touchModelOf(own("touch_model")), own("strategic")];
  const ruled = touch.find(({ when }) => all(when));
  const model = ownModel ?? ruled?.model ?? null;
  return {
    segment: attributeOn(record, "segment", asked.on),
    tier:
      ownTier === null
        ? { value: tiers.find(({ when }) => all(when))?.tier ?? null, because }
        : { value: ownTier, because: "account" },
    touch: { value: model, because: ownModel === null ? because : "account" },
    everyDays: (ruled?.model === model ? ruled : touch.find((one) => one.model === model))?.everyDays ?? null,
    strategic:
      ownStrategic === "yes" || ownStrategic === "no"
        ? { value: ownStrategic === "yes", because: "account" }
        : { value: strategic.some((one) => holds(one, record, asked)), because },
    rules: inForce?.entryId ?? null,
  };
}

function touchModelOf(text: string | null): TouchModel | null {
  return touchModels.find((model) => model === text) ?? null;
}
