import type { Divergence } from "../divergence/index.ts";
import type { Currency, Day, EntryId, Instant } from "../kernel/index.ts";
import type { Standing } from "../lifecycle/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import type { QueueKind } from "./names.ts";

/** The page of the account where something about a line is done. */
export type QueuePlace =
  | "handoff"
  | "lifecycle"
  | "renewals"
  | "tasks"
  | "timeline"
  | "stakeholders"
  | "health"
  | "plays"
  | "overview";

/** One reason to turn to an account today. `subject` names it: what was put off or done stays so until it changes. */
export interface QueueLine {
  readonly subject: string;
  readonly kind: QueueKind;
  /** Whom it is for: who keeps the customer, who sold it, or whoever of them holds it. */
  readonly side: Side | null;
  readonly reason: string;
  readonly detail: string | null;
  readonly action: string;
  readonly place: QueuePlace;
  /** The day it has to be done by; null: none is set. */
  readonly deadline: Day | null;
  /** Where it is due at a moment rather than on a day. */
  readonly dueAt: Instant | null;
  /** The task it is; null for everything else. */
  readonly task: EntryId | null;
}

/** Customer Success, or whoever sold. */
export type Side = "cs" | "ae";

/** What the queue reads of the health of a customer. */
export interface QueueHealth {
  /** The score of the last week in words: "41", or the ends between which it lies; null: no week was measured. */
  readonly score: string | null;
  /** The chance of loss in hundredths; null: not known. */
  readonly risk: bigint | null;
  /** What keeps the most points from its score, the largest first; of an account at risk alone. */
  readonly reasons: readonly string[];
  /** The week whose measurement made it at risk; null: it is not. */
  readonly atRiskSince: Day | null;
  /** The red flags that call for something, the latest first. */
  readonly flags: readonly { readonly entryId: EntryId; readonly on: Day; readonly title: string }[];
  /** Use that fell; null: it did not. */
  readonly fell: {
    readonly on: Day;
    readonly days: number;
    readonly before: number;
    readonly after: number;
    readonly percent: number;
  } | null;
}

/** What the queue reads of a customer. */
export interface QueueCase {
  readonly record: CustomerRecord;
  readonly rules: HouseRules;
  readonly name: string;
  /** Minor units of the currency. */
  readonly arr: bigint;
  readonly currency: Currency;
  /** The first day after the term that ends next. */
  readonly renewalOn: Day | null;
  readonly standing: Standing;
  readonly divergences: readonly Divergence[];
  /** Null: nothing was measured of it. */
  readonly health: QueueHealth | null;
}

/** For whom the queue is made, and when. */
export interface QueueAsked {
  readonly now: Instant;
  readonly today: Day;
  /** Whether a name is one the asker goes by. */
  readonly isMine: (name: string) => boolean;
  /** Who asks, as entries name them; what they put off is off their queue alone. */
  readonly by: string | null;
}
