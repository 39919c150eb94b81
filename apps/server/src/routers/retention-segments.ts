import { dimensions } from "@termwise/core/facts";
import { Failure } from "@termwise/core/kernel";
import { type MetricTerm, type SegmentTable, segmentTableOf, seriesPeriods } from "@termwise/core/retention";
import { z } from "zod";
import { procedure } from "../trpc.ts";
import { type Wire, wire } from "../wire.ts";
import { figureIn } from "./figures.ts";
import { type Asked, answering, comparedWith, Scope, windowFor } from "./scope.ts";

const told = ["nrr", "grr", "logo-retention", "opening-arr"] as const satisfies readonly MetricTerm[];
const points = 13;

/** The table, and the splits of the change, which are asked for alone where only they are wanted. */
type Answer = Wire<SegmentTable>;

/**
 * A slice by one or two dimensions: each part's share, rates and their changes, its NRR of a year, and what each part
 * did to the change of the whole by its own rate and by its weight. Amounts are minor units as strings, changes
 * percentage points. The whole's figures come with their definitions.
 */
export const segmentsQuery = procedure
  .input(
    Scope.extend({
      compare: z.enum(["prior-year", "none"]).default("prior-year"),
      by: z.array(z.enum(dimensions)).min(1).max(2).default(["segment"]),
    }),
  )
  .query(async ({ ctx: { termwise }, input: { compare: versus, by, ...scope } }) => {
    if (new Set(by).size < by.length)
      throw new Failure("bad_input", "Choose two different attributes: one alone needs no second");
    const asked = await answering(termwise, scope);
    const before = comparedWith(asked, versus);
    const { period, slice, lastClosed, today } = asked;
    const table: Answer = wire(
      segmentTableOf({
        period,
        compare: before,
        by,
        slice,
        series: seriesPeriods(period, points, lastClosed, today),
        lastClosed,
        over: asked.over,
        totals: oneCurrency(asked.book) ? asked.totals : undefined,
      }),
    );
    const window = windowFor(asked);
    return {
      period: { text: period.text, from: period.from, to: period.to },
      compare: before && { text: before.text, from: before.from, to: before.to },
      currency: asked.book.currency,
      by,
      figures: told.map((term) => figureIn(asked, window, term)),
      ...table,
    };
  });

/** Many windows are summed from arrays where a book has one currency; else one pass over the accounts is quicker. */
function oneCurrency({ accounts, currency }: Asked["book"]): boolean {
  return accounts.every(({ movements }) => movements.every((movement) => movement.currency === currency));
}
