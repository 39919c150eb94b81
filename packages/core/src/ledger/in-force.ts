import type { ContractLine } from "../facts/index.ts";
import {
  addDays,
  type Day,
  daysBetween,
  earlier,
  groupBy,
  type LineId,
  lastDay,
  later,
  type Rational,
} from "../kernel/index.ts";
import { annualValue } from "./annual-value.ts";
import type { LedgerPolicy } from "./policy.ts";

/** The days a line's ARR counts, both included, after renewals, notice and grace have been applied. */
export interface InForce {
  readonly line: ContractLine;
  readonly arr: Rational;
  from: Day;
  to: Day;
}

/** A renewal that starts before the line it renews has ended takes over from its own first day. */
function supersede(spans: readonly InForce[], byLine: ReadonlyMap<LineId, InForce>): void {
  for (const span of spans) {
    const renewed = span.line.renews === null ? undefined : byLine.get(span.line.renews);
    if (!renewed || renewed === span || span.line.startsOn < renewed.line.startsOn) continue;
    renewed.to = earlier(renewed.to, addDays(span.line.startsOn, -1));
  }
}

/** The day some days later, or the last day there is. */
function daysAfter(on: Day, days: number): Day {
  return daysBetween(on, lastDay) <= days ? lastDay : addDays(on, days);
}

/**
 * Whether something goes on with a line that ends: a line that names it, a line of its product or, where the account
 * would else be at zero, any line, that starts within the grace after it. Further lines beside it continue nothing.
 */
function continued(span: InForce, spans: readonly InForce[], policy: LedgerPolicy): boolean {
  const latest = daysAfter(span.to, policy.graceDays + 1);
  const others = spans.filter((other) => other !== span && other.from <= latest);
  if (others.some((other) => other.line.renews === span.line.lineId && other.from >= span.from)) return true;
  const paid = others.filter((other) => other.arr.n > 0n && other.from <= other.to);
  const next = paid.filter((other) => other.from > span.to);
  const alone = !paid.some((other) => other.from <= span.to && other.to > span.to);
  return next.some((other) => alone || other.line.product === span.line.product);
}

/** Under `churnOn: "notice"` a line nobody continues counts up to the day before notice is given. */
function endOnNotice(spans: readonly InForce[], policy: LedgerPolicy): void {
  const ended = spans.filter(
    (span) => span.line.noticeOn !== null && span.line.noticeOn <= span.to && !continued(span, spans, policy),
  );
  for (const span of ended) span.to = addDays(span.line.noticeOn ?? span.to, -1);
}

/** The stretches between spans in which none of them is in force, with the spans that begin on the first day after. */
function gaps(spans: readonly InForce[]): { after: Day; next: InForce[] }[] {
  const ordered = [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const found: { after: Day; next: InForce[] }[] = [];
  let covered: Day | null = null;
  for (const span of ordered) {
    const open = found.at(-1);
    if (covered !== null && covered < lastDay && span.from > addDays(covered, 1))
      found.push({ after: covered, next: [span] });
    else if (open && open.next[0]?.from === span.from) open.next.push(span);
    covered = covered === null ? span.to : later(covered, span.to);
  }
  return found;
}

/** A late renewal inside the grace counts from the day after the old end, at its own ARR. */
function backFill(
  spans: readonly InForce[],
  byLine: ReadonlyMap<LineId, InForce>,
  policy: LedgerPolicy,
): void {
  const fill = (span: InForce, lapsedOn: Day): void => {
    if (daysBetween(lapsedOn, span.from) - 1 <= policy.graceDays) span.from = addDays(lapsedOn, 1);
  };
  for (const span of spans) {
    const renewed = span.line.renews === null ? undefined : byLine.get(span.line.renews);
    if (renewed && renewed.from <= renewed.to && renewed.to < span.from) fill(span, renewed.to);
  }
  const paid = spans.filter((span) => span.arr.n > 0n);
  const records = groupBy(paid, (span) => span.line.accountId);
  // Each record's own renewals first: lines of records it was joined with must not hide that one of its own went on.
  for (const held of [...(records.size > 1 ? records.values() : []), paid]) {
    const products = groupBy(held, (span) => span.line.product);
    for (const group of [...products.values(), held])
      for (const gap of gaps(group)) for (const span of gap.next) fill(span, gap.after);
  }
}

/** Under `churnOn: "end_plus_grace"` what the account held when it lapsed counts until the grace has run out. */
function extendByGrace(spans: readonly InForce[], policy: LedgerPolicy): void {
  const paid = spans.filter((span) => span.arr.n > 0n);
  if (paid.length === 0) return;
  const final = paid.map((span) => span.to).reduce(later);
  const lapses = [...gaps(paid).map((gap) => gap.after), ...(final < lastDay ? [final] : [])];
  for (const on of lapses)
    for (const span of paid) if (span.to === on) span.to = daysAfter(on, policy.graceDays);
}

/**
 * The days on which each of one customer's lines carries ARR, under a policy. Lines that carry none (one-time, free)
 * are left out, after having had their say about what they renew.
 */
export function linesInForce(lines: readonly ContractLine[], policy: LedgerPolicy): InForce[] {
  const spans: InForce[] = lines.map((line) => ({
    line,
    arr: annualValue(line, policy),
    from: line.startsOn,
    to: line.endsOn ?? lastDay,
  }));
  const byLine = new Map(spans.map((span) => [span.line.lineId, span]));
  supersede(spans, byLine);
  if (policy.churnOn === "notice") endOnNotice(spans, policy);
  const live = spans.filter((span) => span.from <= span.to);
  backFill(live, byLine, policy);
  if (policy.churnOn === "end_plus_grace") extendByGrace(live, policy);
  return live.filter((span) => span.arr.n > 0n);
}
