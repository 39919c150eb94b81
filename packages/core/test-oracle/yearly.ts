import type { ContractLine } from "../src/facts/index.ts";
import type { LedgerPolicy } from "../src/ledger/index.ts";
import { numberOf } from "./day-numbers.ts";
import { type Fraction, fractionOf, places, product } from "./fraction.ts";

/** Whole months from the first to the last day in force, if the term is a whole number of months. */
function wholeMonths(first: number, last: number): number | null {
  const from = new Date(first * 86_400_000);
  for (let months = 1; months <= 600; months++) {
    const [y, m] = [from.getUTCFullYear(), from.getUTCMonth() + months];
    const length = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
    const end = Date.UTC(y, m, Math.min(from.getUTCDate(), length)) / 86_400_000;
    // 29 February 2024 to 28 February 2025 is a year, and so is a term to 27 February.
    if (end === last + 1 || (end === last && length < from.getUTCDate())) return months;
    if (end > last + 1) return null;
  }
  return null;
}

function timesAYear(line: ContractLine, policy: LedgerPolicy): Fraction {
  if (line.price.of === "total") {
    const [first, last] = [numberOf(line.startsOn), numberOf(line.endsOn ?? line.startsOn)];
    const months = wholeMonths(first, last);
    return months === null ? { n: 365n, d: BigInt(last - first + 1) } : { n: 12n, d: BigInt(months) };
  }
  const { unit, count } = line.price.per;
  const each = BigInt(count);
  if (unit === "year") return { n: 1n, d: each };
  if (unit === "month") return { n: 12n, d: each };
  if (unit === "day") return { n: 365n, d: each };
  return policy.week === "52" ? { n: 52n, d: each } : { n: 365n, d: 7n * each };
}

/** What a line is worth a year in minor units, unrounded. */
export function yearly(line: ContractLine, policy: LedgerPolicy): Fraction {
  if (line.lineKind === "one_time") return { n: 0n, d: 1n };
  if (line.lineKind === "usage" && policy.usage === "out") return { n: 0n, d: 1n };
  const price = policy.discount === "list" ? (line.price.list ?? line.price.net) : line.price.net;
  return product(
    fractionOf(price),
    line.price.of === "unit" ? fractionOf(line.quantity) : { n: 1n, d: 1n },
    timesAYear(line, policy),
    { n: 10n ** (places[line.currency] ?? 2n), d: 1n },
  );
}
