import type { StatementLine } from "./statement.ts";

/** One step of the way from the row a line goes back to, down to the clause that pays it. */
export interface TraceStep {
  readonly step: string;
  readonly text: string;
}

/** How a line came about, step by step, in the order it is read: what does not apply is left out. */
export function traceSteps({ trace, cause, pays, dealId, forPeriod }: StatementLine): TraceStep[] {
  const attainment =
    trace.attainmentBefore === null
      ? trace.attainmentAfter
      : `${trace.attainmentBefore} before, ${trace.attainmentAfter} after`;
  const steps: [string, string | null][] = [
    ["Source", trace.source],
    ["Deal", dealId],
    ["Movement", trace.movement],
    ["Cause", cause],
    ["Line that paid", pays],
    ["Credit rule", trace.creditRule],
    ["Attainment", attainment],
    ["Rate band", trace.band],
    ["Arithmetic", trace.arithmetic],
    ["Exact", `${trace.exact} minor units`],
    ["Rounding", trace.rounding],
    ["Period", forPeriod],
    ["Definition", trace.definition],
    ["Plan", trace.plan],
    ["Clause", trace.clause],
  ];
  return steps.flatMap(([step, text]) => (text === null ? [] : [{ step, text }]));
}
