import type { Role } from "../access/index.ts";
import type { Team } from "../facts/index.ts";
import type { Section } from "../glossary/index.ts";
import type { RegisteredTerm, TermId } from "../registry/index.ts";

/** The teams that agree on definitions, with their names. */
export const teams = {
  sales: "Sales",
  customer_success: "Customer success",
  product: "Product",
  finance: "Finance",
} as const satisfies Record<Team, string>;

/** The team a role speaks for when definitions are agreed on; roles that serve all teams speak for none. */
export const teamOfRole: Readonly<Partial<Record<Role, Team>>> = {
  ae: "sales",
  revops: "sales",
  csm: "customer_success",
  am: "customer_success",
  cse: "customer_success",
  cs_manager: "customer_success",
  cs_ops: "customer_success",
  product: "product",
  finance: "finance",
};

/**
 * The words two teams agree on together. `minutes` is the length of a discovery session; `shortPath` the terms cited
 * most, for a session that has time for no more; `first` the section a session begins with; `owner` the role that looks
 * after the set unless somebody is named; `often` the terms reviewed first each quarter.
 */
export interface TermSet {
  readonly name: string;
  readonly teams: readonly [Team, Team];
  readonly sections: readonly Section[];
  readonly minutes: number;
  readonly shortPath: readonly TermId[];
  readonly often: readonly TermId[];
  readonly first: Section;
  readonly owner: Role;
  readonly reviewMonths: number;
}

/** The sets of terms, each agreed on by two teams. */
export const termSets = {
  sales_cs: {
    name: "Sales and CS",
    teams: ["sales", "customer_success"],
    sections: [
      "lifecycle",
      "roles",
      "handoff",
      "retention-metrics",
      "health",
      "comp",
      "cs-operations",
      "finance",
      "leadership",
      "technical",
    ],
    minutes: 45,
    shortPath: [
      "nrr",
      "grr",
      "icp",
      "revops",
      "csm",
      "onboarded",
      "at-risk",
      "handoff-packet",
      "health-score",
      "save-play",
    ],
    often: ["nrr", "grr", "onboarded", "at-risk", "churn"],
    first: "lifecycle",
    owner: "revops",
    reviewMonths: 3,
  },
  cs_product: {
    name: "CS and Product",
    teams: ["customer_success", "product"],
    sections: ["product-engineering", "adoption-metrics", "engagement", "feedback", "workflow", "programs"],
    minutes: 60,
    shortPath: ["nrr", "jtbd", "mvp", "beta", "nps", "moscow"],
    often: ["voc", "feature-adoption-rate", "backlog", "beta", "ga"],
    first: "product-engineering",
    owner: "cs_ops",
    reviewMonths: 3,
  },
} as const satisfies Record<string, TermSet>;
/** The name of a set of terms. */
export type TermSetName = keyof typeof termSets;
/** The names of the sets of terms. */
export const termSetNames = Object.keys(termSets) as [TermSetName, ...TermSetName[]];

/** The set a term belongs to, by its section. */
export function termSetOf({ section }: Pick<RegisteredTerm, "section">): TermSetName {
  return (termSets.cs_product.sections as readonly Section[]).includes(section) ? "cs_product" : "sales_cs";
}
