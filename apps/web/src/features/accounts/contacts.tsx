import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { momentDay } from "../../lib/format.ts";
import { type Outputs, trpc } from "../../lib/trpc.ts";
import { mayI } from "../../lib/who.ts";
import { Button } from "../../ui/button.tsx";
import { Loaded, Skeleton } from "../../ui/states.tsx";
import type { Account } from "./account.ts";
import { ContactDialog } from "./contact-dialog.tsx";
import { EraseContact } from "./erase-contact.tsx";

/** A person at the customer. */
export type Contact = Outputs["contacts"]["ofAccount"][number];

/** The people at the account: whom one speaks to, and how to reach them. */
export function Contacts({ account }: { account: Account }) {
  const { accountId } = account;
  const query = useQuery(trpc.contacts.ofAccount.queryOptions({ accountId }));
  const [editing, setEditing] = useState<Contact | "new" | null>(null);
  return (
    <section className="card" aria-labelledby="contacts-title">
      <div className="flex items-center justify-between gap-2 px-4 pt-3 pb-2">
        <h2 id="contacts-title" className="text-sm font-semibold">
          Contacts
        </h2>
        {mayI("contacts.add") && (
          <Button aria-haspopup="dialog" onClick={() => setEditing("new")}>
            Add
          </Button>
        )}
      </div>
      <Loaded query={query} what="The contacts" skeleton={<Skeleton className="m-4 h-24" />}>
        {(contacts) => <List contacts={contacts} onChange={setEditing} />}
      </Loaded>
      <ContactDialog editing={editing} accountId={accountId} onClose={() => setEditing(null)} />
    </section>
  );
}

function List({
  contacts,
  onChange,
}: {
  contacts: readonly Contact[];
  onChange: (contact: Contact) => void;
}) {
  const people = contacts.filter(({ erasedAt }) => erasedAt === null);
  const erased = contacts.length - people.length;
  return (
    <>
      {people.length === 0 && (
        <p className="border-t border-line px-4 py-3 text-xs text-muted">No contact is known.</p>
      )}
      <ul aria-label="Contacts">
        {people.map((contact) => (
          <li key={contact.id} className="border-t border-line px-4 py-2.5 text-xs">
            <p className="font-medium">{contact.name}</p>
            {contact.title && <p className="text-2xs text-subtle">{contact.title}</p>}
            {contact.email && (
              <p className="mt-0.5 break-words">
                <a href={`mailto:${contact.email}`} className="rounded-sm text-link hover:underline">
                  {contact.email}
                </a>
              </p>
            )}
            {contact.phone && (
              <p className="num">
                <a
                  href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}
                  className="rounded-sm text-link hover:underline"
                >
                  {contact.phone}
                </a>
              </p>
            )}
            {contact.note && <p className="mt-0.5 whitespace-pre-line text-muted">{contact.note}</p>}
            <p className="num mt-0.5 text-2xs text-subtle">Changed {momentDay(contact.changedAt)}</p>
            <div className="mt-1.5 flex gap-2">
              {mayI("contacts.change") && (
                <Button
                  aria-haspopup="dialog"
                  aria-label={`Change ${contact.name}`}
                  onClick={() => onChange(contact)}
                >
                  Change
                </Button>
              )}
              {mayI("contacts.erase") && <EraseContact contact={contact} />}
            </div>
          </li>
        ))}
      </ul>
      {erased > 0 && (
        <p className="border-t border-line px-4 py-2.5 text-2xs text-subtle">
          {erased === 1 ? "One contact was erased." : `${erased} contacts were erased.`}
        </p>
      )}
    </>
  );
}
