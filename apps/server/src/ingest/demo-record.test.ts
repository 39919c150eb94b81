import { divergencesOn, falseClaims } from "@termwise/core/divergence";
import { type FactSet, factsKnownAt, type JournalFact, noFacts } from "@termwise/core/facts";
import { type AccountId, day, groupBy } from "@termwise/core/kernel";
import { customers, houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { type CustomerRecord, feedOf, type HouseRules } from "@termwise/core/people";
import { ratesTowards } from "@termwise/core/retention";
import { demoCompany, demoCsv, recordCsv } from "@termwise/demo";
import { describe, expect, it } from "vitest";
import { check, withFacts } from "./testing.ts";

const today = day("2026-11-21");
const { facts, answers, workspace } = demoCompany({ today });

/** Entries that no file brings: they are put on record on a customer's page. */
const byHand: readonly string[] = ["confirmation", "contact_role", "waiver", "setback"];

/** What was put on record by hand, about the accounts as the import knows them. */
function handWritten(imported: FactSet): JournalFact[] {
  const keys = new Map(facts.accounts.map(({ accountId, source }) => [accountId, source.key]));
  const ids = new Map(imported.accounts.map(({ accountId, source }) => [source.key, accountId]));
  return facts.journal.flatMap((fact) => {
    if (fact.accountId === null) return [fact];
    const accountId = ids.get(keys.get(fact.accountId) ?? "");
    return accountId !== undefined && byHand.includes(fact.entry.of) ? [{ ...fact, accountId }] : [];
  });
}

const byText =
  <F>(key: (fact: F) => string) =>
  (a: F, b: F) =>
    key(a) < key(b) ? -1 : 1;

function recordsOf(known: FactSet): CustomerRecord[] {
  const { ofAccount, ofLine } = customers(known, houseLedgerPolicy);
  const of = <F extends { accountId: AccountId | null }>(own: readonly F[]) =>
    groupBy(own, ({ accountId }) => (accountId === null ? null : ofAccount(accountId)));
  const [attributes, journal, usage] = [of(known.attributes), of(known.journal), of(known.usage)];
  const lines = groupBy(known.lines, ofLine);
  const movements = new Map(
    movementsOf(known, houseLedgerPolicy).map((own) => [own.accountId, own.movements]),
  );
  return known.accounts.map(({ accountId }) => ({
    accountId,
    attributes: attributes.get(accountId) ?? [],
    lines: lines.get(accountId) ?? [],
    movements: movements.get(accountId) ?? [],
    journal: (journal.get(accountId) ?? []).sort(byText(({ at, entryId }) => `${at} ${entryId}`)),
    usage: (usage.get(accountId) ?? []).sort(byText(({ effectiveOn }) => effectiveOn)),
  }));
}

describe("the demo company's record through its CSV files", () => {
  const files = { ...demoCsv(facts), ...recordCsv(facts) };
  const { report, facts: read } = check(files);
  const imported = withFacts(noFacts, read);

  it("is read whole: no row refused, no question asked, nothing new the second time", () => {
    expect([...report.refusals, ...report.stopped]).toEqual([]);
    const again = check(files, {}, { known: imported });
    expect(again.facts).toEqual([]);
    expect(again.report.counts).toMatchObject({ new: 0, changed: 0, refused: 0 });
  });

  it("has each reading, label, deal and piece of evidence that it was written from", () => {
    const known = factsKnownAt(facts, null);
    expect(imported.usage.length).toBe(known.usage.length);
    for (const kind of ["claim", "deal_closed", "criterion", "evidence", "kickoff", "onboarded_flag"]) {
      const of = (set: FactSet) => set.journal.filter(({ entry }) => entry.of === kind);
      const moments = (set: FactSet) => of(set).map(({ effectiveOn }) => effectiveOn);
      expect([kind, moments(imported).sort()]).toEqual([kind, moments(known).sort()]);
    }
  });

  it("names exactly the accounts whose labels lie, as a stranger who imports it would see them", () => {
    const written = withFacts(imported, handWritten(imported));
    const known = factsKnownAt(written, null);
    const rules: HouseRules = {
      journal: known.journal.filter(({ accountId }) => accountId === null),
      readings: feedOf(known.usage),
    };
    const rates = ratesTowards(workspace.reportingCurrency, known.fxRates);
    const { lines } = divergencesOn(recordsOf(known), rules, today, { rates });
    const kinds: readonly string[] = falseClaims;
    const named = lines.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
    expect([...new Set(named)].sort()).toEqual([...new Set(answers.lies.map(({ name }) => name))].sort());
  });
});
