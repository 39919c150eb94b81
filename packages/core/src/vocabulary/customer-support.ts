import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";

const shared = { section: "cs-operations" as const, owner: "CS Ops", sources: [practice.success] };

/** Words for how customers are served and helped, and for what they get beside the product. */
export const operationsServiceTerms = [
  defineTerm({
    ...shared,
    id: "customer-success",
    name: "Customer success",
    abbreviation: "CS",
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "It names the whole field of work: each part of it that has a number, such as health or retention, is a term of its own.",
    definition:
      "The work of seeing that customers reach what they bought the product for, so that they stay and grow.",
    example: "A CSM notices that a team stopped using reports and calls before the customer complains.",
    sources: [
      practice.salesAndSuccess,
      practice.success,
      practice.successAndProduct,
      practice.postSales,
      practice.firstWords,
    ],
    related: ["csm", "success-plan"],
    notNotes: ["It is not support: support answers, customer success comes forward."],
    ...drafted("The name stood for a team here and for a kind of work there."),
  }),
  defineTerm({
    ...shared,
    id: "tam-service",
    name: "Technical account management service",
    abbreviation: "TAM",
    aliases: ["TAM Service"],
    kind: "program",
    tier: "B",
    definition:
      "A paid service in which a technical expert looks after an account: ahead of trouble, on its architecture, and when a case has to go higher.",
    example: "Corvane Robotics buys it for a year; its expert reviews two integrations each quarter.",
    grain: "account and contract",
    inclusions: ["architecture reviews, early warnings, and taking a case higher"],
    exclusions: ["support that every customer gets"],
    sources: [practice.postSales],
    related: ["value-added-services", "attachment-rate", "cse", "white-glove-service"],
    notNotes: [
      "The service is not the CSM: a CSM answers for every customer, the expert for those that pay.",
    ],
    ...drafted("The service and the person who does it went by one name."),
  }),
  defineTerm({
    ...shared,
    id: "white-glove-service",
    name: "White-glove service",
    kind: "segment",
    tier: "B",
    definition: "The highest level of service, kept for the top tier of accounts.",
    example: "A strategic account has a CSM who holds five accounts and answers on the same day.",
    grain: "account",
    exclusions: ["accounts of other tiers, however often they ask"],
    related: ["csm", "tam-service"],
    notNotes: ["It is not high touch: high touch is a rhythm of contact, this a level of service."],
    ...drafted("The most demanding customers got the service that the largest had paid for."),
  }),
  defineTerm({
    ...shared,
    id: "knowledge-base",
    name: "Knowledge base",
    abbreviation: "KB",
    kind: "technology",
    tier: "C",
    vocabularyOnly:
      "Articles for support are written and read in other tools, and nothing here depends on how many there are.",
    definition: "The collection of articles in which customers and colleagues look up how something is done.",
    example: "An article on single sign-on answers a question before a case is opened.",
    related: ["self-service-resources", "fcr"],
    notNotes: ["An article nobody finds answers nobody."],
    ...drafted("Answers were written again for each customer who asked."),
  }),
  defineTerm({
    ...shared,
    id: "self-service-resources",
    name: "Self-service resources",
    kind: "technology",
    tier: "C",
    vocabularyOnly:
      "Courses and forums live outside: what customers do after them shows in adoption and in support cases.",
    definition: "All that lets customers help themselves: articles, videos, courses and a forum.",
    example: "A new user follows a course of 20 minutes and builds a first report without a call.",
    related: ["knowledge-base", "scalable-cs"],
    notNotes: ["Self-service is not neglect: somebody still answers for the account."],
    ...drafted("Small customers waited for calls they did not need."),
  }),
  defineTerm({
    id: "services-attach-strategy",
    name: "Services attach strategy",
    section: "finance",
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "It is a choice of what to sell together; what comes of it is computed as the attachment rate.",
    definition: "The choice of which services are sold together with the product, and to whom.",
    example:
      "Every new customer with more than 100 seats is offered an onboarding package with the contract.",
    exclusions: ["a number of its own: what comes of it is the attachment rate"],
    owner: "Finance",
    sources: [practice.postSales],
    related: ["attachment-rate"],
    notNotes: ["It is not the attachment rate: the one is a choice, the other what came of it."],
    ...drafted("Services were offered when a project was already in trouble."),
  }),
] as const;
