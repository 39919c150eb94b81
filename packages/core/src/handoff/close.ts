import type { JournalFact } from "../facts/index.ts";
import { entriesOf } from "../facts/index.ts";
import { addDays, type Day, type Instant, instant } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";

/**
 * The moment a deal was won and the handoff of its customer begins. `id` is the entry that recorded it, or the day the
 * contract began where no deal is on record. Of such a day the hour is not known (`exact` is false): it counts from its
 * beginning for what comes after it, and clocks start when it has ended.
 */
export interface Close {
  readonly id: string;
  readonly at: Instant;
  readonly on: Day;
  readonly exact: boolean;
  /** The moment the clocks start. */
  readonly clockFrom: Instant;
  readonly opportunity: string | null;
  readonly signedOn: Day | null;
}

/** Deals are often marked as won some days after the contract they brought has begun; later they are further deals. */
const dealLagDays = 31;

const startOf = (on: Day): Instant => instant(`${on}T00:00:00Z`);

/** The lives of a customer as the ledger tells them: from when, and the day it was lost, if it was. */
function livesOf({ movements }: CustomerRecord): { began: Day; lost: Day | null }[] {
  const lives: { began: Day; lost: Day | null }[] = [];
  for (const { kind, on, lifeBegan } of movements) {
    const life = lives.at(-1);
    if (life?.began !== lifeBegan) lives.push({ began: lifeBegan, lost: kind === "churn" ? on : null });
    else if (kind === "churn") life.lost = on;
    else life.lost = null;
  }
  return lives;
}

/** When the contract that began a life was signed, or else began. */
function contractDay({ lines }: CustomerRecord, began: Day): { on: Day; signedOn: Day | null } {
  const signed = lines
    .filter((line) => line.startsOn === began && line.lineKind === "recurring" && line.signedOn !== null)
    .map((line) => line.signedOn ?? began)
    .filter((on) => on <= began)
    .sort()[0];
  return { on: signed ?? began, signedOn: signed ?? null };
}

/** A deal on record twice is one close: by the name of its opportunity, or without one by its day. */
function recordedDeals(record: CustomerRecord): Close[] {
  const deals = entriesOf(record.journal, "deal_closed").sort((a, b) => (a.at < b.at ? -1 : 1));
  const closes: Close[] = [];
  for (const { entryId, at, effectiveOn, entry } of deals) {
    const { opportunity, signedOn } = entry;
    const twice = closes.some((close) =>
      close.opportunity === null || opportunity === null
        ? close.on === effectiveOn
        : close.opportunity === opportunity,
    );
    if (twice) continue;
    closes.push({ id: entryId, at, on: effectiveOn, exact: true, clockFrom: at, opportunity, signedOn });
  }
  return closes;
}

/**
 * The closes of a customer, the earliest first: every deal on record, and for a life as a customer that no deal on
 * record explains, the day its first recurring contract was signed, or began where no signature is known. A deal explains
 * a life that began after it, or up to a month before it.
 */
export function closesOf(record: CustomerRecord): Close[] {
  const deals = recordedDeals(record);
  const lives = livesOf(record);
  const derived = lives.flatMap(({ began }, index) => {
    const after = lives[index - 1]?.lost ?? null;
    const latest = addDays(began, dealLagDays);
    const explained = deals.some((deal) => (after === null || deal.on >= after) && deal.on <= latest);
    if (explained) return [];
    const { on, signedOn } = contractDay(record, began);
    const clockFrom = startOf(addDays(on, 1));
    return [{ id: began, at: startOf(on), on, exact: false, clockFrom, opportunity: null, signedOn }];
  });
  return [...deals, ...derived].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

/** Whether something happened at the close or after it. Where only the day of the close is known, its day decides. */
export function notBefore(fact: Pick<JournalFact, "at" | "effectiveOn">, close: Close): boolean {
  return close.exact ? fact.at >= close.at : fact.effectiveOn >= close.on;
}

/** The close an entry of a handoff is about: the one it names, else the latest not after it, else the first. */
export function closeOf(
  fact: Pick<JournalFact, "at" | "effectiveOn"> & { entry: { close?: string | undefined } },
  closes: readonly Close[],
): Close | null {
  const named = closes.find((close) => close.id === fact.entry.close);
  return named ?? closes.findLast((close) => notBefore(fact, close)) ?? closes[0] ?? null;
}
