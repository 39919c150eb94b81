import { AccountId, ContactId, Failure } from "@termwise/core/kernel";
import { customers, houseLedgerPolicy } from "@termwise/core/ledger";
import {
  type AuditEvent,
  addContact,
  appendAudit,
  type Contact,
  changeContact,
  eraseContact,
  findContact,
  loadContacts,
  type WorkspaceTransaction,
} from "@termwise/db";
import { z } from "zod";
import { keptAddress, writtenLine } from "../auth/written.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { ownMembership } from "./member-rules.ts";

const personal = {
  name: writtenLine(200),
  email: keptAddress.nullable(),
  phone: writtenLine(60).nullable(),
  title: writtenLine(120).nullable(),
  note: z
    .string()
    .trim()
    .max(2_000)
    .regex(/^[^\p{Cs}\0]*$/u, "holds characters that cannot be seen; type it anew")
    .nullable(),
};
const oneContact = z.strictObject({ contactId: ContactId });
const Added = z.strictObject({
  accountId: AccountId,
  name: personal.name,
  email: personal.email.default(null),
  phone: personal.phone.default(null),
  title: personal.title.default(null),
  note: personal.note.default(null),
});
const Changed = z
  .strictObject({
    contactId: ContactId,
    name: personal.name.optional(),
    email: personal.email.optional(),
    phone: personal.phone.optional(),
    title: personal.title.optional(),
    note: personal.note.optional(),
  })
  .refine(({ contactId: _, ...change }) => Object.keys(change).length > 0, "Say what to change");

/**
 * People at customers: personal data, which lies in one table and can be erased. All else, the audit log too, speaks of
 * them by id. An account outside of one's scope has no contacts one could find.
 */
export const contactsRouter = router({
  /** The contacts of a customer, the first added first; of one that was erased only the id and that it was. */
  ofAccount: procedure
    .input(z.strictObject({ accountId: AccountId }))
    .query(async ({ ctx: { termwise }, input: { accountId } }) => {
      const records = await recordsOf(termwise, accountId);
      if (records.length === 0) throw noAccount(accountId);
      const contacts = await termwise.read((tx) => loadContacts(tx, records));
      return contacts.map(shown);
    }),
  /** Adds a contact to an account; answers with its id. */
  add: procedure.input(Added).mutation(async ({ ctx: { termwise, who, acting }, input }) => {
    if ((await recordsOf(termwise, input.accountId)).length === 0) throw noAccount(input.accountId);
    const addedBy = ownMembership(who)?.id ?? null;
    return termwise.write(async (tx) => {
      const id = await addContact(tx, { ...input, addedBy, now: acting.at });
      await tell(tx, { ...acting, action: "contact_added" }, id, { accountId: input.accountId });
      return { id };
    });
  }),
  /** Changes what is given of a contact. Refused (412) for one that was erased. */
  change: procedure
    .input(Changed)
    .mutation(async ({ ctx: { termwise, acting }, input: { contactId, ...change } }) => {
      const sees = await eyesOf(termwise);
      await termwise.write(async (tx) => {
        await standing(tx, contactId, sees);
        await changeContact(tx, contactId, change, acting.at);
        // Which fields, never what stood or stands in them.
        await tell(tx, { ...acting, action: "contact_changed" }, contactId, { fields: Object.keys(change) });
      });
      return null;
    }),
  /** Erases what is personal of a contact, for good. The id stays, for what speaks of it. Refused (412) a second time. */
  erase: procedure.input(oneContact).mutation(async ({ ctx: { termwise, acting }, input: { contactId } }) => {
    const sees = await eyesOf(termwise);
    await termwise.write(async (tx) => {
      await standing(tx, contactId, sees);
      await eraseContact(tx, contactId, acting.at);
      await tell(tx, { ...acting, action: "contact_erased" }, contactId);
    });
    return null;
  }),
});

const noAccount = (id: AccountId) => new Failure("not_found", `There is no account ${id}`);
const noContact = () => new Failure("not_found", "There is no such contact");

const erasedName = "Erased contact";

function shown({ addedBy: _, ...contact }: Contact) {
  return contact.erasedAt === null ? contact : { ...contact, name: erasedName };
}

/** The account records that are one customer with this one, among those the caller sees; none when they see it not. */
async function recordsOf(termwise: Termwise, asked: AccountId): Promise<AccountId[]> {
  const { now } = (await termwise.books()).known;
  const { ofAccount } = customers(now, houseLedgerPolicy);
  const customer = ofAccount(asked);
  return now.accounts.map((fact) => fact.accountId).filter((id) => ofAccount(id) === customer);
}

/** Tells whether the caller sees an account. */
async function eyesOf(termwise: Termwise): Promise<(id: AccountId) => boolean> {
  const { now } = (await termwise.books()).known;
  const seen = new Set(now.accounts.map((fact) => fact.accountId));
  return (id) => seen.has(id);
}

/** A contact the caller sees and that was not erased. One of an account they do not see is told of like one there never was. */
async function standing(
  tx: WorkspaceTransaction,
  id: ContactId,
  sees: (id: AccountId) => boolean,
): Promise<void> {
  const contact = await findContact(tx, id);
  if (contact === null || !sees(contact.accountId)) throw noContact();
  if (contact.erasedAt !== null) throw new Failure("refused", "This contact was erased");
}

async function tell(
  tx: WorkspaceTransaction,
  event: AuditEvent,
  id: ContactId,
  details: Record<string, unknown> = {},
): Promise<void> {
  await appendAudit(tx, tx.workspaceId, { ...event, subject: { kind: "contact", id }, details });
}
