import { type Period, round, times } from "../../kernel/index.ts";
import { type Owed, owedFor } from "../losses.ts";
import { type PaidDeal, paidDeals } from "../paid.ts";
import { type Statement, type StatementInputs, type StatementLine, sumOf } from "../statement.ts";
import { amountWords, less, minorUnits, ofPercent } from "../written.ts";
import { lineOf } from "./line.ts";

/** What is still to be taken back after a statement, and for what. */
export interface CarriedForward {
  readonly dealId: string;
  readonly account: string;
  readonly lossId: string;
  readonly amount: bigint;
}

const triggers = {
  churn: "The customer was lost",
  contraction: "ARR was lost",
  non_payment: "The invoice was not paid",
} as const;

/**
 * The lines that take commission back in a period: new negative lines, each linked to the line that paid. `draft` are
 * the other lines of the statement: of what they earn a rule may take only so much at once. What was taken for a loss that
 * no longer stands is given back.
 */
export function clawbackLines(
  inputs: StatementInputs,
  period: Period,
  before: readonly Statement[],
  draft: readonly StatementLine[],
): { lines: StatementLine[]; carried: CarriedForward[] } {
  const lines: StatementLine[] = [];
  const carried: CarriedForward[] = [];
  const earned = sumOf(draft);
  let used = 0n;
  for (const owed of owedFor(paidBefore(inputs, period, before, draft), inputs, period.to)) {
    const { deal, rule, loss, back, taken } = owed;
    const due = back.amount - taken;
    if (due < 0n) lines.push(givenBack(owed, inputs, period, -due));
    const waived = taken > 0n && rule.recovery.most !== null && !rule.recovery.carryForward;
    if (due <= 0n || waived) continue;
    const room = roomFor(rule.recovery.most, earned) - used;
    const now = rule.recovery.most === null ? due : less(due, room > 0n ? room : 0n);
    used += rule.recovery.most === null ? 0n : now;
    if (now > 0n) lines.push(takenBack(owed, inputs, period, now));
    if (now < due && rule.recovery.carryForward)
      carried.push({ dealId: deal.dealId, account: deal.account, lossId: loss.lossId, amount: due - now });
  }
  return { lines, carried };
}

function roomFor(most: string | null, earned: bigint): bigint {
  return most === null || earned <= 0n ? 0n : round(times(minorUnits(earned), ofPercent(most)));
}

function takenBack(
  { deal, rule, loss, back, taken }: Owed,
  inputs: StatementInputs,
  period: Period,
  now: bigint,
) {
  const told = (minor: bigint) => amountWords(minor, deal.assignment.plan.currency);
  const rest = taken + now < back.amount ? `; ${told(back.amount - taken - now)} are left` : "";
  const before = taken > 0n ? `; ${told(taken)} were taken before` : "";
  const most =
    rule.recovery.most === null ? "" : `; at most ${rule.recovery.most} % of what a statement earns at once`;
  return lineOf(
    { inputs, assignment: deal.assignment, period },
    {
      kind: "clawback",
      component: deal.component.id,
      part: `clawback-${loss.lossId}`,
      amount: -now,
      exact: { n: -back.exact.n, d: back.exact.d },
      arithmetic: `${back.arithmetic}${before}${most}; now ${told(now)}${rest}`,
      term: "clawback",
      clause: "clawback",
      line: lineAbout({ deal, loss }, `${triggers[loss.trigger]} on ${loss.on}.`),
      trace: { source: loss.ref },
    },
  );
}

/** What a line about a loss points to: the deal, the line that paid it and the loss, with why it stands. */
const lineAbout = ({ deal, loss }: Pick<Owed, "deal" | "loss">, cause: string) => ({
  on: loss.on,
  account: deal.account,
  dealId: deal.dealId,
  pays: deal.first.lineId,
  lossId: loss.lossId,
  cause,
});

function givenBack({ deal, loss }: Owed, inputs: StatementInputs, period: Period, amount: bigint) {
  const told = amountWords(amount, deal.assignment.plan.currency);
  return lineOf(
    { inputs, assignment: deal.assignment, period },
    {
      kind: "adjustment",
      component: deal.component.id,
      part: `given-back-${loss.lossId}`,
      amount,
      exact: minorUnits(amount),
      arithmetic: `${told} had been taken back for a loss that no longer takes it`,
      term: "clawback",
      clause: "clawback",
      line: lineAbout(
        { deal, loss },
        loss.withdrawn ? "The loss was withdrawn from the record." : "What it takes has changed.",
      ),
      trace: { source: loss.ref },
    },
  );
}

/** What closed statements paid for deals, after the adjustments of this one: what is put right is not taken back as well. */
function paidBefore(
  { person, assignment }: StatementInputs,
  period: Period,
  before: readonly Statement[],
  draft: readonly StatementLine[],
): PaidDeal[] {
  const closed = new Set(before.flatMap(({ lines }) => lines.map(({ lineId }) => lineId)));
  const lines = draft.filter(({ kind }) => kind === "adjustment");
  const now = { person, period, assignment, lines, total: String(sumOf(lines)) };
  return paidDeals([...before, now]).filter(({ first }) => closed.has(first.lineId));
}
