import type { Figure } from "../glossary/index.ts";
import {
  type Currency,
  decimalText,
  type Instant,
  opensOn,
  type Period,
  ratio,
  rational,
  round,
} from "../kernel/index.ts";
import type { LedgerPolicy } from "../ledger/index.ts";
import { type Metric, type MetricTerm, metrics } from "./metrics.ts";
import { notesOn } from "./notes.ts";
import type { RetentionPolicy } from "./policy.ts";
import { policyLines, policyValues } from "./policy-text.ts";
import type { Window } from "./window.ts";

/** What a figure says of itself beside its number: its term and version, and the moment of knowledge it was asked for. */
export interface FigureContext {
  readonly term: { readonly id: MetricTerm; readonly name: string; readonly version: number };
  readonly recorded: Instant | null;
  readonly freshAt: Instant | null;
}

/** The sums of a metric over a window: exact, in minor units or accounts. */
export interface MetricTotal {
  readonly numerator: bigint;
  readonly denominator: bigint | null;
  /** Accounts that add something to either sum. */
  readonly contributors: number;
}

/** A page tells the same sum in several places: a pass over the accounts of a window is made once for each. */
const told = new WeakMap<Window, Map<MetricTerm, MetricTotal>>();

/** Sums a metric over the accounts of a window. */
export function metricTotal(window: Window, term: MetricTerm): MetricTotal {
  const known = told.get(window) ?? new Map<MetricTerm, MetricTotal>();
  told.set(window, known);
  const total = known.get(term) ?? addedUp(window, term);
  known.set(term, total);
  return total;
}

function addedUp(window: Window, term: MetricTerm): MetricTotal {
  const metric: Metric = metrics[term];
  let [numerator, denominator, contributors] = [0n, 0n, 0];
  for (const w of window.accounts) {
    const own = metric.contribution(w, window);
    numerator += own.numerator;
    denominator += own.denominator ?? 0n;
    if (own.numerator !== 0n || (own.denominator ?? 0n) !== 0n) contributors += 1;
  }
  if (metric.dividedBy) numerator = round(rational(numerator, metric.dividedBy));
  return { numerator, denominator: metric.unit === "ratio" ? denominator : null, contributors };
}

function frame(
  context: FigureContext,
  { period, policy, ledgerPolicy, currency }: Asked,
): Omit<Figure, "value" | "reason" | "numerator" | "denominator" | "contributors" | "notes"> {
  const metric: Metric = metrics[context.term.id];
  return {
    term: context.term.id,
    name: context.term.name,
    version: context.term.version,
    unit: metric.unit,
    currency: metric.unit === "count" || metric.over === "accounts" ? null : currency,
    period: { text: period.text, from: period.from, to: period.to, opensOn: opensOn(period) },
    policy: policyValues(policy, ledgerPolicy),
    policyText: policyLines(policy, ledgerPolicy).join(". "),
    asOf: { effective: period.to, recorded: context.recorded },
    freshAt: context.freshAt,
  };
}

interface Asked {
  readonly period: Period;
  readonly policy: RetentionPolicy;
  readonly ledgerPolicy: LedgerPolicy;
  readonly currency: Currency | null;
}

/** A figure that cannot be computed, and why: its value is `null`, never 0. */
export function unknownFigure(context: FigureContext, asked: Asked, reason: string): Figure {
  return {
    ...frame(context, asked),
    value: null,
    reason,
    numerator: null,
    denominator: null,
    contributors: 0,
    notes: [],
  };
}

/** A ratio as figures carry it: six decimal places. */
export function ratioText(numerator: bigint, denominator: bigint): string | null {
  const exact = ratio(numerator, denominator);
  return exact === null ? null : decimalText(exact, 6);
}

function noBase({ accounts, period }: Window, term: MetricTerm): string {
  if (term === "land-and-expand") return `No ARR at the close, ${period.to}`;
  const opening = opensOn(period);
  return accounts.some((w) => w.memberAtOpening && w.cohort !== null)
    ? `No account with ARR at the opening, ${opening}, has a contract line due in the period`
    : `No ARR at the opening, ${opening}`;
}

/** A metric over a window as a {@link Figure}: value, parts, policy in words, and how many accounts add up to it. */
export function figureOf(window: Window, context: FigureContext): Figure {
  const { book, period, policy } = window;
  const asked: Asked = { period, policy, ledgerPolicy: book.ledgerPolicy, currency: book.currency };
  const total = metricTotal(window, context.term.id);
  if (total.denominator === 0n) return unknownFigure(context, asked, noBase(window, context.term.id));
  return {
    ...frame(context, asked),
    value:
      total.denominator === null ? String(total.numerator) : ratioText(total.numerator, total.denominator),
    reason: null,
    numerator: String(total.numerator),
    denominator: total.denominator === null ? null : String(total.denominator),
    contributors: total.contributors,
    notes: notesOn(window, context.term.id),
  };
}
