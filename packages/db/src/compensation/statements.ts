import type { Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { insertRows, selectRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { StatementStep } from "./names.ts";
import { payStatement } from "./tables/statement.ts";
import { payStatementStep } from "./tables/statement-step.ts";

/** A draft of a statement as it is stored. */
export interface StoredStatement {
  readonly number: number;
  readonly revision: number;
  readonly person: string;
  readonly period: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly content: string;
  readonly hash: string;
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

/** Every draft of every statement, of one person where one is named, by number and revision. */
export async function loadStatements(
  tx: WorkspaceTransaction,
  person: string | null = null,
): Promise<StoredStatement[]> {
  const rows = await selectRows(tx, payStatement, {
    ...(person !== null && { where: sql`person = ${person}` }),
    orderBy: sql`number, revision`,
  });
  return rows.map((row) => ({ ...row, at: row.at as Instant }));
}

/** Every step taken with a statement, in their order. */
export async function loadStatementSteps(tx: WorkspaceTransaction): Promise<StoredStep[]> {
  const rows = await selectRows(tx, payStatementStep, { orderBy: sql`number, revision, at` });
  return rows.map((row) => ({ ...row, at: row.at as Instant }));
}
