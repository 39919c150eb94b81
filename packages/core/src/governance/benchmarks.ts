import type { TermId } from "../registry/index.ts";

/**
 * What others say of companies in general: the publisher's claim, not checked by us. It is text to be shown beside a
 * term with whom it is attributed to, and nothing is ever computed with it. `figure` is `null` where no number is given,
 * `attributedTo` where nobody is named.
 */
export interface Benchmark {
  readonly id: `B-${number}`;
  readonly figure: string | null;
  readonly says: string;
  readonly attributedTo: string | null;
  readonly terms: readonly TermId[];
}

/** Claims about companies in general, with whom they are attributed to. */
export const benchmarks: readonly Benchmark[] = [
  {
    id: "B-01",
    figure: "+38 %",
    says: "Sales wins more often in B2B companies where Sales and CS share their definitions.",
    attributedTo: "MarketingProfs research",
    terms: ["won", "revops"],
  },
  {
    id: "B-02",
    figure: "+36 %",
    says: "More customers are kept in B2B companies where Sales and CS share their definitions.",
    attributedTo: "MarketingProfs research",
    terms: ["retention-rate", "revops"],
  },
  {
    id: "B-03",
    figure: "−40 %",
    says: "A save play starts sooner after the trouble where At-Risk is defined in writing.",
    attributedTo: "Gainsight, annual customer success survey",
    terms: ["at-risk", "save-play", "save-play-activation-time"],
  },
  {
    id: "B-04",
    figure: "+8 to +12 points",
    says: "NRR is higher on average where teams share one customer record and agree on the inputs of health.",
    attributedTo: "Gainsight, State of Customer Success",
    terms: ["nrr", "shared-customer-record", "health-score"],
  },
  {
    id: "B-05",
    figure: "58 % of SaaS companies",
    says: "They have no shared definition of Onboarded; told elsewhere, no shared written one.",
    attributedTo: null,
    terms: ["onboarded"],
  },
  {
    id: "B-06",
    figure: "+23 %",
    says: "New features are adopted faster after general availability where CS and Product use words alike.",
    attributedTo: "ProductPlan, product management benchmarks 2024",
    terms: ["feature-adoption-rate", "time-to-adoption", "ga"],
  },
  {
    id: "B-07",
    figure: "61 % of SaaS companies",
    says: "They have not written down what they all mean by feature adoption.",
    attributedTo: "Pendo, State of Product Leadership",
    terms: ["feature-adoption-rate"],
  },
  {
    id: "B-08",
    figure: "54 % of mid-market CS teams",
    says: "They learn of a feature when customers do, from a changelog or a banner.",
    attributedTo: "ChurnZero, annual CS benchmarks",
    terms: ["cs-pre-brief", "release-note"],
  },
  {
    id: "B-09",
    figure: null,
    says: "Within 60 days of a session on ten terms, teams have to ask each other less often what was meant.",
    attributedTo: "ChurnZero 2024; Gainsight 2024",
    terms: ["vocabulary-gap-cost-model"],
  },
  {
    id: "B-10",
    figure: "above 40",
    says: "Growth and EBITDA margin in per cent, added, are healthy above this.",
    attributedTo: "A rule of thumb of the SaaS trade",
    terms: ["rule-of-40"],
  },
  {
    id: "B-11",
    figure: null,
    says: "The champion leaving is among the strongest signs that a customer will churn.",
    attributedTo: null,
    terms: ["champion-departure", "champion", "churn"],
  },
  {
    id: "B-12",
    figure: null,
    says: "Customers who never adopted the product churn markedly more often at renewal.",
    attributedTo: null,
    terms: ["adopted", "renewal", "churn"],
  },
];

/** The claims about companies in general that concern a term. */
export function benchmarksOf(id: TermId): readonly Benchmark[] {
  return benchmarks.filter(({ terms }) => terms.includes(id));
}
