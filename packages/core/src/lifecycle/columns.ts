import { type EarnedStage, entriesOf, type JournalOf } from "../facts/index.ts";
import { addDays, type Day } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import type { StageSpan } from "./history.ts";
import type { Stage } from "./names.ts";
import { type Renewal, renewalOn } from "./renewal.ts";

/** The expansions in motion on a day. */
export function openExpansions(record: CustomerRecord, on: Day): JournalOf<"expansion">[] {
  return entriesOf(record.journal, "expansion").filter(
    ({ entry }) => entry.openedOn <= on && (entry.closedOn === null || entry.closedOn > on),
  );
}

/** A renewal that is open: its conversation may begin, or has. */
export const isOpenRenewal = (renewal: Renewal | null): renewal is Renewal =>
  renewal !== null && renewal.state !== "not_open";

/** The column of a customer: churn, else an open renewal, else an open expansion, else the earned stage. */
export function columnOf(
  stage: StageSpan["stage"] | null,
  { renewing, expanding }: { readonly renewing: boolean; readonly expanding: boolean },
): Stage | null {
  if (stage === null || stage === "churn") return stage;
  return renewing ? "renewal" : expanding ? "expansion" : stage;
}

/** A stretch of days an account stood in one column of the board with one earned stage. */
export interface ColumnSpan {
  readonly stage: Stage;
  /** The stage that evidence had earned beneath a motion; null: what was won had ended. */
  readonly earned: EarnedStage | null;
  readonly from: Day;
  /** The first day of the next stretch; null: it still stands there. */
  readonly to: Day | null;
}

/**
 * The columns an account stood in from a day to another, each day by what was on record for it, so that the last one is
 * the column {@link standingOn} tells for that day. `history`: the earned stages up to then.
 */
export function columnsIn(
  record: CustomerRecord,
  rules: HouseRules,
  {
    history,
    from,
    through,
  }: { readonly history: readonly StageSpan[]; readonly from: Day; readonly through: Day },
): ColumnSpan[] {
  const spans: { -readonly [Key in keyof ColumnSpan]: ColumnSpan[Key] }[] = [];
  for (let on = from; on <= through; on = addDays(on, 1)) {
    const held = history.findLast((span) => span.from <= on)?.stage ?? null;
    const earned = held === "churn" ? null : held;
    const stage = columnOf(held, {
      renewing: earned !== null && isOpenRenewal(renewalOn(record, rules, on)),
      expanding: openExpansions(record, on).length > 0,
    });
    const present = spans.at(-1);
    if (stage === null || (present?.stage === stage && present.earned === earned)) continue;
    if (present) present.to = on;
    spans.push({ stage, earned, from: on, to: null });
  }
  return spans;
}
