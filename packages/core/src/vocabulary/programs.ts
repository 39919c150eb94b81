import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

const sources = [practice.successAndProduct];

/** Words for the programs in which customers take part in the product or speak for it. */
export const programTerms = [
  defineTerm({
    id: "early-access-tier",
    name: "Early access tier",
    aliases: ["Early access program"],
    section: "programs",
    kind: "program",
    tier: "B",
    definition:
      "A program with a fixed number of places in which customers get a feature before it is generally available, and owe something for it.",
    example:
      "There are 20 places; each member owes two feedback sessions and, if the feature comes out, a case study.",
    grain: "program and account",
    inclusions: ["criteria by Product, and a review of each application by CS"],
    parameters: [
      numberSet(
        "earlyAccessPlaces",
        "Places",
        "How many places an early access program has, where it does not say otherwise.",
        { from: 1, to: 500, unit: "places", normal: 20 },
      ),
      numberSet("earlyAccessSessions", "Sessions owed", "How many feedback sessions each member owes.", {
        from: 0,
        to: 20,
        unit: "sessions",
        normal: 2,
      }),
    ],
    owner: "CS Ops",
    sources,
    related: ["beta", "ga", "customer-advocacy"],
    notNotes: ["Early access is not beta: it is membership of a program, and beta is a stage of a feature."],
    readings: [
      { team: "Customer Success", reading: "A beta for customers we want to please." },
      { team: "Product", reading: "A program whose members owe us feedback." },
    ],
    ...drafted("Early access was given as a favour, and nothing came back."),
  }),
  defineTerm({
    id: "customer-co-design",
    name: "Customer co-design",
    aliases: ["Co-design"],
    section: "programs",
    kind: "program",
    tier: "B",
    definition:
      "Sessions with customers before anything is built, to find out whether the problem is understood.",
    example:
      "Four sessions about integrations confirm the problem, and what to build is decided by Product afterwards.",
    grain: "program and session",
    inclusions: ["participants chosen by CS"],
    owner: "CS Ops",
    sources,
    related: ["design-partner", "voc-ticket", "jtbd", "product-designer"],
    notNotes: ["Taking part in a design is no promise that it will be built."],
    readings: [
      { team: "Customer Success", reading: "Customers say what will be built." },
      { team: "Product", reading: "Customers show what the problem is." },
    ],
    ...drafted("Customers left a workshop sure that what they had drawn was coming."),
  }),
  defineTerm({
    id: "ride-along",
    name: "Ride-along",
    section: "programs",
    kind: "program",
    tier: "B",
    definition: "A PM or designer sits in on a CSM's call with a customer, and listens.",
    example:
      "A PM sits in on three onboarding calls in a month, hears the same trouble three times, and changes the design.",
    grain: "call and observer",
    inclusions: ["what was observed, written down as VoC tickets"],
    owner: "CS Ops",
    sources,
    related: ["voc-ticket", "csm", "touchpoints", "product-designer"],
    notNotes: ["The observer does not lead the call."],
    ...drafted("PMs knew customers from summaries only."),
  }),
  defineTerm({
    id: "advisory-board",
    name: "Advisory board",
    aliases: ["Customer Advisory Board"],
    section: "programs",
    kind: "program",
    tier: "B",
    definition: "Eight to fifteen senior people of customers who meet each quarter to speak about direction.",
    example:
      "In the second quarter eight vice presidents see three options for the roadmap; the week after, their view is part of setting priorities.",
    grain: "board and meeting",
    inclusions: ["members looked after by CS, and an agenda by Product and PMM"],
    exclusions: ["users of a single area: they belong in a council"],
    parameters: [
      numberSet("advisoryBoardFewest", "Fewest members", "With how few members a board can meet.", {
        from: 3,
        to: 30,
        unit: "members",
        normal: 8,
      }),
      numberSet("advisoryBoardMost", "Most members", "How many members a board has at most.", {
        from: 3,
        to: 60,
        unit: "members",
        normal: 15,
      }),
    ],
    owner: "CS Ops",
    sources,
    related: ["customer-council", "roadmap", "customer-advocacy", "voc"],
    notNotes: ["The board is not support: cases of single members are not on its agenda."],
    readings: [
      { team: "Customer Success", reading: "Where our best customers bring their cases." },
      { team: "Product", reading: "A group on which directions are tried out." },
    ],
    ...drafted("Meetings about direction turned into lists of open cases."),
  }),
  defineTerm({
    id: "customer-council",
    name: "Customer council",
    section: "programs",
    kind: "program",
    tier: "B",
    definition:
      "Twenty to fifty customers that speak about one area of the product each month or with each release.",
    example:
      "Thirty accounts look at a prototype, and the three types of chart they rank highest go into the next sprint.",
    grain: "area and meeting",
    inclusions: ["members chosen by CS, and an agenda set by Product"],
    parameters: [
      numberSet(
        "councilFewest",
        "Fewest customers",
        "From how many customers on a council speaks for an area.",
        { from: 5, to: 100, unit: "customers", normal: 20 },
      ),
      numberSet("councilMost", "Most customers", "How many customers a council has at most.", {
        from: 5,
        to: 200,
        unit: "customers",
        normal: 50,
      }),
    ],
    owner: "CS Ops",
    sources,
    related: ["advisory-board", "voc", "sprint"],
    notNotes: [
      "A council is not an advisory board: it is larger, closer to the product, and not for executives only.",
    ],
    ...drafted("One meeting was to serve executives and daily users, and served neither."),
  }),
  defineTerm({
    id: "customer-advocacy",
    name: "Customer advocacy",
    aliases: ["Advocates"],
    section: "programs",
    kind: "segment",
    tier: "B",
    definition:
      "What customers do to speak for us: reference calls, case studies, public reviews and seats on a board.",
    example:
      "Larkspur Foods gave two reference calls and wrote a review this year: three acts, and a place in the next beta.",
    formula: "number of acts in some days",
    grain: "account and act",
    exclusions: ["a high NPS: being willing is not having done it"],
    parameters: [
      numberSet(
        "advocacyActs",
        "Acts of an advocate",
        "From how many acts on a customer counts as an advocate.",
        { from: 1, to: 20, unit: "acts", normal: 3 },
      ),
      numberSet("advocacyDays", "Days of advocacy", "Within how many days acts are counted.", {
        from: 30,
        to: 1095,
        unit: "days",
        normal: 365,
      }),
    ],
    owner: "CS Ops",
    sources: [practice.successAndProduct, practice.postSales],
    related: [
      "advisory-board",
      "beta",
      "referral-program",
      "nps",
      "delight-metrics",
      "early-access-tier",
      "post-sales-flywheel",
    ],
    notNotes: ["Advocacy is not ARR: where members are chosen for it, the reasons say so."],
    ...drafted("The same three customers were asked for every reference."),
  }),
  defineTerm({
    id: "referral-program",
    name: "Referral program",
    section: "programs",
    kind: "program",
    tier: "B",
    definition:
      "A program by which customers bring us new ones, with a record of who brought whom and what came of it.",
    example:
      "Larkspur Foods names Corvane Robotics in March, it signs in June, and the agreed reward is paid in July.",
    grain: "referral",
    inclusions: ["who referred whom, what came of it, and the reward"],
    exclusions: ["a reference given to somebody who had asked us already"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["customer-advocacy", "won"],
    notNotes: ["A reference is not a referral: the one confirms a lead, the other brings it."],
    ...drafted("Who had sent a new customer was forgotten by the time it signed."),
  }),
  defineTerm({
    id: "activation-campaign",
    name: "Activation campaign",
    section: "programs",
    kind: "program",
    tier: "B",
    indicator: "leading",
    definition:
      "A planned effort to bring chosen accounts to use a feature, judged by how much sooner they do than others.",
    example:
      "Accounts with a walkthrough of 30 minutes in the first week take 9 days to adopt, others 22, both as medians.",
    formula: "median days to adoption of accounts without it − of accounts with it",
    unit: "days",
    grain: "campaign, over accounts",
    inclusions: ["accounts enrolled in it, each with its day"],
    exclusions: ["accounts that used the feature before it began"],
    owner: "CS Ops",
    sources,
    related: ["time-to-adoption", "ga", "in-app-messaging", "activation-rate", "feature-adoption-rate"],
    notNotes: ["The difference is no proof: accounts that come to a walkthrough may be the keener ones."],
    ...drafted("Campaigns were counted by the number of mails sent."),
  }),
] as const;
