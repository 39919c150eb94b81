import {
  type ClosedPeriod,
  closedPeriods,
  closingFault,
  frozenParts,
  frozenTerms,
  nextNumber,
  reopeningFault,
} from "@termwise/core/closing";
import { type Dimension, type EntryOf, type FactSet, factsKnownAt } from "@termwise/core/facts";
import { definitionOn, type Proposal, policyOfDay, proposalsOf } from "@termwise/core/governance";
import { type Currency, type Day, Failure, type Instant, type Period } from "@termwise/core/kernel";
import { movementsOf } from "@termwise/core/ledger";
import { termById } from "@termwise/core/registry";
import { bookOf, leadingCurrency, policyLines, policyValues } from "@termwise/core/retention";
import {
  appendAudit,
  appendClose,
  findWorkspace,
  loadLedgerFacts,
  loadRecordFacts,
  type StoredView,
  type WorkspaceTransaction,
} from "@termwise/db";
import { dayOf } from "../clock.ts";
import { newestFact } from "../derive/known-facts.ts";
import { append } from "../journal/versions.ts";
import { newEntryId, type Writer, writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { CloseHash, type CloseHead, storedView } from "./close-hash.ts";

/** What is to be closed: a period, and the dimensions its figures are broken down by. */
export interface ClosingRequest {
  readonly period: Period;
  readonly dimensions: readonly Dimension[];
}

/** Who closes, when, and as what number. */
interface Act {
  readonly number: number;
  readonly cut: Instant;
  readonly at: Instant;
  readonly by: string | null;
  readonly previous: string | null;
  readonly currency: Currency | null;
}

/** A close before it is stored: what it says of itself, and what it froze. */
export interface MadeClose {
  readonly entry: EntryOf<"period_closed">;
  readonly views: readonly StoredView[];
}

/**
 * Freezes a period of the facts known at `cut`: pure, and the same bytes for the same facts. Throws `refused` when there is
 * nothing to close or the bridge does not close, and `rate_missing` when an amount cannot be converted.
 */
export function madeClose(facts: FactSet, { period, dimensions }: ClosingRequest, act: Act): MadeClose {
  const proposals = proposalsOf(facts.journal);
  const policy = policyOfDay(proposals, period.to);
  const currency = act.currency ?? leadingCurrency(facts);
  if (currency === null || facts.lines.length === 0)
    throw new Failure("refused", "There are no contract lines to close. Import accounts and contract lines");
  const book = bookOf(facts, movementsOf(facts, policy.ledger), policy.ledger, currency);
  const parts = frozenParts(book, period, policy.retention, dimensions);
  const open = parts.find(({ view }) => view.bridge.unexplained !== "0");
  if (open)
    throw new Failure(
      "refused",
      `The bridge of ${open.view.window.text} does not close: ${open.view.bridge.unexplained} minor units are unexplained. Run rebuild, then look at data quality`,
    );
  const views = parts.map(storedView);
  const head: CloseHead = {
    of: "period_closed",
    number: act.number,
    period: period.text,
    from: period.from,
    to: period.to,
    currency,
    policy: policyValues(policy.retention, policy.ledger),
    policyText: policyLines(policy.retention, policy.ledger).join(". "),
    terms: termsOn(proposals, period.to),
    dimensions: [...dimensions],
    recorded: act.cut,
    freshAt: newestFact(facts, null),
    views: views.length,
    accounts: parts[0]?.view.accounts ?? 0,
    closedAt: act.at,
    closedBy: act.by,
    previous: act.previous,
  };
  const hash = new CloseHash(head);
  for (const view of views) hash.add(view);
  return { entry: { ...head, hash: hash.digest() }, views };
}

function termsOn(proposals: readonly Proposal[], on: Day): CloseHead["terms"] {
  return Object.fromEntries(
    frozenTerms.map((id) => {
      const term = termById(id);
      return [id, { name: term.name, version: definitionOn(term, proposals, on).version }];
    }),
  );
}

/**
 * Closes a period. It holds the writers' lane: what was committed before it counts, whatever comes after does not, and
 * the store records nothing at or before its moment any more. Throws `refused` with what to do instead.
 */
export async function closePeriod(
  termwise: Termwise,
  request: ClosingRequest,
  writer: Writer,
): Promise<ClosedPeriod> {
  return writing(termwise, async (tx) => {
    const { timeZone, reportingCurrency } = await findWorkspace(tx);
    const records = await loadRecordFacts(tx, { accountIds: [] });
    const closes = closedPeriods(records.journal);
    // Looked at under the lane: of two who close at once the second is told.
    const at = termwise.now();
    const fault = closingFault(closes, request.period, dayOf(at, timeZone));
    if (fault !== null) throw new Failure("refused", fault);
    const all: FactSet = { ...(await loadLedgerFacts(tx)), ...records };
    const cut = latest(all, at);
    const facts = factsKnownAt(all, cut);
    const { entry, views } = madeClose(facts, request, {
      number: nextNumber(closes),
      cut,
      at,
      by: writer.by,
      previous: closes.at(-1)?.entry.hash ?? null,
      currency: reportingCurrency,
    });
    await appendClose(tx, { number: entry.number, recorded: cut }, views);
    await recordAct(tx, { entry, at, on: dayOf(at, timeZone) }, records.journal, writer);
    await appendAudit(tx, tx.workspaceId, {
      ...writer.acting,
      action: "period_closed",
      subject: { kind: "period", id: String(entry.number) },
      details: { period: entry.period, number: entry.number, hash: entry.hash },
    });
    const [closed] = closedPeriods((await loadRecordFacts(tx, { accountIds: [] })).journal).slice(-1);
    if (!closed) throw new Failure("not_found", "The close cannot be found again");
    return closed;
  });
}

/** Everything committed is in, even what another server's clock dates a moment ahead. */
function latest(all: FactSet, now: Instant): Instant {
  let found = now;
  for (const kind of Object.values(all))
    for (const { recordedAt } of kind) if (recordedAt > found) found = recordedAt;
  return found;
}

/** Reopens the latest close, with the reason. What it froze stays readable under its number. */
export async function reopenPeriod(
  termwise: Termwise,
  { number, reason }: { readonly number: number; readonly reason: string },
  writer: Writer,
): Promise<{ number: number }> {
  return writing(termwise, async (tx) => {
    const { timeZone } = await findWorkspace(tx);
    const { journal } = await loadRecordFacts(tx, { accountIds: [] });
    const closes = closedPeriods(journal);
    const fault = reopeningFault(closes, number);
    if (fault !== null) throw new Failure("refused", fault);
    const entry: EntryOf<"period_reopened"> = {
      of: "period_reopened",
      number: nextNumber(closes),
      closed: number,
      reason,
    };
    const at = termwise.now();
    await recordAct(tx, { entry, at, on: dayOf(at, timeZone) }, journal, writer);
    await appendAudit(tx, tx.workspaceId, {
      ...writer.acting,
      action: "period_reopened",
      subject: { kind: "period", id: String(number) },
      details: { number: entry.number, closed: number, reason },
    });
    return { number: entry.number };
  });
}

async function recordAct(
  tx: WorkspaceTransaction,
  act: { entry: EntryOf<"period_closed" | "period_reopened">; at: Instant; on: Day },
  journal: FactSet["journal"],
  writer: Writer,
): Promise<void> {
  const { entry, at, on } = act;
  await append(
    tx,
    journal,
    { entryId: newEntryId(), accountId: null, entry, at, on, withdrawn: null },
    writer,
  );
}
