import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { WorkspaceId } from "@termwise/core/kernel";
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { drizzle, type PgRemoteDatabase } from "drizzle-orm/pg-proxy";
import type { Connection, Database, FrequentStatement, RowShape } from "./database.ts";
import { ambiguousCommit, isBroken, isRetryable, toldOf, unavailable, withoutValues } from "./errors.ts";
import { appRole, identityRole } from "./role-names.ts";
import type { UsageStore } from "./usage/usage-store.ts";

/** A transaction in progress. It refuses every use after its end. */
export interface Transaction {
  /** Runs a statement; rows are objects by column name. */
  query<Row>(statement: SQL): Promise<Row[]>;
  /** Runs a statement that is asked all the time. */
  frequent<Row>(statement: FrequentStatement, values: unknown[]): Promise<Row[]>;
  /** Runs a statement as text with its values, for a query builder that is not ours. */
  run(text: string, values: unknown[], shape: RowShape): Promise<unknown[]>;
  /** The query builder, on this transaction. */
  readonly tables: PgRemoteDatabase;
  /** Where daily uses of the product are kept, if not in this store; it has no part in the transaction. */
  readonly usage: UsageStore | null;
}

/** A transaction of one workspace, as the application's role: row-level security shows it nothing else. */
export interface WorkspaceTransaction extends Transaction {
  readonly workspaceId: WorkspaceId;
}

/** How a transaction runs. Writers need the default, so that what they read under a lock is current. */
export interface TransactionOptions {
  readonly isolation?: "read committed" | "repeatable read" | "serializable";
  readonly readOnly?: boolean;
  /** Someone is waiting for little: its statements may take no longer than reading ones, though they write. */
  readonly brief?: boolean;
  /** Milliseconds to wait for what others hold, after which it fails as `unavailable`; else as long as its statements may. */
  readonly lockPatience?: number;
}

/**
 * Runs `work` in one transaction of a workspace, as the application's role. It commits when `work` resolves and every
 * statement held, else rolls back and throws what was thrown. Serialization failures and deadlocks are retried up to 5
 * times, so `work` must do nothing outside its transaction.
 */
export function inWorkspace<T>(
  db: Database,
  workspaceId: WorkspaceId,
  work: (tx: WorkspaceTransaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const id = WorkspaceId.parse(workspaceId);
  return retried(db, opening(options, appRole, id), (tx) => work(Object.assign(tx, { workspaceId: id })));
}

/**
 * Runs `work` in one transaction as the role that knows who people are: users, sessions, members, invitations and keys
 * of every workspace, the audit log, and nothing of what a workspace holds. Otherwise as {@link inWorkspace}.
 */
export function inIdentity<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return retried(db, opening(options, identityRole), work);
}

/**
 * Runs `work` in one transaction as the owner of the tables: migrations, listing workspaces, dropping a demo. With a
 * workspace it also sees that workspace's rows. Otherwise as {@link inWorkspace}.
 */
export function asOwner<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  options: TransactionOptions & { workspaceId?: WorkspaceId } = {},
): Promise<T> {
  return retried(db, opening(options, null, options.workspaceId), work);
}

/** How a transaction begins, and how long each of its statements may take. */
interface Opening {
  readonly text: string;
  readonly patience: number | null;
}

/**
 * Milliseconds: a statement that reads is short, and who asked is waiting; one that writes may wait for the writer
 * before it; the owner's, migrations above all, take as long as they take.
 */
const patience = { reading: 8_000, writing: 60_000 };

type AnyRole = typeof appRole | typeof identityRole;

function opening(options: TransactionOptions, role: AnyRole | null, workspaceId?: WorkspaceId): Opening {
  const writing = role === null ? null : patience.writing;
  return {
    text: begin(options, role, workspaceId),
    patience: options.readOnly || options.brief ? patience.reading : writing,
  };
}

