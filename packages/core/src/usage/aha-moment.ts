import {
  addDays,
  type Day,
  daysBetween,
  groupBy,
  type Known,
  known,
  notKnown,
  type Rational,
  shareOf,
} from "../kernel/index.ts";
import { median } from "../lifecycle/index.ts";
import { type DailyUse, isWork, personOf } from "./daily-use.ts";
import { houseUsagePolicy, type UsagePolicy } from "./policy.ts";

/** Who came to the moment at which the product shows its worth. */
export interface AhaMoments {
  /** The day each person came to it. */
  readonly reached: ReadonlyMap<string, Day>;
  /** People whose time for it is over, and who did not. */
  readonly missed: readonly string[];
  /** Of those who came to it or had the time to. */
  readonly share: Known<Rational>;
  /** Days from a person's first day to the moment; the first day is day 1. */
  readonly medianDay: Known<number>;
}

/**
 * For each person the first day on which they had used a feature often enough within so many days of beginning. Who has
 * begun too lately to have had the time is not asked for yet. Term: aha-moment.
 */
export function ahaMoments(
  uses: readonly DailyUse[],
  feature: string,
  on: Day,
  { ahaUses, ahaDays }: UsagePolicy = houseUsagePolicy,
): AhaMoments {
  const people = groupBy(
    uses.filter((one) => one.userId !== "" && one.uses > 0 && one.on <= on),
    personOf,
  );
  const reached = new Map<string, Day>();
  const missed: string[] = [];
  const days: number[] = [];
  for (const [person, own] of people) {
    const inOrder = own.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    const began = inOrder[0]!.on;
    const until = addDays(began, ahaDays - 1);
    let done = 0;
    const hit = inOrder.find((one) => {
      if (isWork(one) && one.feature === feature && one.on <= until) done += one.uses;
      return done >= ahaUses;
    });
    if (hit) {
      reached.set(person, hit.on);
      days.push(daysBetween(began, hit.on) + 1);
    } else if (until < on) missed.push(person);
  }
  const middle = median(days);
  return {
    reached,
    missed,
    share: shareOf(
      BigInt(reached.size),
      BigInt(reached.size + missed.length),
      "Nobody has had the time for it yet.",
    ),
    medianDay: middle === null ? notKnown("Nobody has come to it.") : known(middle),
  };
}

/** What went together with a pattern of use. It is an association: it does not say that the pattern made anybody stay. */
export interface StayedWith {
  readonly with: { readonly n: number; readonly stayed: number; readonly share: Known<Rational> };
  readonly without: { readonly n: number; readonly stayed: number; readonly share: Known<Rational> };
}

/** How many stayed of those that came to a moment, beside those that did not. */
export function stayedWith(
  { reached, missed }: Pick<AhaMoments, "reached" | "missed">,
  stayed: ReadonlySet<string>,
): StayedWith {
  const of = (people: readonly string[]) => {
    const count = people.filter((person) => stayed.has(person)).length;
    return {
      n: people.length,
      stayed: count,
      share: shareOf(BigInt(count), BigInt(people.length), "There is nobody to tell of."),
    };
  };
  return { with: of([...reached.keys()]), without: of(missed) };
}
