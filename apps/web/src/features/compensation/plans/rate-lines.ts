import type { PayoutCurve, RateBands } from "@termwise/core/compensation";
import type { PayLine } from "../../../charts/pay-curve.tsx";

type Point = { x: number; y: number };

/** What a curve pays at an attainment, in per cent, near enough to draw; amounts are reckoned by the server. */
function drawnPayout({ points, between, beyond, below, floor, cap }: PayoutCurve, at: number): number {
  const read = points.map((point) => ({ x: Number(point.at), y: Number(point.pays) }));
  const [first, last, before] = [read[0], read.at(-1), read.at(-2)];
  if (!first || !last) return 0;
  const next = read.findIndex(({ x }) => at < x);
  const raw = (): number => {
    if (next === 0) return below === "first" ? first.y : 0;
    const from = next === -1 ? last : read[next - 1];
    if (!from) return 0;
    if (between === "steps" || (next === -1 && (beyond === "level" || !before))) return from.y;
    const [a, b] = next === -1 ? [before ?? first, last] : [from, read[next] ?? last];
    return b.x === a.x ? b.y : a.y + ((b.y - a.y) / (b.x - a.x)) * (at - a.x);
  };
  const least = floor === null ? raw() : Math.max(raw(), Number(floor));
  return cap === null ? least : Math.min(least, Number(cap));
}

/** A payout curve as a line to draw: a little before its first point, and on beyond its last. */
export function curveLine(curve: PayoutCurve): PayLine {
  const at = curve.points.map((point) => Number(point.at)).filter((x) => Number.isFinite(x));
  const [low, high] = [Math.min(...at), Math.max(...at)];
  const span = high - low || high || 100;
  const from = Math.max(0, low - span * 0.4);
  const to = high + span * 0.6;
  const even = Array.from({ length: 61 }, (_, index) => from + ((to - from) * index) / 60);
  // Right before a point too, so that a jump is drawn upright.
  const corners = at.flatMap((x) => [x - 1e-6, x]).filter((x) => x >= from);
  const points = [...new Set([...even, ...corners])]
    .sort((a, b) => a - b)
    .map((x): Point => ({ x, y: drawnPayout(curve, x) }));
  return { key: "curve", name: "Payout", points };
}

/** Rates by bands as steps to draw; a band without an end goes on a little. */
export function bandLine({ bands }: RateBands): PayLine {
  const read = bands.map(({ from, to, rate }) => ({
    x: Number(from),
    end: to === null ? null : Number(to),
    y: Number(rate),
  }));
  const last = read.at(-1);
  if (!last) return { key: "bands", name: "Rate", points: [], steps: true };
  const end = last.end ?? (last.x > 0 ? last.x * 1.4 : 100);
  return {
    key: "bands",
    name: "Rate",
    steps: true,
    points: [
      ...read.map(({ x, y }): Point => ({ x, y })),
      { x: end, y: last.y },
      ...(last.end === null
        ? []
        : [
            { x: end, y: 0 },
            { x: end * 1.15, y: 0 },
          ]),
    ],
  };
}
