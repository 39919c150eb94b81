// The words of the divergence report. Without the validator, so that screens can take them alone.

/**
 * How what systems say and what evidence shows can part:
 * - `contradicted` evidence speaks against a claim; `unsupported` nothing on record speaks for it;
 * - `unclaimed` evidence shows more than is claimed: a lag, not a lie;
 * - `stale` the evidence behind a claim has gone out of date;
 * - `mismatch` two systems claim different things of one account.
 */
export const divergenceKinds = {
  contradicted: "Claim contradicted",
  unsupported: "Claim without evidence",
  unclaimed: "Evidence without claim",
  stale: "Stale evidence",
  mismatch: "Systems disagree",
} as const;
/** One way claims and evidence can part. */
export type DivergenceKind = keyof typeof divergenceKinds;

/** The kinds in which something is claimed that evidence does not bear out. */
export const falseClaims = ["contradicted", "unsupported"] as const satisfies DivergenceKind[];

/** What a label of another system can mean, in the words of the glossary. */
export const meaningNames = {
  won: "Won",
  onboarded: "Onboarded",
  adopted: "Adopted",
  expansion: "Expansion",
  renewal: "Renewal",
  churn: "Churn",
  ignored: "Nothing we compare",
} as const;

/** What can be done about a divergence. */
export const handlingActions = {
  fix_source: "Fix the source",
  record_evidence: "Record the evidence",
  agenda: "On the agenda",
  accepted: "Accepted",
} as const;
/** One thing that can be done about a divergence. */
export type HandlingAction = keyof typeof handlingActions;

/** Whose divergences are added up: by an owner, a segment, the system that claims, or the term. */
export const divergenceTeams = ["csm", "ae", "segment", "system", "term"] as const;
/** One way to add divergences up. */
export type DivergenceTeam = (typeof divergenceTeams)[number];

/** Why an account counts differently in another system's list than here. */
export const numberCauses = {
  missing_there: "Missing there",
  missing_here: "Missing here",
  other_amount: "Other amount",
  other_day: "Other day",
  listed_twice: "Listed twice",
  not_matched: "No such account",
} as const;
/** One cause of {@link numberCauses}. */
export type NumberCause = keyof typeof numberCauses;
