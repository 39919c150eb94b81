import type { Figure } from "@termwise/core/glossary";
import {
  type Day,
  decimalText,
  type Instant,
  type Known,
  known,
  perCentText,
  type Rational,
  whereKnown,
} from "@termwise/core/kernel";
import { type TermId, termById } from "@termwise/core/registry";

/** What every figure of a page has in common. */
export interface FigureOf {
  readonly on: Day;
  readonly freshAt: Instant | null;
  readonly policy: Figure["policy"];
  readonly policyText: string;
}

function figureOf(
  term: TermId,
  told: Pick<Figure, "unit" | "value" | "reason" | "numerator" | "denominator" | "contributors">,
  { on, freshAt, policy, policyText }: FigureOf,
): Figure {
  const { name, versions } = termById(term);
  return {
    term,
    name,
    version: versions.at(-1)?.version ?? 1,
    currency: null,
    period: { text: on, from: on, to: on, opensOn: on },
    policy,
    policyText,
    asOf: { effective: on, recorded: null },
    freshAt,
    notes: [],
    ...told,
  };
}

/** So many of so many as a figure: both are counts, and its contributors are all of the second. */
export function shareFigure(
  term: TermId,
  share: Known<Rational>,
  [part, of]: readonly [number, number],
  shared: FigureOf,
): Figure {
  const known = share.value !== null;
  const told = {
    unit: "ratio",
    value: share.value === null ? null : decimalText(share.value, 6),
    reason: share.reason,
    numerator: known ? String(part) : null,
    denominator: known ? String(of) : null,
    contributors: of,
  } as const;
  return figureOf(term, told, shared);
}

/** A median of days as a figure; `counted` is of how many. A half day is rounded up. */
export function daysFigure(
  term: TermId,
  { value, reason }: Known<number>,
  counted: number,
  shared: FigureOf,
): Figure {
  const whole = value === null ? null : String(Math.ceil(value));
  const told = { unit: "days", value: whole, reason, numerator: null, denominator: null } as const;
  return figureOf(term, { ...told, contributors: counted }, shared);
}

/** The mean share of so many accounts as a figure: it has no two counts that it is made of. */
export function meanFigure(
  term: TermId,
  { value, reason }: Known<Rational>,
  counted: number,
  shared: FigureOf,
): Figure {
  const mean = value === null ? null : decimalText(value, 6);
  const told = { unit: "ratio", value: mean, reason, numerator: null, denominator: null } as const;
  return figureOf(term, { ...told, contributors: counted }, shared);
}

/** A number of accounts as a figure, or why there is none. */
export function countFigure(term: TermId, { value, reason }: Known<number>, shared: FigureOf): Figure {
  const told = { unit: "count", reason, numerator: null, denominator: null } as const;
  return figureOf(
    term,
    { ...told, value: value === null ? null : String(value), contributors: value ?? 0 },
    shared,
  );
}

/** A share in per cent with one decimal, or why there is none. */
export const perCent = (share: Known<Rational>): Known<string> =>
  whereKnown(share, (value) => known(perCentText(value, 1)));
