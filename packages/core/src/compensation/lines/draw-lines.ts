import { opensOn, type Period } from "../../kernel/index.ts";
import { ofDaysHeld, periodsIn } from "../spans.ts";
import { type Statement, type StatementInputs, type StatementLine, sumOf } from "../statement.ts";
import { amountWords, less, minorUnits } from "../written.ts";
import { lineOf } from "./line.ts";

/** What lines of a draw belong to, in place of a component of the plan. */
export const drawComponent = "draw";

/** What was drawn and not recovered yet: of recoverable draws alone. */
function drawnBefore(before: readonly Statement[]): bigint {
  return sumOf(before.flatMap(({ lines }) => lines.filter(({ part }) => part === "recoverable")));
}

/**
 * The line of a draw: what is missing of it where a statement earns less, or what is recovered of earlier draws from what it
 * earns above. `draft` are the lines that earn; what clawbacks take afterwards a draw does not make good.
 */
export function drawLines(
  inputs: StatementInputs,
  period: Period,
  before: readonly Statement[],
  draft: readonly StatementLine[],
): StatementLine[] {
  const { assignment } = inputs;
  const { draw, plan } = assignment;
  const nth = periodsIn({ text: "", from: assignment.from, to: period.to }, assignment).length;
  const least =
    draw !== null && nth <= draw.periods ? ofDaysHeld(BigInt(draw.amount), assignment, period) : 0n;
  const sum = sumOf(draft);
  const earned = sum > 0n ? sum : 0n;
  const told = (minor: bigint) => amountWords(minor, plan.currency);
  const line = (part: string, amount: bigint, arithmetic: string): StatementLine =>
    lineOf(
      { inputs, assignment, period },
      {
        kind: "draw",
        component: drawComponent,
        part,
        amount,
        exact: minorUnits(amount),
        arithmetic,
        term: "nrr-comp-plan",
        clause: part,
      },
    );
  if (earned < least)
    return [
      line(
        draw?.recoverable ? "recoverable" : "guaranteed",
        least - earned,
        `${told(least)} at least in period ${nth} of ${draw?.periods} − ${told(earned)} earned = ${told(least - earned)}`,
      ),
    ];
  const balance = drawnBefore(before);
  const back = less(balance, earned - least);
  if (back <= 0n) return [];
  return [
    line(
      "recoverable",
      -back,
      `${told(balance)} were drawn by ${opensOn(period)} and are to be recovered; ${told(earned)} earned${least > 0n ? ` less the draw of ${told(least)}` : ""} give ${told(back)}${back < balance ? `, ${told(balance - back)} are left` : ""}`,
    ),
  ];
}
