import { compare, rational, round, times, zero } from "../../kernel/index.ts";
import { bookRate, eligibleAccounts, isKept } from "../eligibility.ts";
import type { BonusComponent, BookNrrComponent } from "../plan.ts";
import { payoutAt } from "../rate-table.ts";
import { targetFor } from "../spans.ts";
import type { StatementLine } from "../statement.ts";
import { amountWords, minorUnits, ofPercent, percentWords } from "../written.ts";
import { type LineQuestion, lineOf } from "./line.ts";

const measures = { nrr: "NRR", grr: "GRR", "logo-retention": "Logo retention" } as const;

/** The line of the book's NRR for one period; none while the book of the period is not told. */
export function bookLines(component: BookNrrComponent, asked: LineQuestion): StatementLine[] {
  const { inputs, assignment, period } = asked;
  const book = inputs.books[period.text];
  if (!book) return [];
  const accounts = eligibleAccounts(book, component.eligibility, period, inputs.exclusions);
  const counted = accounts.filter(({ counts }) => counts);
  const rate = bookRate(component.measure, counted);
  const target = targetFor(component, assignment, period) ?? 0n;
  const share = rate === null ? zero : payoutAt(component.payout, rate);
  const exact = times(minorUnits(target), share);
  const told = (minor: bigint) => amountWords(minor, assignment.plan.currency);
  return [
    lineOf(asked, {
      kind: "book_nrr",
      component: component.id,
      part: "book",
      amount: round(exact),
      exact,
      arithmetic:
        rate === null
          ? `No account that counts has ARR at the opening, so there is no ${measures[component.measure]}: nothing is paid`
          : `${measures[component.measure]} ${percentWords(rate)} pays ${percentWords(share)}: ${told(target)} × ${percentWords(share)} = ${told(round(exact))}`,
      term: component.measure,
      clause: "rate table",
      trace: {
        attainmentAfter: rate === null ? null : percentWords(rate),
        creditRule: `${counted.length} of ${accounts.length} accounts count${accounts
          .filter(({ counts }) => !counts)
          .map(({ account, why }) => `; ${account}: ${why}`)
          .join("")}`,
      },
    }),
  ];
}

/** The line of a retention bonus for one period; none while its renewals are not told. */
export function bonusLines(component: BonusComponent, asked: LineQuestion): StatementLine[] {
  const { inputs, assignment, period } = asked;
  const renewals = inputs.renewals[period.text];
  if (!renewals) return [];
  const { kept, all, share, paid } = retentionBonus(component, renewals);
  const told = amountWords(component.amount, assignment.plan.currency);
  return [
    lineOf(asked, {
      kind: "retention_bonus",
      component: component.id,
      part: "bonus",
      amount: paid ? BigInt(component.amount) : 0n,
      exact: paid ? minorUnits(component.amount) : zero,
      arithmetic:
        share === null
          ? "No account was closed in the quarter looked back at: nothing is paid"
          : `${kept} of ${all} accounts = ${percentWords(share)}, ${component.share} % are asked for: ${paid ? told : "nothing"}`,
      term: "retention-bonus",
      clause: "share",
      trace: {
        attainmentAfter: share === null ? null : percentWords(share),
        creditRule: renewals
          .map(
            ({ account, first, renewed }) =>
              `${account}: ${isKept(first, renewed, component.floor) ? "kept" : "not kept"}`,
          )
          .join("; "),
      },
    }),
  ];
}

/**
 * Whether a retention bonus is paid: when the share of the accounts that were renewed at or above their first ARR reaches
 * the one asked for. Exactly that share pays. Term: retention-bonus.
 */
export function retentionBonus(
  { share, floor }: Pick<BonusComponent, "share" | "floor">,
  renewals: readonly { readonly first: string; readonly renewed: string | null }[],
) {
  const all = renewals.length;
  const kept = renewals.filter(({ first, renewed }) => isKept(first, renewed, floor)).length;
  const reached = all === 0 ? null : rational(BigInt(kept), BigInt(all));
  return { kept, all, share: reached, paid: reached !== null && compare(reached, ofPercent(share)) >= 0 };
}
