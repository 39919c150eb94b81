export { bindings as handoffBindings } from "./bindings.ts";
export { type HandoffContext, handoffChecks, speaksFor, withdrawalRefusal } from "./checks.ts";
export { type Close, closesOf } from "./close.ts";
export { type DealData, dealData } from "./deal-data.ts";
export type { Expectations, Milestone, Signature } from "./expectations.ts";
export type { Gate, Ownership } from "./gates.ts";
export { type AsOf, type Handoff, handoffsOf, type Waiting } from "./handoff.ts";
export type { GateItem, Kickoff } from "./kickoff.ts";
export {
  type GateState,
  gateStates,
  type HandoffGate,
  type HandoffPhase,
  type HandoffStatus,
  handoffGates,
  handoffPhases,
  handoffStatuses,
  type KickoffItem,
  type KickoffOutput,
  kickoffItems,
  kickoffOutputs,
  type SigningSide,
  signingSides,
  type Verdict,
  verdicts,
} from "./names.ts";
export type { Packet, SectionStanding } from "./packet.ts";
export { HandoffPolicy, handoffPolicyOn, houseHandoffPolicy } from "./policy.ts";
export type { PromiseStanding } from "./promises.ts";
export type { Review } from "./reviews.ts";
export type { Scorecard, ScoreLine } from "./scorecard.ts";
export type { StakeholderMap } from "./stakeholder-map.ts";
export { type HandoffSummary, handoffSummary } from "./summary.ts";
export { terms as handoffTerms } from "./terms.ts";
