/** What each movement and each step of a bridge is called on screen, and its colour. */
export const movementNames: Record<string, { name: string; color: string; hatched?: boolean }> = {
  new: { name: "New", color: "var(--mv-new)" },
  expansion: { name: "Expansion", color: "var(--mv-expansion)" },
  contraction: { name: "Contraction", color: "var(--mv-contraction)" },
  churn: { name: "Churn", color: "var(--mv-churn)" },
  reactivation: { name: "Reactivation", color: "var(--mv-reactivation)", hatched: true },
  winback: { name: "Win-back", color: "var(--mv-reactivation)", hatched: true },
  moved_in: { name: "Moved in", color: "var(--mv-other)", hatched: true },
  moved_out: { name: "Moved out", color: "var(--mv-other)", hatched: true },
  fx: { name: "FX", color: "var(--mv-other)", hatched: true },
  opening: { name: "Opening ARR", color: "var(--mv-total)" },
  closing: { name: "Closing ARR", color: "var(--mv-total)" },
};

/** A movement's or step's name. */
export function movementName(kind: string): string {
  return movementNames[kind]?.name ?? kind;
}

const reasons: Record<string, string> = {
  seats: "Seats",
  price: "Price",
  escalator: "Price escalator",
  tier: "Plan change",
  cross_sell: "Cross-sell",
  module: "Add-on",
  region: "New region",
  end: "Ended",
};

const saidOfLosses: Record<string, string> = {
  never_onboarded: "Never onboarded",
  low_adoption: "Low adoption",
  champion_left: "Champion left",
  missing_capability: "Missing capability",
  service: "Service or support",
  price: "Price",
  competitor: "Went to a competitor",
  poor_fit: "Poor fit",
  closure: "Closed down or acquired",
  non_payment: "Did not pay",
  unsaid: "No reason on record",
};

/** A reason within a step of the ARR bridge: of a loss what was said of it, else why the ledger says ARR moved. */
export function stepReason(step: string, reason: string): string {
  return (step === "churn" ? saidOfLosses[reason] : reasons[reason]) ?? reason;
}

/** A step as a panel's address has it: `cohort:churn` is Churn, `bridge:expansion:seats` is Expansion, seats. */
export function stepName(step: string): string {
  const [, kind = "", reason] = step.split(":");
  if (reason === undefined) return movementName(kind);
  return `${movementName(kind)}, ${stepReason(kind, reason).replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())}`;
}

/** Why ARR moved, in words; several reasons stand in the order the ledger gives them. */
export function reasonText(kind: string, of: readonly string[]): string {
  const began = kind === "reactivation" ? "Returned" : "Won";
  const words = [...new Set(of)].map((reason) => (reason === "start" ? began : (reasons[reason] ?? reason)));
  return words
    .map((word, index) => (index === 0 ? word : word.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())))
    .join(", ");
}
