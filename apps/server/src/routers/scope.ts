import { dimensions } from "@termwise/core/facts";
import {
  addMonths,
  Currency,
  Day,
  endOfDayUtc,
  Failure,
  firstDay,
  type Instant,
  type Month,
  type Period,
  parsePeriod,
  priorYear,
  shiftMonth,
} from "@termwise/core/kernel";
import { LedgerPolicy } from "@termwise/core/ledger";
import {
  type Book,
  RetentionChoices,
  RetentionPolicy,
  type Slice,
  type Totals,
  type Window,
  windowOf,
} from "@termwise/core/retention";
import { z } from "zod";
import { monthsOf } from "../derive/months.ts";
import type { Termwise } from "../termwise.ts";

const retention = RetentionChoices.partial();
const ledger = LedgerPolicy.partial();

/** Choices of policy, flat: those of retention and those of the ledger. What is not chosen is the house's. */
export const PolicyChoices = z.strictObject({ ...retention.shape, ...ledger.shape });

const values = z.array(z.string().max(200)).min(1).max(200);

/** Filters: AND between dimensions, OR between the values of one; `""` means "no value". */
export const Filters = z.partialRecord(z.enum(dimensions), values);

/**
 * What a figure is asked for. `period` in the grammar of `parsePeriod` (default: the twelve months to the last closed
 * month), `filters`, `policy`, `asOf` (what was known at the end of that day, UTC), `currency` to tell amounts in.
 */
export const Scope = z.strictObject({
  period: z.string().max(40).optional(),
  filters: Filters.optional(),
  policy: PolicyChoices.optional(),
  asOf: Day.optional(),
  currency: Currency.optional(),
});
/** What a figure is asked for. */
export type Scope = z.infer<typeof Scope>;

/** A scope with everything it left out filled in, and the book it is answered from. */
export interface Asked {
  readonly book: Book;
  readonly period: Period;
  readonly slice: Slice;
  readonly policy: RetentionPolicy;
  readonly recorded: Instant | null;
  readonly freshAt: Instant | null;
  readonly lastClosed: Month;
  readonly today: Day;
  /** The sums of many windows of the book at once, under the policy. */
  readonly totals: Totals;
}

/** Fills in a scope. Throws `bad_input` for a period that cannot be read or a refused pair of policies, and `not_found` without contract lines. */
export async function answering(termwise: Termwise, scope: Scope): Promise<Asked> {
  const books = await termwise.books();
  const { fiscalYearStart } = await termwise.workspace();
  const { lastClosed } = monthsOf(books.known.now, termwise.today());
  const choices = scope.policy ?? {};
  const policy = retentionPolicy(pick(choices, retention.shape));
  const ledgerPolicy = LedgerPolicy.parse(pick(choices, ledger.shape));
  const recorded = scope.asOf === undefined ? null : endOfDayUtc(scope.asOf);
  const book = books.book({ asOf: recorded, policy: ledgerPolicy, currency: scope.currency ?? null });
  return {
    book,
    totals: books.totals(book, policy, shiftMonth(lastClosed, 1)),
    period: within(parsePeriod(scope.period ?? `ttm:${lastClosed}`, { fiscalYearStart }), termwise.today()),
    slice: scope.filters ?? {},
    policy,
    recorded,
    freshAt: books.known.freshAt,
    lastClosed,
    today: termwise.today(),
  };
}

/** How far ahead may be asked for: beyond every contract, and few enough months to make a row of. */
const monthsAhead = 600;

function within(period: Period, today: Day): Period {
  const latest = addMonths(today, monthsAhead);
  if (period.from >= firstDay && period.to <= latest) return period;
  throw new Failure("bad_input", `Ask for a period between ${firstDay} and ${latest}: ${period.text} is not`);
}

/** Each choice is legal by itself; some pairs are refused, with the reason. */
function retentionPolicy(choices: Record<string, unknown>): RetentionPolicy {
  const read = RetentionPolicy.safeParse(choices);
  if (!read.success) throw new Failure("bad_input", z.prettifyError(read.error));
  return read.data;
}

function pick(choices: object, shape: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(choices).filter(([key, value]) => key in shape && value !== undefined),
  );
}

/** The window a scope asks for. */
export function windowFor(asked: Asked): Window {
  return windowOf(asked.book, asked.period, asked.policy, asked.slice);
}

/** The period a scope is compared with. */
export function comparedWith(asked: Asked, compare: "prior-year" | "none"): Period | null {
  return compare === "none" ? null : priorYear(asked.period);
}
