export {
  type AccountAttribute,
  AccountFact,
  AttributeFact,
  accountAttributes,
  type Dimension,
  dimensions,
  MergeFact,
  SplitFact,
} from "./account.ts";
export {
  BillingInterval,
  ContractLine,
  type IntervalUnit,
  intervalUnits,
  type LineKind,
  lineKinds,
  type PaymentState,
  Price,
  type ProductKind,
  paymentStates,
  productKinds,
} from "./contract-line.ts";
export { Fact, type FactSet, noFacts } from "./fact.ts";
export { FxRate } from "./fx-rate.ts";
export { factsKnownAt } from "./known-at.ts";
export { factsOfPlainLines, PlainLine } from "./plain-lines.ts";
export { Source, type Stamp } from "./stamp.ts";
export { terms as factTerms } from "./terms.ts";
