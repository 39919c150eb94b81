import { factsKnownAt } from "@termwise/core/facts";
import { type AccountId, type Day, groupBy } from "@termwise/core/kernel";
import { customers, houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { type CustomerRecord, feedOf, type HouseRules } from "@termwise/core/people";
import { demoCompany } from "../demo-company.ts";

const byText =
  <F>(key: (fact: F) => string) =>
  (a: F, b: F) =>
    key(a) < key(b) ? -1 : 1;

/** The demo company as of a day, customer by customer, as tests compute from it. */
export function recordsOf(today: Day) {
  const company = demoCompany({ today });
  const known = factsKnownAt(company.facts, null);
  const { ofAccount, ofLine } = customers(known, houseLedgerPolicy);
  const of = <F extends { accountId: AccountId | null }>(facts: readonly F[]) =>
    groupBy(facts, ({ accountId }) => (accountId === null ? null : ofAccount(accountId)));
  const [attributes, journal, usage] = [of(known.attributes), of(known.journal), of(known.usage)];
  const lines = groupBy(known.lines, ofLine);
  const movements = new Map(
    movementsOf(known, houseLedgerPolicy).map((own) => [own.accountId, own.movements]),
  );
  const ids = [...new Set(known.accounts.map(({ accountId }) => ofAccount(accountId)))];
  const records = ids.map(
    (accountId): CustomerRecord => ({
      accountId,
      attributes: attributes.get(accountId) ?? [],
      lines: lines.get(accountId) ?? [],
      movements: movements.get(accountId) ?? [],
      journal: (journal.get(accountId) ?? []).sort(byText(({ at, entryId }) => `${at} ${entryId}`)),
      usage: (usage.get(accountId) ?? []).sort(byText(({ effectiveOn }) => effectiveOn)),
    }),
  );
  const rules: HouseRules = {
    journal: known.journal.filter(({ accountId }) => accountId === null),
    readings: feedOf(known.usage),
  };
  return { company, known, records: new Map(records.map((record) => [record.accountId, record])), rules };
}
