import { type CommercialRole, commercialRoles } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import { assignmentsOn, type CustomerRecord, heldOn } from "../people/index.ts";

/** Which commercial role is answerable for something, and who has that role; `name` is null where nobody has it. */
export interface Answerable {
  readonly role: CommercialRole;
  readonly name: string | null;
}

/**
 * Who looks after a customer after the sale:
 * - `csm` a CSM of its own;
 * - `am` no CSM: an AM for the relationship, renewal and growth, with pooled support;
 * - `ae` neither: the AE who sold keeps the customer;
 * - `nobody`.
 */
export type CoverageModel = "csm" | "am" | "ae" | "nobody";

/** Who answers for what with a customer on a day. */
export interface Covered {
  readonly model: CoverageModel;
  /** Who keeps the relationship. */
  readonly relationship: Answerable | null;
  /** Who owns renewal and growth, where it was said; what was not said is an ownership gap and is not guessed. */
  readonly renewal: Answerable | null;
  readonly expansion: Answerable | null;
  /** Where help comes from: the CSM, or the pool. */
  readonly support: "csm" | "pooled";
  /** Selling and retaining are one person's: the handoff is then a change of mode, and every definition still applies. */
  readonly bothModes: boolean;
}

/** Who answers for what with a customer on a day. */
export function coveredBy(record: CustomerRecord, on: Day): Covered {
  const held = assignmentsOn(record, on);
  const answerable = (role: CommercialRole): Answerable => ({ role, name: held[role] });
  const model: CoverageModel =
    held.csm !== null ? "csm" : held.am !== null ? "am" : held.ae !== null ? "ae" : "nobody";
  const owner = (attribute: "renewal_owner" | "expansion_owner"): Answerable | null => {
    const said = heldOn(record, attribute, on);
    const role = commercialRoles.find((one) => one === said);
    return role === undefined ? null : answerable(role);
  };
  const relationship = model === "nobody" ? null : answerable(model);
  return {
    model,
    relationship,
    renewal: owner("renewal_owner"),
    expansion: owner("expansion_owner"),
    support: model === "csm" ? "csm" : "pooled",
    bothModes: relationship !== null && relationship.name === held.ae,
  };
}
