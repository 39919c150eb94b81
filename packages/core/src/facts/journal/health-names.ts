// The words of health on record. Without the validator, so that screens can take them alone.

/** The surveys whose answers are kept, each answer by itself. */
export const surveyKinds = ["nps", "csat", "ces", "pulse"] as const;

/** NPS, CSAT, CES or pulse. */
export type SurveyKind = (typeof surveyKinds)[number];

/** How badly a support ticket hinders the customer. */
export const ticketSeverities = ["low", "normal", "high", "urgent"] as const;

/** Low, normal, high or urgent. */
export type TicketSeverity = (typeof ticketSeverities)[number];

/** How the CSM judges the relationship. */
export const csmSentiments = ["positive", "neutral", "negative"] as const;

/** Positive, neutral or negative. */
export type CsmSentiment = (typeof csmSentiments)[number];

/** How grave a red flag is. */
export const flagSeverities = ["low", "medium", "high"] as const;

/** Low, medium or high. */
export type FlagSeverity = (typeof flagSeverities)[number];

/** What is done about a red flag that is not cleared: nothing yet, something, or it is put up with. */
export const flagStates = ["open", "mitigating", "accepted"] as const;

/** Open, mitigating or accepted. */
export type FlagState = (typeof flagStates)[number];

/** What it takes for an account to be at risk no longer. */
export const atRiskExits = ["one_reading", "two_readings", "review_level"] as const;

/** What a rule about red flags can look for. */
export const flagConditions = {
  logins_fell: "Logins fell",
  champion_gone: "Champion gone or moved",
  renewal_meeting_declined: "Renewal meeting declined",
  integration_broken: "Key integration broken",
  nps_fell: "NPS fell",
  main_user_idle: "Main user idle",
  champion_silent: "Champion silent",
} as const;

/** One of {@link flagConditions}. */
export type FlagConditionKind = keyof typeof flagConditions;