/** Safe to write into the text: the ids are parsed UUIDs, roles and isolation levels are literals. */
function begin(options: TransactionOptions, role: AnyRole | null, workspaceId?: WorkspaceId): string {
  const seen = workspaceId === undefined ? null : WorkspaceId.parse(workspaceId);
  return [
    `begin isolation level ${options.isolation ?? "read committed"}${options.readOnly ? " read only" : ""}`,
    "set local timezone = 'UTC'",
    "set local datestyle = 'ISO, YMD'",
    ...(options.lockPatience === undefined
      ? []
      : [`set local lock_timeout = ${Math.trunc(options.lockPatience)}`]),
    ...(role ? [`set local role ${role}`] : []),
    ...(seen ? [`set local termwise.workspace = '${seen}'`] : []),
  ].join("; ");
}

const tries = 6;

async function retried<T>(db: Database, opening: Opening, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, opening, work);
    } catch (error) {
      if (!isRetryable(error) || attempt === tries) throw error;
      await wait(Math.random() * 20 * 2 ** attempt);
    }
  }
}

const running = new AsyncLocalStorage<{ db: Database; ended: boolean }>();

/** Runs work that may hold a transaction whose end it does not decide; while it does (`ended` false), none may be begun inside. */
export function holding<T>(scope: { db: Database; ended: boolean }, work: () => Promise<T>): Promise<T> {
  return running.run(scope, work);
}

async function once<T>(db: Database, opening: Opening, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const outer = running.getStore();
  // PGlite would wait for itself, a pool could run dry: nesting is a mistake on both.
  if (outer?.db === db && !outer.ended) throw new Error("A transaction was begun inside another.");
  const scope = { db, ended: false };
  const connection = await db.acquire(opening.patience).catch((error: unknown) => {
    throw unavailable(error) ?? error;
  });
  let broken = false;
  try {
    await connection.command(opening.text);
    const { handle, firstFailure } = handleOn(connection, scope, db.usage ?? null);
    const result = await running.run(scope, () => work(handle));
    scope.ended = true;
    // A statement that failed has undone the others, even where `work` caught its error: COMMIT would say ROLLBACK.
    if (firstFailure.found) throw firstFailure.error;
    await connection.command("commit").catch((error: unknown) => {
      throw isBroken(error) ? ambiguousCommit(error) : error;
    });
    return result;
  } catch (thrown) {
    scope.ended = true;
    const error = withoutValues(thrown);
    broken = isBroken(error);
    if (!broken)
      await connection.command("rollback").catch(() => {
        broken = true;
      });
    throw toldOf(error);
  } finally {
    connection.release(broken);
  }
}

const dialect = new PgDialect({ casing: "snake_case" });

function handleOn(connection: Connection, scope: { ended: boolean }, usage: UsageStore | null) {
  const firstFailure: { found: boolean; error: unknown } = { found: false, error: undefined };
  // One statement at a time: a connection is not asked for a second while it works.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = async (ask: () => Promise<unknown[]>) => {
    const answer = last.then(() => {
      if (scope.ended) throw new Error("A transaction was used after its end.");
      return ask();
    });
    last = answer.catch((error: unknown) => {
      if (!firstFailure.found) Object.assign(firstFailure, { found: true, error });
    });
    return answer;
  };
  const run = (text: string, params: unknown[], shape: RowShape) =>
    inTurn(() => connection.query(text, params, shape));
  const handle: Transaction = {
    usage,
    query: async <Row>(statement: SQL) => {
      const { sql: text, params } = dialect.sqlToQuery(statement);
      return (await run(text, params, "objects")) as Row[];
    },
    frequent: async <Row>(statement: FrequentStatement, values: unknown[]) =>
      (await inTurn(() => connection.frequent(statement, values))) as Row[],
    run,
    tables: drizzle(
      async (text, params, method) => ({
        rows: await run(text, params, method === "all" ? "arrays" : "objects"),
      }),
      { casing: "snake_case" },
    ),
  };
  return { handle, firstFailure };
}
