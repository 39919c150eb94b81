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

/** Why ARR moved, in words; several reasons stand in the order the ledger gives them. */
export function reasonText(kind: string, of: readonly string[]): string {
  const began = kind === "reactivation" ? "Returned" : "Won";
  const words = [...new Set(of)].map((reason) => (reason === "start" ? began : (reasons[reason] ?? reason)));
  return words
    .map((word, index) => (index === 0 ? word : word.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())))
    .join(", ");
}
