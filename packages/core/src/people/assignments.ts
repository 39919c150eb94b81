import type { AccountAttribute } from "../facts/index.ts";
import { type Day, firstDay } from "../kernel/index.ts";
import type { CustomerRecord } from "./customer-record.ts";

/** The attributes that name one of our people, each as a role with the account. */
export const assignmentAttributes = ["csm", "ae", "am", "cse", "cs_manager", "exec_sponsor"] as const;
/** One way one of our people can hold an account. */
export type AssignmentAttribute = (typeof assignmentAttributes)[number];

/** What an attribute said on a day; null before anything was said, so that who comes later never held it earlier. */
export function heldOn(record: CustomerRecord, attribute: AccountAttribute, on: Day): string | null {
  return heldFor(record, attribute).findLast(({ from }) => from === null || from <= on)?.value ?? null;
}

/** Who of us held the account on a day, by role; null where nobody did. */
export function assignmentsOn(
  record: CustomerRecord,
  on: Day,
): Readonly<Record<AssignmentAttribute, string | null>> {
  const held = (attribute: AssignmentAttribute) => heldOn(record, attribute, on);
  return {
    csm: held("csm"),
    ae: held("ae"),
    am: held("am"),
    cse: held("cse"),
    cs_manager: held("cs_manager"),
    exec_sponsor: held("exec_sponsor"),
  };
}

/** A value an attribute had, from a day until the day before `until`. */
export interface HeldFor {
  readonly value: string | null;
  /** Null: for as long as anything is known of the account. */
  readonly from: Day | null;
  /** The first day of the next value; null: it still holds. */
  readonly until: Day | null;
}

/** Every value an attribute has had, the first one first: who held the account when. Equal neighbours are one. */
export function heldFor(record: CustomerRecord, attribute: AccountAttribute): HeldFor[] {
  const facts = record.attributes
    .filter((fact) => fact.attribute === attribute)
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  const changes = facts.filter((fact, index) => index === 0 || fact.value !== facts[index - 1]?.value);
  return changes.map(({ value, effectiveOn }, index) => ({
    value,
    from: effectiveOn === firstDay ? null : effectiveOn,
    until: changes[index + 1]?.effectiveOn ?? null,
  }));
}
