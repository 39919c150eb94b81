import { type AccountHealth, type HealthComponentId, healthComponents } from "../health/index.ts";
import { compare, minus, type Rational, rational, times } from "../kernel/index.ts";

/** Something that was read of an account, and how many points it keeps from its score. */
export interface RiskReason {
  readonly component: HealthComponentId;
  readonly text: string;
  readonly points: Rational;
}

const one = rational(1n);

/**
 * What keeps the most points from a score, the largest first: each input by the share of the best it lacks. What is not
 * known is no reason: it makes the score a range.
 */
export function reasonsOf(health: Pick<AccountHealth, "parts" | "inputs">, most = 3): RiskReason[] {
  return health.parts
    .flatMap(({ component, weight, points }): RiskReason[] => {
      const inputs = health.inputs[component] ?? [];
      if (points.value === null) return [];
      const whole = inputs.reduce((sum, input) => sum + input.weight, 0);
      return inputs.flatMap(({ text, share, weight: counts }) => {
        const got = rational(BigInt(share), 1_000n);
        const lacks = healthComponents[component].inverted ? got : minus(one, got);
        return [{ component, text, points: times(lacks, rational(BigInt(weight * counts), BigInt(whole))) }];
      });
    })
    .filter(({ points }) => compare(points, one) >= 0)
    .sort((a, b) => compare(b.points, a.points))
    .slice(0, most);
}
