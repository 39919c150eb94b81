import { entriesOf, type JournalFact, type JournalOf } from "@termwise/core/facts";
import { type EntryId, Failure } from "@termwise/core/kernel";

/** The kinds of entries a review is made of. */
export const reviewKinds = ["target_set", "annotation", "commentary"] as const;
/** Target, annotation or commentary. */
export type ReviewKind = (typeof reviewKinds)[number];
/** Whether a kind of entry is one of {@link reviewKinds}. */
export const isReviewKind = (of: string): of is ReviewKind => reviewKinds.some((kind) => kind === of);
/** One entry of a review. */
export type ReviewEntry = JournalOf<ReviewKind>;

/** An entry of a review that stands, of a kind where one is asked for. `not_found` otherwise. */
export function standingEntry<Kind extends ReviewKind>(
  journal: readonly JournalFact[],
  entryId: EntryId,
  ...kinds: readonly Kind[]
): JournalOf<Kind> {
  const found = entriesOf(journal, ...kinds).find((fact) => fact.entryId === entryId);
  if (!found) throw new Failure("not_found", "There is no such entry, or somebody has removed it");
  return found;
}

/** Every version of an entry of a review, the oldest first. `not_found` when there never was one. */
export function versionsOfEntry(all: readonly JournalFact[], entryId: EntryId): ReviewEntry[] {
  const versions = entriesOf(all, ...reviewKinds)
    .filter((fact) => fact.entryId === entryId)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
  if (versions.length === 0) throw new Failure("not_found", "There is no such entry");
  return versions;
}
