import type { Instant } from "@termwise/core/kernel";
import { addPayRecord, type PayRecordKind, type WorkspaceTransaction } from "@termwise/db";
import { type PayBody, payBodies } from "./pay-records.ts";
import type { PayState } from "./pay-state.ts";

/** A transaction that puts something on record about pay: what stands in it, who writes, and when. */
export interface PayWriting {
  readonly tx: WorkspaceTransaction;
  readonly state: PayState;
  /** A member's id, or a name that came with the data. */
  readonly by: string | null;
  readonly at: Instant;
}

/** Puts one thing on record about pay; returns its id. */
export function putPay<Kind extends PayRecordKind>(
  { tx, by, at }: Omit<PayWriting, "state">,
  kind: Kind,
  about: { readonly subject: string; readonly person?: string | null; readonly body: PayBody<Kind> },
): Promise<string> {
  const body = payBodies[kind].parse(about.body) as Record<string, unknown>;
  return addPayRecord(tx, { kind, subject: about.subject, person: about.person ?? null, at, by, body });
}
