import type { Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { insertRows, selectRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { StatementStep } from "./names.ts";
import { payStatement } from "./tables/statement.ts";
import { payStatementStep } from "./tables/statement-step.ts";

/** A draft of a statement as lists know it: whose it is and when it was made, and the hash of what it says. */
export interface StatementHead {
  readonly number: number;
  readonly revision: number;
  readonly person: string;
  readonly period: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly hash: string;
}

/** A draft of a statement as it is stored. */
export interface StoredStatement extends StatementHead {
  readonly content: string;
}

/** A step that was taken with a draft of a statement. */
export interface StoredStep {
  readonly number: number;
  readonly revision: number;
  readonly step: StatementStep;
  readonly at: Instant;
  readonly by: string | null;
}

/** Stores a draft of a statement. Of two with one number and revision the second fails; nothing stored is ever changed. */
export function addStatement(tx: WorkspaceTransaction, statement: StoredStatement): Promise<void> {
  return insertRows(tx, payStatement, [statement]);
}

/** Takes a step with a draft. It fails for a step taken before, and where another draft of the statement was published. */
export function addStatementStep(tx: WorkspaceTransaction, step: StoredStep): Promise<void> {
  return insertRows(tx, payStatementStep, [step]);
}

/** Every draft of every statement by number and revision, without what it says: that is long. */
export async function loadStatementHeads(tx: WorkspaceTransaction): Promise<StatementHead[]> {
  const rows = await selectRows(tx, payStatement, { orderBy: sql`number, revision`, without: "content" });
  return rows.map(({ number, revision, person, period, at, by, hash }) => ({
    number,
    revision,
    person,
    period,
    at: at as Instant,
    by,
    hash,
  }));
}

/** What drafts say, by their hashes. */
export async function loadStatementContents(
  tx: WorkspaceTransaction,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await selectRows(tx, payStatement, {
    where: sql`hash in (select json_array_elements_text(${JSON.stringify(hashes)}::json))`,
    orderBy: sql`number, revision`,
  });
  return new Map(rows.map(({ hash, content }) => [hash, content]));
}

/** Every step taken with a statement, in their order. */
export async function loadStatementSteps(tx: WorkspaceTransaction): Promise<StoredStep[]> {
  const rows = await selectRows(tx, payStatementStep, { orderBy: sql`number, revision, at` });
  return rows.map((row) => ({ ...row, at: row.at as Instant }));
}
