import { Failure, plus, type Rational, rational, round, times, zero } from "../../kernel/index.ts";
import type { ObjectivesComponent } from "../plan.ts";
import { payoutAt } from "../rate-table.ts";
import { targetFor } from "../spans.ts";
import type { StatementLine } from "../statement.ts";
import { amountWords, minorUnits, ofPercent, percentWords, smaller } from "../written.ts";
import { type LineQuestion, lineOf } from "./line.ts";

/**
 * The line of objectives for one period: what was found to be achieved of each, by its weight. None while nothing was found
 * for the period; an objective that nobody spoke of counts as not achieved. Throws `bad_input` for what was found of an
 * objective that the plan does not have, or twice of one.
 */
export function objectiveLines(component: ObjectivesComponent, asked: LineQuestion): StatementLine[] {
  const { inputs, assignment, period } = asked;
  const found = (inputs.achievements[period.text] ?? []).filter((one) => one.component === component.id);
  if (found.length === 0) return [];
  for (const { objective } of found) {
    if (!component.objectives.some(({ id }) => id === objective))
      throw new Failure("bad_input", `${component.name} has no objective ${objective}.`, { objective });
    if (found.filter((one) => one.objective === objective).length > 1)
      throw new Failure("bad_input", `Objective ${objective} was found twice for ${period.text}.`, {
        objective,
      });
  }
  const parts = component.objectives.map(({ id, name, weight }) => {
    const one = found.find(({ objective }) => objective === id);
    const achieved = one?.achieved ?? "0";
    return {
      share: times(ofPercent(weight), ofPercent(achieved)),
      told: `${name}: ${achieved} % of ${weight} %`,
      why: one ? `${name}: ${one.reason} (${one.approver})` : `${name}: nothing was found`,
    };
  });
  const achieved = parts.reduce<Rational>((sum, { share }) => plus(sum, share), zero);
  const share = component.payout ? payoutAt(component.payout, achieved) : smaller(achieved, rational(1n));
  const target = targetFor(component, assignment, period) ?? 0n;
  const exact = times(minorUnits(target), share);
  const told = (minor: bigint) => amountWords(minor, assignment.plan.currency);
  return [
    lineOf(asked, {
      kind: "objectives",
      component: component.id,
      part: "objectives",
      amount: round(exact),
      exact,
      arithmetic: `${parts.map((part) => part.told).join(" + ")} = ${percentWords(achieved)}, which pays ${percentWords(share)}: ${told(target)} × ${percentWords(share)} = ${told(round(exact))}`,
      term: "nrr-comp-plan",
      clause: "objectives",
      trace: { attainmentAfter: percentWords(achieved), creditRule: parts.map(({ why }) => why).join("; ") },
    }),
  ];
}
