import type {
  AccountAttribute,
  AttributeFact,
  ContactRole,
  ContactState,
  EntryOf,
  JournalFact,
  TouchpointKind,
} from "../facts/index.ts";
import { AccountId, ContactId, type Day, day, EntryId, firstDay, instant } from "../kernel/index.ts";
import type { CustomerRecord } from "./customer-record.ts";

/** A role of a person at the customer, in the few words an example needs. People are written as short names. */
export interface PlainRole {
  readonly who: string;
  readonly role: ContactRole;
  readonly since: string;
  readonly state?: ContactState;
  readonly influence?: 1 | 2 | 3;
  readonly counterpart?: string;
}

/** A touchpoint in the few words an example needs; without `by` one of us is named, `null`: a system sent it. */
export interface PlainTouch {
  readonly on: string;
  readonly type: TouchpointKind;
  readonly with?: readonly string[];
  readonly ours?: readonly string[];
  readonly by?: string | null;
  readonly direction?: "ours" | "theirs";
}

/** An attribute of the account, from a day on, or from the beginning. */
export interface PlainAttribute {
  readonly attribute: AccountAttribute;
  readonly value: string | null;
  readonly from?: string;
}

/** What is on record of one customer, as examples write it. */
export interface PlainRecord {
  readonly attributes?: readonly PlainAttribute[];
  readonly roles?: readonly PlainRole[];
  readonly touches?: readonly PlainTouch[];
  /** The account passed from the AE to the CSM. */
  readonly moved?: { readonly on: string; readonly to: string };
}

const accountId = AccountId.parse("acc_A");
const learned = instant("2026-01-01T00:00:00Z");
const source = { system: "example", file: null, line: null } as const;

/** A person's id as examples write people: `ana` is `con_ana`. */
export const personId = (who: string): ContactId => ContactId.parse(`con_${who}`);
/** How examples write the person of an id. */
export const personName = (id: ContactId): string => id.slice("con_".length);

/** The record a plain one stands for. Its account is `acc_A`. */
export function recordOf(plain: PlainRecord): CustomerRecord {
  const journal = [
    ...(plain.roles ?? []).map((role, at) =>
      entry(`r${at}`, day(role.since), roleEntry(role), "mem_example"),
    ),
    ...(plain.touches ?? []).map((touch, at) =>
      entry(`t${at}`, day(touch.on), touchEntry(touch), touch.by === undefined ? "mem_example" : touch.by),
    ),
    ...(plain.moved
      ? [
          entry(
            "moved",
            day(plain.moved.on),
            { of: "ownership_moved", from: null, to: plain.moved.to },
            "mem_example",
          ),
        ]
      : []),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return {
    accountId,
    attributes: (plain.attributes ?? []).map(attributeFact),
    lines: [],
    movements: [],
    journal,
    usage: [],
  };
}

function attributeFact({ attribute, value, from }: PlainAttribute): AttributeFact {
  return {
    kind: "attribute",
    accountId,
    attribute,
    value,
    effectiveOn: from === undefined ? firstDay : day(from),
    recordedAt: learned,
    source: { ...source, key: `${attribute} ${from ?? ""}` },
  };
}

function entry(id: string, on: Day, what: JournalFact["entry"], by: string | null): JournalFact {
  return {
    kind: "journal",
    entryId: EntryId.parse(`ent_${id}`),
    accountId,
    at: instant(`${on}T12:00:00Z`),
    by,
    withdrawn: null,
    entry: what,
    effectiveOn: on,
    recordedAt: learned,
    source: { ...source, key: id },
  };
}

function roleEntry(role: PlainRole): EntryOf<"contact_role"> {
  return {
    of: "contact_role",
    contactId: personId(role.who),
    role: role.role,
    state: role.state ?? "active",
    since: day(role.since),
    influence: role.influence ?? null,
    sentiment: null,
    counterpart: role.counterpart ?? null,
    note: null,
  };
}

function touchEntry(touch: PlainTouch): EntryOf<"touchpoint"> {
  return {
    of: "touchpoint",
    type: touch.type,
    direction: touch.direction ?? null,
    contacts: (touch.with ?? []).map(personId),
    ours: [...(touch.ours ?? [])],
    text: "As it was written down.",
    outcome: null,
    nextStep: null,
  };
}
