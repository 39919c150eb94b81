import { setImmediate } from "node:timers/promises";
import { type FactSet, factsKnownAt, noFacts } from "@termwise/core/facts";
import {
  type AccountId,
  groupBy,
  type ImportId,
  type Instant,
  type WorkspaceId,
} from "@termwise/core/kernel";
import {
  type AccountLedger,
  customers,
  houseLedgerPolicy,
  ledgerRules,
  movementsOfCustomer,
} from "@termwise/core/ledger";
import {
  addContacts,
  addRun,
  appendAudit,
  appendFacts,
  changedSince,
  type Database,
  deleteOthers,
  dumpDerived,
  findMark,
  holdWriterLane,
  inWorkspace,
  type KnownContact,
  loadLedgerFacts,
  markAsDemo,
  type NewRun,
  replaceMark,
  replaceMovements,
  updateSettings,
  type WorkspaceSettings,
  type WorkspaceTransaction,
} from "@termwise/db";
import type { Acting } from "./auth/acting.ts";
import { touchedCustomers } from "./derive/touched-customers.ts";
import type { ImportReport } from "./imports/import-report.ts";
import type { ImportRequest } from "./imports/import-request.ts";
import { receiveImport } from "./imports/receive-import.ts";
import { type UndoReport, undoImport } from "./imports/undo-import.ts";
import { appendHistory, type MadeHistory } from "./periods/demo-closes.ts";

/*
 * The one way data moves:
 *
 *   files -> intake (verbatim, a receipt per row) -> facts (append-only) -> derived (rebuildable) -> books -> routers
 *
 * Nothing else writes facts, and nothing but `catchUp` and `rebuild` writes derived state.
 */

/**
 * The policy whose movements are stored; others are computed when they are asked for. The key carries the number of the
 * rules: after an upgrade that changed them nothing is stored under the new one, so all is derived anew.
 */
export const stored = { key: `house/${ledgerRules}`, policy: houseLedgerPolicy } as const;

/** Takes files in: checks them, and unless it is a dry run stores receipt and facts in one transaction, then derives. */
export async function importFiles(
  db: Database,
  workspaceId: WorkspaceId,
  request: ImportRequest,
  by: Acting,
): Promise<ImportReport> {
  const report = await receiveImport(db, workspaceId, request, by);
  if (report.committed) {
    request.onStep?.({ step: "deriving" });
    await catchUp(db, workspaceId);
  }
  return report;
}

/** Takes an import back by facts that restore what stood before it, then derives. */
export async function undoneImport(
  db: Database,
  workspaceId: WorkspaceId,
  id: ImportId,
  how: { now: Instant; by: Acting },
): Promise<UndoReport> {
  const report = await undoImport(db, workspaceId, id, how);
  if (!report.already) await catchUp(db, workspaceId);
  return report;
}

/** Puts the demo company into an empty workspace: all of it or, when that is interrupted, nothing; then derives. */
export async function recordDemo(
  db: Database,
  workspaceId: WorkspaceId,
  {
    facts,
    contacts,
    workspace,
    runs = [],
    history,
  }: {
    facts: FactSet;
    contacts: readonly KnownContact[];
    workspace: Partial<WorkspaceSettings>;
    runs?: readonly NewRun[];
    /** What was closed in it. */
    history: MadeHistory | null;
  },
  by: Acting,
): Promise<void> {
  await markAsDemo(db, workspaceId, async (tx) => {
    await updateSettings(tx, workspace);
    await addContacts(tx, contacts);
    await appendFacts(tx, facts);
    for (const run of runs) await addRun(tx, run);
    if (history) await appendHistory(tx, history);
    await appendAudit(tx, workspaceId, { ...by, action: "demo_loaded" });
  });
  await catchUp(db, workspaceId);
}

/**
 * Adds facts that come from no file, and derives. `tell` tells the audit log, in the same transaction, and facts
 * that hang on what is known in that moment are made in it.
 */
export async function recordFacts(
  db: Database,
  workspaceId: WorkspaceId,
  facts: FactSet | ((tx: WorkspaceTransaction) => Promise<FactSet>),
  tell: (tx: WorkspaceTransaction) => Promise<void> = async () => {},
): Promise<void> {
  await inWorkspace(db, workspaceId, async (tx) => {
    await holdWriterLane(tx);
    await appendFacts(tx, typeof facts === "function" ? await facts(tx) : facts);
    await tell(tx);
  });
  await catchUp(db, workspaceId);
}

/**
 * Brings derived state up to the facts: recomputes the customers that facts since the mark touch, in one transaction
 * with the new mark. Safe to run at any time, from any server; says whether anything changed.
 */
export async function catchUp(db: Database, workspaceId: WorkspaceId): Promise<boolean> {
  return inWorkspace(db, workspaceId, async (tx) => {
    await holdWriterLane(tx);
    const mark = await findMark(tx, stored.key);
    const changes = await changedSince(tx, mark);
    const { accountIds } = changes;
    if (accountIds === "all") await derive(tx, "all");
    else if (accountIds.length > 0) await derive(tx, accountIds);
    if (changes.mark !== mark) await replaceMark(tx, stored.key, changes.mark);
    return accountIds === "all" || accountIds.length > 0 || changes.ratesChanged;
  });
}

/** Throws derived state away and computes it afresh from the facts. Gives the same bytes as any number of catch-ups. */
export async function rebuild(
  db: Database,
  workspaceId: WorkspaceId,
  by: Acting,
): Promise<{ bytes: number }> {
  return inWorkspace(db, workspaceId, async (tx) => {
    await holdWriterLane(tx);
    const { mark } = await changedSince(tx, null);
    await deleteOthers(tx, stored.key);
    await derive(tx, "all");
    await replaceMark(tx, stored.key, mark);
    const bytes = Buffer.byteLength(await dumpDerived(tx));
    await appendAudit(tx, workspaceId, { ...by, action: "derived_rebuilt", details: { bytes } });
    return { bytes };
  });
}

async function derive(tx: WorkspaceTransaction, changed: readonly AccountId[] | "all"): Promise<void> {
  // Movements follow from contracts alone: the journal and the readings of usage stay where they are.
  const all: FactSet = { ...noFacts, ...(await loadLedgerFacts(tx)) };
  const facts = factsKnownAt(all, null);
  const { ofLine } = customers(facts, stored.policy);
  const lines = groupBy(facts.lines, ofLine);
  // A record that was merged away no longer speaks for itself: it is in scope too, so that its rows go.
  const scope =
    changed === "all" ? [...lines.keys()].sort() : touchedCustomers(all, facts, changed, stored.policy);
  const ledgers: AccountLedger[] = [];
  for (const [position, accountId] of scope.entries()) {
    const own = lines.get(accountId);
    if (own) ledgers.push(movementsOfCustomer(accountId, own, stored.policy));
    // Seconds of computing for very many customers: other requests are let in meanwhile.
    if (position % 100 === 99) await setImmediate();
  }
  await replaceMovements(tx, stored.key, ledgers, changed === "all" ? "all" : scope);
}
