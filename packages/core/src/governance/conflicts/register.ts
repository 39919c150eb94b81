import type { TermId } from "../../registry/index.ts";
import type { Conflict } from "./conflict.ts";
import { healthConflicts } from "./health-conflicts.ts";
import { lifecycleConflicts } from "./lifecycle-conflicts.ts";
import { peopleConflicts } from "./people-conflicts.ts";
import { productConflicts } from "./product-conflicts.ts";
import { revenueConflicts } from "./revenue-conflicts.ts";
import { vocabularyConflicts } from "./vocabulary-conflicts.ts";

/** Every contradiction the vocabularies brought along, with the settlement chosen, in the order of their numbers. */
export const conflicts: readonly Conflict[] = [
  ...vocabularyConflicts,
  ...lifecycleConflicts,
  ...revenueConflicts,
  ...healthConflicts,
  ...productConflicts,
  ...peopleConflicts,
].sort((a, b) => a.id.localeCompare(b.id, "en"));

/** The contradictions that touch a term. */
export function conflictsOf(id: TermId): readonly Conflict[] {
  return conflicts.filter(({ terms }) => terms.includes(id));
}
