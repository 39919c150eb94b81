import type { EntryOf } from "../facts/index.ts";
import type { ContactId, Day } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "./customer-record.ts";
import { rolesOn } from "./roles-held.ts";

/** What a check of an entry about people knows beside the record: the day of the entry, and the contacts of the account. */
export interface PeopleContext {
  readonly on: Day;
  /** The people known at the customer, without those that were erased. */
  readonly contacts: ReadonlySet<ContactId>;
}

type Check<Kind extends "contact_role" | "touchpoint"> = (
  record: CustomerRecord,
  rules: HouseRules,
  entry: EntryOf<Kind>,
  context: PeopleContext,
) => string | null;

const unknown = "is not among the contacts of this account. Add the person to the account first.";

const contactRole: Check<"contact_role"> = (record, _, entry, { on, contacts }) => {
  if (!contacts.has(entry.contactId)) return `${entry.contactId} ${unknown}`;
  if (entry.since > on)
    return `The role is said to hold from ${entry.since}, which is still to come. Put it on record when it has happened.`;
  const held = rolesOn(record, entry.since).find(
    ({ contactId, role }) => contactId === entry.contactId && role === entry.role,
  );
  if (entry.state !== "active" && held?.now.state !== "active")
    return `On ${entry.since} this person did not have the role, so they cannot have ${entry.state} from it. Put on record first from when they had it.`;
  return null;
};

const touchpoint: Check<"touchpoint"> = (_record, _rules, entry, { contacts }) => {
  const stranger = entry.contacts.find((contact) => !contacts.has(contact));
  if (stranger !== undefined) return `${stranger} ${unknown}`;
  if (entry.type === "ebr" && entry.contacts.length === 0)
    return "An executive business review is one with the customer's executives. Say who of them took part.";
  return null;
};

/** Why an entry about people is refused, by kind: a sentence that says what to do instead, or null. */
export const peopleChecks = { contact_role: contactRole, touchpoint } as const;
