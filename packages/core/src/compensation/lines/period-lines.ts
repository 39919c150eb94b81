import type { Statement, StatementLine } from "../statement.ts";
import { commissionLines } from "./commission-lines.ts";
import type { LineQuestion } from "./line.ts";
import { bonusLines, bookLines } from "./measure-lines.ts";
import { objectiveLines } from "./objective-lines.ts";
import { quotaLines } from "./quota-lines.ts";
import { releaseLines } from "./release-lines.ts";
import { retentionLines } from "./retention-lines.ts";

/**
 * What a period pays for itself, component by component: without adjustments of earlier periods and without what is taken
 * back. `before` are the closed statements of the periods before it.
 */
export function periodLines(asked: LineQuestion, before: readonly Statement[]): StatementLine[] {
  const own = asked.assignment.plan.components.flatMap((component) => {
    if (component.kind === "commission") return commissionLines(component, asked);
    if (component.kind === "expansion_quota") return quotaLines(component, asked);
    if (component.kind === "objectives") return objectiveLines(component, asked);
    return component.kind === "book_nrr" ? bookLines(component, asked) : bonusLines(component, asked);
  });
  const { inputs, period } = asked;
  return [...own, ...releaseLines(inputs, period, before), ...retentionLines(inputs, period, before)];
}
