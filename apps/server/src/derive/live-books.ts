import type { FactSet } from "@termwise/core/facts";
import type { AccountId, WorkspaceId } from "@termwise/core/kernel";
import type { AccountLedger } from "@termwise/core/ledger";
import {
  type Changes,
  changedSince,
  type Database,
  findWorkspace,
  inWorkspace,
  type LedgerFacts,
  loadFacts,
  loadLedgerFacts,
  loadMovements,
  loadRecordFacts,
  type Mark,
  type RecordFacts,
  type Workspace,
  type WorkspaceTransaction,
} from "@termwise/db";
import { catchUp, stored } from "../pipeline.ts";
import { Books } from "./books.ts";
import { customerRecordsInTurns } from "./customer-records.ts";
import { knownOf, withNews } from "./known-facts.ts";
import { touchedCustomers } from "./touched-customers.ts";

interface Held {
  /** Up to where the ledger has been seen. */
  readonly mark: Mark;
  readonly workspace: Workspace;
  readonly all: FactSet;
  readonly ledgers: readonly AccountLedger[];
  readonly books: Books;
}

type Recorded = Pick<Changes, "recordIds" | "houseChanged">;

/** Beyond this share of all accounts it is quicker to load everything. */
const fewOf = (accounts: number): number => Math.max(50, accounts / 5);

/**
 * The books of a workspace, held in memory and kept fresh: every question first looks whether the ledger has learned
 * anything, from this server or another, and loads only the accounts it has learned about.
 */
export class LiveBooks {
  readonly #db: Database;
  readonly #id: WorkspaceId;
  #held: Held | null = null;
  #running: Promise<Books> | null = null;
  #next: Promise<Books> | null = null;

  constructor(db: Database, id: WorkspaceId) {
    this.#db = db;
    this.#id = id;
  }

  /** The books with everything committed before this call. Calls that come together share one look at the ledger. */
  books(): Promise<Books> {
    if (this.#running === null) return this.#look();
    // A look already under way may have begun before the caller's own change: the next one has it.
    this.#next ??= this.#running
      .catch(() => null)
      .then(() => {
        this.#next = null;
        return this.#look();
      });
    return this.#next;
  }

  /** The workspace's time zone when the ledger was last looked at; null before. */
  get timeZone(): string | null {
    return this.#held?.workspace.timeZone ?? null;
  }

  /** Forgets everything: what was held was removed, which no fact tells. */
  forget(): void {
    this.#held = null;
  }

  #look(): Promise<Books> {
    this.#running = this.#current().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  #read<T>(work: (tx: WorkspaceTransaction) => Promise<T>): Promise<T> {
    return inWorkspace(this.#db, this.#id, work, { readOnly: true, isolation: "repeatable read" });
  }

  async #current(): Promise<Books> {
    const held = this.#held;
    const { workspace, changes } = await this.#read(async (tx) => ({
      workspace: await findWorkspace(tx),
      changes: await changedSince(tx, held?.mark ?? null),
    }));
    const { accountIds, ratesChanged, recordIds, houseChanged, mark } = changes;
    const same =
      held !== null &&
      held.workspace.demoRemovedAt === workspace.demoRemovedAt &&
      held.workspace.reportingCurrency === workspace.reportingCurrency;
    if (held && same && accountIds.length === 0 && !ratesChanged) {
      const recorded = recordIds.length > 0 || houseChanged ? await this.#recorded(held, changes) : held;
      await customerRecordsInTurns(recorded.books);
      this.#held = { ...recorded, mark, workspace };
      return recorded.books;
    }
    await catchUp(this.#db, this.#id);
    const few = accountIds !== "all" && accountIds.length < fewOf(held?.ledgers.length ?? 0);
    const next =
      held && same && few
        ? await this.#changed(held, accountIds, changes)
        : await this.#everything(workspace);
    // Nearly everybody asks for the records: whoever does finds them made, and waits for nobody.
    await customerRecordsInTurns(next.books);
    this.#held = { ...next, mark, workspace };
    return next.books;
  }

  async #everything(workspace: Workspace): Promise<Omit<Held, "mark" | "workspace">> {
    const { all, ledgers } = await this.#read(async (tx) => ({
      all: await loadFacts(tx),
      ledgers: await loadMovements(tx, stored.key),
    }));
    return { all, ledgers, books: new Books(await knownOf(all), ledgers, workspace.reportingCurrency) };
  }

  /** What people put on record changes no movement: the books keep all they have laid out. */
  async #recorded(held: Held, changes: Recorded): Promise<Omit<Held, "mark" | "workspace">> {
    const records = await this.#read((tx) => recordsAnew(tx, held.all, changes));
    const known = withNews(held.books.known, records, whose(changes));
    return { all: known.all, ledgers: held.ledgers, books: held.books.recording(known) };
  }

  async #changed(
    held: Held,
    accountIds: readonly AccountId[],
    changes: Recorded,
  ): Promise<Omit<Held, "mark" | "workspace">> {
    // One snapshot for both: another server's commit between them would give attributes and ARR of two states.
    const { all, known, touched, fresh } = await this.#read(async (tx) => {
      const all = {
        ...replaced(held.all, await loadLedgerFacts(tx, { accountIds }), accountIds),
        ...(await recordsAnew(tx, held.all, changes)),
      };
      const known = await knownOf(all);
      const touched = touchedCustomers(all, known.now, accountIds, stored.policy);
      return { all, known, touched, fresh: await loadMovements(tx, stored.key, { accountIds: touched }) };
    });
    const gone = new Set(touched);
    const ledgers = [...held.ledgers.filter((ledger) => !gone.has(ledger.accountId)), ...fresh].sort(
      (a, b) => (a.accountId < b.accountId ? -1 : 1),
    );
    const preferred = held.workspace.reportingCurrency;
    const books = new Books(known, ledgers, preferred, held.books.lend(touched)).following(held.books);
    return { all, ledgers, books };
  }
}

