import { type Known, known, notKnown, type Rational, rational, shareOf } from "../kernel/index.ts";
import type { SupportCase } from "./support-case.ts";

/** Whether a case was solved in its first contact and stayed solved. */
export function solvedAtOnce({ solvedAt, contacts, reopened }: SupportCase): boolean {
  return solvedAt !== null && contacts === 1 && !reopened;
}

/** The share of cases that were solved in the first contact; open ones are among all. Term: fcr. Unit: share. */
export function firstContactResolution(cases: readonly SupportCase[]): Known<Rational> {
  return shareOf(
    BigInt(cases.filter(solvedAtOnce).length),
    BigInt(cases.length),
    "There were no support cases.",
  );
}

/** How long cases took, and how many are still open. */
export interface TimeToResolution {
  readonly solved: number;
  readonly open: number;
  /** In days, exactly; not known where none was solved. */
  readonly median: Known<Rational>;
}

const msOfDay = 86_400_000n;

/**
 * The median time from the opening of a case to its solution; of an even number of cases the mean of the two in the
 * middle. Term: ttr. Unit: days.
 */
export function timeToResolution(cases: readonly SupportCase[]): TimeToResolution {
  const took = cases
    .flatMap(({ openedAt, solvedAt }) =>
      solvedAt === null ? [] : BigInt(Date.parse(solvedAt) - Date.parse(openedAt)),
    )
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [lower, upper] = [took[(took.length - 1) >> 1], took[took.length >> 1]];
  const median =
    lower === undefined || upper === undefined
      ? notKnown("No support case was solved.")
      : known(rational(lower + upper, 2n * msOfDay));
  return { solved: took.length, open: cases.length - took.length, median };
}
