import { AsyncLocalStorage } from "node:async_hooks";
import type { Database, RowShape } from "../database.ts";
import { toldOf } from "../errors.ts";
import { holding, inIdentity, type Transaction } from "../transaction.ts";

/**
 * One piece of work of the sign-in library, whose statements come one by one. Until its first change each reads by
 * itself, so that no connection is held while a password is weighed or a provider asked; from the first change on all
 * is one transaction, which ends with the work. So what is done and the audit row that tells of it stand or fall together.
 */
class IdentityUnit {
  readonly #db: Database;
  /** An embedded store has one transaction at a time: who began another while this one is open would wait for ever. */
  readonly scope: { db: Database; ended: boolean };
  #begun: Promise<Transaction> | null = null;
  #committed: Promise<void> = Promise.resolve();
  #end: { commit: () => void; undo: (error: unknown) => void } | null = null;

  constructor(db: Database) {
    this.#db = db;
    this.scope = { db, ended: true };
  }

  async run(text: string, values: unknown[], shape: RowShape): Promise<unknown[]> {
    if (this.#begun === null && reads.test(text))
      return inIdentity(this.#db, (tx) => tx.run(text, values, shape), { readOnly: true });
    return (await this.changing()).run(text, values, shape);
  }

  /** The transaction of the work's changes, begun by the first of them. */
  changing(): Promise<Transaction> {
    this.#begun ??= new Promise((resolve, reject) => {
      let opened = false;
      const work = (tx: Transaction): Promise<void> => {
        // What was handed out cannot be handed out again: a conflict is told, not tried again.
        if (opened) return Promise.reject(new Error("The work of a unit cannot be run twice."));
        opened = true;
        return new Promise<void>((commit, undo) => {
          this.#end = { commit, undo };
          this.scope.ended = false;
          resolve(tx);
        });
      };
      this.#committed = inIdentity(this.#db, work, { brief: true });
      this.#committed.catch(reject);
    });
    return this.#begun;
  }

  /** Keeps what was changed. */
  async commit(): Promise<void> {
    this.scope.ended = true;
    this.#end?.commit();
    await this.#committed;
  }

  /** Undoes what was changed. */
  async undo(error: unknown): Promise<void> {
    this.scope.ended = true;
    this.#end?.undo(error);
    await this.#committed.catch(() => {});
  }
}

const reads = /^\s*select\b/i;
const current = new AsyncLocalStorage<IdentityUnit>();

/** Runs a statement in the unit that is under way, or by itself. */
export function runIdentity(
  db: Database,
  text: string,
  values: unknown[],
  shape: RowShape,
): Promise<unknown[]> {
  const unit = current.getStore();
  return unit
    ? unit.run(text, values, shape)
    : inIdentity(db, (tx) => tx.run(text, values, shape), { brief: true });
}

/**
 * Runs `work` of the sign-in library as one unit, then `tell` (what was done, for the audit log) in the same
 * transaction as its changes. Throws what either throws, and then nothing was changed.
 */
export async function inIdentityUnit<T>(
  db: Database,
  work: () => Promise<T>,
  tell: (tx: Transaction, result: T) => Promise<void>,
): Promise<T> {
  const unit = new IdentityUnit(db);
  try {
    const result = await holding(unit.scope, async () => {
      const done = await current.run(unit, work);
      await tell(await unit.changing(), done);
      return done;
    });
    await unit.commit();
    return result;
  } catch (error) {
    await unit.undo(error);
    throw toldOf(error);
  }
}

/** The transaction of the unit that is under way, for what our own doors change beside the library. */
export function unitTransaction(): Promise<Transaction> {
  const unit = current.getStore();
  if (!unit) throw new Error("There is no unit of identity work under way.");
  return unit.changing();
}
