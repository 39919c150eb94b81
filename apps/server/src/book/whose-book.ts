import type { AccessScope } from "@termwise/core/access";
import { type Day, Failure } from "@termwise/core/kernel";
import {
  type AssignmentAttribute,
  assignmentAttributes,
  assignmentsOn,
  type CustomerRecord,
} from "@termwise/core/people";
import { heldAs } from "@termwise/core/work";
import { ownNames } from "../auth/own-names.ts";
import type { Principal } from "../auth/principal.ts";
import type { CustomerRecords } from "../derive/customer-records.ts";
import { ownerName } from "../derive/visible.ts";

/** Whose book is asked for: the name it goes by, and which names are theirs. */
export interface Holder {
  /** Null: the one who asks, under whatever names they go by. */
  readonly name: string | null;
  readonly isTheirs: (name: string) => boolean;
}

/** One's own book; or that of somebody else, for whoever sees more accounts than their own. */
export function holderOf(who: Principal, scope: AccessScope, of: string | undefined): Holder {
  const own = ownNames(who);
  if (of === undefined || own.has(ownerName(of)))
    return { name: null, isTheirs: (name) => own.has(ownerName(name)) };
  if (scope === "own")
    throw new Failure(
      "forbidden",
      "This is the book of somebody else. Who leads them sees it; a workspace admin can widen whose accounts you see",
    );
  const theirs = ownerName(of);
  return { name: of, isTheirs: (name) => ownerName(name) === theirs };
}

/** A customer of a book, and in which roles its holder has it. */
export interface HeldAccount {
  readonly record: CustomerRecord;
  readonly roles: readonly AssignmentAttribute[];
}

/** The customers somebody holds on a day, as far as the one who asks sees them. */
export function bookOf({ records }: CustomerRecords, { isTheirs }: Holder, on: Day): HeldAccount[] {
  return [...records.values()].flatMap((record) => {
    const roles = heldAs(record, isTheirs, on);
    return roles.length === 0 ? [] : [{ record, roles }];
  });
}

/** Who else holds accounts the one who asks sees, by name, with how many they are. */
export function otherHolders(
  { records }: CustomerRecords,
  { who, scope, on }: { who: Principal; scope: AccessScope; on: Day },
): { name: string; accounts: number }[] {
  if (scope === "own") return [];
  const own = ownNames(who);
  const held = new Map<string, { name: string; accounts: number }>();
  for (const record of records.values()) {
    const roles = assignmentsOn(record, on);
    const names = new Set(assignmentAttributes.flatMap((role) => roles[role] ?? []));
    for (const name of names) {
      const key = ownerName(name);
      const so = held.get(key) ?? { name, accounts: 0 };
      if (!own.has(key)) held.set(key, { ...so, accounts: so.accounts + 1 });
    }
  }
  return [...held.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
