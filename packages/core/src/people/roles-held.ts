import {
  type ContactRole,
  type ContactState,
  type EntryOf,
  entriesOf,
  type JournalOf,
} from "../facts/index.ts";
import { type ContactId, type Day, type EntryId, groupBy, type Instant } from "../kernel/index.ts";
import type { CustomerRecord } from "./customer-record.ts";

/** What was put on record of a person's role, and the days it held: from `since` to the day before `until`. */
export interface RoleSpell {
  readonly entryId: EntryId;
  readonly state: ContactState;
  readonly since: Day;
  /** The first day the next word about this role holds; null: it still holds. */
  readonly until: Day | null;
  readonly influence: EntryOf<"contact_role">["influence"];
  readonly sentiment: EntryOf<"contact_role">["sentiment"];
  readonly counterpart: string | null;
  readonly note: string | null;
  readonly by: string | null;
  readonly at: Instant;
}

/** A role a person at the customer has, or had, on a day: how it stands, and what was said of it before. */
export interface RoleHeld {
  readonly contactId: ContactId;
  readonly role: ContactRole;
  readonly now: RoleSpell;
  /** Every word about this role up to the day, the first one first; the last one is `now`. */
  readonly spells: readonly RoleSpell[];
}

const inOrder = (a: JournalOf<"contact_role">, b: JournalOf<"contact_role">): number =>
  a.entry.since === b.entry.since ? (a.at < b.at ? -1 : 1) : a.entry.since < b.entry.since ? -1 : 1;

/**
 * The roles people at the customer have had by a day. Each word about a person and a role holds from its `since` until
 * the next one, so that "left" does not wipe out the months before it; one person may have several roles.
 */
export function rolesOn(record: CustomerRecord, on: Day): RoleHeld[] {
  const said = entriesOf(record.journal, "contact_role").filter(
    ({ withdrawn, entry }) => withdrawn === null && entry.since <= on,
  );
  const held = groupBy(said, ({ entry }) => `${entry.contactId} ${entry.role}`);
  return [...held.values()].flatMap((entries) => {
    const spells = entries.sort(inOrder).map((fact, index, all) => spellOf(fact, all[index + 1]));
    const [first, now] = [entries[0], spells.at(-1)];
    return first && now ? [{ contactId: first.entry.contactId, role: first.entry.role, now, spells }] : [];
  });
}

function spellOf(
  { entryId, entry, by, at }: JournalOf<"contact_role">,
  next: JournalOf<"contact_role"> | undefined,
): RoleSpell {
  const { state, since, influence, sentiment, counterpart, note } = entry;
  const until = next?.entry.since ?? null;
  return { entryId, state, since, until, influence, sentiment, counterpart, note, by, at };
}

/** Whether a person has a role on a day: active in it, not moved on and not left. */
export function holdsRole(record: CustomerRecord, contactId: ContactId, role: ContactRole, on: Day): boolean {
  return holdersOf(rolesOn(record, on), role).some((held) => held.contactId === contactId);
}

/** Those of some roles that are active holders of one role. */
export function holdersOf(roles: readonly RoleHeld[], role: ContactRole): RoleHeld[] {
  return roles.filter((held) => held.role === role && held.now.state === "active");
}

/** Roles that decide, whoever has them. */
const deciding: readonly ContactRole[] = ["sponsor", "economic_buyer"];

/**
 * Whether a role makes a key stakeholder: somebody active who decides (sponsor, economic buyer), or who moves those who
 * do (champion, or an influence of 2 or more).
 */
export function isKey({ role, now }: Pick<RoleHeld, "role" | "now">): boolean {
  if (now.state !== "active") return false;
  return deciding.includes(role) || role === "champion" || (now.influence ?? 0) >= 2;
}
