import type { AccountFact, AttributeFact, MergeFact, SplitFact } from "@termwise/core/facts";
import type { AccountId, LineId } from "@termwise/core/kernel";
import type { Row } from "../../table-rows.ts";
import type { account } from "../tables/account.ts";
import type { accountAttribute } from "../tables/account-attribute.ts";
import type { accountMerge } from "../tables/account-merge.ts";
import type { accountSplit } from "../tables/account-split.ts";
import { stampOf, stampRow, withdrawnOf, withdrawnRow } from "./stamp.ts";

export const accountRow = (fact: AccountFact): Row<typeof account> => ({
  ...stampRow(fact),
  ...withdrawnRow(fact),
  accountId: fact.accountId,
  externalIds: fact.externalIds,
});

export const accountFact = (row: Row<typeof account>): AccountFact => ({
  kind: "account",
  accountId: row.accountId as AccountId,
  externalIds: row.externalIds,
  ...withdrawnOf(row),
  ...stampOf(row),
});

export const attributeRow = (fact: AttributeFact): Row<typeof accountAttribute> => ({
  ...stampRow(fact),
  ...withdrawnRow(fact),
  accountId: fact.accountId,
  attribute: fact.attribute,
  value: fact.value,
});

export const attributeFact = (row: Row<typeof accountAttribute>): AttributeFact => ({
  kind: "attribute",
  accountId: row.accountId as AccountId,
  attribute: row.attribute,
  value: row.value,
  ...withdrawnOf(row),
  ...stampOf(row),
});

export const mergeRow = (fact: MergeFact): Row<typeof accountMerge> => ({
  ...stampRow(fact),
  accountId: fact.accountId,
  intoId: fact.intoId,
});

export const mergeFact = (row: Row<typeof accountMerge>): MergeFact => ({
  kind: "merge",
  accountId: row.accountId as AccountId,
  intoId: row.intoId as AccountId,
  ...stampOf(row),
});

export const splitRow = (fact: SplitFact): Row<typeof accountSplit> => ({
  ...stampRow(fact),
  accountId: fact.accountId,
  toId: fact.toId,
  lineIds: fact.lineIds,
});

export const splitFact = (row: Row<typeof accountSplit>): SplitFact => ({
  kind: "split",
  accountId: row.accountId as AccountId,
  toId: row.toId as AccountId,
  lineIds: row.lineIds as LineId[],
  ...stampOf(row),
});
