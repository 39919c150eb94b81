/** What a side panel shows: a term's definition, or the accounts behind a figure or behind one step of a bridge. */
export type PanelAddress =
  | { kind: "definition"; term: string }
  | {
      kind: "contributors";
      term: string;
      /** `cohort:churn` of the opening cohort's bridge, `bridge:churn:price` of the ARR bridge. */
      step: string | null;
      /** The group of the page's breakdown it is about; `null`: all of them. */
      group: string | null;
    };

/** Steps of the opening cohort's bridge: together they are how NRR came about. */
const steps = new Set(["expansion", "contraction", "churn", "reactivation", "winback", "fx"]);

/**
 * Reads `def:nrr`, `def:nrr@3`, `drill:nrr`, `drill:churn` of the opening cohort, and of the ARR bridge
 * `drill:bridge.churn`, `drill:bridge.expansion.seats` and, in one group, `drill:bridge.churn~Enterprise`; `null` when
 * there is no panel.
 */
export function panelAddress(panel: string | undefined): PanelAddress | null {
  const read = /^(def|drill):([a-z0-9_.-]+?)(?:@\d+)?(?:~(.*))?$/.exec(panel ?? "");
  if (!read) return null;
  const subject = read[2] ?? "";
  if (read[1] === "def") return { kind: "definition", term: subject };
  const group = read[3] ?? null;
  if (subject.startsWith("bridge."))
    return { kind: "contributors", term: "arr", step: subject.replaceAll(".", ":"), group };
  return steps.has(subject)
    ? { kind: "contributors", term: "nrr", step: `cohort:${subject}`, group: null }
    : { kind: "contributors", term: subject, step: null, group: null };
}

const terms: Record<string, string> = {
  new: "new-arr",
  expansion: "expansion-arr",
  contraction: "contraction-arr",
  churn: "churned-arr",
  winback: "winback-arr",
  reactivation: "winback-arr",
  opening: "arr",
  closing: "arr",
  moved_in: "transfer",
  moved_out: "transfer",
  fx: "fx-effect",
};

/** The glossary's term for a step of a bridge. */
export function termOfStep(step: string): string | null {
  return terms[step.split(":")[1] ?? ""] ?? null;
}
