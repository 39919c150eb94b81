import type { Cell } from "../../../lib/exports/cell.ts";
import { majorOf } from "../../../lib/format.ts";
import { kindName } from "../pay-words.ts";
import type { ShownLine } from "./lines-card.tsx";

/** The columns of a statement's file: a line with everything it goes back to. */
export const lineHeaders = [
  "line_id",
  "kind",
  "component",
  "for_period",
  "on",
  "account",
  "deal_id",
  "credited",
  "split_percent",
  "waits",
  "held_back",
  "amount",
  "source",
  "movement",
  "credit_rule",
  "attainment_before",
  "attainment_after",
  "rate_band",
  "arithmetic",
  "exact_minor_units",
  "rounding",
  "definition",
  "plan",
  "clause",
  "pays_line",
  "cause",
] as const;

/** A line as a row of the file. */
export function lineCells(line: ShownLine, currency: string): Cell[] {
  const amount = (minor: string | null): Cell =>
    minor === null ? null : { money: majorOf(minor, currency), currency };
  const { trace } = line;
  return [
    line.lineId,
    kindName(line.kind),
    line.component,
    line.forPeriod,
    line.on === null ? null : { day: line.on },
    line.accountName,
    line.dealId,
    amount(line.credited),
    line.percent === null ? null : { number: line.percent },
    amount(line.held),
    amount(line.withheld),
    amount(line.amount),
    trace.source,
    trace.movement,
    trace.creditRule,
    trace.attainmentBefore,
    trace.attainmentAfter,
    trace.band,
    trace.arithmetic,
    trace.exact,
    trace.rounding,
    trace.definition,
    trace.plan,
    trace.clause,
    line.pays,
    line.cause,
  ];
}
