import type { FactSet } from "@termwise/core/facts";
import { type AccountId, Currency, type Day } from "@termwise/core/kernel";
import { customers, houseLedgerPolicy } from "@termwise/core/ledger";
import { accountsOn } from "./account-list.ts";
import type { Books } from "./books.ts";

/** Whose accounts are asked for: in lower case, the names a person and their reports go by in the data. */
export type OwnerNames = ReadonlySet<string>;

/** A name as owners are compared: without case and outer spaces. */
export const ownerName = (name: string): string => name.trim().toLowerCase();

const owners = ["csm", "ae", "am"] as const;

/** The customers whose CSM, AE or AM is, on a day, one of these names. */
export function visibleCustomers(books: Books, names: OwnerNames, on: Day): Set<AccountId> {
  // Without contract lines there is no currency yet, and every ARR is 0.
  const currency = books.currency() ?? Currency.parse("USD");
  const book = books.book({ asOf: null, policy: houseLedgerPolicy, currency });
  const own = accountsOn(books.known.now, book, on).filter((account) =>
    owners.some((owner) => names.has(ownerName(account[owner] ?? ""))),
  );
  return new Set(own.map((account) => account.accountId));
}

/**
 * The facts of some customers, in every version there is of them. That they belong to a parent nobody here sees is left
 * out: its id alone tells that there is one. Rates, and what is about the workspace, are everybody's.
 */
export function factsOf(facts: FactSet, now: FactSet, visible: ReadonlySet<AccountId>): FactSet {
  const { ofAccount, ofLine } = customers(now, houseLedgerPolicy);
  const seen = (id: AccountId) => visible.has(ofAccount(id));
  return {
    ...facts,
    accounts: facts.accounts.filter((fact) => seen(fact.accountId)),
    attributes: facts.attributes.filter(
      ({ accountId, attribute, value }) =>
        seen(accountId) && (attribute !== "parent" || value === null || seen(value as AccountId)),
    ),
    merges: facts.merges.filter((fact) => seen(fact.accountId)),
    splits: facts.splits.filter((fact) => seen(fact.accountId) || seen(fact.toId)),
    lines: facts.lines.filter((line) => visible.has(ofLine(line))),
    ...recordsOf(facts, now, visible),
  };
}

/** What was put on record of some customers, and of the workspace. */
export function recordsOf(
  facts: FactSet,
  now: FactSet,
  visible: ReadonlySet<AccountId>,
): Pick<FactSet, "journal" | "usage"> {
  const { ofAccount } = customers(now, houseLedgerPolicy);
  return {
    journal: facts.journal.filter(({ accountId }) => accountId === null || visible.has(ofAccount(accountId))),
    usage: facts.usage.filter(({ accountId }) => visible.has(ofAccount(accountId))),
  };
}
