import type { FlagSeverity } from "@termwise/core/facts";
import type { FlagChoice, Flags } from "../health.ts";

/** A red flag of a list. */
export type FlagRow = Flags["rows"][number];

/** How grave a flag is, in words. */
export const severityNames: Readonly<Record<FlagSeverity, string>> = {
  low: "Low",
  medium: "Medium",
  high: "High",
};

/** The look of a severity. */
export const severityTones = { low: "neutral", medium: "warning", high: "negative" } as const;

/** What a flag's state is called. */
export const stateNames = {
  open: "Open",
  mitigating: "Mitigating",
  accepted: "Accepted",
  cleared: "Cleared",
} as const;

/** The look of a state. */
export const stateTones = {
  open: "negative",
  mitigating: "info",
  accepted: "neutral",
  cleared: "positive",
} as const;

/** Which flags are shown, each with its button and its heading. */
export const choices: Readonly<Record<FlagChoice, { name: string; title: string }>> = {
  open: { name: "Open", title: "Open flags" },
  silenced: { name: "Silenced", title: "Silenced flags" },
  accepted: { name: "Accepted", title: "Accepted flags" },
  all: { name: "Last year", title: "Flags of the last year" },
};
