import { allocate, type Day, minus, type Rational, rational, zero } from "../kernel/index.ts";
import { type Clawback, clawbackOf, endOf } from "./clawback.ts";
import type { Loss } from "./deal.ts";
import type { PaidDeal } from "./paid.ts";
import type { ClawbackRule } from "./plan.ts";
import { type StatementInputs, sumOf } from "./statement.ts";
import { less, smaller } from "./written.ts";

/** What one loss takes back of one deal, and what was taken for it already. */
export interface Owed {
  readonly deal: PaidDeal;
  readonly rule: ClawbackRule;
  readonly loss: Loss;
  readonly back: Clawback;
  readonly taken: bigint;
}

/** What was paid that a rule goes by: the part at the close, or everything; what was taken back does not lessen it. */
export function baseOf({ lines }: PaidDeal, rule: ClawbackRule): bigint {
  return sumOf(
    lines.filter(
      ({ lossId, part }) =>
        lossId === null && (rule.basis === "all" || part === "close" || part === "release"),
    ),
  );
}

/**
 * The day a window began for a deal: its credit date as it was paid, or the day it took effect, as the line that paid it
 * says. Only where nobody knew that day when it was paid, it is the one that is told now.
 */
export function windowBegan(deal: PaidDeal, rule: ClawbackRule, inputs: StatementInputs): Day | null {
  if (rule.from === "effective" && deal.first.effectiveOn) return deal.first.effectiveOn;
  const effective = inputs.deals.find(({ dealId }) => dealId === deal.dealId)?.effectiveOn ?? null;
  return rule.from === "effective" && effective !== null ? effective : deal.first.on;
}

/** What was taken back of a deal for a loss, net of what was given back. */
function takenFor({ lines }: PaidDeal, lossId: string): bigint {
  return -sumOf(lines.filter((line) => line.lossId === lossId));
}

function shareLost(loss: Loss, deal: PaidDeal, all: readonly PaidDeal[], inputs: StatementInputs) {
  if (loss.trigger !== "contraction" || loss.lost === null) return rational(1n);
  const concerned = all.filter(
    (one) => (loss.dealId ?? one.dealId) === one.dealId && one.account === loss.account,
  );
  const arr = (one: PaidDeal) =>
    BigInt(inputs.deals.find(({ dealId }) => dealId === one.dealId)?.amount ?? one.first.credited ?? 0);
  const weights = concerned.map(arr);
  const part = allocate(BigInt(loss.lost), weights)[concerned.indexOf(deal)] ?? 0n;
  const own = arr(deal);
  return own === 0n ? rational(1n) : rational(less(part, own), own);
}

/** A loss of a deal that its rule goes by, and the share of the deal's ARR that went with it. */
interface DealLoss {
  readonly loss: Loss;
  readonly lost: Rational;
  /** Whether anything is taken for it: not if it was withdrawn, is excepted, or came outside the window. */
  readonly takes: boolean;
}

/**
 * The losses of a deal known by a day, the first one first. Each takes the share of the ARR that those before it left: all
 * of them together are never more than the whole deal. ARR that went under an exception is gone as well.
 */
function lossesOf(deal: PaidDeal, deals: readonly PaidDeal[], inputs: StatementInputs, until: Day) {
  const rule = deal.component.clawback;
  const began = rule && windowBegan(deal, rule, inputs);
  if (!rule || !began) return null;
  const within = deals.filter(
    (one) => one.component.id === deal.component.id && one.account === deal.account,
  );
  let left: Rational = rational(1n);
  const losses = inputs.losses
    .filter(
      ({ on, account, dealId, trigger }) =>
        on <= until &&
        account === deal.account &&
        (dealId ?? deal.dealId) === deal.dealId &&
        rule.triggers.includes(trigger),
    )
    .sort((a, b) => (a.on === b.on ? (a.lossId < b.lossId ? -1 : 1) : a.on < b.on ? -1 : 1))
    .map((loss): DealLoss => {
      const stands = !loss.withdrawn && loss.on >= began && loss.on < endOf(began, rule.window);
      const excepted = loss.exception !== null && rule.exceptions.includes(loss.exception);
      const lost = smaller(shareLost(loss, deal, within, inputs), left);
      if (stands && !(excepted && loss.trigger === "non_payment")) left = minus(left, lost);
      return { loss, lost, takes: stands && !excepted };
    });
  return { rule, began, losses, left };
}

/** The share of a deal's ARR that a loss on the day after could still take. */
export function shareLeft(
  deal: PaidDeal,
  deals: readonly PaidDeal[],
  inputs: StatementInputs,
  until: Day,
): Rational {
  return lossesOf(deal, deals, inputs, until)?.left ?? zero;
}

/**
 * What losses known by a day take back of what closed statements paid, loss by loss. Of one deal all of them together take
 * no more than was paid for it. A loss that was withdrawn, or that an exception covers, takes nothing; what was taken for
 * it shows as taken.
 */
export function owedFor(deals: readonly PaidDeal[], inputs: StatementInputs, until: Day): Owed[] {
  return deals.flatMap((deal) => {
    const known = lossesOf(deal, deals, inputs, until);
    if (known === null) return [];
    const { rule, began, losses } = known;
    const paid = baseOf(deal, rule);
    let left = paid > 0n ? paid : 0n;
    return losses.flatMap(({ loss, lost, takes }) => {
      const taken = takenFor(deal, loss.lossId);
      const base = { paid: takes ? paid : 0n, began, currency: deal.assignment.plan.currency };
      const full = clawbackOf(rule, base, { on: loss.on, lost });
      const back = { ...full, amount: less(full.amount, left) };
      left -= back.amount;
      return back.amount === 0n && taken === 0n ? [] : [{ deal, rule, loss, back, taken }];
    });
  });
}
