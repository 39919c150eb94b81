import type { PlayTrigger } from "../facts/index.ts";
import { isAbove, isBelow, type ScoreRange } from "../health/index.ts";
import { addDays, type Day, daysBetween } from "../kernel/index.ts";
import type { AccountSigns, ScoredDay } from "./signs.ts";

/** A time a trigger held: from its first day; `on` is the day it was met, and `because` what was seen. */
export interface Episode {
  readonly since: Day;
  readonly on: Day;
  readonly because: string;
  /** The account is still in danger by the last reading: at risk, or below the score. What only happened once lasts not. */
  readonly lasts: boolean;
}

/** How far apart two readings in a row may lie and still speak of the days between them: the week of a weekly reading. */
const reach = 7;

interface Row<Reading extends { readonly on: Day }> {
  readonly first: Reading;
  readonly met: Reading;
  /** No reading broke the row until the last there is. */
  readonly lasts: boolean;
}

/** The rows of readings that hold without a break on so many days in a row, each with the reading that made it so many. */
function rowsOf<Reading extends { readonly on: Day }>(
  readings: readonly Reading[],
  holds: (reading: Reading) => boolean,
  days: number,
): Row<Reading>[] {
  const rows: Row<Reading>[] = [];
  let first: Reading | null = null;
  let last: Reading | null = null;
  let met: Reading | null = null;
  for (const reading of readings) {
    if (!holds(reading)) {
      end();
      continue;
    }
    if (first === null || last === null || daysBetween(last.on, reading.on) > reach) {
      end();
      first = reading;
    }
    last = reading;
    if (met === null && daysBetween(first.on, reading.on) >= days - 1) met = reading;
  }
  if (first !== null && met !== null) rows.push({ first, met, lasts: true });
  return rows;

  function end(): void {
    if (first !== null && met !== null) rows.push({ first, met, lasts: false });
    first = null;
    met = null;
  }
}

const scored = (test: (score: ScoreRange) => "yes" | "no" | "open") => (reading: ScoredDay) =>
  reading.score !== null && test(reading.score) === "yes";

const onOne = (days: readonly Day[], because: string): Episode[] =>
  days.map((on) => ({ since: on, on, because, lasts: false }));

function renewalsNear(
  { renewals, scores }: AccountSigns,
  { days, points }: Extract<PlayTrigger, { when: "renewal_near" }>,
): Episode[] {
  return renewals.flatMap((renewal): Episode[] => {
    const from = addDays(renewal, -days);
    const low = scores.find(
      ({ on, score }) => on >= from && on < renewal && score !== null && isBelow(score, points) === "yes",
    );
    if (!low) return [];
    const left = daysBetween(low.on, renewal);
    return [
      {
        since: from,
        on: low.on,
        because: `The score is below ${points} with ${left} days to the renewal on ${renewal}.`,
        lasts: false,
      },
    ];
  });
}

/**
 * Every time a trigger was met at an account up to a day, the earliest first. A score whose two ends do not agree meets
 * nothing; days in a row are told by readings at most a week apart, and one that does not hold breaks the row.
 */
export function episodesOf(trigger: PlayTrigger, signs: AccountSigns, upTo: Day): Episode[] {
  return all(trigger, signs, upTo).filter(({ on }) => on <= upTo);
}

function all(trigger: PlayTrigger, signs: AccountSigns, upTo: Day): Episode[] {
  switch (trigger.when) {
    case "at_risk":
      return signs.atRisk.map(({ from, until }) => ({
        since: from,
        on: from,
        because: "It came to be at risk.",
        lasts: until === null,
      }));
    case "score_below":
      return rowsOf(
        signs.scores,
        scored((score) => isBelow(score, trigger.points)),
        trigger.days,
      ).map(({ first, met, lasts }) => ({
        since: first.on,
        on: met.on,
        because: `The score was below ${trigger.points} from ${first.on} to ${met.on}.`,
        lasts,
      }));
    case "score_above":
      return rowsOf(
        signs.scores,
        scored((score) => isAbove(score, trigger.points)),
        1,
      ).map(({ first }) => ({
        since: first.on,
        on: first.on,
        because: `The score rose above ${trigger.points}.`,
        lasts: false,
      }));
    case "champion_gone":
      return onOne(signs.championGone, "Its champion left or moved away.");
    case "onboarding_stalled": {
      const { wonOn, onboardedOn } = signs;
      if (wonOn === null) return [];
      const on = addDays(wonOn, trigger.days);
      if (on > upTo || (onboardedOn !== null && onboardedOn <= on)) return [];
      const because = `Won on ${wonOn} and not onboarded ${trigger.days} days later.`;
      return [{ since: wonOn, on, because, lasts: false }];
    }
    case "seats_below": {
      const low = ({ used, of }: { used: number; of: number }) => of > 0 && used * 100 < of * trigger.percent;
      return rowsOf(signs.seats, low, trigger.days).map(({ first, met }) => ({
        since: first.on,
        on: met.on,
        because: `${met.used} of ${met.of} seats were in use, below ${trigger.percent} % since ${first.on}.`,
        lasts: false,
      }));
    }
    case "renewal_near":
      return renewalsNear(signs, trigger);
    case "detractor":
      return signs.answers
        .filter(({ answer }) => answer <= trigger.atMost)
        .map(({ on, answer }) => ({
          since: on,
          on,
          because: `They answered ${answer} of 10.`,
          lasts: false,
        }));
    case "lost":
      return signs.lost.map((lostOn) => ({
        since: lostOn,
        on: addDays(lostOn, trigger.days),
        because: `It was lost on ${lostOn}.`,
        lasts: false,
      }));
  }
}
