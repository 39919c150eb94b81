import { type ContactId, type Day, daysBetween } from "../kernel/index.ts";
import { assignmentsOn } from "./assignments.ts";
import type { CustomerRecord } from "./customer-record.ts";
import type { PeoplePolicy } from "./policy.ts";
import { holdersOf, isKey, type RoleHeld, rolesOn } from "./roles-held.ts";
import { lastTouch, reaches, type Touch, touchesOn } from "./touches.ts";

/**
 * What is missing among the people at a customer. Each is about one relation: a lost champion endangers adoption, a
 * quiet sponsor the renewal, and neither stands in for the other.
 * - `champion_left`: a champion moved or left, and nobody took over whom we have spoken to since. `successor` took over
 *   on paper.
 * - `sponsor_left`: the same of the sponsor.
 * - `sponsor_quiet`: the renewal is near and the sponsor has not been in touch for too long.
 * - `nobody_reachable`: no key stakeholder has been in touch lately.
 * - `still_with_seller`: the account is the CSM's, and the person's counterpart is still the one who sold it.
 */
export type StakeholderGap =
  | { readonly of: "no_champion" | "no_sponsor" }
  | {
      readonly of: "champion_left" | "sponsor_left";
      readonly contactId: ContactId;
      readonly state: "moved" | "left";
      readonly since: Day;
      readonly successor: ContactId | null;
    }
  | {
      readonly of: "sponsor_quiet";
      readonly contactId: ContactId;
      readonly lastTouchOn: Day | null;
      readonly renewalOn: Day;
    }
  | { readonly of: "nobody_reachable"; readonly days: number }
  | { readonly of: "still_with_seller"; readonly contactId: ContactId; readonly counterpart: string };

interface Asked {
  readonly on: Day;
  /** The first day after the term that ends next; null: none ends. */
  readonly renewalOn: Day | null;
  readonly policy: PeoplePolicy;
}

/** What is missing among the people at a customer on a day. A customer of whom no person is known lacks both relations. */
export function stakeholderGaps(record: CustomerRecord, { on, renewalOn, policy }: Asked): StakeholderGap[] {
  const roles = rolesOn(record, on);
  const touches = touchesOn(record, on);
  return [
    ...lost(roles, touches, "champion"),
    ...lost(roles, touches, "sponsor"),
    ...quietSponsors(roles, touches, { on, renewalOn, policy }),
    ...unreachable(roles, touches, on, policy),
    ...notMoved(record, roles, on),
  ];
}

/** Nobody has the role; or who had it is gone, and whoever took over has not been met. */
function lost(
  roles: readonly RoleHeld[],
  touches: readonly Touch[],
  role: "champion" | "sponsor",
): StakeholderGap[] {
  const active = holdersOf(roles, role);
  const gone = roles
    .filter((held) => held.role === role && held.now.state !== "active")
    .sort((a, b) => (a.now.since < b.now.since ? 1 : -1))[0];
  if (!gone || gone.now.state === "active")
    return active.length === 0 ? [{ of: role === "champion" ? "no_champion" : "no_sponsor" }] : [];
  const before = active.filter((held) => held.now.since < gone.now.since);
  const after = active.filter((held) => held.now.since >= gone.now.since);
  const met = after.filter((held) =>
    touches.some((touch) => reaches(touch, held.contactId) && touch.effectiveOn >= held.now.since),
  );
  if (before.length > 0 || met.length > 0) return [];
  return [
    {
      of: role === "champion" ? "champion_left" : "sponsor_left",
      contactId: gone.contactId,
      state: gone.now.state,
      since: gone.now.since,
      successor: after[0]?.contactId ?? null,
    },
  ];
}

function quietSponsors(
  roles: readonly RoleHeld[],
  touches: readonly Touch[],
  { on, renewalOn, policy }: Asked,
): StakeholderGap[] {
  if (renewalOn === null) return [];
  const left = daysBetween(on, renewalOn);
  if (left < 0 || left > policy.sponsorWatchDays) return [];
  return holdersOf(roles, "sponsor").flatMap(({ contactId }): StakeholderGap[] => {
    const last = lastTouch(touches, on, contactId);
    if (last.days !== null && last.days <= policy.sponsorQuietDays) return [];
    return [{ of: "sponsor_quiet", contactId, lastTouchOn: last.on, renewalOn }];
  });
}

/** Whether a person was in touch within the days that count as reachable. */
export function isReachable(
  touches: readonly Touch[],
  contactId: ContactId,
  on: Day,
  policy: PeoplePolicy,
): boolean {
  const { days } = lastTouch(touches, on, contactId);
  return days !== null && days <= policy.reachableDays;
}

function unreachable(
  roles: readonly RoleHeld[],
  touches: readonly Touch[],
  on: Day,
  policy: PeoplePolicy,
): StakeholderGap[] {
  const key = roles.filter(isKey);
  // Without a key stakeholder the missing champion and sponsor have been named already.
  if (key.length === 0 || key.some((held) => isReachable(touches, held.contactId, on, policy))) return [];
  return [{ of: "nobody_reachable", days: policy.reachableDays }];
}

/** Relations that stayed with the seller after the account became the CSM's. */
function notMoved(record: CustomerRecord, roles: readonly RoleHeld[], on: Day): StakeholderGap[] {
  const { csm, ae } = assignmentsOn(record, on);
  const moved = record.journal.some(
    (fact) => fact.entry.of === "ownership_moved" && fact.withdrawn === null && fact.effectiveOn <= on,
  );
  if (!moved || csm === null || ae === null || ae === csm) return [];
  const people = new Set<ContactId>();
  return roles.flatMap((held): StakeholderGap[] => {
    if (!isKey(held) || held.now.counterpart !== ae || people.has(held.contactId)) return [];
    people.add(held.contactId);
    return [{ of: "still_with_seller", contactId: held.contactId, counterpart: ae }];
  });
}
