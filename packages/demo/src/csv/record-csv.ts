import { entriesOf, type FactSet, factsKnownAt, type JournalFact } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";
import { type CsvRow, csvText } from "./csv-text.ts";

/** The files that what is on record of customers beside their contracts is imported from, by file name. */
export type RecordCsvFiles = Readonly<
  Record<"usage.csv" | "stage-labels.csv" | "deals.csv" | "onboarding-evidence.csv", string>
>;

/** What of a company is written: all of it, or some accounts, or readings from a day on. */
export interface Extract {
  readonly only?: ReadonlySet<AccountId>;
  readonly usageFrom?: Day;
}

/**
 * What is known now of the use of a company's product, of the stages other systems claim, of deals and of onboarding
 * evidence, as the exports of a product analytics tool, a CRM and a success platform would have it. People at customers
 * stand in no file: confirmations are put on record on the page of the account.
 */
export function recordCsv(facts: FactSet, { only, usageFrom }: Extract = {}): RecordCsvFiles {
  const known = factsKnownAt(facts, null);
  const keyOf = new Map(known.accounts.map(({ accountId, source }) => [accountId, source.key]));
  const wanted = (id: AccountId | null): boolean => id !== null && (only === undefined || only.has(id));
  const journal = known.journal.filter(({ accountId }) => wanted(accountId));
  const account = ({ accountId }: { accountId: AccountId | null }) =>
    accountId === null ? null : (keyOf.get(accountId) ?? null);
  const usage = known.usage
    .filter(({ accountId, effectiveOn }) => wanted(accountId) && effectiveOn >= (usageFrom ?? ""))
    .map((reading): CsvRow => {
      const { effectiveOn, days, feature, activity, users, uses, activeDays, seats } = reading;
      const text = (count: number | null) => (count === null ? null : String(count));
      return {
        account_id: account(reading),
        date: effectiveOn,
        days: String(days),
        feature,
        activity,
        users: text(users),
        uses: text(uses),
        active_days: text(activeDays),
        seats: text(seats),
      };
    });
  const labels = entriesOf(journal, "claim").map((fact): CsvRow => {
    const { system, field, label } = fact.entry;
    return { account_id: account(fact), system, field, label, as_of: fact.effectiveOn };
  });
  const deals = entriesOf(journal, "deal_closed").map((fact): CsvRow => {
    const { opportunity, signedOn } = fact.entry;
    const won = { deal_stage: "Closed Won", closed_at: fact.at, signed_on: signedOn };
    return { opportunity, account_id: account(fact), ...won };
  });
  const evidence = journal.flatMap((fact) => {
    const said = evidenceRow(fact);
    return said === null ? [] : [{ account_id: account(fact), ...said, at: fact.at, by: fact.by }];
  });
  const [labelHeaders, dealHeaders] = [
    ["account_id", "system", "field", "label", "as_of"],
    ["opportunity", "account_id", "deal_stage", "closed_at", "signed_on"],
  ];
  return {
    "usage.csv": csvText(usageHeaders, usage),
    "stage-labels.csv": csvText(labelHeaders, labels),
    "deals.csv": csvText(dealHeaders, deals),
    "onboarding-evidence.csv": csvText(evidenceHeaders, evidence),
  };
}

const usageHeaders = "account_id,date,days,feature,activity,users,uses,active_days,seats".split(",");
const evidenceHeaders = "account_id,what,criterion,at,observed,by,link,expires_on".split(",");

/** An entry as a row of a file of onboarding evidence; null: it is none. */
function evidenceRow({ entry }: JournalFact): CsvRow | null {
  if (entry.of === "criterion") return { what: entry.of, criterion: entry.criterion, observed: entry.text };
  if (entry.of === "evidence") {
    const { criterion, observed, link, expiresOn } = entry;
    return { what: entry.of, criterion, observed, link, expires_on: expiresOn };
  }
  if (entry.of === "kickoff") return { what: entry.of, observed: entry.successCriteria };
  return entry.of === "onboarded_flag" ? { what: entry.of, observed: entry.value ? "yes" : "no" } : null;
}
