import type { Day } from "../kernel/index.ts";
import {
  type AssignmentAttribute,
  assignmentAttributes,
  assignmentsOn,
  type CustomerRecord,
} from "../people/index.ts";
import type { Side } from "./queue-line.ts";

/** In which roles somebody holds a customer on a day (term `book-of-business`); none: it is not in their book. */
export function heldAs(
  record: CustomerRecord,
  isTheirs: (name: string) => boolean,
  on: Day,
): AssignmentAttribute[] {
  const held = assignmentsOn(record, on);
  return assignmentAttributes.filter((role) => {
    const name = held[role];
    return name !== null && isTheirs(name);
  });
}

/**
 * What somebody has to do with a customer on a day: keep it, as CSM or AM, or without either as the AE; or have sold it.
 * Who holds it in no such role looks over both.
 */
export function sidesOf(
  record: CustomerRecord,
  isTheirs: (name: string) => boolean,
  on: Day,
): readonly Side[] {
  const roles = heldAs(record, isTheirs, on);
  const { csm, am } = assignmentsOn(record, on);
  const sold = roles.includes("ae");
  const keeps = roles.includes("csm") || roles.includes("am") || (sold && csm === null && am === null);
  if (keeps) return sold ? ["cs", "ae"] : ["cs"];
  return sold ? ["ae"] : ["cs", "ae"];
}
