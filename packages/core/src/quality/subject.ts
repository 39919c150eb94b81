import type { FactSet, QualityCheck } from "../facts/index.ts";
import type { AccountId, Day } from "../kernel/index.ts";
import type { Feed } from "../people/index.ts";
import type { Book } from "../retention/index.ts";
import type { Freshness } from "./freshness.ts";

/** A total the billing system gives for a month, held against ours. Minor units of one currency. */
export interface BillingTotal {
  readonly entryId: string;
  readonly system: string;
  readonly period: string;
  readonly theirs: bigint;
  /** Null where ours cannot be told; `reason` says why. */
  readonly ours: bigint | null;
  readonly reason: string | null;
  /** Accounts that count differently there than here. */
  readonly accounts: readonly {
    readonly accountId: AccountId | null;
    readonly name: string;
    readonly theirs: bigint | null;
    readonly ours: bigint | null;
  }[];
}

/** What the checks look at: the facts as they are known, the book made of them, the sources, and what billing says. */
export interface QualitySubject {
  readonly on: Day;
  readonly facts: FactSet;
  /** Null while there are no contract lines. */
  readonly book: Book | null;
  readonly readings: Feed;
  readonly sources: readonly (Freshness & { readonly id: string })[];
  readonly billing: readonly BillingTotal[];
  /** How far a billing total may lie from ours, in hundredths of a per cent. */
  readonly tolerance: number;
}

/** One thing that is wrong, and what it is about. */
export interface QualityFinding {
  /** Tells it from the others of its check. */
  readonly key: string;
  /** The customer; null where it is about none. */
  readonly accountId: AccountId | null;
  /** The source or the billing total it is about; null where it is about neither. */
  readonly about: string | null;
  readonly name: string;
  readonly detail: string;
}

/** What one check found. */
export interface CheckResult {
  readonly check: QualityCheck;
  /** How many things it looked at. 0: there was nothing to look at, so nothing is said to be right. */
  readonly looked: number;
  readonly findings: readonly QualityFinding[];
}

/** A check: what it looks at, and what it finds. */
export type Check = (subject: QualitySubject) => Omit<CheckResult, "check">;
