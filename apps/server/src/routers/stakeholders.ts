import { AccountEntry, contactRoles, entriesOf } from "@termwise/core/facts";
import { AccountId, type ContactId, Day, groupBy, MemberId } from "@termwise/core/kernel";
import {
  approversOn,
  assignmentsOn,
  escalationOn,
  housePeoplePolicy,
  isKey,
  isReachable,
  lastTouch,
  reaches,
  relationshipMoves,
  responses,
  rolesOn,
  stakeholderGaps,
  touchesOn,
} from "@termwise/core/people";
import { addContact, appendAudit, loadContacts } from "@termwise/db";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { keptAddress, writtenLine } from "../auth/written.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerOf, writeEntry } from "../journal/write-entry.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { allowedFor, writerOf } from "./journal.ts";

const Added = z.strictObject({
  accountId: AccountId,
  person: z.strictObject({
    name: writtenLine(200),
    email: keptAddress.nullable().default(null),
    phone: writtenLine(60).nullable().default(null),
    title: writtenLine(120).nullable().default(null),
    note: writtenLine(2_000).nullable().default(null),
  }),
  role: z.strictObject({
    role: z.enum(contactRoles),
    since: Day,
    influence: z.int().min(1).max(3).nullable().default(null),
    sentiment: z.enum(["positive", "neutral", "negative"]).nullable().default(null),
    counterpart: writtenLine(200).nullable().default(null),
    note: writtenLine(1_000).nullable().default(null),
  }),
});

/** The people at customers, in the roles they have, and what is missing among them. */
export const stakeholdersRouter = router({
  /**
   * Everybody known at an account on a day (default: today): contacts with their roles since when, how those came about,
   * and when they were last in touch; what is missing; which relations passed from whom to whom; whose approval a renewal
   * needs; how a matter is raised past the everyday line.
   */
  ofAccount: procedure
    .input(z.strictObject({ accountId: AccountId, on: Day.optional() }))
    .query(async ({ ctx: { termwise }, input: { accountId: asked, on = termwise.today() } }) => {
      const { record, ids } = await customerOf(termwise, asked);
      const { accountId } = record;
      const { contacts, author } = await termwise.read(async (tx) => ({
        contacts: await loadContacts(tx, ids),
        author: await authorsOf(tx),
      }));
      const touches = touchesOn(record, on);
      const roles = groupBy(rolesOn(record, on), ({ contactId }) => contactId);
      const known = new Map(contacts.map((contact) => [contact.id, contact]));
      const people = [...new Set<ContactId>([...known.keys(), ...roles.keys()])].map((contactId) => {
        const contact = known.get(contactId);
        const held = roles.get(contactId) ?? [];
        const erased = contact === undefined || contact.erasedAt !== null;
        const own = touches.filter((touch) => reaches(touch, contactId));
        return {
          contactId,
          // Of somebody who was erased the roles stay, and nothing personal.
          name: erased ? null : (contact?.name ?? null),
          title: contact?.title ?? null,
          email: contact?.email ?? null,
          phone: contact?.phone ?? null,
          note: contact?.note ?? null,
          changedAt: contact?.changedAt ?? null,
          erased,
          roles: held.map(({ role, now, spells }) => ({
            role,
            ...now,
            spells: spells.map((spell) => ({ ...spell, by: author(spell.by) })),
          })),
          key: !erased && held.some(isKey),
          reachable: isReachable(touches, contactId, on, housePeoplePolicy),
          lastTouch: lastTouch(touches, on, contactId),
          responses: responses(own),
        };
      });
      // Whoever was erased is on record with their roles, and nobody one could turn to.
      const gone = new Set(people.filter(({ erased }) => erased).map(({ contactId }) => contactId));
      const present = {
        ...record,
        journal: record.journal.filter(
          ({ entry }) => entry.of !== "contact_role" || !gone.has(entry.contactId),
        ),
      };
      const renewalOn = accountsOnDay(await termwise.books(), on).get(accountId)?.renewalOn ?? null;
      return wire({
        accountId,
        on,
        renewalOn,
        people,
        gaps: stakeholderGaps(present, { on, renewalOn, policy: housePeoplePolicy }),
        moves: relationshipMoves(record, on),
        approvers: approversOn(present, on),
        escalation: escalationOn(present, on),
        delegations: entriesOf(record.journal, "confirmation").flatMap(
          ({ entryId, withdrawn, entry, effectiveOn }) =>
            entry.delegatedBy === null || withdrawn !== null || effectiveOn > on
              ? []
              : [{ entryId, from: entry.delegatedBy, to: entry.contactId, on: effectiveOn }],
        ),
        ours: assignmentsOn(record, on),
        policy: housePeoplePolicy,
      });
    }),
  /** Adds a person to an account together with the role they have there; answers with both ids. Refused (412) like the role alone. */
  add: procedure.input(Added).mutation(async ({ ctx, input: { accountId, person, role } }) => {
    const termwise = await allowedFor(ctx, ctx.who, "contact_role");
    const { acting, who } = ctx;
    const { record } = await customerOf(termwise, accountId);
    const writer = writerOf(who, acting);
    const added: { contactId: ContactId | null } = { contactId: null };
    const entryId = await writeEntry(
      termwise,
      {
        accountId,
        entry: async (tx) => {
          const contactId = await addContact(tx, {
            accountId: record.accountId,
            ...person,
            addedBy: writer.by === null ? null : MemberId.parse(writer.by),
            now: acting.at,
          });
          added.contactId = contactId;
          await appendAudit(tx, tx.workspaceId, {
            ...acting,
            action: "contact_added",
            subject: { kind: "contact", id: contactId },
            details: { accountId: record.accountId },
          });
          return AccountEntry.parse({ of: "contact_role", contactId, state: "active", ...role });
        },
      },
      writer,
    );
    return wire({ ...added, entryId });
  }),
});
