import { addDays, allocate, type Day, groupBy, type Period } from "../../kernel/index.ts";
import type { Credit } from "../credits.ts";
import type { Deal } from "../deal.ts";
import { paidLines } from "../paid.ts";
import type { Holdback } from "../plan.ts";
import type { Statement, StatementInputs, StatementLine } from "../statement.ts";
import { amountWords, hundredLess, minorUnits, weightOf } from "../written.ts";
import { lineOf } from "./line.ts";

const events = {
  effective: "in force",
  invoiced: "invoiced",
  paid: "paid by the customer",
  handoff_accepted: "handed off",
  training_done: "trained",
  contract_filed: "filed",
} as const;

/** The day something happened to a deal that its holdback waits for; null where it has not, or came too late. */
function releasedOn({ until, withinDays }: Holdback, deal: Deal, creditedOn: Day | null): Day | null {
  const days = { effective: deal.effectiveOn, invoiced: deal.invoicedOn, paid: deal.paidOn };
  const on =
    until === "effective" || until === "invoiced" || until === "paid"
      ? days[until]
      : (deal.gates.find(({ gate }) => gate === until)?.passedOn ?? null);
  const late =
    on !== null && withinDays !== null && creditedOn !== null && on > addDays(creditedOn, withinDays);
  return late ? null : on;
}

/** How much of what a deal pays at the close is held back at the end of a day: nothing once it was released. */
export function withheldOf(holdback: Holdback | null, credit: Credit, close: bigint, on: Day): bigint {
  if (holdback === null) return 0n;
  const released = releasedOn(holdback, credit.deal, credit.creditedOn);
  if (released !== null && released <= on) return 0n;
  return allocate(close, [weightOf(holdback.percent), weightOf(hundredLess(holdback.percent))])[0] ?? 0n;
}

/**
 * The lines that pay what was held back of earlier periods, in the period in which the deal became what its holdback waits
 * for. Only what belongs to periods before this one was held back: what is released in its own period is paid there whole.
 */
export function releaseLines(
  inputs: StatementInputs,
  period: Period,
  before: readonly Statement[],
): StatementLine[] {
  const lines = paidLines(before).filter(
    ({ line: { withheld, dealId, part }, to }) =>
      withheld !== null && dealId !== null && part === "close" && to < period.from,
  );
  const deals = groupBy(lines, ({ line }) => `${line.component}/${line.dealId}`);
  return [...deals.values()].flatMap((own) => {
    const amount = own.reduce((sum, { line }) => sum + BigInt(line.withheld ?? 0), 0n);
    const paying = own.findLast(({ line }) => BigInt(line.withheld ?? 0) > 0n);
    const deal = inputs.deals.find(({ dealId }) => dealId === paying?.line.dealId);
    const component = paying?.assignment.plan.components.find(({ id }) => id === paying.line.component);
    if (!paying || !deal || component?.kind !== "commission" || component.holdback === null) return [];
    const { assignment, line } = paying;
    const on = releasedOn(component.holdback, deal, line.on);
    if (amount <= 0n || on === null || on < period.from || on > period.to) return [];
    return [
      lineOf(
        { inputs, assignment, period },
        {
          kind: "release",
          component: component.id,
          part: "release",
          amount,
          exact: minorUnits(amount),
          arithmetic: `${component.holdback.percent} % of what ${line.forPeriod} paid at the close were held back, ${amountWords(amount, assignment.plan.currency)}; ${events[component.holdback.until]} on ${on}`,
          term: "nrr-comp-plan",
          clause: "holdback",
          line: { account: line.account, dealId: line.dealId, on, pays: line.lineId },
          trace: { source: deal.ref, movement: deal.movement },
        },
      ),
    ];
  });
}
