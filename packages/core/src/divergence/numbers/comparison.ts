import { entriesOf, type JournalFact, type JournalOf } from "../../facts/index.ts";
import {
  type Currency,
  type Day,
  Failure,
  type FiscalCalendar,
  type Period,
  parsePeriod,
  ratio,
} from "../../kernel/index.ts";
import { houseLedgerPolicy, type LedgerPolicy } from "../../ledger/index.ts";
import {
  type Book,
  houseRetentionPolicy,
  type MetricTerm,
  metrics,
  metricTotal,
  type RetentionPolicy,
  type Window,
  windowOf,
} from "../../retention/index.ts";
import { type NumberUnit, reportedUnits, tolerance, unitsOf, unitsText } from "./amounts.ts";
import { type ListDifference, listDifference } from "./list-difference.ts";

/** A value another system reports, as it was put on record. */
export type Reported = JournalOf<"reported_value">;

/** The values others report, as of a day, the latest period and report first. */
export function reportedValues(rules: { readonly journal: readonly JournalFact[] }, on: Day): Reported[] {
  return entriesOf(rules.journal, "reported_value")
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .sort((a, b) => (a.at === b.at ? (a.entryId < b.entryId ? -1 : 1) : a.at > b.at ? -1 : 1));
}

/** The term of a reported value, where it is one that is computed. */
export function metricOf({ entry: { term } }: Pick<Reported, "entry">): MetricTerm | null {
  return Object.hasOwn(metrics, term) ? (term as MetricTerm) : null;
}

/** What our side of a comparison is computed from. */
export interface OurSide {
  /** The book under a ledger policy, in a currency (null: the reporting one). */
  readonly book: (policy: LedgerPolicy, currency: Currency | null) => Book;
  readonly calendar?: FiscalCalendar;
  /** How a period is counted by the definitions in force; the house's way where it is not given. */
  readonly counting?: (period: Period) => {
    readonly ledger: LedgerPolicy;
    readonly retention: RetentionPolicy;
  };
}

/** A reported value beside ours of the same term and period. Shares have six decimals, money is in minor units. */
export interface NumberComparison {
  readonly entryId: string;
  readonly system: string;
  readonly term: MetricTerm;
  readonly period: { readonly text: string; readonly from: Day; readonly to: Day };
  readonly unit: NumberUnit;
  readonly currency: Currency | null;
  /** As it was written down. */
  readonly written: string;
  readonly theirs: string;
  /** Null where ours cannot be computed; `reason` says why. */
  readonly ours: string | null;
  /** Theirs less ours. */
  readonly difference: string | null;
  /** The difference is no more than the places they wrote it with. */
  readonly agrees: boolean;
  readonly reason: string | null;
  readonly list: ListDifference | null;
  readonly by: string | null;
  readonly on: Day;
}

/** The period of a reported value. Throws `bad_input` where it cannot be read. */
export function periodOf({ entry }: Pick<Reported, "entry">, calendar?: FiscalCalendar): Period {
  return parsePeriod(entry.period, calendar);
}

/** The value of a term over a window in whole units; null: there is nothing to divide by. */
export function ourUnits(window: Window, term: MetricTerm): bigint | null {
  const { numerator, denominator } = metricTotal(window, term);
  if (metrics[term].unit !== "ratio") return numerator;
  const exact = ratio(numerator, denominator ?? 0n);
  return exact && unitsOf(exact, "ratio");
}

/** The window ours is computed over, by the definitions in force but for what is given. */
export function ourWindow(
  reported: Pick<Reported, "entry">,
  side: OurSide,
  choices: { readonly policy?: Partial<RetentionPolicy>; readonly ledgerPolicy?: Partial<LedgerPolicy> } = {},
): Window {
  const period = periodOf(reported, side.calendar);
  const house = { ledger: houseLedgerPolicy, retention: houseRetentionPolicy };
  const { ledger, retention } = side.counting?.(period) ?? house;
  const book = side.book({ ...ledger, ...choices.ledgerPolicy }, reported.entry.currency);
  return windowOf(book, period, { ...retention, ...choices.policy });
}

/** Holds a reported value against ours of the same term and period. Null: the term is none that is computed. */
export function compareReported(reported: Reported, side: OurSide): NumberComparison | null {
  const term = metricOf(reported);
  if (term === null) return null;
  const { entry, entryId, by, effectiveOn } = reported;
  const { unit } = metrics[term];
  const { text, from, to } = periodOf(reported, side.calendar);
  const theirs = reportedUnits(entry.value, unit);
  const shared = {
    entryId,
    system: entry.system,
    term,
    period: { text, from, to },
    unit,
    currency: unit === "money" ? entry.currency : null,
    written: entry.value,
    theirs: unitsText(theirs, unit),
    by,
    on: effectiveOn,
  };
  const unknown = (reason: string): NumberComparison => ({
    ...shared,
    ours: null,
    difference: null,
    agrees: false,
    reason,
    list: null,
  });
  try {
    const window = ourWindow(reported, side);
    const ours = ourUnits(window, term);
    if (ours === null) return unknown(`There is nothing to divide by in ${text}.`);
    const difference = theirs - ours;
    const within = tolerance(entry.value, unit, entry.currency);
    const listed = unit === "money" && entry.accounts.length > 0;
    const list = listed ? listDifference(window, term, entry.accounts, theirs) : null;
    return {
      ...shared,
      currency: unit === "money" ? window.book.currency : null,
      ours: unitsText(ours, unit),
      difference: unitsText(difference, unit),
      agrees: difference <= within && -difference <= within && (list === null || list.rows.length === 0),
      reason: null,
      list,
    };
  } catch (error) {
    if (error instanceof Failure && (error.code === "rate_missing" || error.code === "not_found"))
      return unknown(error.message);
    throw error;
  }
}
