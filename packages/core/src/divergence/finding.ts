import { type EarnedStage, earnedStages, type LabelMeaning } from "../facts/index.ts";
import { type Day, later } from "../kernel/index.ts";
import type { ReadClaim } from "./claims.ts";
import type { Evidence } from "./evidence.ts";
import { type DivergenceKind, meaningNames } from "./names.ts";

/** What the glossary calls what a claim and evidence part over. */
export type DivergenceTerm = Exclude<LabelMeaning, "ignored">;

/** How one claim and the evidence part. */
export interface Finding {
  readonly kind: Exclude<DivergenceKind, "mismatch">;
  readonly term: DivergenceTerm;
  /** What is missing or speaks against it, a sentence each. */
  readonly says: readonly string[];
  /** The day since which it has been so: the later of the claim's and the evidence's. */
  readonly since: Day;
}

const rank = (stage: EarnedStage | null): number => (stage === null ? -1 : earnedStages.indexOf(stage));

const latest = (since: Day, ...others: (Day | null)[]): Day =>
  others.reduce<Day>((held, other) => (other === null ? held : later(held, other)), since);

function stageFinding(claim: ReadClaim, stage: EarnedStage, evidence: Evidence): Finding | null {
  const { earned } = evidence;
  if (rank(earned) < rank(stage)) {
    const unsold = earned === null && stage !== "won" ? evidence.lacks("won") : [];
    const lacks = [...unsold, ...evidence.lacks(stage)];
    return {
      kind: lacks.some(({ against }) => against) ? "contradicted" : "unsupported",
      term: stage,
      says: [...lacks].sort((a, b) => Number(b.against) - Number(a.against)).map(({ says }) => says),
      since: latest(claim.since, evidence.belowSince(stage)),
    };
  }
  if (rank(earned) === rank(stage)) {
    const { stale } = evidence;
    return stale && { kind: "stale", term: stage, says: stale.says, since: latest(claim.since, stale.since) };
  }
  return lag(claim, stage, evidence);
}

/** Evidence shows more than the claim says: since it first showed more than that. */
function lag(claim: ReadClaim, claimed: EarnedStage | null, evidence: Evidence): Finding | null {
  const { earned } = evidence;
  // An empty field leaves unsaid what was reached after the close; that something was sold it need not repeat.
  const next = earnedStages[rank(claimed ?? "won") + 1];
  if (earned === null || next === undefined) return null;
  const name = meaningNames[earned];
  const said = claimed === null ? "nothing" : meaningNames[claimed];
  return {
    kind: "unclaimed",
    term: earned,
    says: [`Evidence shows ${name}, and ${claim.system} says ${said}.`],
    since: latest(claim.since, evidence.atLeastSince(next)),
  };
}

function motionFinding(claim: ReadClaim, motion: "expansion" | "renewal", evidence: Evidence) {
  if (evidence.openSince(motion) !== null) return null;
  const says =
    motion === "expansion"
      ? "No expansion is open on this account."
      : "No renewal is open: no term of this account is close enough to its end.";
  return {
    kind: "unsupported",
    term: motion,
    says: [says],
    since: latest(claim.since, evidence.closedSince(motion)),
  } as const;
}

function churnFinding(claim: ReadClaim, { churnedOn, customerSince }: Evidence): Finding | null {
  if (churnedOn !== null) return null;
  const says =
    customerSince === null
      ? "Nothing was won here, so nothing could be lost."
      : `It has been a customer since ${customerSince}, and its contract has not ended.`;
  return {
    kind: customerSince === null ? "unsupported" : "contradicted",
    term: "churn",
    says: [says],
    since: latest(claim.since, customerSince),
  };
}

/**
 * How a claim and the evidence of a day part; null: they agree, or the claim says nothing that can be compared. A claim
 * of an earlier stage than evidence shows is a lag and not a lie; a motion runs beside whatever stage is claimed.
 */
export function findingOf(claim: ReadClaim, evidence: Evidence): Finding | null {
  const { means, label } = claim;
  if (label === null) return rank(evidence.earned) > rank("won") ? lag(claim, null, evidence) : null;
  if (means === null || means === "ignored") return null;
  if (means === "churn") return churnFinding(claim, evidence);
  const { churnedOn } = evidence;
  if (churnedOn !== null)
    return {
      kind: "contradicted",
      term: means,
      says: [`The customer left on ${churnedOn}.`],
      since: latest(claim.since, churnedOn),
    };
  if (means === "expansion" || means === "renewal") return motionFinding(claim, means, evidence);
  return stageFinding(claim, means, evidence);
}
