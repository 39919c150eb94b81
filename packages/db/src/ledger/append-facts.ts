import type { FactSet } from "@termwise/core/facts";
import { type Instant, instant } from "@termwise/core/kernel";
import { insertRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { lastCut } from "./load-close.ts";
import { accountRow, attributeRow, mergeRow, splitRow } from "./rows/account.ts";
import { lineRow } from "./rows/contract-line.ts";
import { rateRow } from "./rows/fx-rate.ts";
import { journalRow } from "./rows/journal.ts";
import { usageRow } from "./rows/usage-reading.ts";
import { account } from "./tables/account.ts";
import { accountAttribute } from "./tables/account-attribute.ts";
import { accountMerge } from "./tables/account-merge.ts";
import { accountSplit } from "./tables/account-split.ts";
import { contractLine } from "./tables/contract-line.ts";
import { fxRate } from "./tables/fx-rate.ts";
import { journal } from "./tables/journal.ts";
import { usageReading } from "./tables/usage-reading.ts";

/** No fact is recorded at or before the moment a period was closed at, whatever the writer's clock says: it was not in. */
function afterCut<F extends { readonly recordedAt: Instant }>(
  facts: readonly F[] = [],
  cut: Instant | null,
): readonly F[] {
  if (cut === null) return facts;
  const next = instant(new Date(Date.parse(cut) + 1).toISOString());
  return facts.map((fact) => (fact.recordedAt > cut ? fact : { ...fact, recordedAt: next }));
}

/**
 * Adds facts to the workspace's ledger. Nothing is compared and nothing replaced: a later fact with the same key stands
 * beside the earlier one. Facts of a moment a close has taken count as recorded just after it. Decimals come back without leading zeros, else every fact comes back as it was.
 */
export async function appendFacts(tx: WorkspaceTransaction, facts: Partial<FactSet>): Promise<void> {
  const cut = await lastCut(tx);
  await insertRows(tx, account, afterCut(facts.accounts, cut).map(accountRow));
  await insertRows(tx, accountAttribute, afterCut(facts.attributes, cut).map(attributeRow));
  await insertRows(tx, accountMerge, afterCut(facts.merges, cut).map(mergeRow));
  await insertRows(tx, accountSplit, afterCut(facts.splits, cut).map(splitRow));
  await insertRows(tx, contractLine, afterCut(facts.lines, cut).map(lineRow));
  await insertRows(tx, fxRate, afterCut(facts.fxRates, cut).map(rateRow));
  await insertRows(tx, journal, afterCut(facts.journal, cut).map(journalRow));
  await insertRows(tx, usageReading, afterCut(facts.usage, cut).map(usageRow));
}
