import type { AccountId, ContactId, Instant, MemberId } from "@termwise/core/kernel";
import type { contacts } from "./tables/contact.ts";

/** What is personal of a contact: it can be erased. */
export interface ContactPerson {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly note: string | null;
}

/** A person at a customer. Once erased, all that is personal is null, and the id stays for what speaks of it. */
export interface Contact extends ContactPerson {
  readonly id: ContactId;
  readonly accountId: AccountId;
  readonly addedBy: MemberId | null;
  readonly addedAt: Instant;
  readonly changedAt: Instant;
  readonly erasedAt: Instant | null;
}

export const toContact = ({ workspaceId: _, ...row }: typeof contacts.$inferSelect): Contact => ({
  ...row,
  id: row.id as ContactId,
  accountId: row.accountId as AccountId,
  addedBy: row.addedBy as MemberId | null,
  addedAt: row.addedAt as Instant,
  changedAt: row.changedAt as Instant,
  erasedAt: row.erasedAt as Instant | null,
});
