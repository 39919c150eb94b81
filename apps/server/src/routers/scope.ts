import { dimensions } from "@termwise/core/facts";
import { definitionOn, policyOfDay } from "@termwise/core/governance";
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
import type { RegisteredTerm } from "@termwise/core/registry";
import {
  type Book,
  policyPresetIds,
  presetPolicy,
  RetentionChoices,
  type RetentionPolicy,
  type Slice,
  type Totals,
  type Window,
  windowOf,
} from "@termwise/core/retention";
import { z } from "zod";
import { proposalsAt } from "../definitions/agreed.ts";
import { newestFact } from "../derive/known-facts.ts";
import { monthsOf } from "../derive/months.ts";
import type { Termwise } from "../termwise.ts";

/** Choices of policy, flat: those of retention and those of the ledger. What is not chosen is as the definitions say. */
export const PolicyChoices = z.strictObject({
  ...RetentionChoices.partial().shape,
  ...LedgerPolicy.partial().shape,
});

const values = z.array(z.string().max(200)).min(1).max(200);

/** Filters: AND between dimensions, OR between the values of one; `""` means "no value". */
export const Filters = z.partialRecord(z.enum(dimensions), values);

/**
 * What a figure is asked for. `period` in the grammar of `parsePeriod` (default: the twelve months to the last closed
 * month), `filters`, `policy`, `asOf` (what was known at the end of that day, UTC), `currency` to tell amounts in.
 * `definitions`: `then` counts each period by the definitions in force at its end, `now` restates it by today's, a day by
 * those in force on it. `preset` counts as others do; what it chooses stands above `policy`.
 * `told`: `reported` tells a closed period as it was frozen (by the close that stands, or by No. `close`), byte for byte for
 * ever; `restated`, the default, what is known now. What was not frozen is refused, never made up.
 */
export const Scope = z.strictObject({
  period: z.string().max(40).optional(),
  filters: Filters.optional(),
  policy: PolicyChoices.optional(),
  asOf: Day.optional(),
  currency: Currency.optional(),
  definitions: z.union([z.enum(["then", "now"]), Day]).optional(),
  preset: z.enum(policyPresetIds).optional(),
  told: z.enum(["restated", "reported"]).optional(),
  close: z.int().min(1).max(1_000_000).optional(),
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
  /** The sums of many windows at once, each under the policy of its period. */
  readonly totals: Totals;
  /** The version of a term's definition the period is counted by. */
  readonly versionOf: (term: RegisteredTerm) => number;
  /** The same question over another period, by the definitions that period is counted by. */
  readonly over: (period: Period) => Asked;
}

/** Fills in a scope. Throws `bad_input` for a period that cannot be read or a refused pair of policies, and `not_found` without contract lines. */
export async function answering(termwise: Termwise, scope: Scope): Promise<Asked> {
  if (scope.told === "reported")
    throw new Failure(
      "not_found",
      "Not frozen: a close freezes figures, their accounts and both bridges (periods.one). Ask this restated, or as of a day",
    );
  const books = await termwise.books();
  const { fiscalYearStart } = await termwise.workspace();
  const today = termwise.today();
  const { lastClosed } = monthsOf(books.known.now, today);
  const recorded = scope.asOf === undefined ? null : endOfDayUtc(scope.asOf);
  const proposals = proposalsAt(books, recorded);
  const counting = new Map<string, Pick<Asked, "book" | "policy" | "totals">>();
  const chosen = { ...scope.policy, ...(scope.preset && presetPolicy(scope.preset)) };
  const countingOn = (on: Day) => {
    const policy = policyOfDay(proposals, on, chosen);
    const key = JSON.stringify(policy);
    const known = counting.get(key);
    if (known) return known;
    const book = books.book({ asOf: recorded, policy: policy.ledger, currency: scope.currency ?? null });
    const totals = books.totals(book, policy.retention, shiftMonth(lastClosed, 1));
    const made = { book, policy: policy.retention, totals };
    counting.set(key, made);
    return made;
  };
  // What was recorded after the day asked as of is no part of the answer, nor of how fresh it is.
  const freshAt = recorded === null ? books.known.freshAt : newestFact(books.known.all, recorded);
  const { definitions = "then" } = scope;
  const dayOf = ({ to }: Period): Day =>
    definitions === "then" ? to : definitions === "now" ? (scope.asOf ?? today) : definitions;
  const over = (period: Period): Asked => {
    const on = dayOf(period);
    return {
      ...countingOn(on),
      totals: (term, other, slice) => countingOn(dayOf(other)).totals(term, other, slice),
      period,
      slice: scope.filters ?? {},
      recorded,
      freshAt,
      lastClosed,
      today,
      versionOf: (term) => definitionOn(term, proposals, on).version,
      over,
    };
  };
  return over(within(parsePeriod(scope.period ?? `ttm:${lastClosed}`, { fiscalYearStart }), today));
}

/** How far ahead may be asked for: beyond every contract, and few enough months to make a row of. */
const monthsAhead = 600;

function within(period: Period, today: Day): Period {
  const latest = addMonths(today, monthsAhead);
  if (period.from >= firstDay && period.to <= latest) return period;
  throw new Failure("bad_input", `Ask for a period between ${firstDay} and ${latest}: ${period.text} is not`);
}

/** The window a scope asks for. */
export function windowFor(asked: Asked): Window {
  return windowOf(asked.book, asked.period, asked.policy, asked.slice);
}

/** The period a scope is compared with. */
export function comparedWith(asked: Asked, compare: "prior-year" | "none"): Period | null {
  return compare === "none" ? null : priorYear(asked.period);
}
