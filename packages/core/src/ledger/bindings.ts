import { factsOfPlainLines } from "../facts/index.ts";
import { type Binding, defineMetric, type Example } from "../glossary/index.ts";
import { money, moneyText } from "../kernel/index.ts";
import {
  type LedgerCase,
  type LifeRow,
  lifeExamples,
  type MovementRow,
  movementExamples,
} from "./examples.ts";
import { movementsOf } from "./movements.ts";
import { LedgerPolicy } from "./policy.ts";
import { terms } from "./terms.ts";

const movementsIn = ({ lines, policy = {} }: LedgerCase) =>
  movementsOf(factsOfPlainLines(lines), LedgerPolicy.parse(policy)).flatMap((account) => account.movements);

const movementRows = (given: LedgerCase): MovementRow[] =>
  movementsIn(given).map(({ accountId, on, kind, currency, amount, parts }) => ({
    account: accountId.slice("acc_".length),
    on,
    kind,
    amount: moneyText(money(amount, currency)),
    because: parts.map((part) => `${part.reason} ${moneyText(money(part.amount, currency))}`),
  }));

const lifeRows = (given: LedgerCase): LifeRow[] =>
  movementsIn(given).map(({ on, kind, lifeBegan }) => ({ on, kind, lifeBegan }));

function bound<Row>(
  of: (given: LedgerCase) => Row[],
  examples: Partial<Record<(typeof terms)[number]["id"], Example<LedgerCase, Row[]>[]>>,
): Binding[] {
  return terms.flatMap((term) => {
    const own = examples[term.id];
    return own
      ? [defineMetric({ term, module: "@termwise/core/ledger", symbol: "movementsOf", of, examples: own })]
      : [];
  });
}

/** The ledger's terms that contract lines decide, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound(movementRows, movementExamples),
  ...bound(lifeRows, lifeExamples),
];
