import { answerOf, type Binding, binderOf, shareText } from "../glossary/index.ts";
import {
  Currency,
  day,
  decimalText,
  type Known,
  moneyText,
  type Rational,
  roundMoney,
} from "../kernel/index.ts";
import { acquisitionCost, cacPayback, lifetimeValue } from "./acquisition.ts";
import { burnRate } from "./burn.ts";
import { annualContractValue, attachmentRate } from "./contracts.ts";
import {
  type AttachCase,
  attachmentExamples,
  type ContractCase,
  contractExamples,
} from "./examples/contracts.ts";
import {
  burnExamples,
  cacExamples,
  type GrowthCase,
  lifetimeExamples,
  operatingMarginExamples,
  type PeriodCase,
  paybackExamples,
  ruleOf40Examples,
  servicesMarginExamples,
} from "./examples/periods.ts";
import type { FinancePeriod } from "./finance-period.ts";
import { operatingMargin, servicesMargin } from "./margins.ts";
import { periodOf, salesOf } from "./plain-finance.ts";
import { FinancePolicy } from "./policy.ts";
import { ruleOf40 } from "./rule-of-40.ts";
import { terms } from "./terms.ts";

const amountText = (currency: Currency) => (minor: Rational) =>
  `${moneyText(roundMoney(minor, currency))} ${currency}`;

const amountOf =
  (of: (period: FinancePeriod, policy: FinancePolicy) => Known<Rational>) =>
  ({ period: plain, policy = {} }: PeriodCase) => {
    const period = periodOf(plain);
    return answerOf(of(period, FinancePolicy.parse(policy)), amountText(period.currency));
  };

const services = ({ period: plain }: PeriodCase) => {
  const { amount, share } = servicesMargin(periodOf(plain));
  return {
    amount: answerOf(amount, (money) => `${moneyText(money)} ${money.currency}`),
    share: answerOf(share, shareText),
  };
};

const growing = ({ period, before, policy = {} }: GrowthCase) =>
  answerOf(ruleOf40(periodOf(period), periodOf(before), FinancePolicy.parse(policy)), (rule) =>
    [decimalText(rule.points, 2), rule.healthy ? "healthy" : "not healthy"].join(", "),
  );

const payback = ({ period, policy = {} }: PeriodCase) =>
  answerOf(cacPayback(periodOf(period), FinancePolicy.parse(policy)), (months) => decimalText(months, 2));

const contractYear = ({ contract }: ContractCase) => {
  const lines = salesOf(contract);
  return answerOf(annualContractValue(lines), amountText(lines[0]?.currency ?? Currency.parse("USD")));
};

const attached = ({ lines, on, product }: AttachCase) =>
  answerOf(attachmentRate(salesOf(lines), day(on), product).rate, shareText);

const bound = binderOf(terms, "@termwise/core/finance");

/** The words of finance, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("rule-of-40", "ruleOf40", growing, ruleOf40Examples),
  ...bound("cac", "acquisitionCost", amountOf(acquisitionCost), cacExamples),
  ...bound("cac-payback", "cacPayback", payback, paybackExamples),
  ...bound("cltv", "lifetimeValue", amountOf(lifetimeValue), lifetimeExamples),
  ...bound("burn-rate", "burnRate", amountOf(burnRate), burnExamples),
  ...bound(
    "operating-margin",
    "operatingMargin",
    ({ period }: PeriodCase) => answerOf(operatingMargin(periodOf(period)), shareText),
    operatingMarginExamples,
  ),
  ...bound("professional-services-margin", "servicesMargin", services, servicesMarginExamples),
  ...bound("acv", "annualContractValue", contractYear, contractExamples),
  ...bound("attachment-rate", "attachmentRate", attached, attachmentExamples),
];
