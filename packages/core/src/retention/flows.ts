import type { Movement, MovementKind, MovementReason } from "../ledger/index.ts";

/** ARR that moved, by kind; whole minor units of the reporting currency, each 0 or more. */
export interface Flows {
  new: bigint;
  expansion: bigint;
  contraction: bigint;
  churn: bigint;
  reactivation: bigint;
}

/** Expansion and contraction by reason; the parts of a day may have opposite signs, and add up to it. */
export type Reasons = Map<MovementReason, { expansion: bigint; contraction: bigint }>;

/** Nothing moved. */
export const noFlows = (): Flows => ({
  new: 0n,
  expansion: 0n,
  contraction: 0n,
  churn: 0n,
  reactivation: 0n,
});

/** A change within a life is expansion or contraction by the sign of its net, over all currencies. */
export function kindOf(movement: Movement, delta: bigint): MovementKind {
  if (movement.kind !== "expansion" && movement.kind !== "contraction") return movement.kind;
  return delta > 0n ? "expansion" : "contraction";
}

/** Adds one day's net change to flows. */
export function book(flows: Flows, movement: Movement, delta: bigint): void {
  const kind = kindOf(movement, delta);
  flows[kind] += kind === "churn" || kind === "contraction" ? -delta : delta;
}

/** Splits one day's change by reason in the proportions of its parts; the rounding falls to the largest part. */
export function bookReasons(reasons: Reasons, day: readonly Movement[], delta: bigint): void {
  const first = day[0];
  if (!first || delta === 0n || (first.kind !== "expansion" && first.kind !== "contraction")) return;
  const parts = day.flatMap((movement) => movement.parts);
  const whole = parts.reduce((sum, part) => sum + part.amount, 0n);
  const lead = parts.reduce((a, b) => (b.amount * b.amount > a.amount * a.amount ? b : a));
  let rest = delta;
  const shares = parts.map((part) => {
    // Parts in several currencies may cancel out: then the leading reason explains the day.
    const share = part === lead || whole === 0n || day.length > 1 ? 0n : (part.amount * delta) / whole;
    rest -= share;
    return share;
  });
  parts.forEach((part, i) => {
    const share = (shares[i] ?? 0n) + (part === lead ? rest : 0n);
    if (share === 0n) return;
    const held = reasons.get(part.reason) ?? { expansion: 0n, contraction: 0n };
    if (delta > 0n) held.expansion += share;
    else held.contraction -= share;
    reasons.set(part.reason, held);
  });
}
