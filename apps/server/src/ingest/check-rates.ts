import type { FxRate } from "@termwise/core/facts";
import type { Instant } from "@termwise/core/kernel";
import type { RowInCheck } from "./checked-rows.ts";
import { withoutDoubles } from "./doubled-keys.ts";
import { plainDecimal } from "./number-column.ts";
import type { Remarks } from "./remarks.ts";
import { toRate } from "./to-rates.ts";

const pairOf = ({ base, quote, effectiveOn }: FxRate) => `${base} ${quote} ${effectiveOn}`;

/** Checks the rows of all exchange rates files of a batch. */
export function checkRates(
  rows: readonly RowInCheck[],
  known: readonly FxRate[],
  recordedAt: Instant,
  remarks: Remarks,
): void {
  const held = new Map(known.map((rate) => [pairOf(rate), rate]));
  const drafts = rows.flatMap((row) => toRate(row, recordedAt) ?? []);
  const single = withoutDoubles(
    drafts,
    ({ rate }) => pairOf(rate),
    ({ rate }) => rate.rate,
    "date",
    remarks,
  );
  for (const { row, rate } of single) {
    const before = held.get(pairOf(rate));
    if (before && plainDecimal(before.rate) === rate.rate) continue;
    row.outcome = before ? "changed" : "new";
    row.changes = before ? [{ field: "rate", from: before.rate, to: rate.rate }] : [];
    row.facts = [rate];
  }
}
