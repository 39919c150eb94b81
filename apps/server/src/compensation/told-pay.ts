import type { AuditAction } from "@termwise/core/access";
import { Failure } from "@termwise/core/kernel";
import { appendAudit, type WorkspaceTransaction } from "@termwise/db";
import { authorsOf } from "../auth/names.ts";
import { payReaderIn, readingPersonsPay } from "../auth/pay-door.ts";
import { type PayContext, type PersonPay, wholeBooks } from "./pay-context.ts";
import { loadPay } from "./pay-state.ts";
import { contentsOf } from "./statement-content.ts";

/** Tells the audit log of something done about pay, in the transaction that does it: never an amount. */
export const tellOfPay = (
  { acting }: Pick<PayContext, "acting">,
  tx: WorkspaceTransaction,
  action: AuditAction,
  id: string,
): Promise<void> =>
  appendAudit(tx, tx.workspaceId, { ...acting, action, subject: { kind: "pay_record", id } });

/**
 * Reads a person's pay for the command line. It reads on behalf of a member who may, whom it names, and the audit log is
 * told both: whoever runs it holds the data, and that is no reason of its own to read pay.
 */
export async function readingPayFor<T>(
  context: PayContext,
  { person, as, what }: { readonly person: string; readonly as: string; readonly what: string },
  read: (pay: PersonPay) => Promise<T> | T,
): Promise<T> {
  const { whole, ...moment } = await wholeBooks(context);
  const { acting, who } = context;
  const reader = (await whole.read((tx) => payReaderIn(tx, null, acting.at))).memberOf(as);
  if (reader === null) throw new Failure("not_found", `No member is known as ${as}`);
  return readingPersonsPay({ termwise: whole, who, acting, person, what, reader }, async (tx, door) => {
    const state = await loadPay(tx, contentsOf(person));
    const writing = { tx, state, by: reader, at: acting.at };
    return read({ sources: { ...moment, state }, door, nameOf: await authorsOf(tx), writing });
  });
}
