export {
  type AccountLedger,
  Movement,
  type MovementKind,
  type MovementPart,
  type MovementReason,
  movementKinds,
  movementReasons,
} from "./movement.ts";
export { houseLedgerPolicy, LedgerPolicy } from "./policy.ts";
