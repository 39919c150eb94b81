export { annualValue, timesAYear, yearsPerTerm } from "./annual-value.ts";
export { bindings as ledgerBindings } from "./bindings.ts";
export { customers } from "./customer.ts";
export { type InForce, linesInForce } from "./in-force.ts";
export {
  type AccountLedger,
  Movement,
  type MovementKind,
  MovementPart,
  type MovementReason,
  movementKinds,
  movementReasons,
} from "./movement.ts";
export { movementsOf, movementsOfCustomer } from "./movements.ts";
export { houseLedgerPolicy, LedgerPolicy } from "./policy.ts";
export { ledgerRules } from "./rules.ts";
export { terms as ledgerTerms } from "./terms.ts";
