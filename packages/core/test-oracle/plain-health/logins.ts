import type { HealthPolicy } from "../../src/health/policy.ts";
import { type AccountUseReading, endedBy } from "../../src/health/use-series.ts";
import { addDays, type Day, daysBetween, epochDay } from "../../src/kernel/index.ts";
import { type FoundInput, type HealthCase, thousandths, unknownInput } from "./health-case.ts";
import { type UseTold, useSpoken, useWindow, whyNoUse } from "./usage-reading.ts";

/** Logins in the `days` days up to a day, and in as many before; of how many days of each a source tells. */
interface LoginsHeld {
  readonly on: Day;
  readonly days: number;
  readonly before: number;
  readonly after: number;
  readonly told: { readonly before: number; readonly after: number };
}

/** The logins of the `length` days that end on one, and on how many of these days a source tells of them. */
function loginsIn(
  series: readonly AccountUseReading[],
  to: Day,
  length: number,
): { readonly sum: number; readonly covered: number } {
  const from = addDays(to, -length);
  let [sum, covered, daily] = [0, 0, false];
  // A reading of several days that ends after the stretch may reach into it.
  for (const { on, days, logins } of series.slice(
    endedBy(series, epochDay(from)),
    endedBy(series, epochDay(addDays(to, length))),
  )) {
    if (logins === null || days > length) continue;
    if (days === 1) daily ||= on <= to;
    const last = Math.min(daysBetween(from, on), length);
    const first = Math.max(daysBetween(from, on) - days, 0);
    const inside = Math.max(0, last - first);
    sum += (logins * inside) / days;
    covered += inside;
  }
  // Where days are told of one by one, a day without a row is one without a login.
  return { sum, covered: daily ? length : Math.min(covered, length) };
}

/**
 * Logins in the `days` days up to one, and in as many before, where a source tells of half of each at least: those of
 * readings of several days are spread over them, and what is told of a part stands for the whole. A customer that told
 * nothing after its last reading, while others did, did not sign in. `on`: the last day that is told of.
 */
function loginsAround(
  series: readonly AccountUseReading[],
  on: Day,
  days: number,
): Pick<LoginsHeld, "before" | "after" | "told"> | null {
  const known = series.slice(0, endedBy(series, epochDay(on)));
  const last = known.at(-1);
  if (!last || !known.some(({ logins }) => logins !== null)) return null;
  const silent = last.logins === null && !tellsOfLogins(known, last.on) ? 0 : daysBetween(last.on, on);
  const [before, after] = [loginsIn(known, addDays(on, -days), days), loginsIn(known, on, days)];
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

/** Whether the days up to a last reading were told of with their logins: some reading of logins reaches near it. */
function tellsOfLogins(known: readonly AccountUseReading[], until: Day): boolean {
  const last = known.findLast(({ logins }) => logins !== null);
  return last !== undefined && daysBetween(last.on, until) < last.days;
}

/**
 * The logins of an account as both the score and the red flag count them: in the `days` days up to the last day use is told of,
 * and in as many before; where those are not told of, in the last ones that are, for as long as a reading counts.
 * Null where none are. `days` is in the words of {@link loginsText}, so that two counts of one customer can be told apart.
 */
function loginsHeld(
  of: UseTold,
  days: number,
  { carriedDays }: Pick<HealthPolicy, "carriedDays">,
): LoginsHeld | null {
  const spoken = useSpoken(of);
  if (!spoken) return null;
  const earliest = addDays(of.on, -carriedDays);
  const ends = of.series
    .slice(endedBy(of.series, epochDay(addDays(earliest, -1))), endedBy(of.series, epochDay(spoken.on)))
    .flatMap(({ on, logins }) => (logins === null || on === spoken.on ? [] : [on]));
  for (const on of [spoken.on, ...ends.reverse()]) {
    const held = loginsAround(of.series, on, days);
    if (held) return { on, days, ...held };
  }
  return null;
}

/** From how many of the days logins are reckoned, where that is not all of them: these stand for the whole. */
const ofDays = (told: number, days: number): string =>
  told === days ? "" : ` (estimated from ${told} of them)`;

/** Logins in words that say of which days. */
const loginsText = ({ before, after, on, days, told }: LoginsHeld): string =>
  `${after.toLocaleString("en")} ${after === 1 ? "login" : "logins"} in the ${days} days to ${on}${ofDays(told.after, days)}, ${before.toLocaleString("en")} in the ${days} before${ofDays(told.before, days)}`;

/** How logins hold, whole weeks against whole weeks: all of it where there are as many, nothing where there are none. */
export function loginsInput(of: HealthCase, policy: HealthPolicy): FoundInput {
  const held = loginsHeld(of, useWindow, policy);
  if (!held) return unknownInput("logins", 1, whyNoLogins(of));
  const { before, after } = held;
  const share = before > 0 ? thousandths(after, before) : after > 0 ? 1000 : 0;
  return { what: "logins", text: loginsText(held), on: held.on, share, weight: 1 };
}

function whyNoLogins(of: HealthCase): string {
  if (!useSpoken(of)) return whyNoUse(of);
  const known = of.series.slice(0, endedBy(of.series, epochDay(of.on)));
  const last = known.findLast(({ logins }) => logins !== null);
  if (!last) return "No source tells of logins";
  return `Logins are told of up to ${last.on}, and of too few days to compare`;
}
