import { entriesOf } from "../facts/index.ts";
import { addDays, type Currency, type Day, daysBetween, type EntryId } from "../kernel/index.ts";
import type { Movement } from "../ledger/index.ts";
import { assignmentsOn, type CustomerRecord, heldOn } from "../people/index.ts";
import type { Coverage } from "./coverage.ts";
import { coveredBy } from "./coverage-model.ts";

/**
 * Something about a customer that nobody of us answers for:
 * - `renewal_owner`, `expansion_owner`: never said which role owns it, or (`role` given) nobody has that role;
 * - `csm`: looked after closely, and without a CSM;
 * - `exec_sponsor`: strategic, and without an executive of ours;
 * - `nobody`: no CSM, no AM and no AE;
 * - `expansion`: ARR grew on `on`, and nobody is on record who brought it in;
 * - `motion`: an expansion that is open, whose owner does not hold the account in that role.
 */
export type OwnershipGap =
  | {
      readonly of: "renewal_owner";
      readonly role: string | null;
      /** Days to the renewal nobody owns; null: no term ends. */
      readonly renewalInDays: number | null;
    }
  | { readonly of: "expansion_owner"; readonly role: string | null }
  | { readonly of: "csm" | "exec_sponsor" | "nobody" }
  | {
      readonly of: "expansion";
      readonly on: Day;
      readonly amount: bigint;
      readonly currency: Currency;
    }
  | { readonly of: "motion"; readonly entryId: EntryId; readonly owner: string };

interface Asked {
  readonly on: Day;
  readonly coverage: Coverage;
  readonly renewalOn: Day | null;
}

/** Growth is looked at for as long as NRR looks at it. */
const growthDays = 365;
/** An expansion on record explains growth that the ledger books within this many days of its close. */
const closeBy = 31;

/** What nobody answers for with a customer on a day. Asked of customers: who holds no ARR has nothing to own. */
export function ownershipGaps(record: CustomerRecord, asked: Asked): OwnershipGap[] {
  const { on, coverage, renewalOn } = asked;
  const covered = coveredBy(record, on);
  const held = assignmentsOn(record, on);
  const gaps: OwnershipGap[] = [];
  if (covered.model === "nobody") gaps.push({ of: "nobody" });
  else if (coverage.touch.value === "high_touch" && held.csm === null) gaps.push({ of: "csm" });
  if (coverage.strategic.value && held.exec_sponsor === null) gaps.push({ of: "exec_sponsor" });
  if (!covered.renewal?.name)
    gaps.push({
      of: "renewal_owner",
      role: covered.renewal?.role ?? null,
      renewalInDays: renewalOn === null ? null : daysBetween(on, renewalOn),
    });
  if (!covered.expansion?.name) gaps.push({ of: "expansion_owner", role: covered.expansion?.role ?? null });
  return [...gaps, ...orphanMotions(record, on), ...orphanGrowth(record, on)];
}

/** Expansions that are open, and whose owner is not who holds the account in the role they are said to own it in. */
function orphanMotions(record: CustomerRecord, on: Day): OwnershipGap[] {
  return entriesOf(record.journal, "expansion").flatMap(({ withdrawn, entryId, entry }): OwnershipGap[] => {
    const { owner, openedOn, closedOn } = entry;
    const open = withdrawn === null && openedOn <= on && (closedOn === null || closedOn > on);
    if (!open || heldOn(record, owner.role, on) === owner.name) return [];
    return [{ of: "motion", entryId, owner: owner.name }];
  });
}

/** Growth of the last year that no line says who brought in, and that no expansion on record explains. */
function orphanGrowth(record: CustomerRecord, on: Day): OwnershipGap[] {
  const won = entriesOf(record.journal, "expansion").flatMap(({ withdrawn, entry }) =>
    withdrawn === null && entry.outcome === "won" && entry.closedOn !== null ? [entry.closedOn] : [],
  );
  const explained = (movement: Movement) =>
    won.some((closedOn) => Math.abs(daysBetween(closedOn, movement.on)) <= closeBy);
  return record.movements
    .filter(
      (movement) =>
        movement.kind === "expansion" &&
        movement.sourcedBy === null &&
        movement.on <= on &&
        movement.on > addDays(on, -growthDays) &&
        !explained(movement),
    )
    .map((movement) => ({
      of: "expansion" as const,
      on: movement.on,
      amount: movement.amount,
      currency: movement.currency,
    }));
}
