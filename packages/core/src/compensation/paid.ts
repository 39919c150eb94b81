import { type Day, groupBy } from "../kernel/index.ts";
import type { CommissionComponent, PlanAssignment } from "./plan.ts";
import { type Statement, type StatementLine, sumOf } from "./statement.ts";

/** A line of a closed statement, and the plan under which the period it belongs to was paid. */
export interface PaidLine {
  readonly line: StatementLine;
  readonly assignment: PlanAssignment;
  /** The last day of the period the line belongs to. */
  readonly to: Day;
}

/** Every line of some closed statements, each with the plan of its own period: an adjustment has that of what it adjusts. */
export function paidLines(statements: readonly Statement[]): PaidLine[] {
  const ofPeriod = new Map(statements.map((statement) => [statement.period.text, statement]));
  return statements.flatMap((statement) =>
    statement.lines.map((line) => {
      const { assignment, period } = ofPeriod.get(line.forPeriod) ?? statement;
      return { line, assignment, to: period.to };
    }),
  );
}

/**
 * What was paid for one deal by one commission: its lines in order, and the line that paid it with the component as it then
 * was. Where a correction moved the deal to another period, that is the line of the period that pays it now.
 */
export interface PaidDeal {
  readonly dealId: string;
  readonly account: string;
  readonly component: CommissionComponent;
  readonly assignment: PlanAssignment;
  readonly first: StatementLine;
  readonly lines: readonly StatementLine[];
}

/** What closed statements paid for deals, by component and deal. */
export function paidDeals(statements: readonly Statement[]): PaidDeal[] {
  const ofDeals = paidLines(statements).filter(({ line }) => line.dealId !== null);
  return [...groupBy(ofDeals, ({ line }) => `${line.component}/${line.dealId}`).values()].flatMap((own) => {
    const closes = own.filter(({ line }) => line.part === "close");
    const paying = stillPaying(closes) ?? closes[0];
    if (!paying) return [];
    const { line: first, assignment } = paying;
    const component = assignment.plan.components.find(({ id }) => id === first.component);
    if (component?.kind !== "commission" || first.dealId === null || first.account === null) return [];
    return [
      {
        dealId: first.dealId,
        account: first.account,
        component,
        assignment,
        first,
        lines: own.map(({ line }) => line),
      },
    ];
  });
}

/** The first line of the last period whose lines together still pay something. */
function stillPaying(closes: readonly PaidLine[]): PaidLine | undefined {
  return [...groupBy(closes, ({ line }) => line.forPeriod).values()].findLast(
    (own) => sumOf(own.map(({ line }) => line)) > 0n,
  )?.[0];
}
