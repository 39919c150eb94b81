import { type Day, dayOfEpoch, epochDay } from "../kernel/index.ts";
import { type FoundLine, foundLine, thousandths, unknownLine } from "./found-line.ts";
import type { HealthCase } from "./health-case.ts";
import type { HealthPolicy } from "./policy.ts";
import { sayingText } from "./sayings.ts";
import { type Spoken, type UseTold, useSpoken, useWindow, whyNoUse } from "./usage-reading.ts";
import { type AccountUseReading, endedBy } from "./use-series.ts";

/** Logins in the `days` days up to a day, and in as many before; of how many days of each a source tells. */
interface LoginsHeld {
  readonly on: Day;
  readonly days: number;
  readonly before: number;
  readonly after: number;
  readonly told: { readonly before: number; readonly after: number };
}

/**
 * The logins of the `length` days that end on one, and on how many of these days a source tells of them, by the first
 * `known` readings: those of at most so many days.
 */
function loginsIn(
  series: readonly AccountUseReading[],
  { to, length, known, longest }: Record<"to" | "length" | "known" | "longest", number>,
): { readonly sum: number; readonly covered: number } {
  const from = to - length;
  let [sum, covered, daily] = [0, 0, false];
  // A reading of several days that ends after the stretch may reach into it.
  const until = Math.min(known, endedBy(series, to + longest));
  for (let at = endedBy(series, from); at < until; at++) {
    const { days, logins, end } = series[at]!;
    if (logins === null || days > longest) continue;
    if (days === 1) daily ||= end <= to;
    const last = Math.min(end - from, length);
    const first = Math.max(end - from - days, 0);
    const inside = Math.max(0, last - first);
    sum += (logins * inside) / days;
    covered += inside;
  }
  // Where days are told of one by one, a day without a row is one without a login.
  return { sum, covered: daily ? length : Math.min(covered, length) };
}

/** The last reading with logins, of the first ones of a series; -1: none. */
function lastOfLogins(series: readonly AccountUseReading[], count: number): number {
  let at = count - 1;
  while (at >= 0 && series[at]!.logins === null) at--;
  return at;
}

/**
 * Logins in the `days` days up to one, and in as many before, where a source tells of half of each at least: those of
 * readings of several days are spread over them, and what is told of a part stands for the whole. A customer that told
 * nothing after its last reading, while others did, did not sign in. `on`: the last day that is told of.
 */
function loginsAround(
  series: readonly AccountUseReading[],
  on: number,
  days: number,
): Pick<LoginsHeld, "before" | "after" | "told"> | null {
  const known = endedBy(series, on);
  const heard = lastOfLogins(series, known);
  if (heard < 0) return null;
  const { end } = series[known - 1]!;
  // The days up to the last reading were told of with their logins where some reading of logins reaches near it.
  const tells = heard === known - 1 || end - series[heard]!.end < series[heard]!.days;
  const silent = tells ? on - end : 0;
  const told = { length: days, known, longest: days };
  const [before, after] = [
    loginsIn(series, { ...told, to: on - days }),
    loginsIn(series, { ...told, to: on }),
  ];
  const covered = {
    before: Math.min(days, before.covered + Math.max(0, silent - days)),
    after: Math.min(days, after.covered + Math.min(silent, days)),
  };
  if (covered.before * 2 < days || covered.after * 2 < days) return null;
  const whole = (sum: number, of: number) => Math.round((sum * days) / of);
  return {
    before: whole(before.sum, covered.before),
    after: whole(after.sum, covered.after),
    told: covered,
  };
}

/**
 * Logins of the `days` days up to one, counted as the score counts them: readings of up to four weeks are spread over their
 * days. Null where a source tells of less than half of the days.
 */
export function loginsOver(series: readonly AccountUseReading[], on: Day, days: number): number | null {
  const asked = { to: epochDay(on), length: days, known: series.length, longest: useWindow };
  const { sum, covered } = loginsIn(series, asked);
  return covered * 2 < days ? null : Math.round((sum * days) / covered);
}

/**
 * The logins of an account as both the score and the red flag count them: in the `days` days up to the last day use is told of,
 * and in as many before; where those are not told of, in the last ones that are, for as long as a reading counts.
 * Null where none are. `days` is in the words of {@link loginsText}, so that two counts of one customer can be told apart.
 */
export function loginsHeld(
  of: UseTold,
  days: number,
  { carriedDays }: Pick<HealthPolicy, "carriedDays">,
  spoken: Spoken | null = useSpoken(of),
): LoginsHeld | null {
  if (!spoken) return null;
  const { series } = spoken;
  const held = loginsAround(series, spoken.on, days);
  if (held) return { on: dayOfEpoch(spoken.on), days, ...held };
  const first = endedBy(series, epochDay(of.on) - carriedDays - 1);
  for (let at = endedBy(series, spoken.on) - 1; at >= first; at--) {
    const { logins, end } = series[at]!;
    if (logins === null || end === spoken.on) continue;
    const earlier = loginsAround(series, end, days);
    if (earlier) return { on: dayOfEpoch(end), days, ...earlier };
  }
  return null;
}

/** The first day of the fall that logins are held on: as long as no day in between tells of as many as before, it is one fall. */
export function loginsFellSince(
  series: readonly AccountUseReading[],
  { on, days }: Pick<LoginsHeld, "on" | "days">,
  { loginDropPercent }: Pick<HealthPolicy, "loginDropPercent">,
): Day {
  const last = epochDay(on);
  let since = last;
  for (let back = 1; back <= 2 * days; back++) {
    const held = loginsAround(series, last - back, days);
    if (!held || held.before === 0 || (held.before - held.after) * 100 < held.before * loginDropPercent)
      break;
    since = last - back;
  }
  return dayOfEpoch(since);
}

/** The numbers of a line of logins, in the order of its saying. */
const numbersOf = ({ before, after, days, told }: LoginsHeld): number[] => [
  before,
  after,
  days,
  told.before,
  told.after,
];

/** Logins in words that say of which days. */
export const loginsText = (held: LoginsHeld): string =>
  sayingText({
    ...{ what: "logins", says: "logins_held", numbers: numbersOf(held), quote: null },
    on: epochDay(held.on),
  });

/** How logins hold, whole weeks against whole weeks: all of it where there are as many, nothing where there are none. */
export function loginsLine(of: HealthCase, spoken: Spoken | null, policy: HealthPolicy): FoundLine {
  const held = loginsHeld(of, useWindow, policy, spoken);
  if (!held) return noLogins(of, spoken);
  const { before, after } = held;
  const share = before > 0 ? thousandths(after, before) : after > 0 ? 1000 : 0;
  const on = epochDay(held.on);
  return foundLine("logins", "logins_held", numbersOf(held), { on, share, weight: 1 });
}

function noLogins(of: HealthCase, spoken: Spoken | null): FoundLine {
  if (!spoken) return unknownLine("logins", whyNoUse(of), 1);
  const { series } = spoken;
  const last = lastOfLogins(series, endedBy(series, epochDay(of.on)));
  if (last < 0) return unknownLine("logins", "no_source_of_logins", 1);
  return unknownLine("logins", "too_few_logins", 1, { numbers: [series[last]!.end] });
}
