import type { ReactNode } from "react";
import { cx } from "../lib/class-names.ts";

const tones = {
  neutral: "bg-neutral-chip text-neutral",
  info: "bg-info-chip text-info",
  positive: "bg-positive-chip text-positive",
  negative: "bg-negative-chip text-negative",
  warning: "bg-warning-chip text-warning",
} as const;

/** A word or version beside a name. */
export function Chip({ tone = "neutral", children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={cx("whitespace-nowrap rounded-control px-1.5 text-2xs font-medium leading-4", tones[tone])}
    >
      {children}
    </span>
  );
}
