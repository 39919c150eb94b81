import type { Conflict } from "./conflict.ts";

/** What contradicts itself about health, risk and the answer to it. */
export const healthConflicts: readonly Conflict[] = [
  {
    id: "C-08",
    title: "One event or a combination",
    conflict:
      "A red flag is said to be one event by itself; its example is two signs together, one of them 22 idle days for which no limit is given.",
    settlement:
      "A flag may be composed of several signs. After how many idle days a user counts as idle is a setting, 14 unless changed.",
    terms: ["red-flag"],
    heldBy: null,
  },
  {
    id: "C-09",
    title: "At-Risk beside the trigger of a play",
    conflict:
      "At-Risk starts below 45 in two weekly readings, with a save play within 48 hours; a save play is also said to start below 40 for 14 days.",
    settlement:
      "At-Risk opens the door for every account. Each play has a trigger of its own, and below 40 for 14 days is the trigger of one of them.",
    terms: ["at-risk", "save-play"],
    heldBy: null,
  },
  {
    id: "C-10",
    title: "A score without what Sales knows",
    conflict: "A health score must hold what Sales learned, yet the worked score of 72 has no such part.",
    settlement:
      "Both are models with a version. The first, without it, is marked as lacking sales context; the second adds it.",
    terms: ["health-score", "sales-context-inputs"],
    heldBy: null,
  },
  {
    id: "C-11",
    title: "What a health score is made of",
    conflict:
      "Every vocabulary lists other inputs: the feeling of the CSM, NPS, CSAT, satisfaction, or trust, risk, utilization and engagement.",
    settlement:
      "Inputs are kept in a register, and a model says which it takes and with what weight. Models have versions.",
    terms: ["health-score", "true-score", "nps", "csat"],
    heldBy: null,
  },
  {
    id: "C-12",
    title: "What a health score tells",
    conflict: "It is read as the danger of loss, as the chance of renewal, and as room for growth.",
    settlement: "It runs from 0 to 100, and higher is better. Danger has a score of its own, the risk score.",
    terms: ["health-score", "risk-score", "expansion-ready-flag"],
    heldBy: null,
  },
  {
    id: "C-34",
    title: "How often health is read",
    conflict:
      "At-Risk reads health weekly, the trigger of a save play daily, and a platform promises it at every moment.",
    settlement:
      "Health is recorded once a day. Rules that speak of weeks take one of these readings each week.",
    terms: ["at-risk", "save-play", "health-score"],
    heldBy: null,
  },
  {
    id: "C-42",
    title: "A part that counts the other way",
    conflict: "Of the four parts of the TRUE score three are good when high, and risk is bad when high.",
    settlement: "The model turns risk around before it adds, so that higher is better in all four parts.",
    terms: ["true-score"],
    heldBy: null,
  },
];
