import type { AccountId, ContactId, Instant } from "@termwise/core/kernel";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { ContactPerson } from "./contact.ts";
import { contacts } from "./tables/contact.ts";

/** A contact that has its id already, because facts speak of it. */
export interface KnownContact extends ContactPerson {
  readonly id: ContactId;
  readonly accountId: AccountId;
  readonly addedAt: Instant;
}

/** Rows of one statement: each has a parameter for every column. */
const rowsAtOnce = 500;

/** Adds contacts under the ids facts know them by. Nobody is named as having added them. */
export async function addContacts(tx: WorkspaceTransaction, added: readonly KnownContact[]): Promise<void> {
  for (let from = 0; from < added.length; from += rowsAtOnce)
    await tx.tables.insert(contacts).values(
      added
        .slice(from, from + rowsAtOnce)
        .map(({ id, accountId, name, email, phone, title, note, addedAt }) => ({
          workspaceId: tx.workspaceId,
          ...{ id, accountId, name, email, phone, title, note, addedAt },
          changedAt: addedAt,
        })),
    );
}
