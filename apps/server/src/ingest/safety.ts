import type { ContractLine } from "@termwise/core/facts";
import {
  type Day,
  daysBetween,
  over,
  plus,
  type Rational,
  rational,
  rationalOf,
  times,
  zero,
} from "@termwise/core/kernel";
import { timesAYear } from "./annual-price.ts";
import type { Stop } from "./report.ts";

const maxLinesADay = 15;
const maxTimes = 10n;

/** What a line is worth a year, roughly as the ledger will say it: enough to see a jump. */
function yearly({ price, quantity, startsOn, endsOn, lineKind }: ContractLine): Rational {
  if (lineKind !== "recurring") return zero;
  const net = rationalOf(price.net);
  if (price.of === "amount") return times(net, timesAYear(price.per));
  if (price.of === "unit") return times(times(net, timesAYear(price.per)), rationalOf(quantity));
  const days = endsOn === null ? 365 : daysBetween(startsOn, endsOn) + 1;
  return times(over(net, rational(BigInt(Math.max(days, 1)))), rational(365n));
}

const inForce = (line: ContractLine, on: Day) =>
  !line.withdrawn && line.startsOn <= on && (line.endsOn === null || line.endsOn >= on);

const worth = (lines: Iterable<ContractLine>, currency: string, on: Day) =>
  [...lines]
    .filter((line) => line.currency === currency && inForce(line, on))
    .map(yearly)
    .reduce(plus, zero);

function jump(before: readonly ContractLine[], changed: readonly ContractLine[], today: Day): string | null {
  const after = new Map([...before, ...changed].map((line) => [line.lineId, line]));
  for (const currency of new Set(before.map((line) => line.currency))) {
    const [was, is] = [worth(before, currency, today), worth(after.values(), currency, today)];
    // |is - was| > 10 was; a fall to nothing is churn, which is ordinary.
    if (was.n > 0n && is.n * was.d > (maxTimes + 1n) * was.n * is.d)
      return `its ARR in ${currency} would become more than ${maxTimes} times what it is`;
  }
  return null;
}

/**
 * Changes to accounts whose lines are known that no ordinary import makes: more than 15 lines of one account starting
 * on one day, or an ARR more than ten times higher. Such a batch commits only when confirmed.
 */
export function safetyStops(
  changed: readonly ContractLine[],
  known: Iterable<ContractLine>,
  nameOf: (accountId: string) => string,
  today: Day,
): Stop[] {
  const touched = new Map<string, ContractLine[]>();
  for (const line of changed) touched.set(line.accountId, [...(touched.get(line.accountId) ?? []), line]);
  const before = new Map<string, ContractLine[]>();
  for (const line of known)
    if (touched.has(line.accountId))
      before.set(line.accountId, [...(before.get(line.accountId) ?? []), line]);
  const stops: Stop[] = [];
  for (const [accountId, lines] of touched) {
    const held = before.get(accountId);
    if (!held) continue;
    const perDay = new Map<Day, number>();
    for (const { startsOn } of lines) perDay.set(startsOn, (perDay.get(startsOn) ?? 0) + 1);
    const crowded = [...perDay].find(([, count]) => count > maxLinesADay);
    const why = crowded
      ? `${crowded[1]} of its lines starting on ${crowded[0]} would change`
      : jump(held, lines, today);
    if (why !== null)
      stops.push({
        file: lines[0]?.source.file ?? null,
        code: "E_SAFETY",
        reason: `Account "${nameOf(accountId)}": ${why}.`,
        remedy:
          "Look at the rows of this account. If the change is meant, confirm the import (command line: --confirm).",
      });
  }
  return stops;
}
