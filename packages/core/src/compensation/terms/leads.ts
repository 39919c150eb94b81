import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for chances to sell more, and who found them. */
export const leadTerms = [
  defineTerm({
    id: "csql",
    name: "Customer success qualified lead",
    abbreviation: "CSQL",
    section: "comp",
    kind: "artifact",
    tier: "B",
    definition:
      "A chance to sell more to a customer that a CSM found, judged worth it, and passed on to Sales.",
    example:
      "At its review Larkspur Foods asks about a second plant. Its CSM opens a CSQL on 4 May, the AE accepts it on 6 May and wins it in June: expansion that Customer Success began.",
    grain: "lead",
    inclusions: ["its way: identified, accepted by Sales, then won or lost"],
    exclusions: ["expansion that Sales found for itself"],
    owner: "RevOps",
    sources: [practice.postSales],
    related: [
      "expansion-ready-flag",
      "expansion-arr",
      "expansion-quota",
      "quota-attainment",
      "pql",
      "ae",
      "mql",
      "sql-lead",
    ],
    notNotes: [
      "A hint in the notes of a call is no CSQL: somebody has judged it and somebody has taken it.",
      "Accepted is not won: ARR moves when the customer signs.",
    ],
    readings: [
      { team: "Sales", reading: "Any hint from a CSM that there is more to sell." },
      { team: "Customer Success", reading: "A need that the CSM has confirmed and passed on." },
    ],
    versions: written("Chances that CSMs found reached Sales in chat, and nobody knew who had found them."),
  }),
] as const;
