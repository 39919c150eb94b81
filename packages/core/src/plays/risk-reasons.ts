import { type AccountHealth, type HealthComponentId, healthComponents, linePoints } from "../health/index.ts";
import { compare, minus, type Rational, rational } from "../kernel/index.ts";

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
    .flatMap(({ component, weight }): RiskReason[] => {
      const { inverted } = healthComponents[component];
      const lines = linePoints({ weight, inverted }, health.inputs[component] ?? []);
      return lines.flatMap(({ text, share, full, low }) =>
        share === null ? [] : [{ component, text, points: minus(full, low) }],
      );
    })
    .filter(({ points }) => compare(points, one) >= 0)
    .sort((a, b) => compare(b.points, a.points))
    .slice(0, most);
}
