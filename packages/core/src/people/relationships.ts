import { entriesBy } from "../facts/index.ts";
import type { ContactId, Day } from "../kernel/index.ts";
import { assignmentsOn } from "./assignments.ts";
import type { CustomerRecord } from "./customer-record.ts";
import { holdersOf, type RoleHeld, rolesOn } from "./roles-held.ts";
import { lastTouch, reaches, touchesOn } from "./touches.ts";

/** A relationship passed from one of our people to another: whose it was, whose it is, and where they were introduced. */
export interface RelationshipMove {
  readonly contactId: ContactId;
  readonly role: RoleHeld["role"];
  readonly from: string;
  readonly to: string;
  readonly on: Day;
  /** The first day all three were in one kickoff or meeting; null: nobody introduced them where it could be seen. */
  readonly introducedOn: Day | null;
}

/** Every passing of a relationship by a day, the first one first: above all from the seller to the CSM. */
export function relationshipMoves(record: CustomerRecord, on: Day): RelationshipMove[] {
  const meetings = [
    ...entriesBy(record.journal, "kickoff", on).map(({ effectiveOn, entry }) => ({
      effectiveOn,
      who: entry.attendedBy,
    })),
    ...touchesOn(record, on).map(({ effectiveOn, entry }) => ({
      effectiveOn,
      who: [...entry.contacts, ...(entry.ours ?? [])],
    })),
  ].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  const together = (contactId: ContactId, from: string, to: string): Day | null =>
    meetings.find((meeting) => [contactId, from, to].every((one) => meeting.who.includes(one)))
      ?.effectiveOn ?? null;
  return rolesOn(record, on)
    .flatMap(({ contactId, role, spells }) => {
      const named = spells.filter((spell) => spell.counterpart !== null);
      return named.flatMap(({ counterpart: to, since }, index): RelationshipMove[] => {
        const from = named[index - 1]?.counterpart ?? null;
        if (from === null || to === null || from === to) return [];
        return [{ contactId, role, from, to, on: since, introducedOn: together(contactId, from, to) }];
      });
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Somebody at the customer whose approval a renewal needs, and when they last heard from us. */
export interface Approver {
  readonly contactId: ContactId;
  readonly role: "sponsor" | "economic_buyer";
  readonly lastTouchOn: Day | null;
  /** The last business review they took part in. */
  readonly lastReviewOn: Day | null;
}

/**
 * Whose approval a renewal needs on a day: the sponsors, and who pays. That they never sign in does not matter: they
 * are read by business reviews and touchpoints, not by usage.
 */
export function approversOn(record: CustomerRecord, on: Day): Approver[] {
  const roles = rolesOn(record, on);
  const touches = touchesOn(record, on);
  const reviews = touches.filter(({ entry }) => isReview(entry.type));
  return (["sponsor", "economic_buyer"] as const).flatMap((role) =>
    holdersOf(roles, role).map(({ contactId }) => ({
      contactId,
      role,
      lastTouchOn: lastTouch(touches, on, contactId).on,
      lastReviewOn: lastTouch(
        reviews.filter((touch) => reaches(touch, contactId)),
        on,
      ).on,
    })),
  );
}

/** Whether a kind of touchpoint is a business review: quarterly, executive or annual. */
export function isReview(type: string): type is "qbr" | "ebr" | "annual_review" {
  return type === "qbr" || type === "ebr" || type === "annual_review";
}

/** The line between two executives, beside the one between the CSM and the champion. */
export interface EscalationPath {
  /** Our executive, the exec sponsor of the account. */
  readonly ours: string;
  /** The sponsors at the customer; those matched with our executive alone, where any is. */
  readonly theirs: readonly ContactId[];
  /** The everyday line it goes around: the CSM (or who stands in) and the champions. */
  readonly beside: { readonly ours: string | null; readonly theirs: readonly ContactId[] };
}

/** How a matter is raised outside of the line between CSM and champion on a day; null without an exec sponsor of ours. */
export function escalationOn(record: CustomerRecord, on: Day): EscalationPath | null {
  const { exec_sponsor: ours, csm, am, ae } = assignmentsOn(record, on);
  if (ours === null) return null;
  const roles = rolesOn(record, on);
  const sponsors = holdersOf(roles, "sponsor");
  const matched = sponsors.filter(({ now }) => now.counterpart === ours);
  const idsOf = (held: readonly RoleHeld[]) => held.map(({ contactId }) => contactId);
  return {
    ours,
    theirs: idsOf(matched.length > 0 ? matched : sponsors),
    beside: { ours: csm ?? am ?? ae, theirs: idsOf(holdersOf(roles, "champion")) },
  };
}
