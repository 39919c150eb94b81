import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";

/** Words for what is asked of a customer before it is handed over. */
export const handoffVocabulary = [
  defineTerm({
    id: "needs-assessment",
    name: "Needs assessment",
    section: "handoff",
    kind: "process",
    tier: "B",
    definition:
      "Asking a customer, before the close or at the kickoff, what it wants to reach and what stands in its way, and writing the answers down where handoff and success plan can use them.",
    example:
      "Before the close Tamarind Dental names two goals and one trouble, recall lists typed by hand; both goals stand in its success plan without anybody asking again.",
    grain: "customer and close",
    inclusions: ["goals, troubles, and the work the customer wants to get done"],
    exclusions: ["lists of features asked for"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["handoff-packet", "kickoff", "success-criteria", "use-case", "jtbd", "success-plan"],
    notNotes: [
      "It is not an expectations document: the one says what the customer needs, the other what we promised.",
      "It is no survey: the answers belong to one customer and lead to its plan.",
    ],
    ...drafted("A customer told its goals to Sales, and a month later was asked for them by Success."),
  }),
] as const;
