import { randomBytes } from "node:crypto";
import type { Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { insertRows, selectRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { PayRecordKind } from "./names.ts";
import { payRecord } from "./tables/record.ts";

/** Something put on record about pay. The body has the shape its kind has in the server. */
export interface PayRecord {
  readonly id: string;
  readonly kind: PayRecordKind;
  readonly subject: string;
  readonly person: string | null;
  readonly at: Instant;
  readonly by: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Puts something on record about pay; returns its id. */
export async function addPayRecord(tx: WorkspaceTransaction, record: Omit<PayRecord, "id">): Promise<string> {
  const id = `pay_${randomBytes(10).toString("hex")}`;
  await insertRows(tx, payRecord, [{ ...record, id, body: { ...record.body } }]);
  return id;
}

/** Everything that is on record about pay, in the order it was put there. */
export async function loadPayRecords(tx: WorkspaceTransaction): Promise<PayRecord[]> {
  const rows = await selectRows(tx, payRecord, { orderBy: sql`seq` });
  return rows.map((row) => ({ ...row, at: row.at as Instant }));
}
