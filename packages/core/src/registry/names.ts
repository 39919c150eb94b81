import type { Dimension } from "../facts/index.ts";
import type { LedgerPolicy, MovementKind, MovementReason } from "../ledger/index.ts";
import type { RetentionPolicy } from "../retention/index.ts";
import type { TermId } from "./registry.ts";

/** The term of each kind of ARR movement. */
export const termOfMovement = {
  new: "new-arr",
  expansion: "expansion-arr",
  contraction: "contraction-arr",
  churn: "churned-arr",
  reactivation: "winback-arr",
} as const satisfies Record<MovementKind, TermId>;

/** The term that explains each reason of a movement. */
export const termOfReason = {
  seats: "movement-reason",
  price: "movement-reason",
  escalator: "movement-reason",
  tier: "upsell",
  cross_sell: "cross-sell",
  module: "movement-reason",
  region: "movement-reason",
  start: "new-arr",
  end: "churned-arr",
} as const satisfies Record<MovementReason, TermId>;

/** The term that explains each attribute figures are sliced by. */
export const termOfDimension = {
  segment: "customer-segmentation",
  tier: "tiering",
  region: "customer-segmentation",
  industry: "customer-segmentation",
  csm: "csm",
  ae: "ae",
  am: "am",
  currency: "contract-currency",
} as const satisfies Record<Dimension, TermId>;

/** The term that explains each choice of policy. */
export const termOfPolicyChoice = {
  graceDays: "late-renewal-grace",
  churnOn: "churn",
  identity: "customer-identity",
  discount: "arr",
  usage: "arr",
  week: "arr",
  winbackDays: "customer-life",
  winback: "nrr",
  nrrMethod: "nrr",
  grrMethod: "grr",
  logoDenominator: "logo-retention",
  fx: "fx-effect",
} as const satisfies Record<keyof LedgerPolicy | keyof RetentionPolicy, TermId>;
