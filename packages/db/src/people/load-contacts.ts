import type { AccountId, ContactId } from "@termwise/core/kernel";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { type Contact, toContact } from "./contact.ts";
import { contacts } from "./tables/contact.ts";

/** The contacts of some account records, in the order they were added; erased ones too, since facts may speak of them. */
export async function loadContacts(
  tx: WorkspaceTransaction,
  accountIds: readonly AccountId[],
): Promise<Contact[]> {
  if (accountIds.length === 0) return [];
  const rows = await tx.tables
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, tx.workspaceId), inArray(contacts.accountId, [...accountIds])))
    .orderBy(asc(contacts.addedAt), asc(contacts.name), asc(contacts.id));
  return rows.map(toContact);
}

/** The contact of an id, held against changes by others until the transaction ends; null when there is none. */
export async function findContact(tx: WorkspaceTransaction, id: ContactId): Promise<Contact | null> {
  const [row] = await tx.tables
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, tx.workspaceId), eq(contacts.id, id)))
    .for("no key update");
  return row ? toContact(row) : null;
}
