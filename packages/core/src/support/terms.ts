import { defineTerm, firstVersion, practice } from "../glossary/index.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");
const shared = { section: "cs-operations" as const, owner: "CS Ops", sources: [practice.success] };

/** Words for support cases: whether they were solved at once, and how long they took. */
export const terms = [
  defineTerm({
    ...shared,
    id: "fcr",
    name: "First contact resolution",
    abbreviation: "FCR",
    kind: "metric",
    tier: "B",
    indicator: "lagging",
    definition: "The share of support cases that were solved in the first contact.",
    example: "Of 50 cases 36 were solved in the first contact: 72 %.",
    formula: "cases solved in the first contact / cases",
    unit: "ratio",
    grain: "period, over cases",
    exclusions: ["cases that were opened again: the first contact had not solved them"],
    related: ["ttr", "ces", "knowledge-base"],
    notNotes: ["A case closed at first contact is not solved at first contact if it comes back."],
    versions: written("Cases closed quickly and opened again were counted as solved."),
  }),
  defineTerm({
    ...shared,
    id: "ttr",
    name: "Time to resolution",
    abbreviation: "TTR",
    kind: "metric",
    tier: "B",
    indicator: "lagging",
    definition: "How long it takes from the opening of a support case to its solution, as a median.",
    example: "Three cases took 1, 2 and 9 days: a median of 2 days.",
    formula: "median of (moment solved − moment opened)",
    unit: "days",
    grain: "customer and period, over cases",
    exclusions: ["cases still open: they are told beside it"],
    related: ["fcr", "csat"],
    notNotes: ["It is not the time to the first answer."],
    versions: written("One case of ninety days moved the average of a hundred."),
  }),
] as const;
