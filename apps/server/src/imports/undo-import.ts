import { setImmediate as breathe } from "node:timers/promises";
import { entriesOf, entryNames, type FactSet, factsKnownAt } from "@termwise/core/facts";
import { addDays, Failure, type ImportId, type Instant, type WorkspaceId } from "@termwise/core/kernel";
import {
  appendAudit,
  appendFacts,
  type Batch,
  type Database,
  findBatch,
  findWorkspace,
  holdWriterLane,
  inWorkspace,
  loadContacts,
  loadFacts,
  type WorkspaceTransaction,
} from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import { dayOf } from "../clock.ts";
import { putHouseEntry } from "../journal/write-entry.ts";
import { factCount, factSlices, joined, slicesOf } from "./fact-slices.ts";
import { headlineFigures, judgedPeriod } from "./headline-figures.ts";
import type { HeadlineFigures, ImportReport } from "./import-report.ts";
import { recordingMoment } from "./recording-moment.ts";
import { type Dependent, type Reversal, reversalOf } from "./reversal.ts";
import { writerFor } from "./writer-for.ts";

/** So many days after it an import can be undone. */
export const undoDays = 30;

/** An import and what undoing it would do. */
export interface UndoPlan {
  readonly id: ImportId;
  /** When it was undone; null: it stands. */
  readonly undoneAt: Instant | null;
  /** The last day it can be undone on. */
  readonly until: string;
  readonly inTime: boolean;
  /** What rests on it: while there is any, it is not undone. */
  readonly dependents: readonly Dependent[];
  /** How many facts would be recorded to take it back. */
  readonly facts: number;
}

/** An undone import: what it did to the figures leadership reads. */
export interface UndoReport extends UndoPlan {
  /** It had been undone before: nothing was done this time. */
  readonly already: boolean;
  readonly before: HeadlineFigures | null;
  readonly after: HeadlineFigures | null;
}

async function planIn(tx: WorkspaceTransaction, id: ImportId, now: Instant) {
  const batch = await findBatch(tx, id);
  if (!batch) throw new Failure("not_found", `There is no import ${id}`);
  const { timeZone, reportingCurrency } = await findWorkspace(tx);
  const facts = await loadFacts(tx);
  const at = recordingMoment(facts, now);
  // Seconds of computing for very many facts: other requests are let in between.
  await breathe();
  const reversal = reversalOf(facts, footprintOf(batch), { at, undoneBefore: await undoneIn(tx, facts) });
  await breathe();
  const names = namesIn(facts);
  const dependents = [...reversal.dependents, ...(await contactsOn(tx, reversal))].map((one) => ({
    ...one,
    about: inWords(one.about, names),
  }));
  const until = addDays(dayOf(batch.createdAt, timeZone), undoDays);
  const plan: UndoPlan = {
    id,
    undoneAt: undoneAt(facts, id),
    until,
    inTime: dayOf(now, timeZone) <= until,
    dependents,
    facts: factCount(reversal.facts),
  };
  return { plan, reversal, facts, at, timeZone, currency: reportingCurrency };
}

/** What undoing an import would take, without doing it. */
export async function undoPlan(
  db: Database,
  workspaceId: WorkspaceId,
  id: ImportId,
  now: Instant,
): Promise<UndoPlan> {
  return inWorkspace(db, workspaceId, async (tx) => (await planIn(tx, id, now)).plan, {
    readOnly: true,
    isolation: "repeatable read",
  });
}

/**
 * Takes an import back, in one transaction: facts are appended that restore what stood before it. Undoing it again does
 * nothing. Throws `refused`, with the list, while later facts rest on it, and once its 30 days are over. Frozen records
 * of closed periods stay as they are.
 */
