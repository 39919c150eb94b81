import type { FactSet } from "@termwise/core/facts";
import { type AccountId, groupBy } from "@termwise/core/kernel";
import { customers, type LedgerPolicy } from "@termwise/core/ledger";

/**
 * Whose movements change when these account records do: the records, the customers they are part of, and those that
 * contract lines of theirs belonged to in an earlier version, which have lost them. `all` holds every version.
 */
export function touchedCustomers(
  all: FactSet,
  now: FactSet,
  changed: readonly AccountId[],
  policy: LedgerPolicy,
): AccountId[] {
  const records = new Set(changed);
  for (const versions of groupBy(all.lines, (line) => line.lineId).values())
    if (versions.some((line) => records.has(line.accountId)))
      for (const line of versions) records.add(line.accountId);
  const { ofAccount } = customers(now, policy);
  return [...new Set([...records, ...[...records].map(ofAccount)])].sort();
}
