import type { AccountId, ContactId, Instant, MemberId } from "@termwise/core/kernel";
import { and, eq } from "drizzle-orm";
import { randomText } from "../access/new-id.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { ContactPerson } from "./contact.ts";
import { contacts } from "./tables/contact.ts";

/** A contact to be added. */
export interface NewContact extends ContactPerson {
  readonly accountId: AccountId;
  readonly addedBy: MemberId | null;
  readonly now: Instant;
}

/** Adds a contact of an account. */
export async function addContact(
  tx: WorkspaceTransaction,
  { now, ...contact }: NewContact,
): Promise<ContactId> {
  const id = `con_${randomText()}` as ContactId;
  await tx.tables
    .insert(contacts)
    .values({ workspaceId: tx.workspaceId, id, ...contact, addedAt: now, changedAt: now });
  return id;
}

/** Changes what is given of a contact. */
export async function changeContact(
  tx: WorkspaceTransaction,
  id: ContactId,
  changed: Partial<ContactPerson>,
  now: Instant,
): Promise<void> {
  await tx.tables
    .update(contacts)
    .set({ ...changed, changedAt: now })
    .where(and(eq(contacts.workspaceId, tx.workspaceId), eq(contacts.id, id)));
}

/** Empties all that is personal of a contact, for good. The id stays. */
export async function eraseContact(tx: WorkspaceTransaction, id: ContactId, now: Instant): Promise<void> {
  await tx.tables
    .update(contacts)
    .set({ name: null, email: null, phone: null, title: null, note: null, changedAt: now, erasedAt: now })
    .where(and(eq(contacts.workspaceId, tx.workspaceId), eq(contacts.id, id)));
}
