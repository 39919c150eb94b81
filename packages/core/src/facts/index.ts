export {
  type AccountAttribute,
  AccountFact,
  AttributeFact,
  accountAttributes,
  type Dimension,
  dimensions,
  MergeFact,
  SplitFact,
} from "./account.ts";
export { bindings as factBindings } from "./bindings.ts";
export {
  BillingInterval,
  ContractLine,
  type IntervalUnit,
  intervalUnits,
  type LineKind,
  lineKinds,
  type PaymentState,
  Price,
  type ProductKind,
  paymentStates,
  productKinds,
} from "./contract-line.ts";
export { Fact, type FactSet, noFacts } from "./fact.ts";
export { financeInputs } from "./finance-inputs.ts";
export { FxRate } from "./fx-rate.ts";
export {
  AccountEntry,
  type AccountEntryKind,
  type EntryOf,
  entriesBy,
  entriesOf,
  JournalFact,
  type JournalOf,
  ruleKinds,
  WorkspaceEntry,
  type WorkspaceEntryKind,
} from "./journal/entry.ts";
export { entryNames } from "./journal/entry-names.ts";
export {
  atRiskExits,
  type CsmSentiment,
  csmSentiments,
  type FlagConditionKind,
  type FlagSeverity,
  type FlagState,
  flagConditions,
  flagSeverities,
  flagStates,
  type SurveyKind,
  surveyKinds,
  type TicketSeverity,
  ticketSeverities,
} from "./journal/health-names.ts";
export {
  type HealthNumber,
  healthNumbers,
  type ModelNumber,
  modelNumbers,
} from "./journal/health-numbers.ts";
export { FlagThresholds, HealthModelRules, healthNumber } from "./journal/health-rules.ts";
export {
  type Cadence,
  type ChurnReason,
  type CommercialRole,
  type ContactRole,
  type ContactState,
  cadences,
  churnReasons,
  commercialRoles,
  confirmerRoles,
  contactRoles,
  contactStates,
  type DealContextField,
  dealContextFields,
  definingTeams,
  type EarnedStage,
  type ExpansionKind,
  earnedStages,
  expansionKinds,
  type FeatureTier,
  featureTiers,
  type GlossarySessionKind,
  glossarySessionKinds,
  type ImportKind,
  importKinds,
  type LabelMeaning,
  labelMeanings,
  type OnboardingCriterion,
  onboardingCriteria,
  type PacketSection,
  type Priority,
  type PromiseState,
  packetSections,
  priorities,
  promiseStates,
  type QualityCheck,
  qualityChecks,
  type RedefinitionTrigger,
  type RenewalPreparation,
  redefinitionTriggers,
  renewalPreparations,
  type SessionStep,
  type SignatureDecision,
  type SourceKind,
  sessionSteps,
  signatureDecisions,
  sourceKinds,
  type TaskSource,
  type Team,
  type TermOutcome,
  type TextDecision,
  type TouchModel,
  type TouchpointKind,
  taskSources,
  termOutcomes,
  textDecisions,
  touchModels,
  touchpointKinds,
  type UseSignal,
  useSignals,
  type WrittenAnswer,
  writtenAnswers,
} from "./journal/names.ts";
export {
  type PlayUse,
  playUses,
  type RunStateOfPlay,
  runStates,
  type StepChannel,
  type StepRole,
  stepChannels,
  stepRoles,
} from "./journal/play-names.ts";
export { PlayGoal, PlayStep, PlayTrigger } from "./journal/plays.ts";
export {
  type AnnotationKind,
  annotationKinds,
  type CommentaryState,
  commentaryStates,
} from "./journal/review-names.ts";
export { AccountCondition } from "./journal/rules.ts";
export { factKeys, factsKnownAt, factsKnownInSteps, laterVersion } from "./known-at.ts";
export { factsOfPlainLines, PlainLine } from "./plain-lines.ts";
export { Source, type Stamp } from "./stamp.ts";
export { terms as factTerms } from "./terms.ts";
export { type UsageActivity, UsageFact, usageActivities } from "./usage.ts";
