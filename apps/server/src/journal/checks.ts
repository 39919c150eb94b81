import type { Role } from "@termwise/core/access";
import { divergenceChecks } from "@termwise/core/divergence";
import type { AccountEntry } from "@termwise/core/facts";
import { handoffChecks } from "@termwise/core/handoff";
import type { ContactId, Day, EntryId, Instant } from "@termwise/core/kernel";
import { lifecycleChecks } from "@termwise/core/lifecycle";
import { type CustomerRecord, type HouseRules, peopleChecks } from "@termwise/core/people";
import { workChecks } from "@termwise/core/work";

/** What a check knows beside what is on record: when, who, and whom one can speak of. */
export interface EntryContext {
  readonly at: Instant;
  /** The day of `at` in the workspace's time zone. */
  readonly on: Day;
  readonly now: Instant;
  readonly entryId: EntryId | null;
  readonly by: string | null;
  readonly role: Role | null;
  readonly contacts: ReadonlySet<ContactId>;
}

type Check = (
  record: CustomerRecord,
  rules: HouseRules,
  entry: never,
  context: EntryContext,
) => string | null;

/** The checks of the modules, each for the kinds it knows. A kind may be checked by several. */
const checks: readonly Readonly<Partial<Record<AccountEntry["of"], Check>>>[] = [
  peopleChecks,
  lifecycleChecks,
  handoffChecks,
  workChecks,
  { divergence_handling: divergenceChecks.divergence_handling },
];

/** Why an entry cannot stand on record: the first sentence a module has against it, or null. */
export function refusalOf(
  record: CustomerRecord,
  rules: HouseRules,
  entry: AccountEntry,
  context: EntryContext,
): string | null {
  for (const module of checks) {
    const refusal = module[entry.of]?.(record, rules, entry as never, context) ?? null;
    if (refusal !== null) return refusal;
  }
  return null;
}