export async function undoImport(
  db: Database,
  workspaceId: WorkspaceId,
  id: ImportId,
  { now, by }: { now: Instant; by: Acting },
): Promise<UndoReport> {
  return inWorkspace(db, workspaceId, async (tx) => {
    await holdWriterLane(tx);
    const { plan, reversal, facts, at, timeZone, currency } = await planIn(tx, id, now);
    const today = dayOf(now, timeZone);
    const period = judgedPeriod(facts, today);
    await breathe();
    const before = headlineFigures(facts, period, currency);
    if (plan.undoneAt !== null) return { ...plan, already: true, before, after: before };
    assertUndoable(plan);
    for (const slice of factSlices(reversal.facts)) await appendFacts(tx, slice);
    const entry = { of: "import_undone" as const, importId: id };
    await putHouseEntry(tx, { timeZone }, { entry }, writerFor(by));
    await appendAudit(tx, workspaceId, {
      ...by,
      action: "import_undone",
      subject: { kind: "import", id },
      details: { facts: plan.facts },
    });
    await breathe();
    const after = headlineFigures(joined([facts, reversal.facts]), period, currency);
    return { ...plan, undoneAt: at, already: false, before, after };
  });
}

function assertUndoable({ inTime, until, dependents }: UndoPlan): void {
  if (!inTime)
    throw new Failure(
      "refused",
      `An import can be undone for ${undoDays} days; this one could until ${until}. Import what should stand instead`,
    );
  if (dependents.length === 0) return;
  const listed = dependents.slice(0, 10).map(({ about, file, recordedAt }) => {
    return `${about}, ${file === null ? "put on record" : `imported from ${file}`} at ${recordedAt}`;
  });
  const more = dependents.length > 10 ? `; and ${dependents.length - 10} more` : "";
  throw new Failure(
    "refused",
    `Later facts rest on this import: ${listed.join("; ")}${more}. Undo the later import, or take back what was put on record, first`,
  );
}

/** What an import wrote is told by its moment and its files. */
function footprintOf({ createdAt, files, report }: Batch) {
  const recordedAt = (report as ImportReport | null)?.recordedAt ?? createdAt;
  return { recordedAt, files: new Set(files.map(({ name }) => name)) };
}

/** What the imports undone so far had written. */
async function undoneIn(tx: WorkspaceTransaction, facts: FactSet) {
  const found: ReturnType<typeof footprintOf>[] = [];
  for (const { entry } of entriesOf(factsKnownAt(facts, null).journal, "import_undone")) {
    const batch = await findBatch(tx, entry.importId);
    if (batch) found.push(footprintOf(batch));
  }
  return found;
}

function undoneAt(facts: FactSet, id: ImportId): Instant | null {
  const found = entriesOf(factsKnownAt(facts, null).journal, "import_undone");
  return found.find(({ entry }) => entry.importId === id)?.recordedAt ?? null;
}

async function contactsOn(tx: WorkspaceTransaction, { created }: Reversal): Promise<Dependent[]> {
  const found: Dependent[] = [];
  for (const ids of slicesOf([...created.accounts]))
    for (const { accountId, addedAt, erasedAt } of await loadContacts(tx, ids))
      if (erasedAt === null)
        found.push({ what: "contact", about: `a contact of ${accountId}`, recordedAt: addedAt, file: null });
  return found;
}

/** The names accounts go by, for messages. */
function namesIn(facts: FactSet): ReadonlyMap<string, string> {
  return new Map(
    factsKnownAt(facts, null).attributes.flatMap(({ attribute, accountId, value }) =>
      attribute === "name" && value !== null ? [[accountId, value] as const] : [],
    ),
  );
}

function inWords(about: string, names: ReadonlyMap<string, string>): string {
  const named = about.replace(/acc_[0-9A-Za-z]+/g, (id) => names.get(id) ?? id);
  const [kind = ""] = named.split(" ", 1);
  return Object.hasOwn(entryNames, kind)
    ? `${entryNames[kind as keyof typeof entryNames]}${named.slice(kind.length)}`
    : named;
}
