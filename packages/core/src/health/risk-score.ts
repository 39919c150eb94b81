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

/**
 * The risk of an account: 100 less its health, and the weight of each red flag that is open, at most 100. Higher is
 * worse, and it is not known where health is not. Term: risk-score. Unit: points of 100.
 */
export function riskScore(
  health: Known<Rational>,
  openFlags: number,
  policy: HealthPolicy = houseHealthPolicy,
): Known<Rational> {
  return whereKnown(health, (score) => {
    const risk = plus(minus(hundred, score), rational(BigInt(openFlags * policy.redFlagWeight)));
    return known(compare(risk, hundred) > 0 ? hundred : risk);
  });
}