/** The accounts something new was put on record of; null: the workspace. */
function whose({ recordIds, houseChanged }: Recorded): ReadonlySet<AccountId | null> {
  return new Set([...recordIds, ...(houseChanged ? [null] : [])]);
}

/** Facts with those of some accounts loaded anew. Merges, splits and rates are always loaded whole. */
function replaced(held: LedgerFacts, loaded: LedgerFacts, accountIds: readonly AccountId[]): LedgerFacts {
  const anew = new Set(accountIds);
  const others = <F extends { accountId: AccountId }>(facts: readonly F[]) =>
    facts.filter((fact) => !anew.has(fact.accountId));
  return {
    ...loaded,
    accounts: [...others(held.accounts), ...loaded.accounts],
    attributes: [...others(held.attributes), ...loaded.attributes],
    lines: [...others(held.lines), ...loaded.lines],
  };
}

/** Journal and usage with those of some accounts, and where it changed what is about the workspace, loaded anew. */
async function recordsAnew(tx: WorkspaceTransaction, held: FactSet, changes: Recorded): Promise<RecordFacts> {
  const { recordIds: accountIds, houseChanged: house } = changes;
  if (accountIds.length === 0 && !house) return { journal: held.journal, usage: held.usage };
  const loaded = await loadRecordFacts(tx, { accountIds, house });
  const anew = whose(changes);
  const others = <F extends { accountId: AccountId | null }>(facts: readonly F[]) =>
    facts.filter((fact) => !anew.has(fact.accountId));
  const sameUsage = loaded.usage.length === held.usage.filter(({ accountId }) => anew.has(accountId)).length;
  return {
    journal: [...others(held.journal), ...loaded.journal],
    // Facts are only ever added: as many are the same ones.
    usage: sameUsage ? held.usage : [...others(held.usage), ...loaded.usage],
  };
}
