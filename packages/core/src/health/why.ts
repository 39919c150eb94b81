import { compare, minus, type Rational, zero } from "../kernel/index.ts";
import type { AccountHealth } from "./account-health.ts";
import { type HealthComponentId, healthComponents } from "./component.ts";
import { scoreText } from "./score.ts";

/**
 * What one component did to the change of a score. Its points are null where a part of them is not known; `change` is null
 * where what is not known became more or less, so that its two ends moved apart.
 */
export interface ComponentChange {
  readonly component: HealthComponentId;
  readonly before: Rational | null;
  readonly after: Rational | null;
  readonly change: Rational | null;
  /** Its inputs that read otherwise than before, as they read now. */
  readonly because: readonly string[];
}

const sizeOf = ({ change }: ComponentChange): Rational =>
  change === null ? zero : compare(change, zero) < 0 ? minus(zero, change) : change;

/** Why a score differs from an earlier one of the same account: its components, the one that moved most first. */
export function whyChanged(before: AccountHealth, after: AccountHealth): ComponentChange[] {
  const changes = after.parts.map(({ component, points, low, high }): ComponentChange => {
    const then = before.parts.find((part) => part.component === component);
    const [up, upper] = [then && minus(low, then.low), then && minus(high, then.high)];
    const told = new Set((before.inputs[component] ?? []).map(({ text }) => text));
    return {
      component,
      before: then?.points.value ?? null,
      after: points.value,
      change: up && upper && compare(up, upper) === 0 ? up : null,
      because: (after.inputs[component] ?? []).filter(({ text }) => !told.has(text)).map(({ text }) => text),
    };
  });
  return changes.sort((a, b) => compare(sizeOf(b), sizeOf(a)));
}

/** Why a score changed, in one sentence: the components that moved it by a point or more. */
export function whyText(changes: readonly ComponentChange[]): string {
  const moved = changes.filter((one) => one.change !== null && compare(sizeOf(one), { n: 1n, d: 1n }) >= 0);
  const lost = changes.filter(({ before, after }) => before !== null && after === null);
  const said = [
    ...moved.map(({ component, change }) => {
      const up = change !== null && compare(change, zero) > 0;
      return `${healthComponents[component].name} ${up ? "+" : "−"}${scoreText(sizeOf({ component, before: null, after: null, change, because: [] }))}`;
    }),
    ...lost.map(({ component }) => `${healthComponents[component].name} is no longer known`),
  ];
  return said.length === 0 ? "Nothing moved by a point or more." : `${said.join(", ")}.`;
}
