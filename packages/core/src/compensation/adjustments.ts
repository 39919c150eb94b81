import { Failure, lastDay, type Period } from "../kernel/index.ts";
import { creditsOf } from "./credits.ts";
import { lineOf } from "./lines/line.ts";
import { periodLines } from "./lines/period-lines.ts";
import { paidLines } from "./paid.ts";
import type { PlanAssignment } from "./plan.ts";
import { type Statement, type StatementInputs, type StatementLine, sumOf } from "./statement.ts";
import { amountWords, minorUnits } from "./written.ts";

const keyOf = ({ component, part, dealId }: Pick<StatementLine, "component" | "part" | "dealId">): string =>
  [component, part, dealId ?? "all"].join("/");

const waiting = (lines: readonly StatementLine[], what: "held" | "withheld"): bigint =>
  lines.reduce((sum, line) => sum + BigInt(line[what] ?? 0), 0n);

/**
 * What closed periods would have paid by what is known now, less what they paid, as lines of the next open statement. Each
 * period is reckoned anew under the plan it was paid by, never under a later one, so that an edit of a plan adjusts
 * nothing. Lines that rest on what people decided, and losses, are not reckoned anew here. Throws `bad_input` for a deal that
 * was paid and of which the inputs say nothing: what no longer counts is withdrawn, not left out.
 */
export function adjustmentLines(
  inputs: StatementInputs,
  period: Period,
  before: readonly Statement[],
): StatementLine[] {
  const paid = paidLines(before).map(({ line }) => line);
  refuseSilence(paid, inputs);
  return before.flatMap((statement) => {
    const asked = { inputs, assignment: statement.assignment, period: statement.period };
    const due = periodLines(asked, before);
    const own = paid.filter(
      ({ forPeriod, part, lossId }) =>
        forPeriod === statement.period.text && lossId === null && !part.startsWith("decision"),
    );
    const spoken = own.filter((line) => isSpokenOf(line, inputs));
    const other = new Set(own.filter((line) => isOfOtherDefinition(line, inputs)).map(keyOf));
    const keys = [...new Set([...spoken, ...due].map(keyOf))].filter((key) => !other.has(key));
    return keys.flatMap((key) => {
      const [now] = due.filter((line) => keyOf(line) === key);
      const was = own.filter((line) => keyOf(line) === key);
      const amount = BigInt(now?.amount ?? 0) - sumOf(was);
      const held = BigInt(now?.held ?? 0) - waiting(was, "held");
      const withheld = BigInt(now?.withheld ?? 0) - waiting(was, "withheld");
      const model = now ?? was[0];
      if (!model || (amount === 0n && held === 0n && withheld === 0n)) return [];
      const change = { now, was, model, amount, held, withheld };
      return [adjustment(inputs, statement.assignment, period, change)];
    });
  });
}

/** Books, renewals and measured cohorts of a period are reckoned anew only where they are told again. */
function isSpokenOf({ kind, part, forPeriod, dealId }: StatementLine, inputs: StatementInputs): boolean {
  if (part === "book") return forPeriod in inputs.books;
  if (part === "bonus") return forPeriod in inputs.renewals;
  if (part === "objectives") return forPeriod in inputs.achievements;
  if (part === "retention") return inputs.matured.some((deal) => deal.dealId === dealId);
  return kind !== "clawback" && kind !== "draw";
}

/** What was measured by another version of a definition stays as it was: an edit of a definition takes nothing back. */
function isOfOtherDefinition({ part, trace }: StatementLine, { definitions }: StatementInputs): boolean {
  const [term = "", version] = trace.definition.split("@");
  return ["book", "retention"].includes(part) && version !== String(definitions[term] ?? 1);
}

