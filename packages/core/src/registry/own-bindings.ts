import { type Right, type Role, scopeOf, usualScope } from "../access/index.ts";
import { type Binding, defineMetric, type Example } from "../glossary/index.ts";
import { terms as ownTerms } from "./own-terms.ts";
import { termById } from "./registry.ts";

const module = "@termwise/core";

/** Terms of metrics, and what each is said to be. */
interface IndicatorCase {
  readonly metrics: readonly Parameters<typeof termById>[0][];
}

/** A role, and rights that are asked about. */
interface RightsCase {
  readonly role: Role;
  readonly rights: readonly Right[];
}

const indicators = ({ metrics }: IndicatorCase): string[] =>
  metrics.map((id) => `${id}: ${termById(id).indicator ?? "neither"}`);

const rightsOf = ({ role, rights }: RightsCase): string[] =>
  rights.map((right) => `${right}: ${scopeOf(right, { role, scope: usualScope[role] }) ?? "no"}`);

const indicatorExamples = {
  "leading-indicator": [
    {
      title: "Use and time on the way to Onboarded foretell",
      given: { metrics: ["usage-data", "time-to-onboard", "adoption-rate"] },
      expect: ["usage-data: leading", "time-to-onboard: leading", "adoption-rate: leading"],
    },
  ],
  "lagging-indicator": [
    {
      title: "Churn, NRR and NPS record",
      given: { metrics: ["churn-rate", "nrr", "nps"] },
      expect: ["churn-rate: lagging", "nrr: lagging", "nps: lagging"],
    },
    {
      title: "An amount that stands at the end of a day does neither",
      given: { metrics: ["opening-cohort"] },
      expect: ["opening-cohort: neither"],
    },
  ],
} as const satisfies Record<string, readonly Example<IndicatorCase, string[]>[]>;

const roleExamples = {
  revops: [
    {
      title: "Keeps definitions, rules and imports for the whole company, and sets no flag of a CSM",
      given: {
        role: "revops",
        rights: ["definitions_write", "rules_manage", "imports_write", "onboarded_flag"],
      },
      expect: ["definitions_write: all", "rules_manage: all", "imports_write: all", "onboarded_flag: no"],
    },
  ],
  "cs-ops": [
    {
      title: "Keeps rules, definitions and contacts, and may let a criterion pass",
      given: {
        role: "cs_ops",
        rights: ["rules_manage", "definitions_write", "contacts_write", "gates_waive", "workspace_manage"],
      },
      expect: [
        "rules_manage: all",
        "definitions_write: all",
        "contacts_write: all",
        "gates_waive: all",
        "workspace_manage: no",
      ],
    },
  ],
  cco: [
    {
      title: "Reads every account and figure, and puts nothing on record of an account",
      given: { role: "exec", rights: ["book_read", "reported_read", "journal_write", "rules_manage"] },
      expect: ["book_read: all", "reported_read: all", "journal_write: no", "rules_manage: no"],
    },
  ],
} as const satisfies Record<string, readonly Example<RightsCase, string[]>[]>;

function bound<Given, Result>(
  path: "registry" | "access",
  symbol: string,
  of: (given: Given) => Result,
  examples: Readonly<Record<string, readonly Example<NoInfer<Given>, NoInfer<Result>>[]>>,
): Binding[] {
  return ownTerms.flatMap((term) => {
    const own = examples[term.id];
    return own ? [defineMetric({ term, module: `${module}/${path}`, symbol, of, examples: own })] : [];
  });
}

/** The words of the glossary itself, and of the roles that keep it or read by it. */
export const ownBindings: readonly Binding[] = [
  ...bound("registry", "termById", indicators, indicatorExamples),
  ...bound("access", "scopeOf", rightsOf, roleExamples),
];
