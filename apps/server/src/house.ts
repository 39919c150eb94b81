import type { Instant, WorkspaceId } from "@termwise/core/kernel";
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
} from "@termwise/db";
import { peopleDemos } from "./auth/demos.ts";
import { type Clock, machineClock } from "./clock.ts";
import { catchUp } from "./pipeline.ts";
import { type Termwise, termwiseOf } from "./termwise.ts";

/** An open store with the workspaces in it. */
export interface House {
  readonly db: Database;
  now(): Instant;
  /** The oldest workspace. */
  readonly first: WorkspaceId;
  /** One workspace. `not_found` when there is none with this id. */
  termwise(id: WorkspaceId): Promise<Termwise>;
  /** Has `then` told of each workspace that takes in an import from now on. */
  onImport(then: (id: WorkspaceId) => void): void;
  /** Forgets a workspace that was removed; the store always has one, so an empty one comes where none is left. */
  forget(id: WorkspaceId): Promise<void>;
  /** Whether the store answers and has this version's schema. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Whether the demo company is asked for (`null`: only in an embedded store that is new), and what time it is. */
export interface HouseOptions {
  readonly demo?: boolean | null | undefined;
  /** Whether the demo company comes with what it pays; true where nobody says. */
  readonly demoPay?: boolean | undefined;
  readonly clock?: Clock | undefined;
}

/** Opens the store at a place, as {@link houseOn} does. */
export async function openHouse(options: Place & HouseOptions): Promise<House> {
  const { demo, clock, ...place } = options;
  const db = await connect(place);
  try {
    return await houseOn(db, { demo, clock });
  } catch (error) {
    await db.close();
    throw error;
  }
}

/**
 * The workspaces of an open store: brings the schema up to this version, makes a workspace where there is none, catches
 * derived state up with the facts, and puts the demo company in where it is asked for.
 */
export async function houseOn(
  db: Database,
  { demo = false, demoPay = true, clock = machineClock }: HouseOptions = {},
): Promise<House> {
  await migrate(db);
  const isNew = (await loadWorkspaces(db)).length === 0;
  const { id: first } = await ensureWorkspace(db, { name: "Workspace" });
  const house = over(db, first, clock);
  const termwise = await house.termwise(first);
  const wanted = demo ?? (isNew && db.engine === "embedded");
  if (wanted && !(await termwise.workspace()).demo) await termwise.loadDemo(undefined, { pay: demoPay });
  for (const { id } of await loadWorkspaces(db)) await catchUp(db, id);
  await peopleDemos(db, clock.now());
  return house;
}

/** As many workspaces as are held open at once: each keeps its books in memory. */
const held = 50;

function over(db: Database, first: WorkspaceId, clock: Clock): House {
  const open = new Map<WorkspaceId, Promise<Termwise>>();
  let oldest = first;
  let imported: (id: WorkspaceId) => void = () => {};
  return {
    db,
    get first() {
      return oldest;
    },
    now: () => clock.now(),
    termwise: (id) => {
      const known = open.get(id) ?? opened(db, id, { clock, imported: () => imported(id) });
      known.catch(() => open.delete(id));
      open.delete(id);
      open.set(id, known);
      const [unused] = open.keys();
      if (open.size > held && unused !== undefined) open.delete(unused);
      return known;
    },
    onImport: (then) => {
      imported = then;
    },
    forget: async (id) => {
      open.delete(id);
      if (id === oldest) oldest = (await ensureWorkspace(db, { name: "Workspace" })).id;
    },
    ready: () => isMigrated(db),
    close: () => db.close(),
  };
}

async function opened(
  db: Database,
  id: WorkspaceId,
  with_: { clock: Clock; imported: () => void },
): Promise<Termwise> {
  const { timeZone } = await inWorkspace(db, id, findWorkspace, { readOnly: true });
  return termwiseOf(db, id, { ...with_, timeZone });
}