function refuseSilence(paid: readonly StatementLine[], { deals }: StatementInputs): void {
  const known = new Set(deals.map(({ dealId }) => dealId));
  const missing = paid.find(({ dealId, part }) => part === "close" && dealId !== null && !known.has(dealId));
  if (missing)
    throw new Failure(
      "bad_input",
      `Deal ${missing.dealId} of ${missing.account} was paid in ${missing.forPeriod}, and nothing is said of it. A deal that no longer counts is withdrawn, it is not left out.`,
      { dealId: missing.dealId, period: missing.forPeriod },
    );
}

interface Change {
  readonly now: StatementLine | undefined;
  readonly was: readonly StatementLine[];
  readonly model: StatementLine;
  readonly amount: bigint;
  readonly held: bigint;
  readonly withheld: bigint;
}

function adjustment(
  inputs: StatementInputs,
  assignment: PlanAssignment,
  period: Period,
  { now, was, model, amount, held, withheld }: Change,
): StatementLine {
  const told = (minor: bigint | string) => amountWords(minor, assignment.plan.currency);
  const line = lineOf(
    { inputs, assignment, period },
    {
      kind: "adjustment",
      component: model.component,
      part: model.part,
      amount,
      exact: minorUnits(amount),
      arithmetic: `${told(now?.amount ?? "0")} by what is known now (${now?.trace.arithmetic ?? "nothing is due"}) − ${told(sumOf(was))} paid = ${told(amount)}`,
      term: model.trace.definition.split("@")[0] ?? "",
      clause: "",
      line: {
        lineId: `${period.text}/${model.component}/adjusts-${model.forPeriod}-${model.part}/${model.dealId ?? "all"}`,
        forPeriod: model.forPeriod,
        on: model.on,
        ...(model.effectiveOn !== undefined && { effectiveOn: model.effectiveOn }),
        account: model.account,
        dealId: model.dealId,
        credited: now?.credited ?? null,
        percent: now?.percent ?? null,
        held: model.held === null ? null : String(held),
        withheld: model.withheld === null ? null : String(withheld),
        pays: was[0]?.lineId ?? null,
        cause: causeOf(inputs, assignment, { now, was, model }),
      },
    },
  );
  const { source, movement, creditRule, attainmentBefore, attainmentAfter, band, clause } = model.trace;
  return {
    ...line,
    trace: { ...line.trace, source, movement, creditRule, attainmentBefore, attainmentAfter, band, clause },
  };
}

function causeOf(
  inputs: StatementInputs,
  { plan }: PlanAssignment,
  { now, was, model }: Pick<Change, "now" | "was" | "model">,
): string {
  const closed = `after ${model.forPeriod} was closed`;
  if (model.dealId === null || model.part !== "close") return `What it rests on was corrected ${closed}.`;
  if (was.length === 0) return `Learned of ${closed}.`;
  const told = (minor: string) => amountWords(minor, plan.currency);
  const before = was.findLast(({ credited }) => credited !== null)?.credited ?? "0";
  if (now)
    return now.credited === before
      ? now.withheld === (was.findLast(({ withheld }) => withheld !== null)?.withheld ?? null)
        ? `The attainment before it changed ${closed}.`
        : `What is held back of it changed ${closed}.`
      : `Credited with ${told(now.credited ?? "0")} and no longer ${told(before)}: corrected ${closed}.`;
  const deal = inputs.deals.find(({ dealId }) => dealId === model.dealId);
  const component = plan.components.find(({ id }) => id === model.component);
  if (!deal || !component || !("credit" in component)) return `No longer credited: changed ${closed}.`;
  const { credit: rule } = component;
  const asked = { rule, team: plan.team, currency: plan.currency, exclusions: inputs.exclusions };
  const on = inputs.earlier.find(({ period }) => period.text === model.forPeriod)?.period.to ?? lastDay;
  const own = creditsOf([deal], { ...asked, on }).find(({ person }) => person === inputs.person);
  return own
    ? `No longer credited: ${own.why}`
    : `No longer credited to ${inputs.person}: corrected ${closed}.`;
}
