import { openFlagsOn, overrideOn, scoreText } from "@termwise/core/health";
import { type AccountId, daysBetween, decimalText } from "@termwise/core/kernel";
import { assignmentsOn, lastTouch, touchesOn } from "@termwise/core/people";
import {
  type LossChance,
  openEscalation,
  type PlayPolicy,
  type QueueRank,
  queueRank,
  type RiskHandling,
  type RiskReason,
  riskHandlingOn,
} from "@termwise/core/plays";
import { escalationView } from "../plays/escalation-view.ts";
import { responseOf, runLine } from "../plays/response.ts";
import type { Seen } from "../plays/run-list.ts";
import { flagView } from "./account-view.ts";
import { healthRow, movedBetween } from "./book-view.ts";
import type { lossChanceOf } from "./loss-chance.ts";
import type { RiskBook, RiskyAccount } from "./risk-book.ts";
import type { ScoredWeek } from "./scored.ts";

/** What the places of the queue are told by. */
export interface QueueContext {
  readonly book: Pick<RiskBook, "on" | "currency" | "books">;
  readonly chanceOf: Awaited<ReturnType<typeof lossChanceOf>>;
  readonly saves: { readonly told: number; readonly saved: number };
}

/** What every row of the queue is told by besides. */
export interface RowContext extends QueueContext {
  readonly seen: Seen;
  readonly plays: PlayPolicy;
  /** What keeps the score of each account low. */
  readonly reasons: ReadonlyMap<string, readonly RiskReason[]>;
  /** The membership of whoever asks; null: a key or the command line. */
  readonly me: string | null;
  readonly nameOf: (by: string | null) => string | null;
}

/** An account at risk with its place in the queue. */
export interface QueuedAccount extends RiskyAccount {
  readonly accountId: AccountId;
  readonly name: string;
  readonly rank: QueueRank["rank"] | null;
  readonly handling: RiskHandling;
  readonly days: number | null;
  readonly chance: LossChance | null;
  /** Null where there is nothing to tell it in. */
  readonly queued: QueueRank | null;
}

/** Where an account at risk stands: what was decided of it, and every factor of its rank. */
export function queuedAccount(low: RiskyAccount, { book, chanceOf, saves }: QueueContext): QueuedAccount {
  const { on, currency } = book;
  const { accountId, name, renewalOn, arr } = low.account;
  const last = low.weeks.at(-1);
  const days = renewalOn === null ? null : daysBetween(on, renewalOn);
  const chance = last ? chanceOf(low.record, ends(last)) : null;
  const queued = currency ? queueRank({ arr, currency, days, chance, saveShare: saves }) : null;
  return {
    ...low,
    handling: riskHandlingOn(low.record, low.since, on),
    days,
    chance,
    queued,
    ...{ accountId, name, rank: queued?.rank ?? null },
  };
}

/** How many weeks a row draws. */
const drawn = 13;

const ends = ({ week, score }: ScoredWeek) => ({
  week,
  low: score && scoreText(score.low),
  high: score && scoreText(score.high),
});

/** An account at risk as the queue shows it: why, what is done, who has it, and every factor of its rank. */
export function riskRow(of: QueuedAccount, context: RowContext) {
  const { account, record, weeks, since, low, handling, days, chance, queued } = { ...of, low: of };
  const { book, seen, plays, reasons, me, nameOf } = context;
  const { on, books } = book;
  const shown = weeks.slice(-drawn);
  const last = shown.at(-1);
  const moved = movedBetween(last?.score ?? null, shown.at(-5)?.score ?? null);
  const at = weeks.findIndex(({ week }) => week === since);
  const { atRiskReadings } = weeks[at]?.policy ?? low.policy;
  const response = responseOf(books, record, { since, hours: plays.savePlayHours, seen });
  const held = assignmentsOn(record, on);
  const override = overrideOn(record, on);
  const escalation = openEscalation(record, on);
  return {
    ...healthRow({ account, record, weeks: shown, low }, { on, policy: last?.policy ?? low.policy }),
    atRiskSince: since,
    daysAtRisk: daysBetween(since, on),
    daysToRenewal: days,
    /** The weekly scores that made it at risk. */
    triggers: weeks.slice(Math.max(0, at - atRiskReadings + 1), at + 1).map(ends),
    weeks: shown.map(ends),
    /** Points gained or lost in four weeks, from the ends of both scores; null where one of them was not measured. */
    moved: moved && { low: scoreText(moved.low), high: scoreText(moved.high) },
    reasons: (reasons.get(record.accountId) ?? []).map(({ component, text, points }) => ({
      component,
      text,
      points: decimalText(points, 1),
    })),
    clock: { ...response.clock, hours: plays.savePlayHours },
    runs: response.runs.map(runLine),
    owner: handling.owner ?? response.runs[0]?.fact.entry.owner ?? held.csm,
    manager: {
      name: held.cs_manager,
      seenAt: handling.seen?.at ?? null,
      seenBy: handling.seen && nameOf(handling.seen.by),
    },
    escalation: escalation && escalationView(escalation, { on, me, nameOf }),
    place: handling.place,
    snoozed: handling.place === "snoozed" ? handling.snoozed : null,
    accepted: handling.accepted,
    decidedBy: handling.fact && nameOf(handling.fact.by),
    lastTouch: lastTouch(touchesOn(record, on), on),
    flags: openFlagsOn(record, on).map((flag) => ({
      ...flagView(flag, nameOf),
      severity: flag.standing.severity,
      state: flag.standing.state,
    })),
    override: override && {
      score: override.entry.score,
      reason: override.entry.reason,
      expiresOn: override.entry.expiresOn,
      byName: nameOf(override.by),
    },
    rank: queued && {
      arr: queued.rank.arr,
      risk: queued.rank.risk,
      urgency: queued.rank.urgency,
      value: queued.rank.value,
      weight: queued.rank.weight,
      expectedLoss: queued.expectedLoss,
      saveShare: queued.saveShare,
      expectedSave: queued.expectedSave,
    },
    chance: chance && { ...chance, risk: scoreText(chance.risk) },
  };
}
