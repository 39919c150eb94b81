import type { Period, Rational } from "../../kernel/index.ts";
import { clauseOf, type PlanAssignment } from "../plan.ts";
import type { LineKind, StatementInputs, StatementLine, Trace } from "../statement.ts";
import { fractionText } from "../written.ts";

/** How amounts are rounded, as every trace tells it. */
export const houseRounding = "To the minor unit, halves away from zero";

/** What lines of one period are made from: the inputs, the plan as it holds for the person, and the period. */
export interface LineQuestion {
  readonly inputs: StatementInputs;
  readonly assignment: PlanAssignment;
  readonly period: Period;
}

interface Written {
  readonly kind: LineKind;
  readonly component: string;
  readonly part: string;
  readonly amount: bigint;
  readonly exact: Rational;
  readonly arithmetic: string;
  readonly term: string;
  readonly clause: string;
  readonly line?: Partial<Omit<StatementLine, "trace" | "amount">>;
  readonly trace?: Partial<Trace>;
}

/** Writes a line with its trace; what most lines leave out is null. */
export function lineOf({ inputs, assignment, period }: LineQuestion, written: Written): StatementLine {
  const { plan } = assignment;
  const { kind, component, part, amount, exact, arithmetic, term, clause, line = {}, trace = {} } = written;
  return {
    lineId: [period.text, component, part, line.dealId ?? "all"].join("/"),
    kind,
    component,
    part,
    forPeriod: period.text,
    on: null,
    account: null,
    dealId: null,
    credited: null,
    percent: null,
    held: null,
    withheld: null,
    pays: null,
    lossId: null,
    cause: null,
    ...line,
    amount: String(amount),
    trace: {
      source: null,
      movement: null,
      creditRule: null,
      attainmentBefore: null,
      attainmentAfter: null,
      band: null,
      arithmetic,
      exact: fractionText(exact),
      rounding: houseRounding,
      definition: `${term}@${inputs.definitions[term] ?? 1}`,
      plan: `${plan.id}@${plan.version}`,
      clause: clauseOf(plan, component, clause),
      ...trace,
    },
  };
}
