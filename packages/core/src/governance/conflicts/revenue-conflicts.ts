import type { Conflict } from "./conflict.ts";

/** What contradicts itself about recurring revenue, and about keeping and losing it. */
export const revenueConflicts: readonly Conflict[] = [
  {
    id: "C-05",
    title: "Churn counted in customers alone",
    conflict:
      "Two vocabularies count churn only as a share of customers; a third shows that the customers lost may hold most of the revenue.",
    settlement: "Customers and revenue are always shown side by side.",
    terms: ["churn-rate", "logo-churn", "revenue-churn", "logo-retention"],
    heldBy: { module: "@termwise/core/retention", symbol: "overviewFigures" },
  },
  {
    id: "C-13",
    title: "Whether GRR falls with contraction",
    conflict:
      "One definition of GRR takes off contraction, two do not mention it, and one answer puts all that was lost down to churn.",
    settlement: "GRR takes off both: what was lost with customers, and what those who stayed gave up.",
    terms: ["grr", "contraction-arr", "gross-churn"],
    heldBy: { module: "@termwise/core/retention", symbol: "figureOf" },
  },
  {
    id: "C-14",
    title: "NRR in a pay plan",
    conflict: "The formula of NRR takes off contraction; the text about pay tied to NRR leaves it out.",
    settlement: "There is one NRR, and pay goes by the same figure that everybody reads.",
    terms: ["nrr", "nrr-comp-plan"],
    heldBy: { module: "@termwise/core/retention", symbol: "figureOf" },
  },
  {
    id: "C-15",
    title: "Contracted as reduced or as signed",
    conflict: "Contracted ARR means ARR that shrank in one place, and ARR under contract in another.",
    settlement:
      "What shrank is contraction ARR. Contracted is not used for it, neither in figures nor in names of fields.",
    terms: ["contraction-arr", "arr"],
    heldBy: { module: "@termwise/core/ledger", symbol: "movementKinds" },
  },
  {
    id: "C-16",
    title: "What gross churn holds",
    conflict: "Gross churn is described as cancellations only; as the rest of GRR it holds contraction too.",
    settlement:
      "These are two figures under two names, churned ARR and gross churn, each shown with its formula.",
    terms: ["gross-churn", "churned-arr", "grr"],
    heldBy: { module: "@termwise/core/retention", symbol: "figureOf" },
  },
  {
    id: "C-17",
    title: "More names for NRR",
    conflict:
      "Dollar retention is described as NRR under another name, and the net expansion rate as NRR told differently.",
    settlement:
      "All three come from one function. Dollar retention equals NRR; the net expansion rate is NRR less 100 %.",
    terms: ["dollar-retention", "net-expansion-rate", "nrr"],
    heldBy: { module: "@termwise/core/retention", symbol: "figureOf" },
  },
  {
    id: "C-18",
    title: "Kinds of expansion",
    conflict:
      "One vocabulary knows four kinds of growth, two know upsell and cross-sell, one counts users, products and regions; an added product is upsell here and cross-sell there.",
    settlement:
      "Growth is by seats, tier, another product, a module or a region. Another product is always cross-sell.",
    terms: ["expansion", "expansion-arr", "upsell", "cross-sell", "movement-reason"],
    heldBy: { module: "@termwise/core/facts", symbol: "expansionKinds" },
  },
  {
    id: "C-35",
    title: "The period behind NRR",
    conflict:
      "The example of NRR sets the movements of a quarter against January; dollar retention runs January to December, pay over twelve months.",
    settlement: "The period is asked for with every figure, opens and closes on exact days, and is printed.",
    terms: ["nrr", "dollar-retention", "nrr-comp-plan"],
    heldBy: { module: "@termwise/core/retention", symbol: "windowOf" },
  },
  {
    id: "C-36",
    title: "What logo retention is a share of",
    conflict:
      "It speaks of customers who renewed, yet divides by all of them, of whom only some were due in the period.",
    settlement:
      "The denominator is a choice: every customer at the opening, unless only those due in the period are asked for.",
    terms: ["logo-retention", "retention-rate", "churn-rate", "logo-churn"],
    heldBy: { module: "@termwise/core/retention", symbol: "RetentionPolicy" },
  },
];
