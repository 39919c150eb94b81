import { divergencesOn, falseClaims } from "@termwise/core/divergence";
import { Fact, factsKnownAt } from "@termwise/core/facts";
import { handoffsOf } from "@termwise/core/handoff";
import { type AccountId, type Day, day, groupBy, instant } from "@termwise/core/kernel";
import { customers, houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { standingOn } from "@termwise/core/lifecycle";
import type { CustomerRecord, HouseRules } from "@termwise/core/people";
import { ratesTowards } from "@termwise/core/retention";
import { describe, expect, it } from "vitest";
import { demoCompany } from "../demo-company.ts";

const byText =
  <F>(key: (fact: F) => string) =>
  (a: F, b: F) =>
    key(a) < key(b) ? -1 : 1;

function recordsOf(today: Day) {
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
  const days = [...new Set(known.usage.map(({ effectiveOn }) => effectiveOn))].sort();
  const rules: HouseRules = {
    journal: known.journal.filter(({ accountId }) => accountId === null),
    readings: { days, longest: Math.max(...known.usage.map((reading) => reading.days)) },
  };
  return { company, known, records: new Map(records.map((record) => [record.accountId, record])), rules };
}

describe.each(["2026-11-21", "2026-11-01", "2027-03-03"])("seen from %s, the demo company", (on) => {
  const today = day(on);
  const { company, records, rules } = recordsOf(today);
  const { answers } = company;

  it("stands where its courses put it: evidence gives every customer the stage that is known of it", () => {
    const wrong = [...answers.stages].flatMap(([id, stage]) => {
      const record = records.get(id);
      if (!record) return [`${id} is not there`];
      const standing = standingOn(record, rules, today);
      const found = standing.earned ?? standing.column;
      return found === stage ? [] : [`${id} stands at ${found}, not ${stage}`];
    });
    expect(wrong).toEqual([]);
  });

  it("lies in exactly the accounts that are known to lie, lags and goes stale in exactly those", () => {
    const { lines } = divergencesOn(records.values(), rules, today, {
      rates: ratesTowards(company.workspace.reportingCurrency, company.facts.fxRates),
    });
    const told = (kinds: readonly string[]) =>
      lines
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(({ accountId, claims, kind }) =>
          claims.map(({ system }) => `${accountId} ${system === "crm" ? "crm" : "platform"} ${kind}`),
        );
    const lies = answers.lies.map(
      ({ accountId, claimant, contradicted }) =>
        `${accountId} ${claimant} ${contradicted ? "contradicted" : "unsupported"}`,
    );
    expect(told(falseClaims).sort()).toEqual(lies.sort());
    const accounts = (kind: string) =>
      [...new Set(lines.flatMap((line) => (line.kind === kind ? [line.accountId] : [])))].sort();
    expect(accounts("unclaimed")).toEqual([...answers.lagging].sort());
    expect(accounts("stale")).toEqual([...answers.stale].sort());
  });

  it("hands over as it is known to: every close has its verdict, and why", () => {
    const asOf = { now: instant(`${today}T08:00:00Z`), today };
    const wrong = answers.handoffs.flatMap(({ accountId, name, kind, verdict }) => {
      const record = records.get(accountId);
      const found = record && handoffsOf(record, rules, asOf).at(-1);
      return found?.verdict === verdict
        ? []
        : [
            `${name} (${kind}): ${found?.verdict}, not ${verdict}: ${found?.gates.map((gate) => `${gate.gate} ${gate.state}`).join(", ")}`,
          ];
    });
    expect(wrong).toEqual([]);
  });
});

describe("the demo company on record", () => {
  const { company } = recordsOf(day("2026-11-21"));

  it("is made of valid facts, under thirty thousand in all", () => {
    const { facts } = company;
    for (const fact of [...facts.journal, ...facts.usage]) expect(Fact.safeParse(fact).error).toBeUndefined();
    const counts = Object.fromEntries(Object.entries(facts).map(([kind, own]) => [kind, own.length]));
    console.log(counts, company.contacts.length, company.answers.handoffs.length, company.answers.lies);
    expect(Object.values(facts).flat().length).toBeLessThan(30_000);
  });
});
