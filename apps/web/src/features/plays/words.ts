import { playUses, runStates } from "@termwise/core/facts";
import { count, money, percent } from "../../lib/format.ts";
import type { CataloguePlay, Run } from "./plays.ts";

/** What becomes of an account a play was run at, in words. */
export const outcomeNames = {
  open: "Not told yet",
  saved: "Saved",
  partly: "Partly saved",
  lost: "Lost",
  won_back: "Won back",
  not_won_back: "Not won back",
  no_arr: "No ARR to keep",
} as const;

/** The look of an outcome. */
export const outcomeTones = {
  open: "neutral",
  saved: "positive",
  partly: "warning",
  lost: "negative",
  won_back: "positive",
  not_won_back: "neutral",
  no_arr: "neutral",
} as const;

/** The look of a run's state. */
export const stateTones = {
  proposed: "warning",
  running: "info",
  done: "neutral",
  stopped: "neutral",
  declined: "neutral",
} as const;

/** What a run's state is called. */
export const stateName = ({ state }: Pick<Run, "state">): string => runStates[state];

/** Whether a run is proposed or running: it can be ended, a proposal turned down. */
export const isOpen = ({ state }: Pick<Run, "state">): boolean => state === "proposed" || state === "running";

/** Every use of a play, to choose from. */
export const useOptions = Object.entries(playUses).map(([value, { name }]) => ({ value, label: name }));

/** Minutes as hours: `30 h`, `48.5 h`; days from 100 hours on. */
export function hoursText(minutes: number): string {
  const hours = minutes / 60;
  return hours >= 100 ? `${count(Math.round(hours / 24))} d` : `${Math.round(hours * 10) / 10} h`;
}

/** A share of 1 as the server's decimals have it. */
const shareText = (share: number, signed = false) => percent(share.toFixed(4), { digits: 0, signed });

/** A share with its interval: `67 % (35 to 88 %)`; what there is none of is a dash. */
export function savedText({
  accounts,
  saved,
  interval,
}: {
  accounts: number;
  saved: number;
  interval: { low: number; high: number } | null;
}): string {
  if (interval === null || accounts === 0) return "—";
  return `${shareText(saved / accounts)} (${Math.round(interval.low * 100)} to ${shareText(interval.high)})`;
}

/** A difference of shares in points with its interval. */
export function differenceText(
  difference: NonNullable<NonNullable<CataloguePlay["effect"]>["difference"]>,
): string {
  const point = (of: number) => `${of > 0 ? "+" : of < 0 ? "\u2212" : ""}${Math.abs(Math.round(of * 100))}`;
  return `${point(difference.value)} points (${point(difference.low)} to ${point(difference.high)})`;
}

/** An amount, or a dash where there is no currency yet. */
export const amount = (minor: string, currency: string | null): string =>
  currency === null ? "—" : money(minor, currency, { whole: true });
