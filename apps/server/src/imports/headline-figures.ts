import { type FactSet, factsKnownAt } from "@termwise/core/facts";
import { definitionOn, policyOfDay } from "@termwise/core/governance";
import { type Currency, type Day, type Period, parsePeriod } from "@termwise/core/kernel";
import { movementsOf } from "@termwise/core/ledger";
import type { RegisteredTerm } from "@termwise/core/registry";
import { bookOf, leadingCurrency } from "@termwise/core/retention";
import { proposalsIn } from "../definitions/agreed.ts";
import { monthsOf } from "../derive/months.ts";
import { figureFor } from "../routers/figures.ts";
import type { HeadlineFigures } from "./import-report.ts";

/** The period an import is judged by: the twelve months to the last closed month of what is known after it. */
export function judgedPeriod(facts: FactSet, today: Day): Period {
  return parsePeriod(`ttm:${monthsOf(factsKnownAt(facts, null), today).lastClosed}`);
}

/** ARR, NRR and GRR of a set of facts by the definitions in force at the end of the period; `null` without contract lines. */
export function headlineFigures(
  all: FactSet,
  period: Period,
  preferred: Currency | null,
): HeadlineFigures | null {
  const facts = factsKnownAt(all, null);
  const currency = preferred ?? leadingCurrency(facts);
  if (currency === null) return null;
  const proposals = proposalsIn(facts);
  const { ledger: ledgerPolicy, retention } = policyOfDay(proposals, period.to);
  const ledger = movementsOf(facts, ledgerPolicy);
  const asked = {
    book: bookOf(facts, ledger, ledgerPolicy, currency),
    period,
    slice: {},
    policy: retention,
    recorded: null,
    freshAt: null,
    versionOf: (term: RegisteredTerm) => definitionOn(term, proposals, period.to).version,
  };
  return { arr: figureFor(asked, "arr"), nrr: figureFor(asked, "nrr"), grr: figureFor(asked, "grr") };
}
