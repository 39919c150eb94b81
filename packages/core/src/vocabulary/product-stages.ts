import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

const sources = [practice.successAndProduct];

/** Words for how far a feature is on its way to customers, and for who may see it when. */
export const productStageTerms = [
  defineTerm({
    id: "alpha",
    name: "Alpha",
    section: "product-engineering",
    kind: "lifecycle-stage",
    tier: "A",
    definition: "The first stage of a feature, seen only by ourselves or by one to three design partners.",
    example:
      "One design partner tries it; the PM leads the sessions and the CSM makes sure it is understood to come before beta.",
    grain: "feature and day",
    exclusions: ["a fourth account from outside: the stage allows three"],
    parameters: [
      numberSet("alphaAccounts", "Accounts in an alpha", "How many accounts from outside may see an alpha.", {
        from: 1,
        to: 10,
        unit: "accounts",
        normal: 3,
      }),
    ],
    owner: "CS Ops",
    sources,
    related: ["feature-release-lifecycle", "beta", "design-partner", "mvp"],
    notNotes: [
      "An alpha is not shown to a customer because it asked: whoever is no member is not told of it.",
    ],
    readings: [
      { team: "Customer Success", reading: "An early beta." },
      { team: "Product", reading: "Something to try among ourselves or with a few partners." },
    ],
    ...drafted("Early work was shown in sales talks and taken for a promise."),
  }),
  defineTerm({
    id: "beta",
    name: "Beta",
    aliases: ["Customer beta program"],
    section: "product-engineering",
    kind: "lifecycle-stage",
    tier: "A",
    definition:
      "The stage in which customers chosen for their health, their ARR and the feedback to be expected of them use a feature and owe feedback on it.",
    example:
      "Eight accounts are chosen, each with its reasons: CS looks after them, Product answers for the feature, and the PMM for the text they receive.",
    grain: "feature and account",
    inclusions: ["the reasons for which each member was chosen"],
    exclusions: ["accounts that are no members: their CSM may not speak of the feature to them"],
    owner: "CS Ops",
    sources,
    related: [
      "feature-release-lifecycle",
      "alpha",
      "rc",
      "early-access-tier",
      "customer-advocacy",
      "mvp",
      "vocabulary-gap-cost-model",
    ],
    notNotes: [
      "A beta is neither early access nor nearly finished.",
      "A place does not go to whoever asks the loudest.",
    ],
    readings: [
      { team: "Customer Success", reading: "A preview to which customers are invited." },
      { team: "Product", reading: "A test among ourselves." },
    ],
    ...drafted("PMs tested something among themselves that CSMs had already invited customers to."),
  }),
  defineTerm({
    id: "rc",
    name: "Release candidate",
    abbreviation: "RC",
    section: "product-engineering",
    kind: "lifecycle-stage",
    tier: "A",
    definition:
      "The stage of a feature that is complete and becomes generally available as it is, unless a blocking fault is found.",
    example:
      "It is a candidate on Friday, CSMs speak to the three accounts that depend on it most, and on Tuesday it is available to all.",
    grain: "feature and day",
    inclusions: ["faults that block nothing"],
    exclusions: ["anything new: the scope is closed"],
    owner: "CS Ops",
    sources,
    related: ["feature-release-lifecycle", "beta", "ga", "release"],
    notNotes: ["No new features does not mean no faults."],
    readings: [
      { team: "Customer Success", reading: "A version without faults." },
      { team: "Product", reading: "A version to which nothing is added." },
    ],
    ...drafted("Small additions went in until the last day, and nobody had tested them."),
  }),
  defineTerm({
    id: "ga",
    name: "General availability",
    abbreviation: "GA",
    section: "product-engineering",
    kind: "lifecycle-stage",
    tier: "A",
    definition:
      "The stage in which every customer with the right contract can use a feature, and from which on we have to tell them of it.",
    example:
      "CSMs are briefed on Monday, the feature is there on Tuesday, the note follows on Wednesday, and by Thursday strategic accounts were spoken to.",
    grain: "feature and day",
    inclusions: ["training, guidance inside the product, and a word to accounts at risk or with high ARR"],
    owner: "CS Ops",
    sources,
    related: [
      "feature-release-lifecycle",
      "rc",
      "cs-pre-brief",
      "release-note",
      "time-to-adoption",
      "activation-campaign",
      "deprecation",
      "early-access-tier",
      "feature-adoption-rate",
      "field-readiness",
      "pmm",
      "release",
    ],
    notNotes: [
      "Available is not known: customers have not heard of it because it is there.",
      "A long time to adoption is often a matter of telling, not of quality.",
    ],
    readings: [
      { team: "Customer Success", reading: "Customers know that they can use it." },
      { team: "Product", reading: "Customers can use it." },
    ],
    ...drafted("Work ended on the day of release, and use of the feature began months later."),
  }),
  defineTerm({
    id: "mvp",
    name: "Minimum viable product",
    abbreviation: "MVP",
    section: "product-engineering",
    kind: "artifact",
    tier: "A",
    definition:
      "The smallest version of a feature from which something can be learned, with a written list of what is in it and what is not.",
    example:
      "Three types of chart go to four accounts, two more follow in the next sprint: the notice to the four names the two that are missing.",
    grain: "feature and version",
    inclusions: ["the list of what was left out, without which no customer is told"],
    owner: "CS Ops",
    sources,
    related: ["feature-release-lifecycle", "design-partner", "beta", "sprint", "alpha"],
    notNotes: [
      "An MVP is no finished product.",
      "An MVP is no stage: it says how much there is, not how far it is.",
    ],
    readings: [
      { team: "Customer Success", reading: "A small product that can be sold." },
      { team: "Product", reading: "The least that we can learn from." },
    ],
    ...drafted("Customers took the first version for all there would be."),
  }),
  defineTerm({
    id: "design-partner",
    name: "Design partner",
    aliases: ["Design-partner customer"],
    section: "product-engineering",
    kind: "segment",
    tier: "B",
    definition: "A customer that has agreed to work with unfinished features and to say what it finds.",
    example:
      "Corvane Robotics knows the field and bears gaps well: it is asked first when an alpha needs an account.",
    grain: "account",
    exclusions: ["customers in a beta that did not agree to unfinished work"],
    owner: "CS Ops",
    sources,
    related: ["alpha", "mvp", "customer-co-design"],
    notNotes: [
      "A design partner is not a member of a beta: it has agreed to unfinished work, and a beta member to give feedback.",
    ],
    ...drafted("Unfinished work went to customers that expected it to be finished."),
  }),
  defineTerm({
    id: "plg",
    name: "Product-led growth",
    abbreviation: "PLG",
    section: "product-engineering",
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "It is a strategy of growth: its parts, such as activation and freemium conversion, are computed by themselves.",
    definition: "A way to grow in which the product itself wins, converts and expands customers.",
    example:
      "People try the free plan of a scheduling tool, invite colleagues, and pay before anybody from Sales has called.",
    exclusions: ["a number of its own: activation and conversion are measured instead"],
    owner: "CS Ops",
    sources: [practice.postSales],
    related: ["activation-rate", "freemium-conversion", "pql"],
    notNotes: ["It is not the absence of Sales: large customers are spoken to all the same."],
    ...drafted("The word stood in plans without anybody saying what would be measured."),
  }),
  defineTerm({
    id: "user-experience",
    name: "User experience",
    abbreviation: "UX",
    section: "product-engineering",
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "It is felt by a person at a screen: what can be asked about it is asked in CES and in feedback in words.",
    definition:
      "How it is for a person to work with the product: whether it is understood, quick and pleasant.",
    example: "A report that takes nine clicks is correct and still a bad experience.",
    owner: "CS Ops",
    sources: [practice.success, practice.successAndProduct],
    related: ["ces", "qualitative-feedback", "product-designer"],
    notNotes: ["It is not how a screen looks: that is a part of it."],
    ...drafted("The word was used for looks by some and for service by others."),
  }),
] as const;
