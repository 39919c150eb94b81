import type { FactSet } from "@termwise/core/facts";
import type { AccountId } from "@termwise/core/kernel";
import { type SQL, sql } from "drizzle-orm";
import { selectAs } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { accountFact, attributeFact, mergeFact, splitFact } from "./rows/account.ts";
import { lineFact } from "./rows/contract-line.ts";
import { rateFact } from "./rows/fx-rate.ts";
import { journalFact } from "./rows/journal.ts";
import { usageFact } from "./rows/usage-reading.ts";
import { account } from "./tables/account.ts";
import { accountAttribute } from "./tables/account-attribute.ts";
import { accountMerge } from "./tables/account-merge.ts";
import { accountSplit } from "./tables/account-split.ts";
import { contractLine } from "./tables/contract-line.ts";
import { fxRate } from "./tables/fx-rate.ts";
import { journal } from "./tables/journal.ts";
import { usageReading } from "./tables/usage-reading.ts";

/** The facts movements are derived from: all but the journal and usage, which are loaded apart. */
export type LedgerFacts = Omit<FactSet, "journal" | "usage">;

/** What people and systems put on record, and readings of usage. */
export type RecordFacts = Pick<FactSet, "journal" | "usage">;

interface Of {
  readonly accountIds?: readonly AccountId[];
}

const orderBy = sql`seq`;
const ofAccounts = (accountIds: readonly AccountId[]): SQL =>
  sql`account_id = any(${sql.param([...accountIds])}::text[])`;

/**
 * The facts movements are derived from, in the order they were appended, every version of them (see `factsKnownAt`).
 * With `accountIds`, accounts, attributes and lines of these account records alone; merges, splits and rates always
 * whole, since they decide which records are one customer.
 */
export async function loadLedgerFacts(
  tx: WorkspaceTransaction,
  { accountIds }: Of = {},
): Promise<LedgerFacts> {
  const where = accountIds && ofAccounts(accountIds);
  return {
    accounts: await selectAs(tx, account, accountFact, { where, orderBy }),
    attributes: await selectAs(tx, accountAttribute, attributeFact, { where, orderBy }),
    merges: await selectAs(tx, accountMerge, mergeFact, { orderBy }),
    splits: await selectAs(tx, accountSplit, splitFact, { orderBy }),
    lines: await selectAs(tx, contractLine, lineFact, { where, orderBy }),
    fxRates: await selectAs(tx, fxRate, rateFact, { orderBy }),
  };
}

/**
 * The journal and the readings of usage, every version, in the order they were appended. With `accountIds`, those of
 * these account records and what is about the workspace; without the latter where `house` is false: lists others report
 * stand there, and may be long.
 */
export async function loadRecordFacts(
  tx: WorkspaceTransaction,
  { accountIds, house = true }: Of & { readonly house?: boolean } = {},
): Promise<RecordFacts> {
  const where = accountIds && ofAccounts(accountIds);
  const ofJournal = where && house ? sql`(${where} or account_id is null)` : where;
  return {
    journal: await selectAs(tx, journal, journalFact, { where: ofJournal, orderBy }),
    usage: await selectAs(tx, usageReading, usageFact, { where, orderBy }),
  };
}

/** All facts of the workspace, as {@link loadLedgerFacts} and {@link loadRecordFacts} give them. */
export async function loadFacts(tx: WorkspaceTransaction, of: Of = {}): Promise<FactSet> {
  return { ...(await loadLedgerFacts(tx, of)), ...(await loadRecordFacts(tx, of)) };
}
