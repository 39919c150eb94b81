import type { BridgeRow } from "../../../charts/bridge-chart.tsx";
import { counted, percent, points } from "../../../lib/format.ts";

/** What one difference does to an account: amounts in whole minor units, the effect in percentage points. */
export interface ReconciledAccount {
  /** Null: several accounts that are not the reader's to see, together. */
  readonly accountId: string | null;
  readonly name: string;
  readonly before: { readonly opening: string; readonly closing: string } | null;
  readonly after: { readonly opening: string; readonly closing: string } | null;
  readonly effect: string;
  /** Why it does not count, where it does not. */
  readonly why: string | null;
}

/** One difference between board-NRR and pay-NRR: shares as decimals, the effect in percentage points. */
export interface ReconciledStep {
  readonly difference: string;
  readonly before: string;
  readonly after: string;
  readonly effect: string;
  /** The effect with nothing rounded, as a fraction of 1. */
  readonly exact: string;
  readonly accounts: readonly ReconciledAccount[];
  /** How many accounts it is made of, those that are not the reader's to see among them. */
  readonly accountCount: number;
}

/** What the two differ by, in words. */
export const differenceWords: Readonly<Record<string, { name: string; meaning: string }>> = {
  policy: { name: "Policy", meaning: "Pay counts by another policy than the board." },
  cohort: { name: "Cohort", meaning: "Only the accounts of the person: their cohort, or their book." },
  credit_date: {
    name: "Credit date",
    meaning: "Accounts measured from a credit date of their own, not over the period.",
  },
  eligibility: {
    name: "Eligibility",
    meaning: "Accounts that do not count: held too short, taken over of late, or left out.",
  },
};

/** The bridge from board-NRR to pay-NRR, ready to draw. */
export function nrrRows(board: string, pay: string, steps: readonly ReconciledStep[]): BridgeRow[] {
  const share = (text: string) => Number(text) * 100;
  const total = (key: string, name: string, value: string): BridgeRow => ({
    key,
    name,
    under: "",
    total: true,
    level: share(value),
    low: share(value),
    high: share(value),
    color: "var(--mv-total)",
    amount: percent(value, { digits: 2 }),
    share: "",
  });
  return [
    total("board", "Board NRR", board),
    ...steps.map((step): BridgeRow => {
      const [before, after] = [share(step.before), share(step.after)];
      return {
        key: step.difference,
        name: differenceWords[step.difference]?.name ?? step.difference,
        under: counted(step.accountCount, "account"),
        total: false,
        level: after,
        low: Math.min(before, after),
        high: Math.max(before, after),
        color: after < before ? "var(--mv-contraction)" : "var(--mv-expansion)",
        amount: points(step.effect, { digits: 2 }),
        share: "",
      };
    }),
    total("pay", "Pay NRR", pay),
  ];
}

/** What the bridge shows, in a sentence. */
export function nrrSentence(board: string, pay: string, steps: readonly ReconciledStep[]): string {
  const moved = steps.filter(({ effect }) => /[1-9]/.test(effect));
  const told = moved.map(
    ({ difference, effect }) =>
      `${(differenceWords[difference]?.name ?? difference).toLowerCase()} ${points(effect, { digits: 2 })}`,
  );
  const ends = `Board NRR ${percent(board, { digits: 2 })}, pay NRR ${percent(pay, { digits: 2 })}`;
  return told.length === 0 ? `${ends}: they are the same.` : `${ends}: ${told.join(", ")}.`;
}
