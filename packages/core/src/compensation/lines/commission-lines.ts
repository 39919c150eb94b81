import { allocate, earlier, lastDay, round } from "../../kernel/index.ts";
import { attainmentText, countingCredits, earnedBy, runAttainment } from "../attainment.ts";
import { creditsOf } from "../credits.ts";
import type { CommissionComponent } from "../plan.ts";
import { countedDays, quotaSpan, targetOf } from "../spans.ts";
import type { StatementLine } from "../statement.ts";
import { amountWords, weightOf } from "../written.ts";
import { houseRounding, type LineQuestion, lineOf } from "./line.ts";
import { withheldOf } from "./release-lines.ts";

/**
 * The lines of a commission for one period: what every credit that came to count in it earns, at the rates that the
 * attainment before it leads to. Where the quota's span ends, the true-up brings the rounded parts to the whole.
 */
export function commissionLines(component: CommissionComponent, asked: LineQuestion): StatementLine[] {
  const { inputs, assignment, period } = asked;
  const { plan, quotas } = assignment;
  const span = quotaSpan(plan, component.quotaPer, period);
  const days = countedDays(span, assignment, period.to);
  const credits = creditsOf(inputs.deals, {
    rule: component.credit,
    team: plan.team,
    currency: plan.currency,
    exclusions: inputs.exclusions,
    on: period.to,
  });
  const quota = quotas[component.id] === undefined ? null : BigInt(quotas[component.id] ?? 0);
  const steps = runAttainment(
    countingCredits(credits, inputs.person, days),
    component.rates,
    quota,
    plan.currency,
    component.rates.of === "base_rate" ? targetOf(component, assignment, span) : 0n,
  );
  const told = (minor: bigint) => amountWords(minor, plan.currency);
  const shares = [weightOf(component.atClose), weightOf(component.onRetention)];
  let parts = 0n;
  const lines = steps.flatMap(({ credit, before, after, earned, bands, arithmetic }) => {
    const commission = round(earned);
    parts += commission;
    if ((credit.countsOn ?? lastDay) < period.from) return [];
    const [atClose = 0n, held = 0n] = allocate(commission, shares);
    const withheld = withheldOf(component.holdback, credit, atClose, period.to);
    const close = atClose - withheld;
    const waits = `; ${component.atClose} % at the close: ${told(atClose)}, ${told(held)} wait for the NRR of the cohort`;
    const back = `; of it ${component.holdback?.percent} % are held back, ${told(withheld)}, which leaves ${told(close)}`;
    return [
      lineOf(asked, {
        kind: "commission",
        component: component.id,
        part: "close",
        amount: close,
        exact: earned,
        arithmetic: `${arithmetic} = ${told(commission)}${held === 0n ? "" : waits}${withheld === 0n ? "" : back}`,
        term: "nrr-comp-plan",
        clause: "rate table",
        line: {
          on: credit.creditedOn,
          ...(component.clawback?.from === "effective" &&
            credit.deal.effectiveOn !== null && { effectiveOn: credit.deal.effectiveOn }),
          account: credit.deal.account,
          dealId: credit.deal.dealId,
          credited: String(credit.amount),
          percent: credit.percent,
          held: String(held),
          withheld: component.holdback === null ? null : String(withheld),
        },
        trace: {
          source: credit.deal.ref,
          movement: credit.deal.movement,
          creditRule: `${told(BigInt(credit.deal.amount))} × ${credit.percent} % = ${told(credit.amount)}. ${credit.why}`,
          attainmentBefore: attainmentText(before, quota),
          attainmentAfter: attainmentText(after, quota),
          band: bands,
          rounding:
            held === 0n
              ? houseRounding
              : `${houseRounding}; then ${component.atClose} : ${component.onRetention} by largest remainder`,
        },
      }),
    ];
  });
  const ends = earlier(span.to, assignment.to ?? lastDay);
  if (ends > period.to || steps.length === 0) return lines;
  const [whole, exact] = [round(earnedBy(steps)), earnedBy(steps)];
  if (whole === parts) return lines;
  return [
    ...lines,
    lineOf(asked, {
      kind: "true_up",
      component: component.id,
      part: "true_up",
      amount: whole - parts,
      exact,
      arithmetic: `${told(whole)} for the whole of ${span.text} − ${told(parts)} in its parts = ${told(whole - parts)}`,
      term: "nrr-comp-plan",
      clause: "rate table",
      trace: { attainmentAfter: attainmentText(steps.at(-1)?.after ?? 0n, quota) },
    }),
  ];
}
