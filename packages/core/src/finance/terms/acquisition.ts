import { choice, defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { type FinancePolicy, houseFinancePolicy } from "../policy.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

const paybackBasis = choice<FinancePolicy["paybackBasis"]>({
  name: "paybackBasis",
  label: "What pays CAC back",
  meaning: "What a new customer brings in a month, as it is set against what winning it cost.",
  default: houseFinancePolicy.paybackBasis,
  options: {
    margin: "what is left of its revenue after the cost of serving it",
    revenue: "all of its revenue, which makes payback look shorter",
  },
});

const cltvBasis = choice<FinancePolicy["cltvBasis"]>({
  name: "cltvBasis",
  label: "What a lifetime brings",
  meaning: "What is added up over the time a customer is expected to stay.",
  default: houseFinancePolicy.cltvBasis,
  options: {
    margin: "its revenue, less the cost of serving it",
    revenue: "all of its revenue",
  },
});

/** Words for what a customer costs to win, and for what it brings. */
export const acquisitionTerms = [
  defineTerm({
    id: "cac",
    name: "Customer acquisition cost",
    abbreviation: "CAC",
    section: "finance",
    kind: "metric",
    tier: "B",
    indicator: "lagging",
    definition: "What Sales and Marketing spent in a period for each new customer won in it.",
    example: "A quarter with USD 600,000 of cost and 20 new customers: USD 30,000 each.",
    formula: "cost of Sales and Marketing in the period / customers won in it",
    unit: "money",
    grain: "period",
    exclusions: [
      "customers that came back: they are no new ones",
      "the cost of serving customers after the close",
    ],
    owner: "Finance",
    sources: [practice.success, practice.postSales],
    related: ["cac-payback", "cltv", "won"],
    notNotes: ["With no new customer in the period there is no CAC: it is not zero."],
    versions: written("Cost was divided by signatures here and by leads there."),
  }),
  defineTerm({
    id: "cac-payback",
    name: "CAC payback period",
    section: "finance",
    kind: "metric",
    tier: "B",
    indicator: "lagging",
    definition: "How many months a new customer's margin takes to make good what it cost to win it.",
    example:
      "A customer cost USD 30,000 to win and leaves USD 2,500 of margin a month: paid back after 12 months.",
    formula: "CAC / monthly margin of a new customer, in months",
    unit: "months",
    grain: "period",
    inclusions: ["customers won in the period, all together"],
    exclusions: ["revenue before the cost of serving it, unless the policy says so"],
    parameters: [paybackBasis],
    owner: "Finance",
    sources: [practice.postSales],
    related: ["cac", "cltv", "operating-margin"],
    notNotes: ["With a margin of zero or less there is no payback, and no number is shown."],
    versions: written("Payback was told from revenue, and looked a third shorter than it was."),
  }),
  defineTerm({
    id: "cltv",
    name: "Customer lifetime value",
    abbreviation: "CLTV",
    aliases: ["LTV"],
    section: "finance",
    kind: "metric",
    tier: "B",
    indicator: "leading",
    definition: "The margin a customer is expected to bring over the whole time it stays.",
    example: "USD 20,000 of revenue a year, a margin of 75 % and a yearly churn rate of 10 %: USD 150,000.",
    formula: "average revenue of a customer in a period × margin share / churn rate of the period",
    unit: "money",
    inclusions: ["customers and losses of one and the same period"],
    parameters: [cltvBasis],
    grain: "segment and period",
    owner: "Finance",
    sources: [practice.success],
    related: ["cac", "cac-payback", "churn-rate"],
    notNotes: [
      "It is an expectation: no account has brought it yet.",
      "With no churn in the period there is no such value: nobody stays for ever.",
    ],
    versions: written("It was quoted without its formula, and two slides differed by a factor of two."),
  }),
] as const;
