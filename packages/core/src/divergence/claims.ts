import { entriesOf, type JournalOf, type LabelMeaning } from "../facts/index.ts";
import { type Day, groupBy } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import type { LabelMap } from "./label-map.ts";
import { fieldKey, spelling } from "./spelling.ts";

/** What one field of another system says of an account on a day. */
export interface Claim {
  readonly entryId: string;
  readonly system: string;
  readonly field: string;
  /** As it is written there; null: the field is empty. */
  readonly label: string | null;
  /** The day since which it has said so without a break. */
  readonly since: Day;
}

/** A claim with what its label means: null where the field is empty or nobody has said what the label means. */
export interface ReadClaim extends Claim {
  readonly means: LabelMeaning | null;
}

const inOrder = (a: JournalOf<"claim">, b: JournalOf<"claim">): number => {
  for (const key of ["effectiveOn", "at", "recordedAt", "entryId"] as const)
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1;
  return 0;
};

const same = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : spelling(a) === spelling(b);

/** What each field of each system says of an account on a day: the latest claim of each, the day it began to say so. */
export function claimsOn(record: CustomerRecord, on: Day): Claim[] {
  const known = entriesOf(record.journal, "claim")
    .filter(({ effectiveOn }) => effectiveOn <= on)
    .sort(inOrder);
  return [...groupBy(known, ({ entry }) => fieldKey(entry)).values()].flatMap((said) => {
    const last = said.at(-1);
    if (!last) return [];
    const { entryId, entry } = last;
    const before = said.findLastIndex((fact) => !same(fact.entry.label, entry.label));
    const since = said[before + 1]?.effectiveOn ?? last.effectiveOn;
    return [{ entryId, system: entry.system, field: entry.field, label: entry.label, since }];
  });
}

/** Claims with what they mean under a mapping. */
export function readClaims(claims: readonly Claim[], map: LabelMap): ReadClaim[] {
  return claims.map((claim) => {
    const { system, field, label } = claim;
    return { ...claim, means: label === null ? null : map.meaning({ system, field, label }) };
  });
}
