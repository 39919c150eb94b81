import type { FactSet } from "@termwise/core/facts";
import { type AccountId, groupBy } from "@termwise/core/kernel";
import { customers } from "@termwise/core/ledger";
import type { Book } from "@termwise/core/retention";

/** What other systems call each customer of a book: the ids of all records that are that customer. */
export function externalIds(facts: FactSet, book: Book): (accountId: AccountId) => string[] {
  const { ofAccount } = customers(facts, book.ledgerPolicy);
  const records = groupBy(facts.accounts, (fact) => ofAccount(fact.accountId));
  return (accountId) => (records.get(accountId) ?? []).flatMap((record) => Object.values(record.externalIds));
}
