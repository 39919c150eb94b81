import type { FactSet } from "@termwise/core/facts";
import { type AccountId, groupBy } from "@termwise/core/kernel";
import { customers, type LedgerPolicy } from "@termwise/core/ledger";

/**
 * Whose movements change when these account records do: the records, the customers they are part of, and those that
 * have lost something of theirs: contract lines, or the record itself, belonged to them in an earlier version of a line,
 * a merge or a split. `all` holds every version.
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
  const earlier = [
    ...all.merges.flatMap(({ accountId, intoId }) => (records.has(accountId) ? [intoId] : [])),
    ...all.splits.flatMap(({ accountId, toId }) => (records.has(accountId) ? [toId] : [])),
  ];
  for (const accountId of earlier) records.add(accountId);
  const { ofAccount } = customers(now, policy);
  return [...new Set([...records, ...[...records].map(ofAccount)])].sort();
}
