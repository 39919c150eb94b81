// The words entries are made of. Without the validator, so that screens can take them alone.

/** The four criteria that make an account Onboarded, each to be agreed before the kickoff. */
export const onboardingCriteria = [
  "technical_completion",
  "adoption_trigger",
  "success_milestone",
  "sponsor_confirmation",
] as const;

/** Who at the customer confirmed: their sponsor, or the champion where the sponsor has delegated it. */
export const confirmerRoles = ["sponsor", "champion"] as const;

/** Stages of the lifecycle that evidence earns, in their order. */
export const earnedStages = ["won", "onboarded", "adopted"] as const;

/** One of the four onboarding criteria. */
export type OnboardingCriterion = (typeof onboardingCriteria)[number];

/** Won, Onboarded or Adopted. */
export type EarnedStage = (typeof earnedStages)[number];

/** The six sections a handoff packet must hold, with their titles. */
export const packetSections = {
  use_case: "Use case and business problem",
  people: "People",
  promises: "Promises made",
  technical: "Technical requirements",
  timeline: "Timeline expectations",
  deal_context: "Deal context",
} as const;

/** What the deal context tells, beside figures: each is asked for, and an empty one lowers the score of the handoff. */
export const dealContextFields = {
  why_now: "Why they bought now",
  pain: "Pain and urgency",
  influencers: "Who influenced the decision",
  objections: "Objections raised",
  near_loss: "What nearly lost the deal",
} as const;

/** How a promise stands. */
export const promiseStates = ["open", "kept", "at_risk", "broken"] as const;

/** One section of the handoff packet. */
export type PacketSection = keyof typeof packetSections;

/** One field of the deal context. */
export type DealContextField = keyof typeof dealContextFields;

/** Open, kept, at risk or broken. */
export type PromiseState = (typeof promiseStates)[number];

/** How an account can grow: more seats, a higher tier, another product, a module, a region. */
export const expansionKinds = ["seat", "tier", "cross_sell", "module", "region"] as const;

/** Which of our roles may own, source or close the growth or renewal of an account. */
export const commercialRoles = ["csm", "am", "ae"] as const;

/** The three things prepared before a renewal. */
export const renewalPreparations = ["health_check", "expansion_talk", "contract_review"] as const;

/** Why a customer left. `preventable` and `voluntary` are the usual reading of each; an entry may say otherwise. */
export const churnReasons = {
  never_onboarded: { name: "Never onboarded", voluntary: true, preventable: true },
  low_adoption: { name: "Low adoption", voluntary: true, preventable: true },
  champion_left: { name: "Champion left", voluntary: true, preventable: true },
  missing_capability: { name: "Missing capability", voluntary: true, preventable: true },
  service: { name: "Service or support", voluntary: true, preventable: true },
  price: { name: "Price", voluntary: true, preventable: true },
  competitor: { name: "Went to a competitor", voluntary: true, preventable: true },
  poor_fit: { name: "Poor fit", voluntary: true, preventable: false },
  closure: { name: "Closed down or acquired", voluntary: false, preventable: false },
  non_payment: { name: "Did not pay", voluntary: false, preventable: false },
} as const;

/** Roles of people at the customer. Champion and sponsor are two relations with two risks. */
export const contactRoles = [
  "champion",
  "sponsor",
  "economic_buyer",
  "daily_contact",
  "objector",
  "end_user",
] as const;

/** Whether a person still has the role: active, moved elsewhere within the customer, left the customer. */
export const contactStates = ["active", "moved", "left"] as const;

/** What an interaction was. The last three are business reviews: quarterly, executive, annual. */
export const touchpointKinds = ["call", "meeting", "email", "note", "qbr", "ebr", "annual_review"] as const;

/** One way an account can grow. */
export type ExpansionKind = (typeof expansionKinds)[number];

/** CSM, AM or AE. */
export type CommercialRole = (typeof commercialRoles)[number];

/** Health check, expansion talk or contract review. */
export type RenewalPreparation = (typeof renewalPreparations)[number];

/** One reason of {@link churnReasons}. */
export type ChurnReason = keyof typeof churnReasons;

/** One role of a person at the customer. */
export type ContactRole = (typeof contactRoles)[number];

/** Active, moved or left. */
export type ContactState = (typeof contactStates)[number];

/** One kind of interaction. */
export type TouchpointKind = (typeof touchpointKinds)[number];

/** How urgent a task is. */
export const priorities = ["high", "normal", "low"] as const;

/** What made a task: a person, a gate, a promise, a renewal, a handoff, a divergence between systems, a gap in ownership, a review of figures, a step of a play, the health of the account. */
export const taskSources = [
  "manual",
  "gate",
  "promise",
  "renewal",
  "handoff",
  "divergence",
  "ownership",
  "review",
  "play",
  "health",
] as const;

