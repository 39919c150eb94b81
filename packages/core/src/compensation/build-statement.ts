import { Failure, opensOn, type Period } from "../kernel/index.ts";
import { adjustmentLines } from "./adjustments.ts";
import { type Credit, creditsOf } from "./credits.ts";
import { exposureOn } from "./exposure.ts";
import { refuseWrongInputs } from "./input-faults.ts";
import { type CarriedForward, clawbackLines } from "./lines/clawback-lines.ts";
import { drawLines } from "./lines/draw-lines.ts";
import { lineOf } from "./lines/line.ts";
import { periodLines } from "./lines/period-lines.ts";
import { refuseFaults } from "./plan-faults.ts";
import { periodsIn, statementPeriod } from "./spans.ts";
import { type Exposed, Statement, StatementInputs, type StatementLine, sumOf } from "./statement.ts";
import { minorUnits } from "./written.ts";

/** A statement as it would be closed now, and beside it what no line pays. */
export interface StatementDraft {
  readonly statement: Statement;
  /** Every credit of the person by component, those at risk and excluded too. */
  readonly credits: readonly { readonly component: string; readonly credit: Credit }[];
  readonly exposed: readonly Exposed[];
  readonly carried: readonly CarriedForward[];
  /** Periods before this one, under the same plan, whose statement is not closed: what they pay is in no line. */
  readonly open: readonly string[];
}

/**
 * Builds the statement of a person for a period from frozen inputs. The same inputs give the same statement, always; its
 * total is the sum of its lines. Earlier statements are read and never changed: what is learned later becomes lines of this
 * one. Throws `bad_input` for a plan with faults, a period the plan does not pay by or does not hold in, and a deal it
 * cannot read or that stands twice; `conflict` for a period whose statement is closed, an earlier statement that does not
 * add up, and a plan that was edited without a new version.
 */
export function buildStatement(given: unknown): StatementDraft {
  const read = StatementInputs.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Failure("bad_input", `${issue?.path.join(".")} ${issue?.message}`, {
      issues: read.error.issues,
    });
  }
  const inputs = read.data;
  const { assignment, person } = inputs;
  refuseFaults(assignment.plan);
  const period = statementPeriod(assignment.plan, inputs.period);
  refuseWrongInputs(inputs, period);
  const before = [...inputs.earlier].sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const lines = [
    ...periodLines({ inputs, assignment, period }, before),
    ...adjustmentLines(inputs, period, before),
    ...decisionLines(inputs, period),
  ];
  const { lines: back, carried } = clawbackLines(inputs, period, before, lines);
  const all = [...lines, ...drawLines(inputs, period, before, lines), ...back];
  const statement = Statement.parse({ person, period, assignment, lines: all, total: String(sumOf(all)) });
  return {
    statement,
    credits: creditsBeside(inputs, period),
    exposed: exposureOn([...before, statement], inputs, period.to),
    carried,
    open: openBefore(inputs, period),
  };
}

function openBefore({ assignment, earlier }: StatementInputs, period: Period): string[] {
  const closed = new Set(earlier.map((one) => one.period.text));
  const days = { text: "", from: assignment.from, to: opensOn(period) };
  return periodsIn(days, assignment)
    .map(({ text }) => text)
    .filter((text) => text !== period.text && !closed.has(text));
}

function creditsBeside(inputs: StatementInputs, period: Period): StatementDraft["credits"] {
  const { plan } = inputs.assignment;
  return plan.components.flatMap((component) => {
    if (!("credit" in component)) return [];
    const { exclusions } = inputs;
    const { team, currency } = plan;
    const asked = { rule: component.credit, team, currency, exclusions, on: period.to };
    return creditsOf(inputs.deals, asked)
      .filter((credit) => credit.person === inputs.person)
      .map((credit) => ({ component: component.id, credit }));
  });
}

/** What people decided on a disputed line, once: as a line that names the one it is about, the approver and the reason. */
function decisionLines(inputs: StatementInputs, period: Period): StatementLine[] {
  const paid = inputs.earlier.flatMap(({ lines, assignment }) => lines.map((line) => ({ line, assignment })));
  const taken = new Set(paid.map(({ line }) => line.part));
  return inputs.decisions.flatMap(({ decisionId, lineId, amount, reason, approver }) => {
    const part = `decision-${decisionId}`;
    if (taken.has(part)) return [];
    const about = paid.find(({ line }) => line.lineId === lineId);
    if (!about)
      throw new Failure(
        "not_found",
        `Decision ${decisionId} is about a line that no closed statement has: ${lineId}.`,
      );
    const { line, assignment } = about;
    return [
      lineOf(
        { inputs, assignment, period },
        {
          kind: "adjustment",
          component: line.component,
          part,
          amount: BigInt(amount),
          exact: minorUnits(amount),
          arithmetic: `As decided by ${approver}`,
          term: line.trace.definition.split("@")[0] ?? "",
          clause: "dispute",
          line: {
            forPeriod: line.forPeriod,
            account: line.account,
            dealId: line.dealId,
            pays: lineId,
            cause: `${reason} (${approver})`,
          },
        },
      ),
    ];
  });
}

/**
 * Whether a statement is what its frozen inputs give when it is built again, line by line. Null when it is; else the first
 * thing that differs.
 */
export function recomputation(statement: Statement, inputs: unknown): string | null {
  const again = buildStatement(inputs).statement;
  // Read by the schema, so that the order in which a store keeps fields does not matter.
  const { lines, total } = Statement.parse(statement);
  if (String(sumOf(lines)) !== total) return "The lines do not add up to the total.";
  if (again.lines.length !== lines.length) return `${again.lines.length} lines and not ${lines.length}.`;
  const odd = lines.find((line, at) => JSON.stringify(line) !== JSON.stringify(again.lines[at]));
  return odd ? `Line ${odd.lineId} differs.` : null;
}
