// What pay comes to by a second reckoning, written for the plans of the demo company and apart from core: whole numbers,
// no traces, nothing shared with the engine but the shape of its inputs.
import type { CompPlan, PlanAssignment, StatementInputs } from "@termwise/core/compensation";

type Component = CompPlan["components"][number];
/** A component of one kind. */
export type Of<Kind extends Component["kind"]> = Extract<Component, { kind: Kind }>;
type Curve = Of<"book_nrr">["payout"];

/** A period of a statement, as a statement tells it. */
export interface Quarter {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

/** Millionths. */
export const million = 1_000_000n;
/** A decimal in per cent as millionths of a per cent. */
export const fine = (text: string): bigint => BigInt(Math.round(Number(text) * 1e6));
/** The quotient to the nearest whole, halves away from zero. */
export const nearest = (n: bigint, d: bigint): bigint =>
  n < 0n ? -((-2n * n + d) / (2n * d)) : (2n * n + d) / (2n * d);

/** An amount shared by weights: everybody's whole part, then one more for whom most was cut off, the first of equals first. */
export function shared(amount: bigint, weights: readonly bigint[]): bigint[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = weights.map((weight, at) => ({
    at,
    whole: (amount * weight) / all,
    cut: (amount * weight) % all,
  }));
  let left = amount - parts.reduce((sum, { whole }) => sum + whole, 0n);
  for (const part of [...parts].sort((a, b) => (a.cut === b.cut ? a.at - b.at : a.cut > b.cut ? -1 : 1)))
    if (left > 0n) {
      part.whole += 1n;
      left -= 1n;
    }
  return parts.map(({ whole }) => whole);
}

/** What somebody is credited with of a deal on its signature. */
function ownShare(
  deal: StatementInputs["deals"][number],
  person: string,
  to: "closer" | "owner" | "source",
  days?: number,
) {
  const amount = BigInt(deal.amount);
  if (deal.split.length > 0) {
    const at = deal.split.findIndex((one) => one.person === person);
    return at === -1
      ? 0n
      : (shared(
          amount,
          deal.split.map(({ percent }) => fine(percent)),
        )[at] ?? 0n);
  }
  const name = deal[to]?.name;
  const { takenOver, signedOn } = deal;
  const since = takenOver && signedOn ? (Date.parse(signedOn) - Date.parse(takenOver.on)) / 86_400_000 : -1;
  const two = days !== undefined && takenOver && since >= 0 && since < days && takenOver.from !== name;
  if (!two) return name === person ? amount : 0n;
  const [first = 0n, second = 0n] = shared(amount, [1n, 1n]);
  return takenOver.from === person ? first : name === person ? second : 0n;
}

const leftOut = (inputs: StatementInputs, dealId: string, account: string): boolean =>
  inputs.exclusions.some((one) => (one.dealId === null ? one.account === account : one.dealId === dealId));

interface Earned {
  readonly dealId: string;
  readonly account: string;
  readonly on: string;
  readonly close: bigint;
  readonly held: bigint;
}

/** The commission of one quarter, deal by deal, and its true-up. */
export function commissionOf(inputs: StatementInputs, { plan, quotas }: PlanAssignment, quarter: Quarter) {
  const part = plan.components.find((one): one is Of<"commission"> => one.kind === "commission");
  if (!part) return { deals: [], trueUp: 0n };
  const quota = BigInt(quotas[part.id] ?? 0);
  /** Hundred-millionths of a minor unit that so much credited earns. */
  const earns = (credited: bigint): bigint =>
    part.rates.bands.reduce((sum, { from, to, rate }) => {
      const [low, high] = [
        (quota * fine(from)) / (100n * million),
        to === null ? credited : (quota * fine(to)) / (100n * million),
      ];
      const inside = (credited < high ? credited : high) - low;
      return inside > 0n ? sum + inside * fine(rate) : sum;
    }, 0n);
  const own = inputs.deals
    .filter(
      (deal) =>
        !deal.withdrawn &&
        part.credit.counts.includes(deal.kind) &&
        !leftOut(inputs, deal.dealId, deal.account),
    )
    .filter(({ signedOn }) => signedOn !== null && signedOn >= quarter.from && signedOn <= quarter.to)
    .filter(
      (deal) =>
        deal.split.some(({ person }) => person === inputs.person) ||
        (deal.split.length === 0 && deal.closer?.name === inputs.person),
    )
    .sort((a, b) => `${a.signedOn} ${a.dealId}`.localeCompare(`${b.signedOn} ${b.dealId}`, "en"));
  let credited = 0n;
  let sum = 0n;
  const deals = own.map((deal): Earned => {
    const before = credited;
    credited += ownShare(deal, inputs.person, "closer");
    const commission = nearest(earns(credited) - earns(before), 100n * million);
    sum += commission;
    const [close = 0n, held = 0n] = shared(commission, [fine(part.atClose), fine(part.onRetention)]);
    return { dealId: deal.dealId, account: deal.account, on: deal.signedOn ?? "", close, held };
  });
  return { deals, trueUp: nearest(earns(credited), 100n * million) - sum };
}

/** What a curve pays of an amount at n/d, before rounding, as a fraction. */
function paysAt({ points, cap, beyond }: Curve, n: bigint, d: bigint): readonly [bigint, bigint] {
  const at = (index: number) => fine(points[index]?.at ?? "0");
  const pays = (index: number) => fine(points[index]?.pays ?? "0");
  const level = (index: number) => n * 100n * million >= at(index) * d;
  if (!level(0)) return [0n, 1n];
  let index = points.findLastIndex((_, k) => level(k));
  let share: readonly [bigint, bigint] = [pays(index), 100n * million];
  if (index < points.length - 1 || (beyond === "slope" && points.length > 1)) {
    if (index === points.length - 1) index -= 1;
    const [run, rise] = [at(index + 1) - at(index), pays(index + 1) - pays(index)];
    share = [pays(index) * run * d + rise * (n * 100n * million - at(index) * d), 100n * million * run * d];
  }
  const most = cap === null ? null : fine(cap);
  return most !== null && share[0] * 100n * million > most * share[1] ? [most, 100n * million] : share;
}

/** What a quarter pays for the cohorts of which the last deal was measured in it. */
export function cohortsOf(
  inputs: StatementInputs,
  quarter: Quarter,
  before: readonly { period: Quarter; assignment: PlanAssignment }[],
) {
  return before.reduce((sum, { period, assignment }) => {
    const curve = assignment.plan.components.find((one): one is Of<"commission"> => one.kind === "commission")
      ?.retention?.payout;
    const waiting = commissionOf(inputs, assignment, period).deals.filter(({ held }) => held > 0n);
    const measured = waiting.flatMap(({ dealId }) => inputs.matured.filter((one) => one.dealId === dealId));
    const last =
      measured
        .map(({ measuredOn }) => measuredOn as string)
        .sort()
        .at(-1) ?? "";
    if (!curve || measured.length < waiting.length || last < quarter.from || last > quarter.to) return sum;
    const total = (of: "opening" | "closing") => measured.reduce((all, one) => all + BigInt(one[of]), 0n);
    if (total("opening") === 0n) return sum;
    const [n, d] = paysAt(curve, total("closing"), total("opening"));
    return sum + nearest(waiting.reduce((all, { held }) => all + held, 0n) * n, d);
  }, 0n);
}

/** What a component with a weight pays at target in one quarter. */
function targetIn({ plan, targetPay }: PlanAssignment, id: string, quarter: Quarter): bigint {
  const year =
    shared(
      BigInt(targetPay ?? 0),
      plan.components.map(({ weight }) => fine(weight ?? "0")),
    )[plan.components.findIndex((one) => one.id === id)] ?? 0n;
  return shared(year, [1n, 1n, 1n, 1n])[(Number(quarter.from.slice(5, 7)) - 1) / 3] ?? 0n;
}

/** The day some days before another. */
export const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** What a quarter pays for the book: NRR or GRR of the accounts that count. */
export function bookOf(inputs: StatementInputs, assignment: PlanAssignment, quarter: Quarter): bigint {
  return assignment.plan.components.reduce((sum, part) => {
    const book = inputs.books[quarter.text];
    if (part.kind !== "book_nrr" || !book) return sum;
    const { minimumHoldDays, graceDays } = part.eligibility;
    const counted = book.filter(({ account, heldFrom, heldUntil }) => {
      const since = heldFrom ?? quarter.from;
      const end = heldUntil !== null && heldUntil <= quarter.to ? dayBefore(heldUntil, 1) : quarter.to;
      const held = (Date.parse(end) - Math.max(Date.parse(since), Date.parse(quarter.from))) / 86_400_000 + 1;
      return (
        !leftOut(inputs, "", account) &&
        since <= quarter.from &&
        (heldUntil === null || heldUntil > quarter.from) &&
        held >= minimumHoldDays &&
        (heldFrom === null || graceDays === 0 || heldFrom <= dayBefore(quarter.from, graceDays))
      );
    });
    const opening = counted.reduce((all, one) => all + BigInt(one.opening), 0n);
    const closing = counted.reduce((all, { opening: o, closing: c, kept }) => {
      const smaller = BigInt(o) < BigInt(c) ? o : c;
      return all + BigInt(part.measure === "grr" ? (kept ?? smaller) : c);
    }, 0n);
    if (opening === 0n) return sum;
    const [n, d] = paysAt(part.payout, closing, opening);
    return sum + nearest(targetIn(assignment, part.id, quarter) * n, d);
  }, 0n);
}

/** What a quarter pays for a quota that grows over the year: what the year is worth so far, less the most it was worth before. */
export function quotaOf(
  inputs: StatementInputs,
  assignment: PlanAssignment,
  quarters: readonly Quarter[],
  now: number,
) {
  return assignment.plan.components.reduce((sum, part) => {
    if (part.kind !== "expansion_quota") return sum;
    const quota = BigInt(assignment.quotas[part.id] ?? 0);
    const worth = quarters.slice(0, now + 1).map(({ to }, index) => {
      const credited = inputs.deals
        .filter(
          (deal) =>
            !deal.withdrawn &&
            part.credit.counts.includes(deal.kind) &&
            !leftOut(inputs, deal.dealId, deal.account),
        )
        .filter(
          (deal) =>
            part.credit.source === "any" ||
            deal.kind !== "expansion" ||
            (deal.source !== null && deal.source.role !== "ae"),
        )
        .filter(
          ({ signedOn }) => signedOn !== null && signedOn >= (quarters[0]?.from ?? "") && signedOn <= to,
        )
        .reduce(
          (all, deal) => all + ownShare(deal, inputs.person, part.credit.to, part.credit.handover?.days),
          0n,
        );
      const target = quarters
        .slice(0, index + 1)
        .reduce((all, one) => all + targetIn(assignment, part.id, one), 0n);
      const [n, d] = paysAt(part.payout, credited * BigInt(quarters.length), quota * BigInt(index + 1));
      return { due: nearest(target * n, d) };
    });
    const most = (until: number) =>
      worth
        .slice(0, until)
        .reduce((top, { due }) => [top, due].sort((a, b) => (a < b ? 1 : -1))[0] ?? top, 0n);
    const trueUp = now === quarters.length - 1 ? (worth[now]?.due ?? 0n) - most(now + 1) : 0n;
    return sum + most(now + 1) - most(now) + trueUp;
  }, 0n);
}

/** What a quarter pays for accounts of a year before that were kept. */
export function bonusOf(inputs: StatementInputs, { plan }: PlanAssignment, quarter: Quarter): bigint {
  const part = plan.components.find((one): one is Of<"retention_bonus"> => one.kind === "retention_bonus");
  const accounts = inputs.renewals[quarter.text];
  if (!part || !accounts || accounts.length === 0) return 0n;
  const kept = accounts.filter(
    ({ first, renewed }) => renewed !== null && BigInt(renewed) >= BigInt(first),
  ).length;
  return kept * 100 >= accounts.length * Number(part.share) ? BigInt(part.amount) : 0n;
}
