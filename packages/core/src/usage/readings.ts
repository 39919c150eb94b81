import {
  addDays,
  type Day,
  daysBetween,
  type Known,
  known,
  notKnown,
  type Rational,
  shareOf,
} from "../kernel/index.ts";
import { type DailyUse, isWork, personOf } from "./daily-use.ts";

/** What uses come to in the `days` days that end on `on`. */
export interface UseReading {
  /** Distinct people that worked; who only signs in is none. */
  readonly activeUsers: number;
  readonly logins: number;
  readonly uses: number;
  /** How many features were used: how broadly the product is. */
  readonly breadth: number;
  /** Uses for each day on which a person worked: how deeply the product is used. */
  readonly depth: Known<Rational>;
  /** Days with work. */
  readonly activeDays: number;
}

/** What the uses of an account, or of several, come to in the days that end on a day. */
export function useReading(uses: readonly DailyUse[], on: Day, days: number): UseReading {
  const from = addDays(on, 1 - days);
  const within = uses.filter((one) => one.on >= from && one.on <= on);
  const work = within.filter(({ activity, uses: count }) => activity === "use" && count > 0);
  const named = work.filter(isWork);
  const sum = (of: readonly DailyUse[]) => of.reduce((total, one) => total + one.uses, 0);
  const personDays = new Set(named.map((one) => `${one.on} ${personOf(one)}`)).size;
  return {
    activeUsers: new Set(named.map(personOf)).size,
    logins: sum(within.filter(({ activity }) => activity === "login")),
    uses: sum(work),
    breadth: new Set(work.flatMap(({ feature }) => feature ?? [])).size,
    depth: shareOf(BigInt(sum(named)), BigInt(personDays), "Nobody worked with it in these days."),
    activeDays: new Set(work.map((one) => one.on)).size,
  };
}

/** Days since anybody last worked with the product, or with one feature of it; unknown where nobody ever did. */
export function idleDays(uses: readonly DailyUse[], on: Day, feature?: string): Known<number> {
  const last = uses
    .filter(
      (one) =>
        one.activity === "use" &&
        one.uses > 0 &&
        one.on <= on &&
        (feature === undefined || one.feature === feature),
    )
    .reduce<Day | null>((latest, one) => (latest === null || one.on > latest ? one.on : latest), null);
  return last === null ? notKnown(`Nobody had used it by ${on}.`) : known(daysBetween(last, on));
}

/** Logins of the last `days` days against those of as many days before: `1/2` is a fall by half. */
export function loginDrop(uses: readonly DailyUse[], on: Day, days = 30): Known<Rational> {
  const before = useReading(uses, addDays(on, -days), days).logins;
  const after = useReading(uses, on, days).logins;
  return shareOf(BigInt(before - after), BigInt(before), "There were no logins before to compare with.");
}
