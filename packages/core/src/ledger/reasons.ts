import {
  compare,
  type LineId,
  minus,
  over,
  plus,
  type Rational,
  rational,
  rationalOf,
  round,
  times,
  zero,
} from "../kernel/index.ts";
import type { InForce } from "./in-force.ts";
import type { MovementPart, MovementReason } from "./movement.ts";

/** What changed for one account in one currency on one day. */
export interface Change {
  readonly ended: readonly InForce[];
  readonly started: readonly InForce[];
  /** In force both the day before and on the day. */
  readonly kept: readonly InForce[];
}

interface Piece {
  reason: MovementReason;
  amount: Rational;
  lineIds: LineId[];
}

/** The line worth most first; of equals, the one with the smaller id. */
export const bySize = (a: InForce, b: InForce): number =>
  compare(b.arr, a.arr) || (a.line.lineId < b.line.lineId ? -1 : 1);

/** The same product continued: more or fewer units at the old price, then the new price for all of them. */
function repriced(before: InForce, after: InForce): Piece[] {
  const lineIds = [before.line.lineId, after.line.lineId];
  const [q0, q1] = [rationalOf(before.line.quantity), rationalOf(after.line.quantity)];
  if (q0.n === 0n || q1.n === 0n) return [{ reason: "price", amount: minus(after.arr, before.arr), lineIds }];
  const [p0, p1] = [over(before.arr, q0), over(after.arr, q1)];
  const price = times(minus(p1, p0), q1);
  const signedAhead = after.line.signedOn !== null && after.line.signedOn <= before.line.startsOn;
  return [
    { reason: "seats", amount: times(minus(q1, q0), p0), lineIds },
    { reason: price.n > 0n && signedAhead ? "escalator" : "price", amount: price, lineIds },
  ];
}

/** Why a line came or went by itself; `beside` is what the account holds on the other side of the day. */
function loneReason(span: InForce, beside: readonly InForce[]): MovementReason {
  const same = beside.filter((other) => other.line.product === span.line.product);
  if (same.length > 0) {
    const elsewhere = span.line.region !== null && same.every((o) => o.line.region !== span.line.region);
    return elsewhere ? "region" : "seats";
  }
  return span.line.productKind === "add_on" ? "module" : "cross_sell";
}

function pieces({ ended, started, kept }: Change): Piece[] {
  const [left, came] = [[...ended].sort(bySize), [...started].sort(bySize)];
  const found: Piece[] = [];
  const pair = (
    matches: (before: InForce, after: InForce) => boolean,
    tell: (b: InForce, a: InForce) => Piece[],
  ) => {
    for (const after of [...came]) {
      const before = left.find((candidate) => matches(candidate, after));
      if (!before) continue;
      left.splice(left.indexOf(before), 1);
      came.splice(came.indexOf(after), 1);
      found.push(...tell(before, after));
    }
  };
  const replaced = new Set<string>();
  const swapped = (before: InForce, after: InForce): Piece[] => {
    replaced.add(before.line.product);
    const lineIds = [before.line.lineId, after.line.lineId];
    return [{ reason: "tier", amount: minus(after.arr, before.arr), lineIds }];
  };
  const sameProduct = (b: InForce, a: InForce) => b.line.product === a.line.product;
  pair((b, a) => sameProduct(b, a) && a.line.renews === b.line.lineId, repriced);
  pair((b, a) => sameProduct(b, a) && a.line.region === b.line.region, repriced);
  pair(sameProduct, repriced);
  pair((b, a) => a.line.renews === b.line.lineId, swapped);
  pair((b, a) => b.line.productKind === "core" && a.line.productKind === "core", swapped);
  // A line folded into another at its renewal or upgrade changes the units; it is no product gained or lost.
  const paired = started.filter((span) => !came.includes(span));
  for (const span of came) {
    const reason = loneReason(span, [...kept, ...ended, ...paired]);
    found.push({ reason, amount: span.arr, lineIds: [span.line.lineId] });
  }
  const after = [...kept, ...started];
  for (const span of left) {
    const gone = after.every((other) => other.line.product !== span.line.product);
    const reason = gone && replaced.has(span.line.product) ? "tier" : loneReason(span, after);
    found.push({ reason, amount: minus(zero, span.arr), lineIds: [span.line.lineId] });
  }
  return found;
}

/**
 * Why one account's ARR in one currency changed on one day, in parts that add up to `amount` exactly. Parts may have
 * opposite signs (fewer seats at a higher price). The rounding of the whole falls to its largest part.
 */
export function reasonParts(change: Change, amount: bigint): MovementPart[] {
  const byReason = new Map<MovementReason, Piece>();
  for (const piece of pieces(change)) {
    if (piece.amount.n === 0n) continue;
    const held = byReason.get(piece.reason) ?? { reason: piece.reason, amount: rational(0n), lineIds: [] };
    held.amount = plus(held.amount, piece.amount);
    for (const id of piece.lineIds) if (!held.lineIds.includes(id)) held.lineIds.push(id);
    byReason.set(piece.reason, held);
  }
  const parts = [...byReason.values()]
    .map((piece) => ({ reason: piece.reason, amount: round(piece.amount), lineIds: piece.lineIds.sort() }))
    .filter((part) => part.amount !== 0n)
    .sort((a, b) =>
      size(b.amount) > size(a.amount)
        ? 1
        : size(b.amount) < size(a.amount)
          ? -1
          : a.reason < b.reason
            ? -1
            : 1,
    );
  const rest = amount - parts.reduce((sum, part) => sum + part.amount, 0n);
  const [first, ...others] = parts;
  if (!first) return [{ reason: "price", amount, lineIds: lineIdsOf(change) }];
  const whole = [{ ...first, amount: first.amount + rest }, ...others];
  return whole.filter((part) => part.amount !== 0n);
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** Every line that ended or started, each once, in order. */
export function lineIdsOf(change: Change): LineId[] {
  return [...new Set([...change.ended, ...change.started].map((span) => span.line.lineId))].sort();
}
