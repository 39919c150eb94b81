export { type Activation, activationOf, hoursText } from "./activation.ts";
export { type QueueRank, queueRank } from "./at-risk-queue.ts";
export { bindings as playBindings } from "./bindings.ts";
export {
  type Compared,
  comparedCases,
  type EffectCase,
  type Effectiveness,
  effectiveness,
  type SavedShare,
} from "./effectiveness.ts";
export { type Episode, episodesOf } from "./episodes.ts";
export { escalationsOf, openEscalation } from "./escalation.ts";
export { type HousePlay, housePlayId, housePlays } from "./house-plays.ts";
export { type Intervention, interventionOf, isSaving, proactiveShare } from "./intervention.ts";
export { type Endangered, type LossChance, lossChances, middleOf, type PastRenewal } from "./loss-chance.ts";
export { inTellingOrder, isOpenRun, type OpenRunState } from "./open-runs.ts";
export {
  type JudgedRun,
  type LostCustomer,
  type Outcome,
  outcomeOf,
  type RunOutcome,
  runOutcomes,
  winBackCampaign,
} from "./outcome.ts";
export { type DueStep, dueOf, planOf } from "./plan.ts";
export { type Play, PlayDraft, type PlayFault, playFaults, playOf } from "./play.ts";
export { housePlayPolicy, PlayPolicy } from "./policy.ts";
export { type RiskFlow, type RiskMove, riskFlow, type WatchedAccount } from "./risk-flow.ts";
export { type RiskHandling, riskHandlingOn } from "./risk-handling.ts";
export { type RiskReason, reasonsOf } from "./risk-reasons.ts";
export { type PlayRun, type RunReading, type RunStep, readRun } from "./run.ts";
export { type AccountSigns, noSigns, type ScoredDay, type SeatsInUse } from "./signs.ts";
export { terms as playTerms } from "./terms.ts";
export { triggerText } from "./trigger-words.ts";
