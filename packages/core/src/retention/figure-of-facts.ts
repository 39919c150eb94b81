import { z } from "zod";
import { type FactSet, factsKnownAt } from "../facts/index.ts";
import { type Figure, type Term, versionOf } from "../glossary/index.ts";
import { type Currency, Failure, type FiscalCalendar, type Instant, parsePeriod } from "../kernel/index.ts";
import { LedgerPolicy, movementsOf } from "../ledger/index.ts";
import type { Slice } from "./attributes.ts";
import { bookOf, leadingCurrency } from "./book.ts";
import { figureOf, unknownFigure } from "./figure.ts";
import type { MetricTerm } from "./metrics.ts";
import { RetentionPolicy } from "./policy.ts";
import { windowOf } from "./window.ts";

/** What a figure is asked for; everything but the period has a default. */
export interface FigureQuestion {
  /** In any form `parsePeriod` reads: `2026`, `2026-Q3`, `ttm:2026-09`, `2026-01-01..2026-06-30`. */
  readonly period: string;
  readonly policy?: Partial<RetentionPolicy>;
  readonly ledgerPolicy?: Partial<LedgerPolicy>;
  readonly slice?: Slice;
  /** The reporting currency; left out, the one most contract lines are in. */
  readonly currency?: Currency;
  readonly calendar?: FiscalCalendar;
  /** Only what was recorded by this moment; left out, everything. */
  readonly asOf?: Instant;
}

function read<Schema extends z.ZodType>(schema: Schema, asked: unknown): z.infer<Schema> {
  const result = schema.safeParse(asked ?? {});
  if (!result.success) throw new Failure("bad_input", z.prettifyError(result.error));
  return result.data;
}

const stamped = (facts: FactSet) => [
  ...facts.accounts,
  ...facts.attributes,
  ...facts.merges,
  ...facts.splits,
  ...facts.lines,
  ...facts.fxRates,
];

/**
 * One retention figure straight from facts, in one call: `figureOfFacts(facts, termById("nrr"), { period: "2026" })`.
 * Ratios are shares (`"1.030000"`), money is minor units. The value is `null`, with the reason, when there is no
 * base or a rate is missing. Throws `bad_input` for a period or a policy that cannot be read, and for facts without a
 * contract line when no currency is given.
 */
export function figureOfFacts(
  facts: FactSet,
  term: Pick<Term, "name" | "versions"> & { readonly id: MetricTerm },
  asked: FigureQuestion,
): Figure {
  const known = factsKnownAt(facts, asked.asOf ?? null);
  const currency = asked.currency ?? leadingCurrency(known);
  if (currency === null)
    throw new Failure("bad_input", "There is no contract line to take a reporting currency from: name one");
  const period = parsePeriod(asked.period, asked.calendar);
  const policy = read(RetentionPolicy, asked.policy);
  const ledgerPolicy = read(LedgerPolicy, asked.ledgerPolicy);
  const freshAt = stamped(known).reduce<Instant | null>(
    (newest, { recordedAt }) => (newest === null || recordedAt > newest ? recordedAt : newest),
    null,
  );
  const context = {
    term: { id: term.id, name: term.name, version: versionOf(term) },
    recorded: asked.asOf ?? null,
    freshAt,
  };
  const book = bookOf(known, movementsOf(known, ledgerPolicy), ledgerPolicy, currency);
  try {
    return figureOf(windowOf(book, period, policy, asked.slice), context);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "rate_missing") throw error;
    return unknownFigure(context, { period, policy, ledgerPolicy, currency }, error.message);
  }
}
