import { type AccountId, type Day, daysBetween } from "../kernel/index.ts";
import { standingOn } from "../lifecycle/index.ts";
import { attributeOn, type CustomerRecord, type HouseRules } from "../people/index.ts";
import { claimsOn, type ReadClaim, readClaims } from "./claims.ts";
import type { Evidence } from "./evidence.ts";
import { evidenceOn } from "./evidence-on.ts";
import { type DivergenceTerm, findingOf } from "./finding.ts";
import { type Handling, handlingsOn, isAccepted } from "./handling.ts";
import { type LabelMap, labelMapOn } from "./label-map.ts";
import { mismatchOf } from "./mismatch.ts";
import type { DivergenceKind } from "./names.ts";
import { fieldKey } from "./spelling.ts";
import type { StandingRead } from "./standing-back.ts";

/** One way in which what systems say of an account and what evidence shows part, on a day. */
export interface Divergence {
  readonly accountId: AccountId;
  /** What it is called where its handling is recorded. Another claim, or another kind, is another subject. */
  readonly subject: string;
  readonly kind: DivergenceKind;
  readonly term: DivergenceTerm;
  /** What is claimed: one claim, or for a mismatch all that take part in it. */
  readonly claims: readonly ReadClaim[];
  /** Where evidence puts the account. */
  readonly shows: { readonly earned: Evidence["earned"]; readonly churnedOn: Day | null };
  /** What is missing or speaks against it, a sentence each. */
  readonly says: readonly string[];
  readonly since: Day;
  /** Whole days since then. */
  readonly age: number;
  /** Who answers for the account: its CSM, else its AM, else its AE. */
  readonly owner: { readonly name: string; readonly role: "csm" | "am" | "ae" } | null;
  readonly handling: Handling | null;
  /** It was accepted, and the acceptance has not expired. */
  readonly accepted: boolean;
}

/** What was compared of an account on a day, and how it came out. */
export interface Compared {
  /** Claims whose meaning is known and that say something of a stage or a motion, or that are empty. */
  readonly claims: number;
  readonly divergences: readonly Divergence[];
}

const comparable = ({ label, means }: ReadClaim): boolean =>
  label === null || (means !== null && means !== "ignored");

const subjectOf = (kind: DivergenceKind, term: DivergenceTerm, claims: readonly ReadClaim[]): string =>
  [kind, term, ...claims.map((claim) => `${fieldKey(claim)}=${claim.means ?? ""}`).sort()]
    .join("|")
    .replaceAll("\n", "/");

function ownerOn(record: CustomerRecord, on: Day): Divergence["owner"] {
  for (const role of ["csm", "am", "ae"] as const) {
    const name = attributeOn(record, role, on);
    if (name !== null) return { name, role };
  }
  return null;
}

/**
 * Holds the claims about one account against its evidence, as both stood on a day. An account whose claims are right has
 * no divergence. Mapping and standing may be given where those of that day are at hand already.
 */
export function comparedOn(
  record: CustomerRecord,
  rules: HouseRules,
  on: Day,
  map: LabelMap = labelMapOn(rules, on),
  standing: (...asked: Parameters<typeof standingOn>) => StandingRead = standingOn,
): Compared {
  const claims = readClaims(claimsOn(record, on), map).filter(comparable);
  if (claims.length === 0) return { claims: 0, divergences: [] };
  const evidence = evidenceOn(record, on, standing(record, rules, on));
  const handlings = handlingsOn(record, on);
  const found = [
    ...claims.flatMap((claim) => {
      const finding = findingOf(claim, evidence);
      return finding === null ? [] : [{ ...finding, claims: [claim] }];
    }),
    ...[mismatchOf(claims)].flatMap((found) =>
      found === null ? [] : [{ ...found, kind: "mismatch" as const }],
    ),
  ];
  const { earned, churnedOn } = evidence;
  const divergences = found.map((one): Divergence => {
    const subject = subjectOf(one.kind, one.term, one.claims);
    const handling = handlings.get(subject) ?? null;
    return {
      accountId: record.accountId,
      subject,
      kind: one.kind,
      term: one.term,
      claims: one.claims,
      shows: { earned, churnedOn },
      says: one.says,
      since: one.since,
      age: daysBetween(one.since, on),
      owner: ownerOn(record, on),
      handling,
      accepted: isAccepted(handling, on),
    };
  });
  return { claims: claims.length, divergences };
}
