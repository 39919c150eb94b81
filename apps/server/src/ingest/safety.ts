import type { ContractLine } from "@termwise/core/facts";
import { type Day, groupBy, plus, zero } from "@termwise/core/kernel";
import { annualValue, houseLedgerPolicy } from "@termwise/core/ledger";
import type { Stop } from "./report.ts";

const maxLinesADay = 15;
const maxTimes = 10n;

const inForce = (line: ContractLine, on: Day) =>
  !line.withdrawn && line.startsOn <= on && (line.endsOn === null || line.endsOn >= on);

const worth = (lines: Iterable<ContractLine>, currency: string, on: Day) =>
  [...lines]
    .filter((line) => line.currency === currency && inForce(line, on))
    .map((line) => annualValue(line, houseLedgerPolicy))
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
  const touched = groupBy(changed, (line) => line.accountId);
  const before = groupBy(
    [...known].filter((line) => touched.has(line.accountId)),
    (line) => line.accountId,
  );
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
