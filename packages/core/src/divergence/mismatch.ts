import { earnedStages } from "../facts/index.ts";
import { type Day, later } from "../kernel/index.ts";
import type { ReadClaim } from "./claims.ts";
import type { DivergenceTerm } from "./finding.ts";
import { meaningNames } from "./names.ts";

/** Two or more claims of one account that cannot all be right. */
export interface Mismatch {
  readonly term: DivergenceTerm;
  readonly claims: readonly ReadClaim[];
  readonly says: readonly string[];
  readonly since: Day;
}

/** Stages and churn exclude each other; motions run beside them. From the least to the most that can be claimed. */
const exclusive: readonly DivergenceTerm[] = [...earnedStages, "churn"];
const exclusiveRank = ({ means }: ReadClaim): number => exclusive.indexOf(means as DivergenceTerm);

/** Where two systems say different things of one milestone of an account: the milestone they part over, and who says what. */
export function mismatchOf(claims: readonly ReadClaim[]): Mismatch | null {
  const compared = claims.filter((claim) => exclusiveRank(claim) >= 0);
  const highest = Math.max(...compared.map(exclusiveRank));
  const term = exclusive[highest];
  if (term === undefined || compared.every((claim) => exclusiveRank(claim) === highest)) return null;
  const parts = compared.map(
    ({ system, label, means }) =>
      `${system} says ${means === null ? "nothing" : meaningNames[means]} ("${label}")`,
  );
  return {
    term,
    claims: compared,
    says: [`${parts.join("; ")}.`],
    since: compared.map(({ since }) => since).reduce(later),
  };
}
