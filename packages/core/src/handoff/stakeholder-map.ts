import { type ContactRole, entriesOf, type JournalFact } from "../facts/index.ts";
import { type ContactId, type Instant, instant } from "../kernel/index.ts";

/** The people a handoff must name. Objectors are named too, or it is declared that there are none. */
export const requiredRoles = ["champion", "sponsor", "daily_contact"] as const satisfies ContactRole[];

/** Who plays which part at the customer, as the handoff needs to know it. */
export interface StakeholderMap {
  readonly champion: readonly ContactId[];
  readonly sponsor: readonly ContactId[];
  readonly daily_contact: readonly ContactId[];
  readonly objectors: readonly ContactId[];
  /** Somebody wrote that nobody objected. */
  readonly noObjectors: boolean;
  /** What is missing, in words; empty when the map is complete. */
  readonly missing: readonly string[];
}

/** From when a role counts: from its entry, or from its day where that is still to come. */
const countsFrom = (fact: JournalFact & { entry: { since: string } }): Instant =>
  fact.entry.since <= fact.effectiveOn ? fact.at : instant(`${fact.entry.since}T00:00:00Z`);

/** The people who have a role at a moment, of the roles on record by then. */
function holders(journal: readonly JournalFact[], at: Instant): Map<ContactRole, ContactId[]> {
  const latest = new Map<string, ReturnType<typeof entriesOf<"contact_role">>[number]>();
  for (const fact of entriesOf(journal, "contact_role")) {
    if (countsFrom(fact) > at) continue;
    const key = `${fact.entry.contactId} ${fact.entry.role}`;
    const held = latest.get(key);
    if (
      !held ||
      held.entry.since < fact.entry.since ||
      (held.entry.since === fact.entry.since && held.at <= fact.at)
    )
      latest.set(key, fact);
  }
  const roles = new Map<ContactRole, ContactId[]>();
  for (const { entry } of latest.values())
    if (entry.state === "active") roles.set(entry.role, [...(roles.get(entry.role) ?? []), entry.contactId]);
  return roles;
}

/** The moments at which the roles on record change. */
export function roleMoments(journal: readonly JournalFact[]): Instant[] {
  return entriesOf(journal, "contact_role").map(countsFrom);
}

/**
 * The stakeholder map at a moment: complete when champion, sponsor and daily contact are named and objectors are named
 * or declared to be none.
 */
export function stakeholderMap(
  journal: readonly JournalFact[],
  at: Instant,
  { noObjectors }: { readonly noObjectors: boolean },
): StakeholderMap {
  const roles = holders(journal, at);
  const of = (role: ContactRole) => roles.get(role) ?? [];
  const objectors = of("objector");
  const missing = [
    ...requiredRoles.filter((role) => of(role).length === 0).map((role) => role.replace("_", " ")),
    ...(objectors.length === 0 && !noObjectors ? ["objectors, or that there are none"] : []),
  ];
  return {
    champion: of("champion"),
    sponsor: of("sponsor"),
    daily_contact: of("daily_contact"),
    objectors,
    noObjectors,
    missing,
  };
}
