import { type Binding, defineMetric, type Example, readAs } from "../glossary/index.ts";
import { AccountFact } from "./account.ts";
import { ContractLine } from "./contract-line.ts";
import { recordExamples, serviceExamples, usageExamples } from "./examples.ts";
import { terms } from "./terms.ts";
import { UsageFact } from "./usage.ts";

const schemas = { AccountFact, UsageFact, ContractLine };

function kept(
  id: (typeof terms)[number]["id"],
  symbol: keyof typeof schemas,
  examples: readonly Example<unknown, unknown>[],
): Binding[] {
  const of = readAs(schemas[symbol]);
  return terms
    .filter((term) => term.id === id)
    .map((term) => defineMetric({ term, module: "@termwise/core/facts", symbol, of, examples }));
}

/** The words for what is kept on record, each bound to the schema of it with records that are read or refused. */
export const bindings: readonly Binding[] = [
  ...kept("shared-customer-record", "AccountFact", recordExamples),
  ...kept("usage-data", "UsageFact", usageExamples),
  ...kept("value-added-services", "ContractLine", serviceExamples),
];
