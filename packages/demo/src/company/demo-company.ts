import { type ContractLine, type FactSet, noFacts } from "@termwise/core/facts";
import { Currency, type Day } from "@termwise/core/kernel";
import { accountFacts } from "./account-facts.ts";
import { withCorrections } from "./corrections.ts";
import { companies } from "./customers.ts";
import { exchangeRates } from "./exchange-rates.ts";
import { families, secondRecords } from "./groups.ts";
import { lifeOf } from "./life.ts";
import type { DemoAnswers } from "./record/answers.ts";
import type { DemoContact } from "./record/contacts.ts";
import { onRecord } from "./record/on-record.ts";
import { timelineOf } from "./timeline.ts";

/** The seed of the demo company that ships: its figures are the ones the tests promise. */
export const houseSeed = 1637;

/** A company's facts, the people at its customers, and the settings of the workspace they belong in. */
export interface DemoCompany {
  readonly facts: FactSet;
  /** Personal data, which facts only point to. */
  readonly contacts: readonly DemoContact[];
  /** What is known of the company without computing it. */
  readonly answers: DemoAnswers;
  readonly workspace: {
    readonly name: string;
    readonly reportingCurrency: Currency;
    /** First month (1-12) of the fiscal year. */
    readonly fiscalYearStart: number;
  };
}

/**
 * Fernhill Software, an invented company that sells subscriptions: every fact from its first customers to `today`.
 * The same seed and day give the same facts, byte for byte; the history has the same shape whatever the day. Every
 * fact's source system is `demo`. Nothing begins, is signed or is recorded after `today`; contracts end after it.
 */
export function demoCompany({ seed = houseSeed, today }: { seed?: number; today: Day }): DemoCompany {
  const timeline = timelineOf(today);
  const { customers, prospects } = companies(seed);
  const linesOf = new Map<string, ContractLine[]>();
  for (const customer of customers) {
    const book = lifeOf(customer, timeline, seed);
    linesOf.set(customer.number, withCorrections(book, seed));
  }
  const signed = customers.filter(({ number }) => (linesOf.get(number) ?? []).length > 0);
  const known = [...signed, ...prospects].map((company) =>
    accountFacts(company, timeline, seed, linesOf.get(company.number) ?? []),
  );
  const free = 1_001 + customers.length + prospects.length;
  const second = secondRecords(signed, linesOf, free, timeline, seed);
  const groups = families(signed, free + 20, timeline, seed);
  const moved = new Map(second.lines.map((line) => [`${line.lineId} ${line.recordedAt}`, line]));
  const lines = [...linesOf.values()]
    .flat()
    .map((line) => moved.get(`${line.lineId} ${line.recordedAt}`) ?? line);
  const contracts: FactSet = {
    ...noFacts,
    accounts: [...known.map(({ account }) => account), ...second.accounts, ...groups.accounts],
    attributes: [
      ...known.flatMap(({ attributes }) => attributes),
      ...second.attributes,
      ...groups.attributes,
    ],
    merges: second.merges,
    lines,
    fxRates: exchangeRates(timeline, seed),
  };
  const { attributes, journal, usage, contacts, answers } = onRecord(contracts, signed, prospects, {
    timeline,
    seed,
  });
  const facts = { ...contracts, attributes: [...contracts.attributes, ...attributes], journal, usage };
  const reportingCurrency = Currency.parse("USD");
  const workspace = { name: "Fernhill Software", reportingCurrency, fiscalYearStart: 1 };
  return { facts, contacts, answers, workspace };
}