/** High, normal or low. */
export type Priority = (typeof priorities)[number];

/** What made a task. */
export type TaskSource = (typeof taskSources)[number];

/** How often a core feature has to be used. */
export const cadences = ["daily", "weekly", "monthly"] as const;

/** What a label of another system can mean: a stage, a motion, that the customer left, or nothing we compare. */
export const labelMeanings = [...earnedStages, "expansion", "renewal", "churn", "ignored"] as const;

/** How closely we look after a customer. */
export const touchModels = ["high_touch", "low_touch", "tech_touch"] as const;

/** Daily, weekly or monthly. */
export type Cadence = (typeof cadences)[number];

/** What a label of another system means. */
export type LabelMeaning = (typeof labelMeanings)[number];

/** One touch model. */
export type TouchModel = (typeof touchModels)[number];

/** The teams that agree on what words mean. */
export const definingTeams = ["sales", "customer_success", "product", "finance"] as const;

/** One of the teams that agree on what words mean. */
export type Team = (typeof definingTeams)[number];

/** What a team says of a proposal: it agrees, asks something first, or turns it down for good. */
export const signatureDecisions = ["approve", "ask", "reject"] as const;

/** Approve, ask or reject. */
export type SignatureDecision = (typeof signatureDecisions)[number];

/** What calls definitions into question before their review is due. */
export const redefinitionTriggers = {
  product_line: "A product line for another kind of buyer",
  icp_shift: "A shift of the ideal customer profile",
  new_leader: "A new leader of one of the teams",
  cohort_churn: "A cohort churned though its handoffs were complete",
} as const;

/** One of what calls definitions into question. */
export type RedefinitionTrigger = keyof typeof redefinitionTriggers;

/** The two kinds of sessions about terms: finding where definitions are missing, and writing one of them. */
export const glossarySessionKinds = ["discovery", "working"] as const;

/** Discovery or working. */
export type GlossarySessionKind = (typeof glossarySessionKinds)[number];

/** What a team answers to whether a term has a written and agreed definition today. */
export const writtenAnswers = ["yes", "differently", "no"] as const;

/** Yes; yes, but this team would say it differently; or no. */
export type WrittenAnswer = (typeof writtenAnswers)[number];

/** What a session finds out about a term. */
export const termOutcomes = ["agreed", "none_written", "divergent", "parked"] as const;

/** Agreed and matching, none written, divergent, or parked without a finding. */
export type TermOutcome = (typeof termOutcomes)[number];

/** What happens in a session beside answers and findings. From these its timer is told. */
export const sessionSteps = [
  "started",
  "paused",
  "resumed",
  "moved",
  "revealed",
  "debated",
  "closing",
  "closed",
] as const;

/** One of what happens in a session. */
export type SessionStep = (typeof sessionSteps)[number];

/** What a working session decides about the text it was called for. */
export const textDecisions = ["adopt", "adopt_changed", "split", "park"] as const;

/** Adopt, adopt with a change, split into two terms, or park. */
export type TextDecision = (typeof textDecisions)[number];

/** How data arrives: a program hands it in, a file is put into a folder, or it is fetched from a warehouse. */
export const sourceKinds = ["api", "folder", "warehouse"] as const;

/** By program, by folder, or fetched. */
export type SourceKind = (typeof sourceKinds)[number];

/** What a file of an import can hold. */
export const importKinds = [
  "accounts",
  "contract_lines",
  "fx_rates",
  "usage",
  "claims",
  "deals",
  "evidence",
  "support_tickets",
  "survey_answers",
  "touchpoints",
] as const;

/** What a file of an import holds. */
export type ImportKind = (typeof importKinds)[number];

/** What is looked at in the data, one by one. */
export const qualityChecks = [
  "bridge_closes",
  "missing_rate",
  "billing_total",
  "stale_sources",
  "orphans",
  "overlapping_lines",
  "missing_renewal",
  "duplicate_domains",
  "usage_gap",
] as const;

/** One of the checks of data quality. */
export type QualityCheck = (typeof qualityChecks)[number];

/** What a feature is to most customers: part of what they bought the product for, or more than that. */
export const featureTiers = ["core", "advanced"] as const;
/** Core or advanced. */
export type FeatureTier = (typeof featureTiers)[number];

/** What use of something in the catalogue tells beside how it is taken up. */
export const useSignals = ["key_action", "aha", "plan_limit"] as const;
/** A key action of setting up, the pattern of the aha moment, or coming to a limit of the plan. */
export type UseSignal = (typeof useSignals)[number];
