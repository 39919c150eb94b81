import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

/** The word for what a health score has from engagement. */
export const engagementTerms = [
  defineTerm({
    id: "engagement-score",
    name: "Engagement score",
    section: "health",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition:
      "The part of customer health that says how much the people of a customer have to do with the product and with us.",
    example:
      "Larkspur Foods gets 20 of the 30 points for engagement: it signs in often and tries new features, but answered neither of our last two mails.",
    formula:
      "points for sessions, features touched and replies, at most what the health model gives engagement",
    unit: "points",
    grain: "customer and day",
    inclusions: ["sign-ins, features touched, replies to us"],
    exclusions: ["what people say about us: that is sentiment"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    related: ["health-score", "usage-data", "touchpoints", "true-score"],
    notNotes: ["Much contact is not good health: a customer in trouble may write every day."],
    versions: firstVersion("Busy accounts were taken for happy ones.", "2026-11-28"),
  }),
] as const;
