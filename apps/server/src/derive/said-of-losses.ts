import { entriesOf, type FactSet } from "@termwise/core/facts";
import { daysBetween, groupBy } from "@termwise/core/kernel";
import { customers } from "@termwise/core/ledger";
import type { Book, SaidOfLoss } from "@termwise/core/retention";

/** A policy that books a loss at notice or after a grace moves its day by at most about this much. */
const sameLoss = 366;

/**
 * Why customers left, as people put it on record: what was said of the loss on that day, else of the nearest within a
 * year, since a policy may book the loss on another day than its contract's end. The last word counts.
 */
export function saidOfLosses(facts: FactSet, book: Book): SaidOfLoss {
  const { ofAccount } = customers(facts, book.ledgerPolicy);
  const said = entriesOf(facts.journal, "churn_reason").flatMap(({ accountId, at, entry }) =>
    accountId === null ? [] : [{ customer: ofAccount(accountId), at, entry }],
  );
  const ofCustomer = groupBy(
    said.sort((a, b) => (a.at < b.at ? 1 : -1)),
    ({ customer }) => customer,
  );
  return (customer, lostOn) => {
    let [nearest, away] = [null as ReturnType<SaidOfLoss>, sameLoss + 1];
    for (const { entry } of ofCustomer.get(customer) ?? []) {
      const days = Math.abs(daysBetween(entry.leftOn, lostOn));
      if (days < away) [nearest, away] = [entry.reason, days];
    }
    return nearest;
  };
}
