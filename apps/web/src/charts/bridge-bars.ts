import { niceScale } from "./ticks.ts";

/** One bar of a bridge: a total from zero, a step from where the one before ended, or one reason of a step. Texts are ready to print. */
export interface BridgeBar {
  key: string;
  name: string;
  under: string;
  total: boolean;
  /** A reason within a step: it stands in place of a part of the step's bar. */
  part?: boolean;
  /** A step whose reasons stand below it. */
  divided?: boolean;
  /** Where it begins and ends: a total at zero and its value. */
  from: number;
  to: number;
  color: string;
  hatched?: boolean;
  crossed?: boolean;
  /** A total that can still change: dashed. */
  open?: boolean;
  amount: string;
  share: string;
  /** The same of the period compared with. */
  earlier: { from: number; to: number } | null;
}

/** The drawn part of a bridge's axis. */
export interface BridgeDomain {
  from: number;
  to: number;
  ticks: readonly number[];
  /** The axis does not begin at zero: totals are markers, not bars. */
  zoomed: boolean;
}

const levelsOf = (bar: BridgeBar): number[] => {
  const pairs = [bar, ...(bar.earlier ? [bar.earlier] : [])];
  return pairs.flatMap(({ from, to }) => (bar.total ? [to] : [from, to]));
};

/**
 * The axis of a bridge: from zero, or, zoomed to the movements, from 5 % under the smaller total. A step that dips lower
 * takes the axis with it, so that no bar is ever cut.
 */
export function bridgeDomain(bars: readonly BridgeBar[], zoomed: boolean): BridgeDomain {
  const levels = bars.flatMap(levelsOf);
  const totals = bars
    .filter((bar) => bar.total)
    .flatMap(levelsOf)
    .sort((a, b) => a - b);
  const smaller = totals[0] ?? 0;
  const lowest = Math.min(...levels);
  const from = Math.min(smaller * 0.95, lowest);
  if (!zoomed || from <= 0) {
    const scale = niceScale([0, ...levels], { fromZero: true });
    return { ...scale, zoomed: false };
  }
  const high = Math.max(...levels);
  const to = high > from ? high : from * 1.05 || 1;
  const { ticks } = niceScale([from, to]);
  return { from, to, ticks: ticks.filter((tick) => tick >= from && tick <= to), zoomed: true };
}

/** Axes of bridges side by side on one scale: the same length of bar is the same amount in each. */
export function sharedDomains(groups: readonly (readonly BridgeBar[])[], zoomed: boolean): BridgeDomain[] {
  if (!zoomed) {
    const one = bridgeDomain(groups.flat(), false);
    return groups.map(() => one);
  }
  const own = groups.map((bars) => {
    const { from, to, zoomed: apart } = bridgeDomain(bars, true);
    return apart ? { from, to } : { from: Math.min(0, ...bars.flatMap(levelsOf)), to };
  });
  const span = Math.max(...own.map(({ from, to }) => to - from), 0);
  return own.map(({ from }) => {
    const to = from + span;
    const { ticks } = niceScale([from, to], { wanted: 3 });
    return { from, to, ticks: ticks.filter((tick) => tick >= from && tick <= to), zoomed: from > 0 };
  });
}

/** Whether a bridge lies on its side: bars below each other where there is no room for them beside each other. */
export function liesDown(bars: readonly BridgeBar[], width: number): boolean {
  return width < 720 || bars.filter((bar) => !bar.total).length > 8;
}
