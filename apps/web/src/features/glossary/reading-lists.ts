import { firstWeeks, termSetNames, termSets } from "@termwise/core/governance";

/** Some terms in the order they are to be read, each with why where that is said. */
export interface ReadingList {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly read: readonly { readonly term: string; readonly why: string | null }[];
}

/** Where to begin: of each set of terms the few cited most, and what to read in one's first week. */
export const readingLists: readonly ReadingList[] = [
  ...termSetNames.map((set) => {
    const { name, shortPath, minutes } = termSets[set];
    return {
      id: `short-${set}`,
      name: `${shortPath.length} most cited: ${name}`,
      about: `The short path for ${name}: the terms cited most, for a session of ${minutes} minutes that has no time for all.`,
      read: shortPath.map((term) => ({ term, why: null })),
    };
  }),
  ...termSetNames.map((set) => {
    const { name, who, read } = firstWeeks[set];
    return {
      id: `week-${set}`,
      name,
      about: `${who} reads these in the first week, in this order.`,
      read,
    };
  }),
];
