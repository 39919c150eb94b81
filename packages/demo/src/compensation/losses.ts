import type { FactSet } from "@termwise/core/facts";
import type { AccountId, Currency, Day } from "@termwise/core/kernel";
import { houseLedgerPolicy, movementsOf } from "@termwise/core/ledger";

/** A loss as RevOps of the demo company put it on record: a customer lost, or ARR lost. */
export interface DemoLoss {
  readonly accountId: AccountId;
  readonly trigger: "churn" | "contraction";
  readonly on: Day;
  /** ARR lost, in minor units of its currency. */
  readonly lost: string;
  readonly currency: Currency;
  /** The customer closed down, so that nothing is taken back. */
  readonly closure: boolean;
}

/** What the demo company lost from one day to another, read off its ledger, and whether the customer had closed down. */
export function demoLosses(facts: FactSet, from: Day, to: Day): DemoLoss[] {
  const closures = new Set(
    facts.journal.flatMap(({ accountId, entry }) =>
      entry.of === "churn_reason" && entry.reason === "closure" ? [`${accountId} ${entry.leftOn}`] : [],
    ),
  );
  return movementsOf(facts, houseLedgerPolicy).flatMap(({ movements }) =>
    movements.flatMap(({ accountId, kind, on, amount, currency }): DemoLoss[] =>
      (kind === "churn" || kind === "contraction") && on >= from && on <= to
        ? [
            {
              accountId,
              trigger: kind,
              on,
              lost: String(-amount),
              currency,
              closure: closures.has(`${accountId} ${on}`),
            },
          ]
        : [],
    ),
  );
}
