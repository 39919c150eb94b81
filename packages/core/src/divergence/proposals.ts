import type { LabelMeaning } from "../facts/index.ts";
import { spelling } from "./spelling.ts";

/**
 * Labels whose meaning is plain enough to be offered. An offer is never applied by itself: somebody confirms it. "Live"
 * and "Kickoff held" are missing on purpose, because going live is not being onboarded.
 */
const obvious: Readonly<Record<string, LabelMeaning>> = Object.fromEntries(
  Object.entries({
    won: ["Won", "Closed Won", "Closed-Won"],
    onboarded: ["Onboarded", "Successfully onboarded", "Onboarding complete", "Onboarding completed"],
    adopted: ["Adopted", "Fully adopted"],
    expansion: ["Expansion", "Expanding", "Upsell"],
    renewal: ["Renewal", "In renewal", "Up for renewal", "Renewing"],
    churn: ["Churn", "Churned", "Cancelled", "Canceled", "Lost customer"],
    ignored: ["Prospect", "Lead", "Closed Lost", "Closed-Lost"],
  } satisfies Record<LabelMeaning, string[]>).flatMap(([means, labels]) =>
    labels.map((label) => [spelling(label), means as LabelMeaning]),
  ),
);

/** What a label plainly reads like, for somebody to confirm; null: it has to be asked. */
export function proposedMeaning(label: string): LabelMeaning | null {
  const key = spelling(label);
  return Object.hasOwn(obvious, key) ? (obvious[key] ?? null) : null;
}
