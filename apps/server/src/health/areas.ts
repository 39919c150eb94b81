import { entriesOf } from "@termwise/core/facts";
import { featureAreaHealth, scoreText } from "@termwise/core/health";
import { type Month, monthOf, type Rational } from "@termwise/core/kernel";
import { breath } from "../breath.ts";
import { toldScore } from "./account-view.ts";
import { type BookCase, type HealthBook, largest } from "./health-book.ts";
import { rangeOf } from "./scored.ts";

/** Weeks that months are made of. */
export const weeksOfAreas = 26;

/** As many accounts are told of each area. */
const most = 100;

/** What is known of an area: the known scores of each month, and the accounts with tickets about it. */
interface Area {
  readonly scores: Map<Month, Rational[]>;
  readonly accounts: Map<Month, BookCase[]>;
}

/**
 * Health by feature area, month by month: the mean score of the accounts with tickets about the area. Below 60 in three
 * months in a row an area is flagged.
 */
export async function areasOf({ on, cases, policy, scores, currency }: HealthBook) {
  const months = [...new Set(scores.ends.map((end) => monthOf(end)))];
  const lastOf = new Map(months.map((month) => [month, weeksIn(scores.ends, month)]));
  const areas = new Map<string, Area>();
  const own = new Int32Array(2 * scores.ends.length);
  for (const one of cases) {
    const told = monthsTold(one, lastOf);
    if (told.size > 0) scores.read(one.account.accountId, own);
    for (const [area, ofMonths] of told) {
      const held = areas.get(area) ?? { scores: new Map(), accounts: new Map() };
      areas.set(area, held);
      for (const month of ofMonths) {
        push(held.accounts, month, one);
        const at = lastOf.get(month)!.findLast((week) => own[2 * week]! >= 0);
        if (at !== undefined && own[2 * at] === own[2 * at + 1])
          push(held.scores, month, rangeOf(own[2 * at]!, own[2 * at]!).low);
      }
    }
    await breath();
  }
  const rows = [...areas].map(([area, held]) => {
    const read = featureAreaHealth(
      months.map((month) => ({ month, scores: held.scores.get(month) ?? [] })),
      policy,
    );
    const latest = months[read.months.findLastIndex(({ mean }) => mean.value !== null)];
    return {
      area,
      flagged: read.flagged,
      /** The accounts of the latest month that has a mean, the largest first. */
      accounts: ((latest && held.accounts.get(latest)) ?? [])
        .toSorted((a, b) => largest(a.account, b.account))
        .slice(0, most)
        .map(({ account: { accountId, name, csm, arr }, policyIn }) => {
          const last = scores.weeksOf(accountId).findLast(({ score }) => score !== null);
          return {
            ...{ accountId, name, csm, arr },
            scored: last?.score ? toldScore(last.score, policyIn(last.week)) : null,
          };
        }),
      months: read.months.map(({ month, mean, accounts }) => ({
        month,
        mean: mean.value === null ? null : scoreText(mean.value),
        accounts,
      })),
    };
  });
  rows.sort((a, b) => Number(b.flagged) - Number(a.flagged) || (a.area < b.area ? -1 : 1));
  return { on, currency, below: policy.areaHealthBelow, monthsInARow: policy.areaReadings, rows };
}

/** The places of the weeks that end in a month. */
const weeksIn = (ends: HealthBook["scores"]["ends"], month: Month): number[] =>
  ends.flatMap((end, at) => (monthOf(end) === month ? [at] : []));

/** The months in which a customer had tickets, area by area. */
function monthsTold(
  { record }: BookCase,
  months: ReadonlyMap<Month, unknown>,
): ReadonlyMap<string, ReadonlySet<Month>> {
  const told = new Map<string, Set<Month>>();
  for (const { entry, effectiveOn, withdrawn } of entriesOf(record.journal, "support_ticket")) {
    if (entry.area === null || withdrawn !== null) continue;
    const month = monthOf(effectiveOn);
    const known = told.get(entry.area) ?? new Set();
    if (months.has(month)) known.add(month);
    told.set(entry.area, known);
  }
  return told;
}

function push<Value>(to: Map<Month, Value[]>, month: Month, value: Value): void {
  const held = to.get(month);
  if (held) held.push(value);
  else to.set(month, [value]);
}
