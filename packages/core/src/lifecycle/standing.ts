import type { EarnedStage, JournalOf } from "../facts/index.ts";
import { type Day, daysBetween } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import type { GateCheck } from "./clause.ts";
import { columnOf, isOpenRenewal, openExpansions } from "./columns.ts";
import { adoptedGate } from "./gate-adopted.ts";
import { onboardedGate, onboardingOn } from "./gate-onboarded.ts";
import { wonGate } from "./gate-won.ts";
import { historyOf, type StageSpan } from "./history.ts";
import { type Life, lifeOn } from "./lives.ts";
import type { Gate, Stage } from "./names.ts";
import { type Renewal, renewalOn } from "./renewal.ts";

/** Where a customer stands on a day, as a conclusion from what is on record by then. */
export interface Standing {
  /** The column of the board: churn, else an open renewal, else an open expansion, else the earned stage; null: nothing won. */
  readonly column: Stage | null;
  readonly columnSince: Day | null;
  /** What evidence has earned; null: nothing won, or what was won has ended. */
  readonly earned: EarnedStage | null;
  readonly earnedSince: Day | null;
  /** Days in the column. */
  readonly days: number;
  /** Evidence of the earned stage has run out, or stopped coming: since when. */
  readonly staleSince: Day | null;
  /** Stages below the earned one that were never earned in this life. */
  readonly skipped: readonly EarnedStage[];
  readonly gates: Readonly<Record<Gate, GateCheck>>;
  readonly life: Life | null;
  /** How often the customer has come back. */
  readonly returns: number;
  readonly renewal: Renewal | null;
  readonly expansions: readonly JournalOf<"expansion">[];
  /** The ways the account has come, the first one first. */
  readonly history: readonly StageSpan[];
}

/** The three gates of a customer's life on a day, each with how its clauses stand. */
export function gatesOn(
  record: CustomerRecord,
  rules: HouseRules,
  on: Day,
  life: Life | null = lifeOn(record, on),
): Standing["gates"] {
  return {
    won: wonGate(record, life, on),
    onboarded: onboardedGate(onboardingOn(record, life, on)),
    adopted: adoptedGate(record, rules, life, on),
  };
}

/** Where a customer stands on a day. Facts that are effective later do not count, nor rules that came into force later. */
export function standingOn(record: CustomerRecord, rules: HouseRules, on: Day): Standing {
  const life = lifeOn(record, on);
  const history = historyOf(record, rules, on);
  const span = history.at(-1) ?? null;
  const earned = span === null || span.stage === "churn" ? null : span.stage;
  const renewal = earned === null ? null : renewalOn(record, rules, on);
  const renewing = isOpenRenewal(renewal) ? renewal : null;
  const expansions = earned === null ? [] : openExpansions(record, on);
  const column = columnOf(span?.stage ?? null, {
    renewing: renewing !== null,
    expanding: expansions.length > 0,
  });
  const columnSince = renewing
    ? later(
        renewing.startedOn !== null && renewing.startedOn < renewing.opensOn
          ? renewing.startedOn
          : renewing.opensOn,
        life?.wonOn,
      )
    : column === "expansion"
      ? (expansions.map(({ entry }) => entry.openedOn).sort()[0] ?? null)
      : (span?.from ?? null);
  return {
    column,
    columnSince,
    earned,
    earnedSince: earned === null ? null : (span?.from ?? null),
    days: columnSince === null ? 0 : daysBetween(columnSince, on),
    staleSince: earned === null ? null : (span?.staleSince ?? null),
    skipped: earned === null ? [] : (span?.skipped ?? []),
    gates: gatesOn(record, rules, on, life),
    life,
    returns: history.filter(({ kind }) => kind === "re-entry").length,
    renewal,
    expansions,
    history,
  };
}

const later = (a: Day, b: Day | null | undefined): Day => (b != null && b > a ? b : a);
