import type { TermKind } from "../glossary/index.ts";
import type { TermId } from "./registry.ts";

/** Kinds of terms that name somebody or something: who reads the term sees it on a screen, not in a number. */
export const kindsWithScreen: readonly TermKind[] = ["role", "artifact", "program", "segment", "practice"];

const account = "/accounts/$accountId";
/** The term's own page, which reads every figure of retention with the numbers of the company. */
const definition = "/glossary/$term";

/**
 * The screen on which what a term names is seen or written, by its address in the product. Null: it is told by the API
 * and in files only. Holds every bound term of {@link kindsWithScreen}, and others whose screen is worth naming.
 */
const screens: Partial<Record<TermId, string | null>> = {
  // Roles of ours and at the customer.
  ae: account,
  am: account,
  csm: "/book",
  cse: account,
  "cs-manager": "/settings/teams",
  revops: "/settings/roles",
  "cs-ops": "/settings/roles",
  cco: "/settings/roles",
  champion: `${account}/stakeholders`,
  sponsor: `${account}/renewals`,
  "exec-sponsor": account,
  stakeholder: `${account}/stakeholders`,
  "key-stakeholders": `${account}/stakeholders`,
  // What is written down.
  "arr-bridge": "/retention/bridge",
  "core-features": `${account}/lifecycle`,
  "deal-context": `${account}/handoff`,
  "deal-data": `${account}/handoff`,
  "expectations-document": `${account}/handoff`,
  "handoff-packet": `${account}/handoff`,
  "reported-value": "/glossary/divergence",
  "shared-customer-record": account,
  "stakeholder-map": `${account}/handoff`,
  "success-criteria": `${account}/handoff`,
  "use-case": `${account}/handoff`,
  "value-added-services": `${account}/revenue`,
  "nrr-comp-plan": null,
  "retention-bonus": null,
  csql: null,
  // Ways to group customers, and to look after them.
  "book-of-business": "/book",
  "contract-currency": "/retention",
  "customer-identity": "/accounts",
  "customer-segmentation": "/retention",
  "high-touch": account,
  "low-touch": account,
  "tech-touch": account,
  "human-led-success": null,
  icp: account,
  "opening-cohort": "/retention",
  "retention-cohort": "/retention/cohorts",
  "strategic-accounts": account,
  tiering: account,
  benchmarking: "/retention",
  "land-and-expand": definition,
  "named-account-model": "/accounts/gaps",
  "segmentation-strategy": "/settings/lifecycle",
  "zero-churn-goal": "/lifecycle/velocity",
  // Signals, and where one meets them.
  "champion-departure": "/book",
  divergence: "/glossary/divergence",
  "stage-claim": "/glossary/divergence",
  "usage-data": `${account}/lifecycle`,
  "leading-indicator": definition,
  "lagging-indicator": definition,
  crm: "/glossary/divergence",
  dashboards: "/retention",
  // Stages, and what leads through them.
  won: "/lifecycle",
  onboarded: "/lifecycle",
  adopted: "/lifecycle",
  expansion: "/lifecycle",
  renewal: "/lifecycle",
  churn: "/lifecycle",
  "lifecycle-management": "/lifecycle",
  onboarding: "/lifecycle",
  implementation: `${account}/lifecycle`,
  "customer-journey": `${account}/lifecycle`,
  "customer-life": `${account}/lifecycle`,
  "active-use": `${account}/lifecycle`,
  "handoff-process": "/handoffs",
  kickoff: `${account}/handoff`,
  "go-live-milestone": `${account}/handoff`,
  "milestone-tracking": `${account}/handoff`,
  "handoff-scorecard": `${account}/handoff`,
  "renewal-expansion-ownership": "/accounts/gaps",
  "label-mapping": "/data/labels",
  "task-management": "/tasks",
  "today-queue": "/book",
  "save-play": "/plays",
  "save-play-activation-time": "/plays/runs",
  "rescue-call": `${account}/plays`,
  playbooks: "/plays",
  "proactive-success": "/plays",
  "win-back-campaign": "/plays",
  // Encounters.
  touchpoints: `${account}/timeline`,
  "business-review": account,
  qbr: account,
  ebr: account,
  // Figures, and what moves them.
  "velocity-metrics": "/lifecycle/velocity",
  "time-to-onboard": "/lifecycle/velocity",
  "onboarding-productivity": "/lifecycle/velocity",
  nrr: "/retention",
  grr: "/retention",
  "nrr-grr-gap": "/retention",
  "logo-retention": "/retention",
  "opening-arr": "/retention",
  "closing-cohort-arr": "/retention",
  "new-arr": "/retention",
  "expansion-arr": "/retention",
  "contraction-arr": "/retention",
  "churned-arr": "/retention",
  "winback-arr": "/retention",
  "fx-effect": "/retention",
  transfer: "/retention",
  arr: "/accounts",
  "arr-movement": `${account}/revenue`,
  "movement-reason": `${account}/revenue`,
  upsell: `${account}/revenue`,
  "cross-sell": `${account}/revenue`,
  downsell: `${account}/revenue`,
  mrr: definition,
  "dollar-retention": definition,
  "net-churn": definition,
  "net-expansion-rate": definition,
  "gross-churn": definition,
  "revenue-churn": definition,
  "logo-churn": definition,
  "churn-rate": definition,
  "retention-rate": definition,
  "on-time-renewal-rate": "/lifecycle/velocity",
  "late-renewal-grace": definition,
  "rule-of-40": "/finance",
  cac: "/finance",
  "cac-payback": "/finance",
  cltv: "/finance",
  "burn-rate": "/finance",
  "operating-margin": "/finance",
  "professional-services-margin": "/finance",
  "attachment-rate": "/finance",
};

/** The address of the screen that uses what a term names; null where none does or none is named. */
export function screenOf(id: TermId): string | null {
  return screens[id] ?? null;
}

/** The terms that say where they are seen, with their screens; null: by the API and in files only. */
export const screenEntries = Object.entries(screens) as readonly [TermId, string | null][];
