import { Failure, lastDay, type Period } from "../kernel/index.ts";
import type { CompPlan } from "./plan.ts";
import { type Statement, type StatementInputs, sumOf } from "./statement.ts";

/**
 * Throws for inputs that no statement may be built from: those of somebody else, a plan that does not hold in the period,
 * a deal, a loss or a measure that stands twice, a period that is closed, an earlier statement that does not add up, and a
 * plan that was edited without a new version.
 */
export function refuseWrongInputs(inputs: StatementInputs, period: Period): void {
  const { person, assignment, earlier } = inputs;
  const { plan, from, to } = assignment;
  refuseTwice(
    "Deal",
    inputs.deals.map(({ dealId }) => dealId),
  );
  refuseTwice(
    "Loss",
    inputs.losses.map(({ lossId }) => lossId),
  );
  refuseTwice(
    "The measure of deal",
    inputs.matured.map(({ dealId }) => dealId),
  );
  refuseTwice(
    "Decision",
    inputs.decisions.map(({ decisionId }) => decisionId),
  );
  refuseTwice(
    "The statement of",
    earlier.map((one) => one.period.text),
  );
  if (assignment.person !== person)
    throw new Failure("bad_input", `The plan is that of ${assignment.person}, the statement of ${person}.`);
  if (from > period.to || (to ?? lastDay) < period.from)
    throw new Failure("bad_input", `${plan.name} does not hold for ${person} in ${period.text}.`);
  for (const one of earlier) {
    if (one.person !== person)
      throw new Failure("bad_input", `A statement of ${one.person} stands among those of ${person}.`);
    if (one.period.to >= period.from)
      throw new Failure(
        "conflict",
        one.period.text === period.text
          ? `The statement of ${person} for ${period.text} is closed: a correction is a line of the next one.`
          : `${one.period.text} is closed already and is not before ${period.text}.`,
      );
    if (String(sumOf(one.lines)) !== one.total)
      throw new Failure(
        "conflict",
        `The lines of the closed statement for ${one.period.text} do not add up to its total.`,
      );
    refuseEdited(plan, one);
  }
}

function refuseTwice(what: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Failure("bad_input", `${what} ${twice} stands twice.`, { id: twice });
}

/** Where a plan stands and when it ends may change; what it pays for may not, within a version. */
function refuseEdited(plan: CompPlan, { assignment, period }: Statement): void {
  const paid = assignment.plan;
  if (paid.id !== plan.id || paid.version !== plan.version) return;
  const terms = ({ components, currency, team, fiscalYearStart, period: by, partPeriods }: CompPlan) =>
    JSON.stringify([components, currency, team, fiscalYearStart, by, partPeriods]);
  if (terms(paid) !== terms(plan))
    throw new Failure(
      "conflict",
      `${plan.name}, version ${plan.version}, is not what ${period.text} was paid by: a changed plan is a new version.`,
    );
}
