import type { AccountFact } from "@termwise/core/facts";
import type { AccountId } from "@termwise/core/kernel";
import type { AccountIndex, FoundAccount } from "./account-index.ts";
import type { Remarks } from "./remarks.ts";
import type { AccountDraft } from "./to-accounts.ts";

/** A row of our own export calls an account by our id: it is as if its own system had sent it. */
function named(draft: AccountDraft, known: ReadonlyMap<AccountId, AccountFact>): AccountDraft {
  const held = known.get(draft.key as AccountId);
  if (!held || known.has(draft.accountId)) return draft;
  const { [draft.system]: _ours, ...externalIds } = draft.externalIds;
  const { system, key } = held.source;
  return { ...draft, accountId: held.accountId, system, key, externalIds };
}

/**
 * Finds accounts of another system among those known: where a file says `match`, an account whose id is new in its
 * system is the known one with its domain or its exact name, if one alone has it. It then keeps both systems' ids. An id
 * of ours is the account itself.
 */
export function matchAccounts(
  drafts: readonly AccountDraft[],
  known: ReadonlyMap<AccountId, AccountFact>,
  index: AccountIndex,
  remarks: Remarks,
): AccountDraft[] {
  const taken = new Set<AccountId>();
  return drafts.map((stated) => {
    const draft = named(stated, known);
    const { row, accountId } = draft;
    row.matched = known.has(accountId) ? "id" : null;
    const by = row.file.mapping.match ?? [];
    if (row.matched !== null || by.length === 0) return draft;
    const found = by.flatMap((how) => foundBy(how, draft, index) ?? [])[0];
    // Two rows of one file are two customers: the second that looks alike stays its own.
    if (!found || taken.has(found.accountId)) return draft;
    taken.add(found.accountId);
    row.matched = found.by;
    remarks.say(
      row.file.name,
      row.line,
      null,
      "W_READ_AS",
      `Accounts that are new in their system were found by their ${found.by} among those known.`,
    );
    return { ...draft, accountId: found.accountId };
  });
}

function foundBy(
  how: "domain" | "name",
  { name, attributes }: AccountDraft,
  index: AccountIndex,
): FoundAccount | null {
  const domain = attributes.get("domain") ?? null;
  const text = how === "domain" ? domain : name;
  if (text === null) return null;
  const found = how === "domain" ? index.findByDomain(text) : index.findByName(text);
  return found === "several" ? null : found;
}
