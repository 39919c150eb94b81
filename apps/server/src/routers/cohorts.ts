import { dimensions } from "@termwise/core/facts";
import { type Day, earlier, Failure, type Rational } from "@termwise/core/kernel";
import { termById } from "@termwise/core/registry";
import {
  type CohortGridCell,
  type CohortGridQuestion,
  cohortCellMembers,
  cohortGrains,
  cohortGridOf,
  type cohortMeasures,
  cohortOutcomes,
  cohortParts,
  cohortSummaries,
  firstProducts,
  points,
} from "@termwise/core/retention";
import { z } from "zod";
import type { Termwise } from "../termwise.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { type Asked, answering, Scope } from "./scope.ts";

const CohortScope = Scope.extend({
  by: z.enum([...cohortGrains, "product", ...dimensions]).default("quarter"),
  age: z.enum(cohortGrains).optional(),
  open: z.boolean().default(false),
});

type Question = z.infer<typeof CohortScope>;

const isGrain = (by: Question["by"]) => cohortGrains.find((grain) => grain === by);

/** Where cohorts are followed to: the end of the period, or today where what is going on is asked for as well. */
function throughOf(asked: Asked, { period, open }: Question): Day {
  if (!open) return asked.period.to;
  return period === undefined ? asked.today : earlier(asked.period.to, asked.today);
}

/** A scope as a question to the cohorts of a book. */
async function asking(
  termwise: Termwise,
  input: Question,
): Promise<{ asked: Asked; question: CohortGridQuestion }> {
  const { by, age, open, ...scope } = input;
  const asked = await answering(termwise, scope);
  const { fiscalYearStart } = await termwise.workspace();
  const facts = (await termwise.books()).factsAt(asked.recorded);
  const question: CohortGridQuestion = {
    by,
    age: age ?? isGrain(by) ?? "quarter",
    open,
    through: throughOf(asked, input),
    lastClosed: asked.lastClosed,
    slice: asked.slice,
    calendar: { fiscalYearStart },
    ...(by === "product" ? { products: firstProducts(asked.book, facts) } : {}),
  };
  return { asked, question };
}

/** A share as a page reads it: per cent with four decimals. */
const percent = (share: Rational | null) => share && points(share.n, share.d);

function cellView(cell: CohortGridCell) {
  const told = (measure: (typeof cohortMeasures)[number]) => {
    const { part, whole } = cohortParts(cell, measure);
    return points(part, whole);
  };
  return { ...cell, nrr: told("nrr"), grr: told("grr"), logo: told("logo") };
}

/** Cohorts of customers that began alike, and the members behind a cell. */
export const cohortProcedures = {
  /**
   * Customers gathered by month, quarter or year of first ARR, by first product, or by an attribute on the day of it,
   * followed over their ages through the end of the period. With `open` also the age that is going on, marked `open`.
   * `summaries` are over cells that are closed and have at least `least` members.
   */
  cohorts: procedure
    .input(CohortScope.extend({ least: z.int().min(1).max(1000).default(1) }))
    .query(async ({ ctx: { termwise }, input: { least, ...input } }) => {
      const { asked, question } = await asking(termwise, input);
      const rows = cohortGridOf(asked.book, question);
      const summaryOf = (measure: (typeof cohortMeasures)[number]) =>
        cohortSummaries(rows, measure, least).map(({ mean, median, ...rest }) => ({
          ...rest,
          mean: percent(mean),
          median: percent(median),
        }));
      return wire({
        by: question.by,
        age: question.age,
        currency: asked.book.currency,
        through: question.through,
        lastClosed: asked.lastClosed,
        least,
        version: asked.versionOf(termById("retention-cohort")),
        cohorts: rows.map((row) => ({ ...row, cells: row.cells.map(cellView) })),
        summaries: { nrr: summaryOf("nrr"), grr: summaryOf("grr"), logo: summaryOf("logo") },
      });
    }),
  /**
   * The members of one cohort at one age by what became of them: kept, expanded, contracted, churned, each with its
   * count and sums. Together they are the cell, which is told beside them.
   */
  cohortAccounts: procedure
    .input(CohortScope.extend({ cohort: z.string().max(200), at: z.int().min(0).max(1200) }))
    .query(async ({ ctx: { termwise }, input: { cohort, at, ...input } }) => {
      const { asked, question } = await asking(termwise, input);
      const members = cohortCellMembers(asked.book, question, { cohort, age: at });
      const cell = cohortGridOf(asked.book, question).find((row) => row.cohort === cohort)?.cells[at];
      if (members === null || cell === undefined)
        throw new Failure("not_found", "There is no such cohort, or it has not reached this age");
      const sum = (of: "base" | "arr", rows: typeof members) =>
        rows.reduce((total, one) => total + one[of], 0n);
      const accounts = new Map(asked.book.accounts.map((account) => [account.accountId, account] as const));
      return wire({
        cohort,
        age: at,
        currency: asked.book.currency,
        cell: cellView(cell),
        matches:
          members.length === cell.members &&
          sum("base", members) === cell.base &&
          sum("arr", members) === cell.arr,
        outcomes: cohortOutcomes.map((outcome) => {
          const rows = members.filter((one) => one.outcome === outcome);
          return {
            outcome,
            accounts: rows.length,
            base: sum("base", rows),
            arr: sum("arr", rows),
            rows: rows.slice(0, 500).map((one) => {
              const own = accounts.get(one.accountId);
              const began = own?.movements[0]?.on ?? null;
              return {
                ...one,
                began,
                segment: (began && own?.attributes.on("segment", began)) ?? null,
                csm: (began && own?.attributes.on("csm", began)) ?? null,
              };
            }),
          };
        }),
      });
    }),
};
