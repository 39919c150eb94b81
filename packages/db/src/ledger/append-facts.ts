import type { FactSet } from "@termwise/core/facts";
import { insertRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
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

/**
 * Adds facts to the workspace's ledger. Nothing is compared and nothing replaced: a later fact with the same key stands
 * beside the earlier one. Decimals come back without leading zeros, else every fact comes back as it was.
 */
export async function appendFacts(tx: WorkspaceTransaction, facts: Partial<FactSet>): Promise<void> {
  await insertRows(tx, account, (facts.accounts ?? []).map(accountRow));
  await insertRows(tx, accountAttribute, (facts.attributes ?? []).map(attributeRow));
  await insertRows(tx, accountMerge, (facts.merges ?? []).map(mergeRow));
  await insertRows(tx, accountSplit, (facts.splits ?? []).map(splitRow));
  await insertRows(tx, contractLine, (facts.lines ?? []).map(lineRow));
  await insertRows(tx, fxRate, (facts.fxRates ?? []).map(rateRow));
  await insertRows(tx, journal, (facts.journal ?? []).map(journalRow));
  await insertRows(tx, usageReading, (facts.usage ?? []).map(usageRow));
}
