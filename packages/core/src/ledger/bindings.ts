import {
  AccountFact,
  AttributeFact,
  type FactSet,
  factsOfPlainLines,
  MergeFact,
  noFacts,
} from "../facts/index.ts";
import { type Binding, defineMetric, type Example } from "../glossary/index.ts";
import { AccountId, money, moneyText } from "../kernel/index.ts";
import { customers } from "./customer.ts";
import { type CustomersCase, customerExamples } from "./customer-examples.ts";
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

function recordsOf({ accounts, merged = [], parents = [] }: CustomersCase): FactSet {
  const stamp = (key: string) => ({
    effectiveOn: "2025-01-01",
    recordedAt: "2025-01-01T00:00:00Z",
    source: { system: "example", key },
  });
  const id = (name: string) => `acc_${name}`;
  return {
    ...noFacts,
    accounts: accounts.map((name) =>
      AccountFact.parse({ kind: "account", accountId: id(name), externalIds: {}, ...stamp(name) }),
    ),
    merges: merged.map(([record, into]) =>
      MergeFact.parse({
        kind: "merge",
        accountId: id(record),
        intoId: id(into),
        ...stamp(`${record} merged`),
      }),
    ),
    attributes: parents.map(([account, parent]) =>
      AttributeFact.parse({
        kind: "attribute",
        accountId: id(account),
        attribute: "parent",
        value: id(parent),
        ...stamp(`${account} parent`),
      }),
    ),
  };
}

const counted = (given: CustomersCase): string[] => {
  const { ofAccount } = customers(recordsOf(given), LedgerPolicy.parse({ identity: given.identity }));
  const each = given.accounts.map((name) => ofAccount(AccountId.parse(`acc_${name}`)));
  return [...new Set(each)].map((accountId) => accountId.slice("acc_".length)).sort();
};

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
  ...terms
    .filter(({ id }) => id === "customer-identity")
    .map((term) =>
      defineMetric({
        term,
        module: "@termwise/core/ledger",
        symbol: "customers",
        of: counted,
        examples: customerExamples,
      }),
    ),
];
