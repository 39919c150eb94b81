import type { AccountIndex } from "./account-index.ts";
import { type ClaimTimelines, claimsOfAccounts } from "./check-claims.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { sayKeysByCase, withoutDoubles } from "./doubled-keys.ts";
import { matchAccounts } from "./match-accounts.ts";
import { resolveParents } from "./parents.ts";
import type { Remarks } from "./remarks.ts";
import { type AccountsKnown, settleAccounts } from "./settle-accounts.ts";
import { type AccountDraft, toAccount } from "./to-accounts.ts";

const contentOf = ({ attributes, externalIds, parentReference }: AccountDraft) =>
  JSON.stringify([[...attributes], externalIds, parentReference]);

/** Checks the rows of all accounts files of a batch and adds their accounts to the index lines are found by. */
export function checkAccounts(
  rows: readonly RowInCheck[],
  known: AccountsKnown,
  index: AccountIndex,
  claims: ClaimTimelines,
  remarks: Remarks,
): void {
  const drafts = rows.flatMap((row) => toAccount(row) ?? []);
  const single = withoutDoubles(
    matchAccounts(drafts, known.accounts, index, remarks),
    ({ accountId, effectiveOn }) => `${accountId} ${effectiveOn ?? ""}`,
    contentOf,
    "account_id",
    remarks,
  );
  sayKeysByCase(single, "account_id", remarks);
  const batch = batchIndex(single, index);
  resolveParents(single, batch, known.timelines, remarks);
  const accepted = single.filter(({ row }) => !row.refused);
  for (const draft of accepted) addTo(index, draft);
  settleAccounts(accepted, known);
  claimsOfAccounts(accepted, claims, known);
}

/** An index in which accounts of the batch find each other as parents, refused ones included. */
function batchIndex(drafts: readonly AccountDraft[], index: AccountIndex): AccountIndex {
  const batch = index.copy();
  for (const draft of drafts) addTo(batch, draft);
  return batch;
}

function addTo(index: AccountIndex, { accountId, externalIds, name, attributes }: AccountDraft): void {
  for (const [system, id] of Object.entries(externalIds)) index.addKey(system, id, accountId);
  if (name !== null) index.addName(name, accountId);
  const domain = attributes.get("domain") ?? null;
  if (domain !== null) index.addDomain(domain, accountId);
}
