import {
  nextThreshold,
  type PayScenario,
  type PlanAssignment,
  type PlanComponent,
  payAt,
  type StatementDraft,
  sensitivityGrid,
  simulate,
  statementPeriod,
} from "@termwise/core/compensation";
import type { Period } from "@termwise/core/kernel";
import { accountNames } from "./account-names.ts";
import { inputsOf, type PaySources } from "./assemble.ts";
import { assignedFor, frozenInputs } from "./drafts.ts";
import { creditedBy, type PayStanding, standingOf } from "./standing.ts";
import { contentOf } from "./statement-content.ts";

/** Whose pay of which period is supposed to go otherwise, and how. */
export interface SimulationQuestion {
  readonly person: string;
  readonly period: string;
  readonly scenario: PayScenario;
}

/** Where the chart and the grid look, in per cent. */
const attainments = ["0", "25", "50", "75", "90", "100", "110", "125", "150", "175", "200"];
/** How far steps of 50 points go beyond them. */
const furthestStep = 1_000;
const nrrs = ["80", "90", "95", "100", "105", "110", "120"];

/** What a statement would come to: from its frozen inputs where it is closed, else from what is known now. */
export function simulationOf(sources: PaySources, { person, period, scenario }: SimulationQuestion) {
  const { state, books } = sources;
  const held = state.statements.find((one) => one.person === person && one.period === period && one.closed);
  const assignment = held ? contentOf(held).statement.assignment : assignedFor(state, person, period);
  const inputs = held ? frozenInputs(state, contentOf(held)) : inputsOf(sources, assignment, period).inputs;
  const made = simulate(inputs, scenario);
  const names = accountNames(books);
  const span = statementPeriod(assignment.plan, period);
  const stands = {
    now: standingOf(made.now, assignment, span),
    scenario: standingOf(made.scenario, assignment, span),
  };
  return {
    person,
    period: span,
    plan: { id: assignment.plan.id, version: assignment.plan.version, name: assignment.plan.name },
    currency: assignment.plan.currency,
    parts: made.parts,
    now: made.now.statement.total,
    scenario: made.scenario.statement.total,
    difference: made.difference,
    atRisk: made.atRisk,
    exposed: made.scenario.exposed.map((one) => ({ ...one, account: names.nameOf(one.account) })),
    deals: inputs.deals
      .filter(({ withdrawn }) => !withdrawn)
      .map((deal) => ({ ...deal, accountId: deal.account, account: names.nameOf(deal.account) })),
    book: (inputs.books[period] ?? []).map((one) => ({
      ...one,
      accountId: one.account,
      account: names.nameOf(one.account),
    })),
    thresholds: assignment.plan.components.map((component) => ({
      component: component.id,
      name: component.name,
      /** What the steps of its table are: shares of a quota in per cent, or amounts. */
      by: component.kind === "commission" ? component.rates.scale : ("quota" as const),
      next: thresholdOf(component, assignment, made.scenario, span),
    })),
    stands,
    chart: charted(stands).map((at) => ({
      attainment: at,
      pays: payAt(assignment, span, { attainment: at, nrr: "100" }),
    })),
    grid: { attainments, rows: sensitivityGrid(assignment, span, { attainments, nrrs }) },
  };
}

/** Where the curve is drawn: it goes through where somebody stands, and reaches beyond the furthest. */
function charted(stands: Readonly<Record<string, PayStanding | null>>): string[] {
  const own = Object.values(stands).flatMap((one) => one?.attainment ?? []);
  const furthest = Math.min(furthestStep, Math.max(0, ...own.map(Number)));
  const beyond: string[] = [];
  for (let at = 250; at - 50 < furthest; at += 50) beyond.push(String(at));
  const known = new Set([...attainments, ...beyond].map(Number));
  const between = own.filter((at) => !known.has(Number(at)));
  return [...new Set([...attainments, ...beyond, ...between])].sort((a, b) => Number(a) - Number(b));
}

function thresholdOf(
  component: PlanComponent,
  assignment: PlanAssignment,
  draft: StatementDraft,
  period: Period,
) {
  if (!("credit" in component)) return null;
  const credited = creditedBy(draft, assignment, component, period);
  return nextThreshold(component, assignment, { credited });
}
