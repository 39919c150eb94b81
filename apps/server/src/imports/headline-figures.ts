import { type FactSet, factsKnownAt } from "@termwise/core/facts";
import { type Currency, type Day, type Period, parsePeriod } from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";
import { bookOf, houseRetentionPolicy, leadingCurrency } from "@termwise/core/retention";
import { monthsOf } from "../derive/months.ts";
import { figureFor } from "../routers/figures.ts";
import type { HeadlineFigures } from "./import-report.ts";

/** The period an import is judged by: the twelve months to the last closed month of what is known after it. */
export function judgedPeriod(facts: FactSet, today: Day): Period {
  return parsePeriod(`ttm:${monthsOf(factsKnownAt(facts, null), today).lastClosed}`);
}

/** ARR and NRR of a set of facts under the house policy; `null` without contract lines. */
export function headlineFigures(
  all: FactSet,
  period: Period,
  preferred: Currency | null,
): HeadlineFigures | null {
  const facts = factsKnownAt(all, null);
  const currency = preferred ?? leadingCurrency(facts);
  if (currency === null) return null;
  const ledger = movementsOf(facts, houseLedgerPolicy);
  const asked = {
    book: bookOf(facts, ledger, houseLedgerPolicy, currency),
    period,
    slice: {},
    policy: houseRetentionPolicy,
    recorded: null,
    freshAt: null,
  };
  return { arr: figureFor(asked, "arr"), nrr: figureFor(asked, "nrr") };
}
