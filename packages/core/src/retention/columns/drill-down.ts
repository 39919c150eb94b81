import { decimalText, rational } from "../../kernel/index.ts";
import type { Contributor, RetentionPolicy } from "../index.ts";
import { eachAccount } from "./each-account.ts";
import type { Grouping } from "./grouping.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import {
  type ColumnsTerm,
  denominatorOf,
  followedBy,
  hasShrunk,
  isRatio,
  numeratorOf,
} from "./metric-total.ts";
import type { MonthWindow } from "./month-window.ts";
import { scanWindow } from "./scan-window.ts";

/** Which figure to take apart. MRR is not among them: its twelfths are shared out over all accounts at once. */
export interface DrillDownQuestion {
  readonly window: MonthWindow;
  readonly term: Exclude<ColumnsTerm, "mrr">;
  readonly policy: RetentionPolicy;
  /** The place of the group in the grouping's labels; the first by default. */
  readonly group?: number;
  /** How many accounts to name; all by default. The sums and the count are always of all. */
  readonly limit?: number;
}

/** The accounts behind a figure: the heaviest by name, all of them in the sums. Minor units or accounts. */
export interface DrillDown {
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  /** How many accounts add something to either sum. */
  readonly contributors: number;
  readonly rows: readonly Contributor[];
}

/** One account's part of a figure. */
interface Part {
  readonly account: number;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly weight: number;
}

/** The accounts that add up to a figure, largest part first, in one pass: the plain fold's `contributorsOf`, for a group. */
export function drillDown(
  columns: LedgerColumns,
  grouping: Grouping,
  { window, term, policy, group = 0, limit = Number.POSITIVE_INFINITY }: DrillDownQuestion,
): DrillDown {
  const followed = followedBy(term, policy);
  const shrank =
    policy.grrMethod === "whole_book_min" &&
    hasShrunk(scanWindow(columns, grouping, window, followed).of(group, 0));
  const heavier = (a: Part, b: Part): number =>
    b.weight - a.weight || (columns.accountIds[a.account]! < columns.accountIds[b.account]! ? -1 : 1);
  let parts: Part[] = [];
  let [numerators, denominators, contributors, lightest] = [0, 0, 0, -1];
  eachAccount(columns, grouping, window, followed, (account, of, own) => {
    if (of !== group) return;
    const numerator = numeratorOf(own, term, policy, shrank);
    const denominator = denominatorOf(own, term);
    if (numerator === 0 && !denominator) return;
    numerators += numerator;
    denominators += denominator ?? 0;
    contributors += 1;
    const weight = Math.abs(denominator === null ? numerator : numerator - denominator);
    if (weight < lightest) return;
    parts.push({ account, numerator, denominator, weight });
    // Twice too many: what cannot be among the heaviest any more is dropped.
    if (parts.length < limit * 2 + 64) return;
    parts = parts.sort(heavier).slice(0, limit);
    lightest = parts.at(-1)?.weight ?? -1;
  });
  const base = BigInt(denominators);
  const rows = parts
    .sort(heavier)
    .slice(0, limit)
    .map((part) => contributorOf(columns, window, part, base));
  return { numerator: BigInt(numerators), denominator: isRatio(term) ? base : null, contributors, rows };
}

function contributorOf(columns: LedgerColumns, window: MonthWindow, part: Part, base: bigint): Contributor {
  const { account, denominator } = part;
  const away = denominator === null ? null : BigInt(part.numerator - denominator);
  return {
    accountId: columns.accountIds[account]!,
    name: columns.names[account]!,
    opening: BigInt(columns.balanceAt(account, window.opens)),
    closing: BigInt(columns.balanceAt(account, window.closes)),
    numerator: BigInt(part.numerator),
    denominator: denominator === null ? null : BigInt(denominator),
    effect: away === null || base === 0n ? null : decimalText(rational(away * 100n, base), 4),
  };
}
