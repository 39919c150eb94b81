import { decimalText, rational } from "../kernel/index.ts";
import { inCohort, type MetricTerm, metrics } from "./metrics.ts";
import type { Window } from "./window.ts";

const percent = (part: bigint, base: bigint): string => decimalText(rational(part * 100n, base), 1);

function sum(window: Window, term: "nrr" | "grr"): { numerator: bigint; denominator: bigint } {
  let [numerator, denominator] = [0n, 0n];
  for (const w of window.accounts) {
    const own = metrics[term].contribution(w, window);
    numerator += own.numerator;
    denominator += own.denominator ?? 0n;
  }
  return { numerator, denominator };
}

function winbackNote(window: Window): string[] {
  if (window.policy.winback !== "none") return [];
  const without = sum(window, "nrr");
  const counted = sum({ ...window, policy: { ...window.policy, winback: "opening_cohort" } }, "nrr");
  const more = counted.numerator - without.numerator;
  if (more === 0n || without.denominator === 0n) return [];
  return [`Win-back excluded; counting the cohort's would add ${percent(more, without.denominator)} pp`];
}

function grossNotes(window: Window): string[] {
  if (window.policy.grrMethod === "whole_book_min")
    return ["Whole-book minimum: growth of some accounts hides losses of others. Not comparable with NRR"];
  const flows = sum(window, "grr");
  if (flows.denominator === 0n) return [];
  const notes: string[] = [];
  if (window.policy.grrMethod === "cohort_losses") {
    const policy = { ...window.policy, grrMethod: "per_customer_min" as const };
    const perCustomer = sum({ ...window, policy }, "grr");
    if (flows.numerator !== perCustomer.numerator)
      notes.push(
        `Losses made good and growth lost again inside the window count as losses; per customer it is ${percent(perCustomer.numerator, flows.denominator)} %`,
      );
  }
  if (flows.numerator < 0n) notes.push("Below 0 %: the window's losses exceed the opening ARR");
  return notes;
}

/** What a reader must know beside a figure under its policy: what was left out, and what another method would say. */
export function notesOn(window: Window, term: MetricTerm): string[] {
  if (!window.accounts.some((w) => inCohort(w, window.policy))) return [];
  if (term === "nrr" || term === "dollar-retention") return winbackNote(window);
  if (term === "grr") return grossNotes(window);
  return [];
}
