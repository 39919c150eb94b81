import type { FlagSeverity } from "../facts/index.ts";
import {
  compare,
  type Known,
  known,
  minus,
  plus,
  type Rational,
  rational,
  whereKnown,
} from "../kernel/index.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";

const hundred = rational(100n);

/** How many thirds of the weight of a red flag one of each severity has. */
const thirds: Readonly<Record<FlagSeverity, number>> = { high: 3, medium: 2, low: 1 };

/**
 * The risk of an account: 100 less its health, and the weight of each red flag that is open, at most 100: of a medium one
 * two thirds of it, of a low one a third. Higher is worse, and it is not known where health is not. Term: risk-score.
 * Unit: points of 100.
 */
export function riskScore(
  health: Known<Rational>,
  openFlags: readonly FlagSeverity[],
  policy: HealthPolicy = houseHealthPolicy,
): Known<Rational> {
  return whereKnown(health, (score) => {
    const parts = openFlags.reduce((sum, severity) => sum + thirds[severity], 0);
    const risk = plus(minus(hundred, score), rational(BigInt(parts * policy.redFlagWeight), 3n));
    return known(compare(risk, hundred) > 0 ? hundred : risk);
  });
}
