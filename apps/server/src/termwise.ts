import type { Day, ImportId, Instant, WorkspaceId } from "@termwise/core/kernel";
import {
  appendAudit,
  type Database,
  findWorkspace,
  inWorkspace,
  removeDemo,
  type Workspace,
  type WorkspaceTransaction,
} from "@termwise/db";
import { demoCompany } from "@termwise/demo";
import { type Acting, bySystem } from "./auth/acting.ts";
import { peopleDemos } from "./auth/demos.ts";
import { type Clock, dayOf } from "./clock.ts";
import { recordDemoPay } from "./compensation/demo-pay.ts";
import { accountsOnDayInTurns } from "./derive/accounts-on-day.ts";
import type { Books } from "./derive/books.ts";
import { LiveBooks } from "./derive/live-books.ts";
import type { OwnerNames } from "./derive/visible.ts";
import { recordDemoEvents } from "./events/demo-events.ts";
import type { ImportReport } from "./imports/import-report.ts";
import type { ImportRequest } from "./imports/import-request.ts";
import type { UndoReport } from "./imports/undo-import.ts";
import { MadeOnce } from "./made-once.ts";
import { demoHistory } from "./periods/demo-closes.ts";
import { importFiles, rebuild, recordDemo, undoneImport } from "./pipeline.ts";
import { demoSources } from "./sources/demo-sources.ts";

/** One workspace of an open store, with everything that can be asked of it and done to it. */
export interface Termwise {
  readonly db: Database;
  readonly workspaceId: WorkspaceId;
  /** Whether it is seen whole; not by whoever is shown some accounts alone. */
  readonly whole: boolean;
  now(): Instant;
  /** The day it is in the workspace's time zone. */
  today(): Day;
  workspace(): Promise<Workspace>;
  /** The books of what the ledger holds now: everything committed before the call is in them. */
  books(): Promise<Books>;
  /** The same workspace as somebody sees it whose accounts are those of these owners: all books are theirs alone. */
  seenBy(names: OwnerNames): Termwise;
  /** Reads in a transaction of the workspace. */
  read<T>(work: (tx: WorkspaceTransaction) => Promise<T>): Promise<T>;
  /** Changes in a transaction of the workspace. What was done belongs into the audit log, in the same transaction. */
  write<T>(work: (tx: WorkspaceTransaction) => Promise<T>): Promise<T>;
  importFiles(request: Omit<ImportRequest, "now">, by?: Acting): Promise<ImportReport>;
  /** Takes an import back; see {@link undoImport}. */
  undoImport(id: ImportId, by?: Acting): Promise<UndoReport>;
  rebuild(by?: Acting): Promise<{ bytes: number }>;
  /** Loads the demo company; without what it pays where `pay` is false, which takes as long as all the rest. */
  loadDemo(by?: Acting, parts?: { readonly pay: boolean }): Promise<void>;
  removeDemo(by?: Acting): Promise<void>;
}

const nothing = () => {};

/**
 * A workspace of an open store. `timeZone` is the one it had when it was opened; each look at it brings the present one.
 * `imported` is called after each import.
 */
export function termwiseOf(
  db: Database,
  id: WorkspaceId,
  { clock, timeZone, imported }: { clock: Clock; timeZone: string; imported: () => void },
): Termwise {
  const live = new LiveBooks(db, id);
  const listing = new MadeOnce<Books, void>();
  let zone = timeZone;
  const read = <T>(work: (tx: WorkspaceTransaction) => Promise<T>) =>
    inWorkspace(db, id, work, { readOnly: true, isolation: "repeatable read" });
  const workspace = async () => {
    const found = await read(findWorkspace);
    zone = found.timeZone;
    return found;
  };
  // After the answer, and after what the page asks next. A store closed before is tidied by its closing.
  const tidyLater = () => void setTimeout(() => db.tidy().catch(() => {}), 2_000).unref();
  const now = () => clock.now();
  const today = () => dayOf(clock.now(), zone);

  const books = async () => {
    const current = await live.books();
    zone = live.timeZone ?? zone;
    const on = today();
    // Nearly everybody asks for the accounts of today. Why they cannot be listed is told to whoever does.
    await listing.of(current, [on], () => accountsOnDayInTurns(current, on).then(nothing, nothing));
    return current;
  };

  const whole: Termwise = {
    db,
    workspaceId: id,
    whole: true,
    now,
    today,
    workspace,
    books,
    seenBy: (names) => ({ ...whole, whole: false, books: async () => (await books()).of(names, today()) }),
    read,
    write: (work) => inWorkspace(db, id, work),
    importFiles: async (request, by = bySystem(now())) => {
      const report = await importFiles(db, id, { ...request, now }, by);
      if (report.committed) {
        imported();
        tidyLater();
      }
      return report;
    },
    undoImport: async (importId, by = bySystem(now())) => {
      const report = await undoneImport(db, id, importId, { now: now(), by });
      if (!report.already) tidyLater();
      return report;
    },
    rebuild: async (by = bySystem(now())) => {
      const rebuilt = await rebuild(db, id, by);
      tidyLater();
      return rebuilt;
    },
    loadDemo: async (by = bySystem(now()), { pay } = { pay: true }) => {
      const { facts, contacts, workspace: invented } = demoCompany({ today: today() });
      const history = demoHistory(facts, { today: today(), currency: invented.reportingCurrency });
      const { name } = await workspace();
      const brought = demoSources(now(), today());
      // A workspace that was given a name keeps it, whatever it holds for the moment.
      await recordDemo(
        db,
        id,
        {
          facts: { ...facts, journal: [...facts.journal, ...brought.journal] },
          contacts,
          workspace: name === "Workspace" ? invented : { ...invented, name },
          runs: brought.runs,
          history,
        },
        by,
      );
      await peopleDemos(db, now());
      if (!pay) return;
      const moment = { books: await books(), now: now(), today: today() };
      await inWorkspace(db, id, (tx) => recordDemoPay({ tx, ...moment }));
      await recordDemoEvents(whole);
    },
    removeDemo: async (by = bySystem(now())) => {
      await removeDemo(db, id, now(), (tx) => appendAudit(tx, id, { ...by, action: "demo_removed" }));
      live.forget();
    },
  };
  return whole;
}
