import { useState } from "react";
import { counted, dayText } from "../../../lib/format.ts";
import { contactStateNames, sentimentNames } from "../../../lib/people-names.ts";
import { mayI } from "../../../lib/who.ts";
import { Button } from "../../../ui/button.tsx";
import { Chip } from "../../../ui/chip.tsx";
import { type Column, DataTable } from "../../../ui/data-table.tsx";
import { Term } from "../../../ui/term.tsx";
import { ContactDialog } from "../contact-dialog.tsx";
import { EraseContact } from "../erase-contact.tsx";
import { RoleDialog, type RoleEdit } from "./role-dialog.tsx";
import { type Person, personName, type Role, roleName, type Stakeholders } from "./stakeholders.ts";

/** Everybody at the customer, with their roles, who of us keeps the relation, and when they were last in touch. */
export function PeopleTable({ stakeholders }: { stakeholders: Stakeholders }) {
  const [role, setRole] = useState<RoleEdit | null>(null);
  const [contact, setContact] = useState<Person | null>(null);
  const rows = stakeholders.people.filter((person) => !person.erased || person.roles.length > 0);
  return (
    <>
      <DataTable
        caption="Contacts"
        columns={columnsOf({ onRole: setRole, onContact: setContact })}
        rows={ordered(rows)}
        rowKey={(row) => row.contactId}
        tall
      />
      <RoleDialog edit={role} stakeholders={stakeholders} onClose={() => setRole(null)} />
      <ContactDialog
        editing={contact && { ...contact, id: contact.contactId, name: personName(contact) }}
        onClose={() => setContact(null)}
      />
    </>
  );
}

const order = ["sponsor", "champion", "economic_buyer", "daily_contact", "objector", "end_user"];

/** Those with active roles first, in the order of their weight; then those who are gone, then those without a role. */
function ordered(people: readonly Person[]): Person[] {
  const rank = ({ roles, erased }: Person): number => {
    if (erased) return 30;
    const active = roles.filter(({ state }) => state === "active").map(({ role }) => order.indexOf(role));
    return active.length > 0 ? Math.min(...active) : roles.length > 0 ? 10 : 20;
  };
  return [...people].sort((a, b) => rank(a) - rank(b) || personName(a).localeCompare(personName(b), "en"));
}

interface Handlers {
  onRole: (edit: RoleEdit) => void;
  onContact: (person: Person) => void;
}

const unknown = <span className="text-subtle">—</span>;

/** One line for each role of a person, so that columns stay beside their role. */
function perRole(person: Person, of: (role: Role) => React.ReactNode) {
  if (person.roles.length === 0) return unknown;
  return (
    <div className="flex flex-col gap-1 py-1">
      {person.roles.map((role) => (
        <div key={role.role} className="flex min-h-6 items-center">
          {of(role)}
        </div>
      ))}
    </div>
  );
}

function columnsOf({ onRole, onContact }: Handlers): Column<Person>[] {
  const writes = mayI("journal.record");
  return [
    {
      key: "name",
      header: "Name",
      cell: (person) => (
        <div className="w-32 py-1 whitespace-normal sm:w-44">
          <span className="font-medium">{personName(person)}</span>
          {person.title && <small>{person.title}</small>}
          {person.email && (
            <small className="truncate" title={person.email}>
              <a href={`mailto:${person.email}`} className="leading-6 text-link">
                {person.email}
              </a>
            </small>
          )}
          {person.phone && (
            <small>
              <a
                href={`tel:${person.phone.replace(/[^+\d]/g, "")}`}
                className="inline-block leading-6 text-link"
              >
                {person.phone}
              </a>
            </small>
          )}
          {person.note && <small className="whitespace-pre-line">{person.note}</small>}
        </div>
      ),
    },
    {
      key: "roles",
      header: <Term id="stakeholder">Role</Term>,
      cell: (person) =>
        perRole(person, (role) => (
          <span className="inline-flex items-center gap-1.5">
            {writes && !person.erased ? (
              <Button
                look="quiet"
                className="-ml-2.5 h-6! underline decoration-dotted underline-offset-4"
                aria-haspopup="dialog"
                aria-label={`${roleName(role.role)} ${personName(person)}: change`}
                onClick={() => onRole({ person, role })}
              >
                {roleName(role.role)}
              </Button>
            ) : (
              roleName(role.role)
            )}
            {role.state !== "active" && (
              <Chip tone={role.role === "champion" || role.role === "sponsor" ? "negative" : "neutral"}>
                {contactStateNames[role.state]} {dayText(role.since)}
              </Chip>
            )}
          </span>
        )),
    },
    {
      key: "since",
      header: "Since",
      className: "text-muted",
      cell: (person) =>
        perRole(person, (role) => (
          <span className="num">{dayText(role.spells[0]?.since ?? role.since)}</span>
        )),
    },
    {
      key: "view",
      header: "Influence, view of us",
      className: "text-muted",
      cell: (person) =>
        perRole(person, ({ influence, sentiment }) => {
          const known = [
            influence === null ? null : `${influence} of 3`,
            sentiment === null ? null : sentimentNames[sentiment].toLowerCase(),
          ].filter((one) => one !== null);
          return known.length === 0 ? unknown : known.join(", ");
        }),
    },
    {
      key: "counterpart",
      header: "Our counterpart",
      cell: (person) => perRole(person, ({ counterpart }) => counterpart ?? unknown),
    },
    {
      key: "touch",
      header: "Last touch",
      numeric: true,
      cell: ({ lastTouch: { on, days }, responses }) =>
        on === null || days === null ? (
          <span className="text-subtle">never</span>
        ) : (
          <>
            {days === 0 ? "today" : `${counted(days, "day")} ago`}
            <small>{dayText(on)}</small>
            {responses.ours + responses.theirs > 0 && (
              <small>
                {responses.ours} by us, {responses.theirs} by them
              </small>
            )}
          </>
        ),
    },
    {
      key: "actions",
      header: (
        <span className="relative">
          <span className="sr-only">Actions</span>
        </span>
      ),
      cell: (person) => (
        <div className="flex justify-end gap-2">
          {writes && !person.erased && (
            <Button
              aria-haspopup="dialog"
              aria-label={`Give ${personName(person)} a role`}
              onClick={() => onRole({ person, role: null })}
            >
              Role
            </Button>
          )}
          {mayI("contacts.change") && !person.erased && (
            <Button
              aria-haspopup="dialog"
              aria-label={`Change ${personName(person)}`}
              onClick={() => onContact(person)}
            >
              Change
            </Button>
          )}
          {mayI("contacts.erase") && !person.erased && (
            <EraseContact contact={{ id: person.contactId, name: personName(person) }} />
          )}
        </div>
      ),
    },
  ];
}
