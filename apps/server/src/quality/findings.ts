import { compareReported, reportedValues } from "@termwise/core/divergence";
import { type EntryOf, entriesOf, type QualityCheck } from "@termwise/core/facts";
import { addDays, type Day, firstDayOf, monthOf, shiftMonth } from "@termwise/core/kernel";
import { houseLedgerPolicy } from "@termwise/core/ledger";
import {
  arrTouched,
  type BillingTotal,
  type CheckResult,
  freshnessOf,
  houseTolerance,
  type QualitySubject,
  qualityOf,
  trackedChecks,
} from "@termwise/core/quality";
import { lastArrivals } from "@termwise/db";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { ourSide } from "../divergence/numbers.ts";
import { sourcesIn } from "../sources/source-list.ts";
import type { Termwise } from "../termwise.ts";

/** How each check is looked after, as it was last set. */
export function settingsOf(
  books: Books,
): ReadonlyMap<QualityCheck, EntryOf<"quality_setting"> & { entryId: string }> {
  const entries = entriesOf(books.known.now.journal, "quality_setting");
  const ordered = entries.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
  return new Map(ordered.map(({ entryId, entry }) => [entry.check, { ...entry, entryId }]));
}

/** What is looked at today: the whole book under the house policy, the sources, and what billing says. */
export async function subjectOf(termwise: Termwise): Promise<QualitySubject> {
  const books = await termwise.books();
  const [on, now] = [termwise.today(), termwise.now()];
  const currency = books.currency();
  const arrivals = await termwise.read(lastArrivals);
  return {
    on,
    facts: books.known.now,
    book: currency === null ? null : books.book({ asOf: null, policy: houseLedgerPolicy, currency }),
    readings: books.known.readings,
    sources: sourcesIn(books.known.now.journal).map((source) => ({
      id: source.id,
      ...freshnessOf(source, { since: source.since, lastAt: arrivals.get(source.id) ?? null }, now),
    })),
    billing: await billingTotals(termwise),
    tolerance: settingsOf(books).get("billing_total")?.tolerance ?? houseTolerance,
  };
}

/** The latest total of ARR that each other system reports, beside ours: what is entered under Divergence as a reported value. */
async function billingTotals(termwise: Termwise): Promise<BillingTotal[]> {
  const { rules } = customerRecords(await termwise.books());
  const side = await ourSide(termwise);
  const latest = new Map<string, BillingTotal & { readonly to: Day }>();
  for (const reported of reportedValues(rules, termwise.today())) {
    if (reported.entry.term !== "arr") continue;
    const compared = compareReported(reported, side);
    const held = latest.get(reported.entry.system);
    if (compared === null || (held && held.to >= compared.period.to)) continue;
    latest.set(reported.entry.system, {
      entryId: compared.entryId,
      system: compared.system,
      period: compared.period.text,
      theirs: BigInt(compared.theirs),
      ours: compared.ours === null ? null : BigInt(compared.ours),
      reason: compared.reason,
      accounts: compared.list?.rows ?? [],
      to: compared.period.to,
    });
  }
  return [...latest.values()].map(({ to: _, ...total }) => total);
}

/** How many findings a check had on a day, by what is known now. */
export interface TrendPoint {
  readonly on: Day;
  readonly failing: number;
}

/** What a check found, the ARR it touches, and how many it would have found at the ends of the months before. */
export type Found = CheckResult & {
  readonly arr: bigint | null;
  readonly trend: readonly TrendPoint[];
};

const months = 5;
const held = new WeakMap<
  Books,
  { readonly on: Day; readonly past: ReadonlyMap<QualityCheck, readonly TrendPoint[]> }
>();

/** Every check of today. */
export async function findingsOf(termwise: Termwise): Promise<{ subject: QualitySubject; found: Found[] }> {
  const books = await termwise.books();
  const subject = await subjectOf(termwise);
  const past = pastOf(books, subject);
  return {
    subject,
    found: qualityOf(subject).map((result) => ({
      ...result,
      arr: arrTouched(subject, result.findings),
      trend: past.has(result.check)
        ? [...(past.get(result.check) ?? []), { on: subject.on, failing: result.findings.length }]
        : [],
    })),
  };
}

/** The same of the month ends before, kept for as long as the facts are the same. */
function pastOf(books: Books, subject: QualitySubject): ReadonlyMap<QualityCheck, readonly TrendPoint[]> {
  const known = held.get(books);
  if (known && known.on === subject.on) return known.past;
  const past = new Map<QualityCheck, TrendPoint[]>();
  for (let back = months - 1; back >= 0; back--) {
    const on = addDays(firstDayOf(shiftMonth(monthOf(subject.on), -back)), -1);
    for (const { check, findings } of qualityOf({ ...subject, on }, trackedChecks))
      past.set(check, [...(past.get(check) ?? []), { on, failing: findings.length }]);
  }
  held.set(books, { on: subject.on, past });
  return past;
}
