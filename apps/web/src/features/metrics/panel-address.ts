import { dimensions } from "../../lib/search.ts";
import { listOf } from "../../lib/url.ts";

/** What a panel is about beside the page's own question: some accounts alone, or another way to count. */
export interface PanelWithin {
  readonly filters: Readonly<Record<string, string[]>>;
  readonly as: string | null;
}

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
      within: PanelWithin;
    };

/** Steps of the opening cohort's bridge: together they are how NRR came about. */
const steps = new Set(["expansion", "contraction", "churn", "reactivation", "winback", "fx"]);

/**
 * Reads `def:nrr`, `def:nrr@3`, `drill:nrr`, `drill:churn` of the opening cohort, and of the ARR bridge
 * `drill:bridge.churn`, `drill:bridge.expansion.seats` and, in one group, `drill:bridge.churn~Enterprise`. A figure of
 * some accounts alone, or counted another way, is `drill:nrr/segment:SMB/as:billing-tool`. `null` when there is no panel.
 */
export function panelAddress(panel: string | undefined): PanelAddress | null {
  const read = /^(def|drill):([a-z0-9_.-]+?)(?:@\d+)?((?:\/[a-z]+:[^/~]*)*)(?:~(.*))?$/.exec(panel ?? "");
  if (!read) return null;
  const subject = read[2] ?? "";
  if (read[1] === "def") return { kind: "definition", term: subject };
  const within = withinOf(read[3] ?? "");
  const group = read[4] ?? null;
  if (subject.startsWith("bridge."))
    return { kind: "contributors", term: "arr", step: subject.replaceAll(".", ":"), group, within };
  return steps.has(subject)
    ? { kind: "contributors", term: "nrr", step: `cohort:${subject}`, group: null, within }
    : { kind: "contributors", term: subject, step: null, group: null, within };
}

function withinOf(text: string): PanelWithin {
  const parts = text.split("/").map((part) => {
    const at = part.indexOf(":");
    return [part.slice(0, at), unwritten(part.slice(at + 1))] as const;
  });
  const narrowed = parts.filter(([key]) => dimensions.some((dimension) => dimension === key));
  return {
    filters: Object.fromEntries(narrowed.map(([key, value]) => [key, listOf(value)])),
    as: parts.find(([key]) => key === "as")?.[1] ?? null,
  };
}

/** Text that was not written by us is taken as it is. */
function unwritten(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
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
