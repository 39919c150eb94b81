import type { TraceStep } from "@termwise/core/compensation";
import type { ShownExposure } from "./at-risk-card.tsx";
import type { CreditedAccount } from "./beside-card.tsx";
import type { DraftChanges } from "./changes-card.tsx";
import type { ShownDispute } from "./dispute-thread.tsx";
import type { ShownLine } from "./lines-card.tsx";
import type { YearRow } from "./year-card.tsx";

/** A statement as its page shows it. Amounts in whole minor units. */
export interface StatementView {
  readonly number: number;
  readonly person: string;
  readonly own: boolean;
  readonly period: { readonly text: string; readonly from: string; readonly to: string };
  readonly status: string;
  readonly plan: { readonly id: string; readonly version: number; readonly name: string };
  readonly components: readonly { readonly id: string; readonly name: string }[];
  readonly currency: string;
  readonly targetPay: string | null;
  readonly total: string;
  readonly lines: readonly ShownLine[];
  /** How each line came about, by its id. */
  readonly steps: Readonly<Record<string, readonly TraceStep[]>>;
  readonly exposed: readonly ShownExposure[];
  /** What is taken back by later statements. */
  readonly carried: readonly { readonly lossId: string; readonly account: string; readonly amount: string }[];
  /** Periods before this one whose statement is not closed. */
  readonly openBefore: readonly string[];
  /** The fiscal year up to this statement: the closed ones before it, and what all come to. */
  readonly year: {
    readonly text: string;
    readonly total: string;
    readonly before: readonly YearRow[];
  };
  readonly changes: DraftChanges | null;
  readonly disputes: readonly ShownDispute[];
  readonly beside: readonly CreditedAccount[];
  readonly hash: string;
  readonly publishedAt: string | null;
  readonly paidAt: string | null;
  readonly acknowledged: boolean;
}
