import type { AccountEntryKind } from "../facts/index.ts";
import { stages } from "./names.ts";

/** What can happen to an account that could change where it stands. */
export const events = [
  "deal_won",
  "onboarding_proven",
  "adoption_measured",
  "adoption_lost",
  "evidence_lapsed",
  "moved_back",
  "expansion_opened",
  "expansion_closed",
  "renewal_opened",
  "renewed",
  "term_ended",
] as const;
/** One event of {@link events}. */
export type LifecycleEvent = (typeof events)[number];

/** Where an account can be: nowhere yet, or in a column of the board. */
export const places = ["prospect", ...stages] as const;
/** Nowhere yet, or a column of the board. */
export type Place = (typeof places)[number];

/**
 * Who or what makes each event happen. `contract`: the ledger; `usage`: readings; `calendar`: a day that comes; a kind
 * of entry: a person who puts it on record.
 */
export const madeBy = {
  deal_won: ["deal_closed", "contract"],
  onboarding_proven: ["evidence", "confirmation", "waiver", "onboarded_flag"],
  adoption_measured: ["usage"],
  adoption_lost: ["usage"],
  evidence_lapsed: ["calendar"],
  moved_back: ["setback"],
  expansion_opened: ["expansion"],
  expansion_closed: ["expansion"],
  renewal_opened: ["calendar"],
  renewed: ["contract"],
  term_ended: ["contract"],
} as const satisfies Record<
  LifecycleEvent,
  readonly (AccountEntryKind | "contract" | "usage" | "calendar")[]
>;

/** Where an event leads: a place; `earned`, the stage that evidence has earned; or `same`: it stays, and is marked. */
export type Target = Place | "earned" | "same";

/** The version of {@link moves}: it counts up whenever the table changes, so that a screen can say by which it tells. */
export const machineVersion = 1;

/**
 * The whole table of moves: from each place, what each event does. What is not named is illegal from there. A motion
 * lies over the earned stage, so events of the earned stage are told beneath it and leave the column alone.
 */
export const moves = {
  prospect: { deal_won: "won" },
  won: {
    onboarding_proven: "onboarded",
    adoption_measured: "adopted",
    expansion_opened: "expansion",
    renewal_opened: "renewal",
    term_ended: "churn",
  },
  onboarded: {
    adoption_measured: "adopted",
    evidence_lapsed: "same",
    moved_back: "won",
    expansion_opened: "expansion",
    renewal_opened: "renewal",
    term_ended: "churn",
  },
  adopted: {
    onboarding_proven: "same",
    adoption_lost: "earned",
    evidence_lapsed: "same",
    moved_back: "earned",
    expansion_opened: "expansion",
    renewal_opened: "renewal",
    term_ended: "churn",
  },
  expansion: {
    onboarding_proven: "same",
    adoption_measured: "same",
    adoption_lost: "same",
    evidence_lapsed: "same",
    moved_back: "same",
    expansion_opened: "same",
    expansion_closed: "earned",
    renewal_opened: "renewal",
    term_ended: "churn",
  },
  renewal: {
    onboarding_proven: "same",
    adoption_measured: "same",
    adoption_lost: "same",
    evidence_lapsed: "same",
    moved_back: "same",
    expansion_opened: "same",
    expansion_closed: "same",
    renewed: "earned",
    term_ended: "churn",
  },
  churn: { deal_won: "won" },
} as const satisfies Record<Place, Partial<Record<LifecycleEvent, Target>>>;

/** What an event does from a place; null: it cannot happen there. */
export function moveOf(from: Place, event: LifecycleEvent): Target | null {
  const row: Partial<Record<LifecycleEvent, Target>> = moves[from];
  return row[event] ?? null;
}
