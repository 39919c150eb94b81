import type { AccountId } from "../kernel/index.ts";
import type { Book } from "./book.ts";
import { type CohortGridQuestion, cohortMembers } from "./cohort-grid.ts";

/** What became of a member by an age, against what it held at age 0. */
export const cohortOutcomes = ["kept", "expanded", "contracted", "churned"] as const;
/** Kept what it held, holds more, holds less, or holds nothing. */
export type CohortOutcome = (typeof cohortOutcomes)[number];

/** One member of a cohort at one age; minor units of the reporting currency. */
export interface CohortMember {
  readonly accountId: AccountId;
  readonly name: string;
  readonly outcome: CohortOutcome;
  readonly base: bigint;
  readonly arr: bigint;
}

function outcomeOf(base: bigint, arr: bigint): CohortOutcome {
  if (arr === 0n) return "churned";
  return arr === base ? "kept" : arr > base ? "expanded" : "contracted";
}

/**
 * The members behind one cell: those of the cohort that have reached the age, largest change first. Their sums are the
 * cell's; who left before the end of age 0 is among the churned with a base of 0. `null` where there is no such cell.
 */
export function cohortCellMembers(
  book: Book,
  asked: CohortGridQuestion,
  { cohort, age }: { readonly cohort: string; readonly age: number },
): CohortMember[] | null {
  const there =
    cohortMembers(book, asked)
      .get(cohort)
      ?.filter(({ ages }) => age < ages.length) ?? [];
  if (there.length === 0) return null;
  const change = ({ base, arr }: CohortMember) => (arr < base ? base - arr : arr - base);
  return there
    .map(({ account: { accountId, name }, arr: held }): CohortMember => {
      const [base, arr] = [held[0] ?? 0n, held[age] ?? 0n];
      return { accountId, name, outcome: outcomeOf(base, arr), base, arr };
    })
    .sort((a, b) =>
      change(a) === change(b) ? (a.accountId < b.accountId ? -1 : 1) : change(a) > change(b) ? -1 : 1,
    );
}
