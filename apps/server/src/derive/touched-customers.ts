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
  const lines = groupBy(all.lines, (line) => line.lineId);
  const versions = [...lines.values()].filter((line) => line.length > 1);
  // As far as it leads: whose customer a record was may be several merges away, above all where they went in a circle.
  for (let known = -1; known < records.size; ) {
    known = records.size;
    for (const told of versions)
      if (told.some((line) => records.has(line.accountId)))
        for (const line of told) records.add(line.accountId);
    for (const { accountId, intoId } of all.merges) if (records.has(accountId)) records.add(intoId);
    for (const { accountId, toId, lineIds } of all.splits)
      if (records.has(accountId)) {
        records.add(toId);
        // The last split that names a line decides of it, so that one made void gives the line back to whoever has it.
        for (const lineId of lineIds) for (const line of lines.get(lineId) ?? []) records.add(line.accountId);
      }
  }
  const { ofAccount } = customers(now, policy);
  return [...new Set([...records, ...[...records].map(ofAccount)])].sort();
}
