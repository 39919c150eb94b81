import { addDays, compare, type Day, zero } from "../kernel/index.ts";
import { clawbackOf, endOf } from "./clawback.ts";
import { baseOf, shareLeft, windowBegan } from "./losses.ts";
import { paidDeals } from "./paid.ts";
import { type Exposed, type Statement, type StatementInputs, sumOf } from "./statement.ts";
import { less } from "./written.ts";

/**
 * The commission that is still inside its clawback window at the end of a day: what was paid and not taken back, what a
 * customer lost on the next day would take of it, and the day from which it is safe.
 */
export function exposureOn(statements: readonly Statement[], inputs: StatementInputs, on: Day): Exposed[] {
  const next = addDays(on, 1);
  const deals = paidDeals(statements);
  return deals
    .flatMap((deal): Exposed[] => {
      const rule = deal.component.clawback;
      const began = rule && windowBegan(deal, rule, inputs);
      const [trigger] = rule?.triggers ?? [];
      if (!rule || !began || !trigger) return [];
      const safeOn = endOf(began, rule.window);
      const base = baseOf(deal, rule);
      const paid = base + sumOf(deal.lines.filter(({ lossId }) => lossId !== null));
      const lost = shareLeft(deal, deals, inputs, on);
      if (safeOn <= next || paid <= 0n || compare(lost, zero) <= 0) return [];
      const { currency } = deal.assignment.plan;
      const back = clawbackOf(rule, { paid: base, began, currency }, { on: next, lost });
      return [
        {
          lineId: deal.first.lineId,
          dealId: deal.dealId,
          account: deal.account,
          component: deal.component.id,
          paid,
          atRisk: less(back.amount, paid),
          safeOn,
          trigger,
        },
      ];
    })
    .sort((a, b) => (a.safeOn === b.safeOn ? (a.lineId < b.lineId ? -1 : 1) : a.safeOn < b.safeOn ? -1 : 1));
}
