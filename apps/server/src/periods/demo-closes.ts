import { type ClosedPeriod, closedPeriods, nextNumber } from "@termwise/core/closing";
import { type FactSet, factsKnownAt, type JournalFact, noFacts } from "@termwise/core/facts";
import { type Currency, type Day, EntryId } from "@termwise/core/kernel";
import { appendClose, appendFacts, type WorkspaceTransaction } from "@termwise/db";
import { type ClosedQuarters, closedQuarters, type DemoClosing } from "@termwise/demo";
import { dayOf } from "../clock.ts";
import { type MadeClose, madeClose } from "./close-period.ts";

/** A history of closes: the facts that tell of it, and what each froze. */
export interface MadeHistory {
  readonly facts: FactSet;
  readonly closes: readonly MadeClose[];
}

let last: { readonly key: string; readonly made: MadeHistory } | null = null;

/** What Finance of the demo company closed, each time with what was known at that moment; the same day gives the same. */
export function demoHistory(company: FactSet, asked: { today: Day; currency: Currency }): MadeHistory {
  const key = JSON.stringify(asked);
  if (last?.key !== key) last = { key, made: madeHistory(company, asked) };
  return last.made;
}

function madeHistory(
  company: FactSet,
  { today, currency }: { readonly today: Day; readonly currency: Currency },
): MadeHistory {
  const { acts, preliminaryRates }: ClosedQuarters = closedQuarters(company, today);
  // Records of accounts and usage count in no figure that is frozen.
  const house = company.journal.filter(({ accountId }) => accountId === null);
  const told: FactSet = {
    ...company,
    journal: house,
    usage: [],
    fxRates: [...company.fxRates, ...preliminaryRates],
  };
  const journal: JournalFact[] = [];
  const closes: MadeClose[] = [];
  for (const act of acts) {
    const known = closedPeriods(journal);
    if (act.act === "reopen") {
      journal.push(reopened(act, known));
      continue;
    }
    const made = madeClose(
      factsKnownAt(told, act.at),
      { period: act.period, dimensions: ["segment"] },
      {
        number: nextNumber(known),
        cut: act.at,
        at: act.at,
        by: act.by,
        previous: known.at(-1)?.entry.hash ?? null,
        currency,
      },
    );
    closes.push(made);
    journal.push(entryOf(act, made.entry));
  }
  return { facts: { ...noFacts, fxRates: preliminaryRates, journal }, closes };
}

function reopened(act: DemoClosing, known: readonly ClosedPeriod[]): JournalFact {
  const { number: closed = 1 } = known.at(-1) ?? {};
  return entryOf(act, {
    of: "period_reopened",
    number: nextNumber(known),
    closed,
    reason: act.reason ?? "",
  });
}

function entryOf(
  { at, by }: DemoClosing,
  entry: Extract<JournalFact["entry"], { number: number }>,
): JournalFact {
  const entryId = EntryId.parse(`ent_close${entry.number}`);
  return {
    kind: "journal",
    entryId,
    accountId: null,
    at,
    by,
    withdrawn: null,
    entry,
    effectiveOn: dayOf(at, "UTC"),
    recordedAt: at,
    source: { system: "demo", key: entryId, file: null, line: null },
  };
}

/** Stores a history of closes. Before it all facts that it is of: the store dates none to before a close it holds. */
export async function appendHistory(tx: WorkspaceTransaction, { facts, closes }: MadeHistory): Promise<void> {
  await appendFacts(tx, facts);
  for (const { entry, views } of closes)
    await appendClose(tx, { number: entry.number, recorded: entry.recorded }, views);
}
