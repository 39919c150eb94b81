export { acquisitionCost, cacPayback, lifetimeValue } from "./acquisition.ts";
export { bindings as financeBindings } from "./bindings.ts";
export { burnRate } from "./burn.ts";
export { type Attachment, annualContractValue, attachmentRate } from "./contracts.ts";
export { type FinanceFigure, type FinanceUnit, financeFigures } from "./figures.ts";
export { FinancePeriod } from "./finance-period.ts";
export {
  ebitdaMargin,
  grossMargin,
  operatingMargin,
  type ServicesMargin,
  servicesMargin,
} from "./margins.ts";
export { type FinanceInput, inputNames, typedColumns } from "./names.ts";
export { cutAcross, daysFault, type PeriodDays, sameDays } from "./period-days.ts";
export { FinancePolicy, houseFinancePolicy } from "./policy.ts";
export { type RuleOf40, revenueGrowth, ruleOf40 } from "./rule-of-40.ts";
export { terms as financeTerms } from "./terms.ts";
export { readTypedPeriod, type TypedPeriod } from "./typed-period.ts";
