import type { EntryOf, JournalOf } from "../facts/index.ts";
import { addDays, type Day, type EntryId, type Instant } from "../kernel/index.ts";
import { dueState } from "./clock.ts";
import { type SigningSide, signingSides } from "./names.ts";

/** A signature under an expectations document. */
export interface Signature {
  readonly entryId: EntryId;
  readonly at: Instant;
  readonly by: string | null;
}

/** Something the customer may count on by a day after the close. */
export interface Milestone {
  readonly what: string;
  readonly kind: EntryOf<"expectations">["milestones"][number]["kind"];
  readonly day: number;
  readonly goLive: boolean;
  readonly dueOn: Day;
  readonly doneOn: Day | null;
  readonly state: "open" | "done" | "done_late" | "late";
}

/** The expectations document of a handoff, as it stands. */
export interface Expectations {
  readonly document: {
    readonly entryId: EntryId;
    readonly at: Instant;
    readonly by: string | null;
    readonly text: string | null;
    readonly link: string | null;
  } | null;
  readonly signatures: Readonly<Record<SigningSide, Signature | null>>;
  /** Sides that signed an earlier version and not the present one. */
  readonly outdated: readonly SigningSide[];
  readonly milestones: readonly Milestone[];
  /** The moment the second side signed the present version; null: not both have. */
  readonly signedAt: Instant | null;
  /** Both sides signed the present version, and before the kickoff where one was held. */
  readonly valid: boolean;
  readonly missing: readonly string[];
}

/** What a document says, apart from what has been reached of it since. */
export function wordingOf({ text, link, milestones }: EntryOf<"expectations">): string {
  const agreed = milestones.map(({ what, kind, day, goLive }) => [what, kind, day, goLive]);
  return JSON.stringify([text, link, agreed]);
}

interface Signed {
  readonly signatures: readonly JournalOf<"signature">[];
  /** One person works on both sides where the account has no CSM. */
  readonly onePerson: boolean;
}

function signaturesOf(
  from: Instant,
  { signatures, onePerson }: Signed,
): Record<SigningSide, Signature | null> {
  const present = signatures.filter((fact) => fact.at >= from);
  const first = (side: SigningSide, other: string | null): Signature | null => {
    const fact = present.find(
      (one) => one.entry.side === side && (onePerson || other === null || one.by !== other),
    );
    return fact ? { entryId: fact.entryId, at: fact.at, by: fact.by } : null;
  };
  const ae = first("ae", null);
  return { ae, cs: first("cs", ae?.by ?? null) };
}

/**
 * The expectations document: valid only if both sides signed its present version before the kickoff. Where the account
 * has a CSM the two signatures are of two people.
 */
export function expectationsOf(
  { documents, ...signed }: Signed & { readonly documents: readonly JournalOf<"expectations">[] },
  { closedOn, kickoffAt, today }: { closedOn: Day; kickoffAt: Instant | null; today: Day },
): Expectations {
  const fact = documents.at(-1);
  if (!fact) {
    const missing = ["the expectations document"];
    const signatures = { ae: null, cs: null };
    return {
      document: null,
      signatures,
      outdated: [],
      milestones: [],
      signedAt: null,
      valid: false,
      missing,
    };
  }
  const signatures = signaturesOf(fact.at, signed);
  const sides = Object.keys(signingSides) as SigningSide[];
  const unsigned = sides.filter((side) => signatures[side] === null);
  const { ae, cs } = signatures;
  const signedAt = ae && cs ? ([ae.at, cs.at].sort().at(-1) ?? null) : null;
  const valid = signedAt !== null && (kickoffAt === null || signedAt < kickoffAt);
  return {
    document: {
      entryId: fact.entryId,
      at: fact.at,
      by: fact.by,
      text: fact.entry.text,
      link: fact.entry.link,
    },
    signatures,
    outdated: unsigned.filter((side) => signed.signatures.some((one) => one.entry.side === side)),
    milestones: fact.entry.milestones.map(({ day, doneOn, ...milestone }) => {
      const dueOn = addDays(closedOn, day);
      const reached = doneOn !== null && doneOn <= today ? doneOn : null;
      return { ...milestone, day, dueOn, doneOn: reached, state: dueState(dueOn, reached, today) };
    }),
    signedAt,
    valid,
    missing: [
      ...unsigned.map((side) => `the signature of ${side === "ae" ? "the AE" : "Customer Success"}`),
      ...(signedAt !== null && !valid ? ["signatures before the kickoff"] : []),
    ],
  };
}
