/** What a side panel shows: a term's definition, or the accounts behind a figure or behind one step of the bridge. */
export type PanelAddress =
  | { kind: "definition"; term: string }
  | { kind: "contributors"; term: string; step: string | null };

/** Steps of the opening cohort's bridge: together they are how NRR came about. */
const steps = new Set(["expansion", "contraction", "churn", "reactivation", "winback", "fx"]);

/** Reads `def:nrr`, `def:nrr@3`, `drill:nrr` and `drill:churn`; `null` when there is no panel. */
export function panelAddress(panel: string | undefined): PanelAddress | null {
  const read = /^(def|drill):([a-z0-9_.-]+?)(?:@\d+)?$/.exec(panel ?? "");
  if (!read) return null;
  const subject = read[2] ?? "";
  if (read[1] === "def") return { kind: "definition", term: subject };
  return steps.has(subject)
    ? { kind: "contributors", term: "nrr", step: subject }
    : { kind: "contributors", term: subject, step: null };
}

/** The glossary's term for a step of the bridge. */
export function termOfStep(step: string): string | null {
  const terms: Record<string, string> = {
    expansion: "expansion-arr",
    contraction: "contraction-arr",
    churn: "churned-arr",
    winback: "winback-arr",
    reactivation: "winback-arr",
  };
  return terms[step] ?? null;
}
