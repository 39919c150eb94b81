import { entriesOf, type JournalOf } from "../facts/index.ts";
import { type Day, groupBy } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import type { HandlingAction } from "./names.ts";

/** How a divergence is handled, as it was last put on record. */
export interface Handling {
  readonly entryId: string;
  readonly action: HandlingAction;
  readonly owner: string | null;
  readonly reason: string | null;
  /** The first day on which an acceptance no longer counts. */
  readonly expiresOn: Day | null;
  readonly by: string | null;
  readonly on: Day;
}

const inOrder = (a: JournalOf<"divergence_handling">, b: JournalOf<"divergence_handling">): number =>
  a.at === b.at ? (a.entryId < b.entryId ? -1 : 1) : a.at < b.at ? -1 : 1;

/** How each divergence of an account is handled on a day, by its subject. */
export function handlingsOn(record: CustomerRecord, on: Day): ReadonlyMap<string, Handling> {
  const known = entriesOf(record.journal, "divergence_handling")
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .sort(inOrder);
  const latest = [...groupBy(known, ({ entry }) => entry.subject)].flatMap(([subject, own]) => {
    const last = own.at(-1);
    if (!last) return [];
    const { action, owner, reason, expiresOn } = last.entry;
    const { entryId, by, effectiveOn } = last;
    return [[subject, { entryId, action, owner, reason, expiresOn, by, on: effectiveOn }] as const];
  });
  return new Map(latest);
}

/** Whether a divergence is accepted on a day: with a reason, and until the acceptance expires. */
export function isAccepted(handling: Handling | null, on: Day): boolean {
  return handling?.action === "accepted" && (handling.expiresOn === null || on < handling.expiresOn);
}
