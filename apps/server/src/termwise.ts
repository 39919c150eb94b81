import type { Day, Instant, WorkspaceId } from "@termwise/core/kernel";
import {
  connect,
  type Database,
  ensureWorkspace,
  findWorkspace,
  inWorkspace,
  isMigrated,
  loadWorkspaces,
  migrate,
  type Place,
  removeDemo,
  type Workspace,
  type WorkspaceTransaction,
} from "@termwise/db";
import { demoCompany } from "@termwise/demo";
import { type Clock, dayOf, machineClock } from "./clock.ts";
import type { Books } from "./derive/books.ts";
import { LiveBooks } from "./derive/live-books.ts";
import type { ImportReport } from "./imports/import-report.ts";
import type { ImportRequest } from "./imports/import-request.ts";
import { catchUp, importFiles, rebuild, recordDemo } from "./pipeline.ts";

/** One workspace of an open store, with everything that can be asked of it and done to it. */
export interface Termwise {
  readonly db: Database;
  readonly workspaceId: WorkspaceId;
  now(): Instant;
  today(): Day;
  workspace(): Promise<Workspace>;
  /** The books of what the ledger holds now: everything committed before the call is in them. */
  books(): Promise<Books>;
  /** Reads in a transaction of the workspace. */
  read<T>(work: (tx: WorkspaceTransaction) => Promise<T>): Promise<T>;
  importFiles(request: Omit<ImportRequest, "now">): Promise<ImportReport>;
  rebuild(): Promise<{ bytes: number }>;
  loadDemo(): Promise<void>;
  removeDemo(): Promise<void>;
  /** Whether the store answers and has this version's schema. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Whether the demo company is asked for (`null`: only in an embedded store that is new), and what time it is. */
export interface WorkspaceOptions {
  readonly demo?: boolean | null;
  readonly clock?: Clock;
}

/** Opens the store at a place and its first workspace, as {@link termwiseOn} does. */
export async function openTermwise(options: Place & WorkspaceOptions): Promise<Termwise> {
  const { demo, clock, ...place } = options;
  const db = await connect(place);
  try {
    return await termwiseOn(db, { demo, clock });
  } catch (error) {
    await db.close();
    throw error;
  }
}

/**
 * The first workspace of an open store: brings the schema up to this version, makes the workspace where there is none,
 * catches derived state up with the facts, and puts the demo company in where it is asked for.
 */
export async function termwiseOn(
  db: Database,
  { demo = false, clock = machineClock }: WorkspaceOptions = {},
): Promise<Termwise> {
  await migrate(db);
  const isNew = (await loadWorkspaces(db)).length === 0;
  const { id } = await ensureWorkspace(db, { name: "Workspace" });
  const termwise = over(db, id, clock);
  const wanted = demo ?? (isNew && db.engine === "embedded");
  if (wanted && !(await termwise.workspace()).demo) await termwise.loadDemo();
  else await catchUp(db, id);
  return termwise;
}

function over(db: Database, id: WorkspaceId, clock: Clock): Termwise {
  const live = new LiveBooks(db, id);
  const read = <T>(work: (tx: WorkspaceTransaction) => Promise<T>) =>
    inWorkspace(db, id, work, { readOnly: true, isolation: "repeatable read" });
  const workspace = () => read(findWorkspace);
  // After the answer, and after what the page asks next. A store closed before is tidied by its closing.
  const tidyLater = () => void setTimeout(() => db.tidy().catch(() => {}), 2_000).unref();

  return {
    db,
    workspaceId: id,
    now: () => clock.now(),
    today: () => dayOf(clock.now()),
    workspace,
    books: () => live.books(),
    read,
    importFiles: async (request) => {
      const report = await importFiles(db, id, { ...request, now: () => clock.now() });
      if (report.committed) tidyLater();
      return report;
    },
    rebuild: async () => {
      const rebuilt = await rebuild(db, id);
      tidyLater();
      return rebuilt;
    },
    loadDemo: async () => {
      await recordDemo(db, id, demoCompany({ today: dayOf(clock.now()) }));
    },
    removeDemo: async () => {
      await removeDemo(db, id, clock.now());
      live.forget();
    },
    ready: () => isMigrated(db),
    close: () => db.close(),
  };
}
