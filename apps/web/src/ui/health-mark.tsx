import type { HealthBand } from "@termwise/core/health";
import { cx } from "../lib/class-names.ts";
import { exactNumber } from "../lib/format.ts";

/** What each band of the score is called, its colour and its mark, drawn around 0, 0. */
export const bandLooks: Readonly<Record<HealthBand, { name: string; color: string; mark: string }>> = {
  low: { name: "Low", color: "var(--health-low)", mark: "M0 -5.2L5.4 4.2H-5.4Z" },
  review: { name: "Review", color: "var(--health-review)", mark: "M0 -5.4L5.4 0L0 5.4L-5.4 0Z" },
  steady: {
    name: "Steady",
    color: "var(--health-steady)",
    mark: "M-4.4 0A4.4 4.4 0 1 1 4.4 0A4.4 4.4 0 1 1 -4.4 0Z",
  },
  strong: { name: "Strong", color: "var(--health-strong)", mark: "M-4.2 -4.2H4.2V4.2H-4.2Z" },
  unknown: {
    name: "Unknown",
    color: "var(--health-unknown)",
    mark: "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0ZM-2.6 0A2.6 2.6 0 1 0 2.6 0A2.6 2.6 0 1 0 -2.6 0Z",
  },
};

/** The bands from the worst. */
export const bandOrder = [
  "low",
  "review",
  "steady",
  "strong",
  "unknown",
] as const satisfies readonly HealthBand[];

/** The mark of a band; its name stands beside it. */
export function BandMark({ band }: { band: HealthBand }) {
  return (
    <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true" className="inline-block flex-none">
      <path d={bandLooks[band].mark} fill={bandLooks[band].color} />
    </svg>
  );
}

/** A score as it was measured: a number, or the range it lies in while a part of it is not known. */
export interface Scored {
  readonly score: string | null;
  readonly low: string | null;
  readonly high: string | null;
}

/** A score in words: `41`, `39 to 69` while a part of it is not known, a dash where nothing was measured. */
export function scoreWords({ score, low, high }: Scored): string {
  if (score !== null) return exactNumber(score);
  return low === null || high === null ? "—" : `${exactNumber(low)} to ${exactNumber(high)}`;
}

interface Props {
  scored: Scored & { band: HealthBand };
  /** Below the threshold for as many weeks as the rule says. */
  atRisk?: boolean;
  /** The name of the band gives way on a narrow page; its shape and the number stay. */
  brief?: boolean;
  className?: string;
}

/** A score with the mark and the name of its band: shape and word always, colour third. */
export function HealthMark({ scored, atRisk = false, brief = false, className }: Props) {
  return (
    <span className={cx("num inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <BandMark band={atRisk ? "low" : scored.band} />
      <span className="font-medium">{scoreWords(scored)}</span>
      <span className={cx("text-muted", brief && "sr-only @[40rem]/page:not-sr-only")}>
        {atRisk ? "At risk" : bandLooks[scored.band].name}
      </span>
    </span>
  );
}
