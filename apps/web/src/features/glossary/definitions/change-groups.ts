import type { Outputs } from "../../../lib/trpc.ts";

/** A version of one definition in the log of changes. */
export type Change = Outputs["definitions"]["log"][number];

/** What was changed at once: the version of the term it was proposed for, and of those that follow by what they share. */
export interface ChangeGroup {
  readonly first: Change;
  readonly others: readonly Change[];
}

/** The log with the versions of one proposal as one entry, in the order of the log; those of the product stand alone. */
export function changeGroups(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = change.proposal ?? `${change.termId} ${change.version}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap((of) => {
    const first = of.find(({ termId, proposedFor }) => termId === proposedFor) ?? of[0];
    return first ? [{ first, others: of.filter((one) => one !== first) }] : [];
  });
}
