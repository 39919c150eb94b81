import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for quotas: what is asked of somebody, and what counts towards it. */
export const quotaTerms = [
  defineTerm({
    id: "quota-attainment",
    name: "Quota attainment",
    aliases: ["Quota attainment (CSM)"],
    section: "comp",
    kind: "metric",
    tier: "A",
    indicator: "lagging",
    definition: "How much of the quota for upsell and renewals a CSM has been credited with.",
    example: "A quota of $250,000, credited upsell of $70,000 and renewals of $130,000: 80 %.",
    formula: "(credited upsell + credited renewals) / quota",
    unit: "ratio",
    grain: "person and period",
    exclusions: ["expansion that Sales began", "renewals owned by somebody else"],
    owner: "RevOps",
    sources: [practice.success],
    related: ["expansion-quota", "csm", "upsell", "renewal", "csql"],
    notNotes: [
      "Attainment is not retention: a CSM can reach the quota in a book that loses customers.",
      "A CSM without a quota has no attainment, and not one of 0 %.",
    ],
    versions: written("CSMs with and without a quota stood in one ranking."),
  }),
  defineTerm({
    id: "expansion-quota",
    name: "Expansion quota",
    section: "comp",
    kind: "threshold",
    tier: "A",
    definition:
      "The expansion ARR a CSM or an AM is asked for in a year, towards which only expansion that Customer Success began is counted.",
    example:
      "Ines Carvalho has $200,000 to bring in over 30 accounts. $60,000 that she found count; $15,000 at one of the same accounts that its AE found do not: 30 % reached.",
    formula: "expansion ARR begun by Customer Success, against the quota",
    unit: "money",
    grain: "person and year",
    inclusions: ["expansion that Customer Success began, whoever closes it"],
    exclusions: ["expansion that Sales began at the same accounts"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["expansion-arr", "quota-attainment", "csql", "csm", "am", "renewal-expansion-ownership"],
    notNotes: [
      "Who began an expansion is not who owns or closes it: all three are on record, and the quota asks for the first.",
    ],
    readings: [
      { team: "Sales", reading: "All growth at the accounts of a CSM." },
      { team: "Customer Success", reading: "The growth that would not have come without the CSM." },
    ],
    versions: written("One expansion was counted towards two quotas."),
  }),
] as const;
