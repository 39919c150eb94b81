export {
  type AssignmentAttribute,
  assignmentAttributes,
  assignmentsOn,
  type HeldFor,
  heldFor,
  heldOn,
} from "./assignments.ts";
export { bindings as peopleBindings } from "./bindings.ts";
export { type PeopleContext, peopleChecks } from "./checks.ts";
export { attributeOn, type CustomerRecord, type Feed, feedOf, type HouseRules } from "./customer-record.ts";
export { isReachable, type StakeholderGap, stakeholderGaps } from "./gaps.ts";
export { type PlainRecord, recordOf } from "./plain-record.ts";
export { housePeoplePolicy, PeoplePolicy } from "./policy.ts";
export {
  type Approver,
  approversOn,
  type EscalationPath,
  escalationOn,
  isReview,
  type RelationshipMove,
  relationshipMoves,
} from "./relationships.ts";
export { holdersOf, holdsRole, isKey, type RoleHeld, type RoleSpell, rolesOn } from "./roles-held.ts";
export { terms as peopleTerms } from "./terms.ts";
export {
  humanShare,
  type LastTouch,
  lastTouch,
  reaches,
  responses,
  type Touch,
  touchesOn,
} from "./touches.ts";
