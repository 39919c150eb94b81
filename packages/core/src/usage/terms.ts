import { defineTerm, firstVersion, practice } from "../glossary/index.ts";
import { ahaParameters, pqlParameters } from "./parameters.ts";

/** Words for what single uses of the product tell. */
export const terms = [
  defineTerm({
    id: "aha-moment",
    name: "Aha moment",
    section: "adoption-metrics",
    kind: "event",
    tier: "B",
    indicator: "leading",
    definition:
      "The first time a person uses the product in a way that shows its worth to them, recognised by a pattern of use laid down for the product.",
    example:
      "The pattern is a report shared with two colleagues: 12 of 30 new users at Larkspur Foods have come to it, the first of them on day 3.",
    grain: "user",
    inclusions: ["the pattern in force on the day of the use"],
    parameters: [...ahaParameters],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["activation-rate", "fvd", "usage-data"],
    notNotes: [
      "It is one person's moment: first value delivered is the customer's.",
      "It is read off usage, not off how pleased somebody sounds on a call.",
    ],
    versions: firstVersion(
      "Everybody spoke of the moment, and nobody could say who had had it.",
      "2026-11-28",
    ),
  }),
  defineTerm({
    id: "pql",
    name: "Product qualified lead",
    abbreviation: "PQL",
    section: "adoption-metrics",
    kind: "signal",
    tier: "B",
    indicator: "leading",
    definition:
      "An account or a free user whose use of the product meets a written rule that says it is ready to buy.",
    example:
      "The rule asks for five active users and the export limit reached twice: the free team at Osprey Print meets it on 12 May, and an AE gets it with the records behind it.",
    grain: "account or user, and day",
    inclusions: ["the rule of the workspace in force on that day, with the use that met it"],
    parameters: [...pqlParameters],
    owner: "RevOps",
    sources: [practice.success],
    related: ["csql", "freemium-conversion", "usage-data", "plg", "mql", "sql-lead"],
    notNotes: [
      "A PQL is found by what people do in the product: an MQL by marketing, a CSQL by a CSM.",
      "Meeting the rule is no wish to buy: somebody has to ask.",
    ],
    versions: firstVersion(
      "Sales called every busy free user, and most of them had nothing to buy for.",
      "2026-11-28",
    ),
  }),
] as const;
