import type { FactSet } from "@termwise/core/facts";
import type { AccountId } from "@termwise/core/kernel";
import { type SQL, sql } from "drizzle-orm";
import { selectRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { accountFact, attributeFact, mergeFact, splitFact } from "./rows/account.ts";
import { lineFact } from "./rows/contract-line.ts";
import { rateFact } from "./rows/fx-rate.ts";
import { account } from "./tables/account.ts";
import { accountAttribute } from "./tables/account-attribute.ts";
import { accountMerge } from "./tables/account-merge.ts";
import { accountSplit } from "./tables/account-split.ts";
import { contractLine } from "./tables/contract-line.ts";
import { fxRate } from "./tables/fx-rate.ts";

/**
 * All facts of the workspace in the order they were appended, every version of them (see `factsKnownAt`). With
 * `accountIds`, accounts, attributes and lines of these account records alone; merges, splits and rates always whole,
 * since they decide which records are one customer.
 */
export async function loadFacts(
  tx: WorkspaceTransaction,
  { accountIds }: { accountIds?: readonly AccountId[] } = {},
): Promise<FactSet> {
  const orderBy = sql`seq`;
  const where: SQL | undefined = accountIds && sql`account_id = any(${sql.param([...accountIds])}::text[])`;
  return {
    accounts: (await selectRows(tx, account, { where, orderBy })).map(accountFact),
    attributes: (await selectRows(tx, accountAttribute, { where, orderBy })).map(attributeFact),
    merges: (await selectRows(tx, accountMerge, { orderBy })).map(mergeFact),
    splits: (await selectRows(tx, accountSplit, { orderBy })).map(splitFact),
    lines: (await selectRows(tx, contractLine, { where, orderBy })).map(lineFact),
    fxRates: (await selectRows(tx, fxRate, { orderBy })).map(rateFact),
  };
}
