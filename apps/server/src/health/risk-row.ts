import { openFlagsOn, overrideOn, scoreText } from "@termwise/core/health";
import { daysBetween, decimalText, minus } from "@termwise/core/kernel";
import { assignmentsOn, lastTouch, touchesOn } from "@termwise/core/people";
import {
  lossChance,
  type PastRenewal,
  type PlayPolicy,
  queueRank,
  reasonsOf,
  riskHandlingOn,
} from "@termwise/core/plays";
import type { Measurement } from "@termwise/db";
import { responseOf, runLine } from "../plays/response.ts";
import type { Seen } from "../plays/run-list.ts";
import { flagView } from "./account-view.ts";
import { healthRow } from "./book-view.ts";
import type { RiskBook, RiskyAccount } from "./risk-book.ts";
import type { ScoredWeek } from "./scored.ts";
import { healthOf } from "./stored-parts.ts";

/** What every row of the queue is told by. */
export interface RiskContext {
  readonly book: RiskBook;
  readonly seen: Seen;
  readonly plays: PlayPolicy;
  readonly past: readonly PastRenewal[];
  readonly saves: { readonly told: number; readonly saved: number };
  /** What was measured last of each account, with what it came from. */
  readonly measured: ReadonlyMap<string, Measurement>;
  readonly nameOf: (by: string | null) => string | null;
}

/** How many weeks a row draws. */
const drawn = 13;

const ends = ({ week, score }: ScoredWeek) => ({
  week,
  low: score && scoreText(score.low),
  high: score && scoreText(score.high),
});

/** An account at risk as the queue shows it: why, what is done, who has it, and every factor of its rank. */
export function riskRow(low: RiskyAccount, context: RiskContext) {
  const { account, record, weeks, since } = low;
  const { book, seen, plays, past, saves, measured, nameOf } = context;
  const { on, currency, books } = book;
  const shown = weeks.slice(-drawn);
  const [last, then] = [shown.at(-1), shown.at(-5)];
  const scored = weeks.findLast(({ score }) => score !== null)?.score;
  const found = measured.get(record.accountId);
  const at = weeks.findIndex(({ week }) => week === since);
  const { atRiskReadings } = weeks[at]?.policy ?? low.policy;
  const response = responseOf(books, record, { since, hours: plays.savePlayHours, seen });
  const handling = riskHandlingOn(record, since, on);
  const held = assignmentsOn(record, on);
  const { renewalOn, arr } = account;
  const days = renewalOn === null ? null : daysBetween(on, renewalOn);
  const chance = scored && lossChance(scored, past, plays);
  const queued = chance && currency ? queueRank({ arr, currency, days, chance, saveShare: saves }) : null;
  const override = overrideOn(record, on);
  return {
    ...healthRow({ account, record, weeks: shown, low }, { on, policy: last?.policy ?? low.policy }),
    atRiskSince: since,
    daysAtRisk: daysBetween(since, on),
    daysToRenewal: days,
    /** The weekly scores that made it at risk. */
    triggers: weeks.slice(Math.max(0, at - atRiskReadings + 1), at + 1).map(ends),
    weeks: shown.map(ends),
    /** Points gained or lost in four weeks, from the ends of both scores; null where one of them was not measured. */
    moved:
      last?.score && then?.score
        ? {
            low: scoreText(minus(last.score.low, then.score.high)),
            high: scoreText(minus(last.score.high, then.score.low)),
          }
        : null,
    reasons: found
      ? reasonsOf(healthOf(found)).map(({ component, text, points }) => ({
          component,
          text,
          points: decimalText(points, 1),
        }))
      : [],
    clock: { ...response.clock, hours: plays.savePlayHours },
    runs: response.runs.map(runLine),
    owner: handling.owner ?? response.runs[0]?.fact.entry.owner ?? held.csm,
    manager: {
      name: held.cs_manager,
      seenAt: handling.seen?.at ?? null,
      seenBy: handling.seen && nameOf(handling.seen.by),
    },
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
    chance: chance && { ...chance, score: scoreText(chance.score) },
  };
}

/** The order of the queue: the highest rank first, and among equals by name. */
export function inQueueOrder<
  Row extends { readonly name: string; readonly rank: { readonly weight: bigint } | null },
>(rows: readonly Row[]): Row[] {
  const weight = ({ rank }: Row) => rank?.weight ?? -1n;
  return rows.toSorted((a, b) =>
    weight(a) === weight(b) ? a.name.localeCompare(b.name, "en") : weight(a) > weight(b) ? -1 : 1,
  );
}
