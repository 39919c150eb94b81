import type { ContractLine } from "../src/facts/index.ts";
import type { LedgerPolicy } from "../src/ledger/index.ts";
import { numberOf } from "./day-numbers.ts";
import type { Fraction } from "./fraction.ts";
import { yearly } from "./yearly.ts";

/** A line and the days it counts, by number; `to` is Infinity for an open end. */
export interface Covered {
  line: ContractLine;
  worth: Fraction;
  from: number;
  to: number;
  /** Something goes on with it, so that no notice ends it early and no grace prolongs it. */
  continued: boolean;
}

const counts = (c: Covered) => c.worth.n > 0n;
const inForce = (c: Covered, day: number) => counts(c) && c.from <= day && day <= c.to;

/** The days each of one customer's lines carries ARR, walked through day by day. */
export function coverage(lines: readonly ContractLine[], policy: LedgerPolicy): Covered[] {
  const all = lines.map((line): Covered => {
    const to = line.endsOn === null ? Infinity : numberOf(line.endsOn);
    return { line, worth: yearly(line, policy), from: numberOf(line.startsOn), to, continued: false };
  });
  const starts = new Map(all.map((c) => [c, c.from]));
  const startOf = (c: Covered) => starts.get(c) ?? 0;
  const renewedBy = (c: Covered) =>
    all.find((other) => other !== c && other.line.lineId === c.line.renews) ?? null;

  // A line that names what it renews; none can renew what begins after it.
  for (const renewal of all) {
    const old = renewedBy(renewal);
    if (old && startOf(renewal) >= startOf(old) && startOf(renewal) <= old.to) old.to = startOf(renewal) - 1;
  }
  for (const c of all) c.continued = goesOn(c, all, policy.graceDays);
  if (policy.churnOn === "notice")
    for (const c of all)
      if (!c.continued && c.line.noticeOn !== null) c.to = Math.min(c.to, numberOf(c.line.noticeOn) - 1);

  for (const renewal of all) {
    const old = renewedBy(renewal);
    if (!old || old.from > old.to || renewal.from > renewal.to || startOf(renewal) <= old.to) continue;
    if (startOf(renewal) - old.to - 1 <= policy.graceDays) renewal.from = Math.min(renewal.from, old.to + 1);
  }
  // A record that holds nothing hides nothing of another.
  const records = new Set(all.flatMap((c) => (counts(c) && c.from <= c.to ? [c.line.accountId] : [])));
  for (const record of records.size > 1 ? records : []) {
    const own = all.filter((c) => c.line.accountId === record);
    fillProducts(own, policy.graceDays);
    fillDarkness(own, policy.graceDays);
  }
  fillProducts(all, policy.graceDays);
  const lapsed = fillDarkness(all, policy.graceDays);
  if (policy.churnOn === "end_plus_grace")
    for (const c of all) if (counts(c) && c.from <= c.to && lapsed.has(c.to)) c.to += policy.graceDays;
  return all.filter((c) => counts(c) && c.from <= c.to);
}

function fillProducts(all: readonly Covered[], graceDays: number): void {
  for (const product of new Set(all.map((c) => c.line.product)))
    fillDarkness(
      all.filter((c) => c.line.product === product),
      graceDays,
    );
}

/** Whether a line is gone on with: by one that names it, one of its product, or any where the account would be at zero. */
function goesOn(old: Covered, all: readonly Covered[], graceDays: number): boolean {
  for (const c of all) {
    if (c === old || c.from > old.to + 1 + graceDays) continue;
    if (c.line.renews === old.line.lineId && c.from >= old.from) return true;
    if (!counts(c) || c.from > c.to || c.from <= old.to) continue;
    if (c.line.product === old.line.product) return true;
    if (!all.some((other) => other !== old && inForce(other, old.to) && inForce(other, old.to + 1)))
      return true;
  }
  return false;
}

/**
 * Where these lines would all be dark for no longer than the grace, what comes next counts from the gap on. Returns the
 * last days before darkness that nothing fills.
 */
function fillDarkness(all: readonly Covered[], graceDays: number): Set<number> {
  const lapsed = new Set<number>();
  const live = all.filter((c) => counts(c) && c.from <= c.to);
  if (live.length === 0) return lapsed;
  const first = Math.min(...live.map((c) => c.from));
  const last = Math.max(...live.map((c) => c.from));
  let dark = 0;
  for (let day = first; day <= last; day++) {
    const lit = live.filter((c) => inForce(c, day));
    if (lit.length === 0) {
      dark += 1;
      continue;
    }
    const before = day - dark - 1;
    if (dark > graceDays) lapsed.add(before);
    else if (dark > 0) for (const c of lit) if (c.from === day) c.from = before + 1;
    dark = 0;
  }
  lapsed.add(Math.max(...live.map((c) => c.to)));
  return lapsed;
}
