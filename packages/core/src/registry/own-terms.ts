import { defineTerm, firstVersion, practice } from "../glossary/index.ts";

/** Words for what the glossary says of its own metrics, and for those who keep it. */
export const terms = [
  defineTerm({
    id: "leading-indicator",
    name: "Leading indicator",
    section: "health",
    kind: "signal",
    tier: "B",
    indicator: "leading",
    definition: "A measure that moves before the result it foretells, early enough for somebody to act.",
    example:
      "Brightwater Hotels falls from 40 active seats to 22 in May and its renewal is due in October: five months are left to do something.",
    grain: "metric",
    inclusions: ["usage that falls, days spent in a stage, replies that stop coming"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["lagging-indicator", "early-warning-system", "retention-forecasting"],
    notNotes: [
      "Leading is not certain: whether a measure foretells anything is checked against what came of it.",
    ],
    versions: firstVersion(
      "Reports mixed what had happened with what was about to, and were read too late.",
      "2026-11-28",
    ),
  }),
  defineTerm({
    id: "lagging-indicator",
    name: "Lagging indicator",
    section: "health",
    kind: "signal",
    tier: "B",
    indicator: "lagging",
    definition: "A measure that records a result once it has come about.",
    example:
      "The churn rate of the second quarter is known on 1 July, and no call made on that day changes it.",
    grain: "metric",
    inclusions: ["churn, NRR, NPS"],
    owner: "CS Ops",
    sources: [practice.success, practice.successAndProduct],
    related: ["leading-indicator", "churn-rate", "nps"],
    notNotes: ["Lagging is not useless: it is what tells whether the leading measures were right."],
    versions: firstVersion(
      "Teams steered by churn, which told them only what they could no longer change.",
      "2026-11-28",
    ),
  }),
  defineTerm({
    id: "revops",
    name: "Revenue Operations",
    abbreviation: "RevOps",
    section: "roles",
    kind: "role",
    tier: "B",
    definition:
      "The team that answers for what Sales and Customer Success share: their words, the customer record, how handoffs are scored and how NRR is computed.",
    example:
      "Two reports give two figures for the NRR of March; RevOps finds that one leaves contraction out, and has it take its figure from the agreed definition.",
    grain: "member",
    inclusions: ["the quarterly review of the definitions that Sales and Customer Success share"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["cs-ops", "shared-customer-record", "handoff-scorecard", "nrr"],
    notNotes: [
      "RevOps keeps definitions and does not settle them alone: Sales and Customer Success both have to sign.",
    ],
    versions: firstVersion(
      "Definitions without an owner changed in a spreadsheet and stayed the same in a slide.",
      "2026-11-28",
    ),
  }),
  defineTerm({
    id: "cs-ops",
    name: "Customer Success Operations",
    abbreviation: "CS Ops",
    section: "roles",
    kind: "role",
    tier: "B",
    definition:
      "The team that answers for what Customer Success works with: its tools, health models, segments and rules, and the words it shares with Product.",
    example:
      "At the quarterly review CS Ops shows the PM that accounts using integrations were below 60 three times running, and both agree to flag the area.",
    grain: "member",
    inclusions: ["the quarterly review of the definitions that Customer Success and Product share"],
    owner: "CS Ops",
    sources: [practice.success, practice.successAndProduct],
    related: ["revops", "csp", "feature-area-health", "workflow-automation", "segmentation-strategy"],
    notNotes: [
      "CS Ops is not RevOps: the one keeps what Success shares with Product, the other what it shares with Sales.",
    ],
    versions: firstVersion(
      "Health models and segments were changed by whoever had the password.",
      "2026-11-28",
    ),
  }),
  defineTerm({
    id: "cco",
    name: "Chief Customer Officer",
    abbreviation: "CCO",
    section: "roles",
    kind: "role",
    tier: "B",
    definition:
      "The executive who answers for all that happens after a sale: customer success, support and services.",
    example:
      "On one page the CCO reads an NRR of 103 %, a GRR of 95 %, and a logo churn of 4 % beside a revenue churn of 1 %, over the whole company.",
    grain: "member",
    inclusions: ["reading every figure and every account"],
    exclusions: ["putting evidence or rules on record: that is for those who do the work"],
    owner: "RevOps",
    sources: [practice.postSales],
    related: ["csm", "cs-manager", "exec-sponsor", "health-score-distribution", "nrr", "pnl-ownership"],
    notNotes: [
      "A CCO is not the exec sponsor of every account: that is one executive for one strategic customer.",
    ],
    versions: firstVersion(
      "Support, services and success each reported a success of their own, and customers left.",
      "2026-11-28",
    ),
  }),
] as const;
