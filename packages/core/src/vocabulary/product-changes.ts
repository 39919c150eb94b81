import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

const perFeature = "feature and day";

/** Words for how a change of the product reaches customers, and how a feature leaves it again. */
export const productChangeTerms = [
  defineTerm({
    id: "release",
    name: "Release",
    section: "workflow",
    kind: "event",
    tier: "A",
    definition:
      "A numbered set of changes that becomes available on one day, together with the steps by which everybody concerned hears of it.",
    example:
      "Release 3.4 comes out on 15 March in four steps: the sprint is closed, CSMs have the pre-brief, the note is published, and the accounts concerned have been spoken to.",
    grain: "release and step",
    inclusions: ["the accounts concerned, as their use of the changed features shows them"],
    exclusions: ["changes that no customer can see"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: [
      "sprint",
      "cs-pre-brief",
      "release-note",
      "pmm",
      "in-app-messaging",
      "time-to-adoption",
      "ga",
      "rc",
      "feature-release-lifecycle",
      "field-readiness",
    ],
    notNotes: [
      "A release is not the end of the work: adoption begins with it.",
      "Released is not known: somebody has to tell the customers whom it concerns.",
    ],
    readings: [
      { team: "Customer Success", reading: "The work begins: customers have to hear of it." },
      { team: "Product", reading: "The work is done: it is out." },
    ],
    ...drafted("Releases were done when the code was out, and customers found them by themselves."),
  }),
  defineTerm({
    id: "cs-pre-brief",
    name: "CS pre-brief",
    aliases: ["Pre-brief"],
    section: "workflow",
    kind: "artifact",
    tier: "A",
    definition:
      "What CSMs are told of a change before any customer can see it: what it does, whom it concerns, and what may be said.",
    example:
      "It goes out on Monday and the feature is generally available on Tuesday, one day ahead; 18 of 20 CSMs have confirmed that they read it, a coverage of 90 %.",
    formula: "sent before the announcement; coverage = CSMs who confirmed it / CSMs",
    grain: "release and CSM",
    inclusions: ["each CSM's confirmation"],
    exclusions: ["a brief sent with the announcement or after it: it is late"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: [
      "release",
      "release-note",
      "pmm",
      "csm",
      "roadmap",
      "time-to-adoption",
      "ga",
      "field-readiness",
    ],
    notNotes: [
      "A pre-brief is not the release note: it comes earlier, and it is for us.",
      "Sent is not read: coverage counts confirmations.",
    ],
    ...drafted("CSMs learned of a feature from the banner that customers saw as well."),
  }),
  defineTerm({
    id: "release-note",
    name: "Release note",
    section: "workflow",
    kind: "artifact",
    tier: "B",
    definition: "The public text that says what a release changes, published by the PMM.",
    example:
      "The feature is generally available on Tuesday and its note is published on Wednesday, two days after CSMs were briefed.",
    grain: "release",
    exclusions: ["what only CSMs may know"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["release", "cs-pre-brief", "pmm", "in-app-messaging", "ga"],
    notNotes: ["A published note is not a customer who knows: strategic accounts are told in person."],
    ...drafted("The note came out before the CSMs had heard of the change."),
  }),
  defineTerm({
    id: "deprecation",
    name: "Deprecation",
    section: "workflow",
    kind: "lifecycle-stage",
    tier: "A",
    definition:
      "The stage of a feature that still works and whose end has been announced, with a notice period and a way to move on for every account that uses it.",
    example:
      "The old CSV import gets a notice of 90 days, and each account that uses it has been spoken to by its CSM before the notice is public.",
    grain: perFeature,
    inclusions: [
      "the accounts concerned: whoever uses the feature",
      "the public notice, once every account concerned has been told",
    ],
    exclusions: ["features that get no more work and whose end nobody has announced"],
    parameters: [
      numberSet(
        "deprecationNoticeDays",
        "Days of notice",
        "How many days before its removal the end of a feature is announced, at the least.",
        { from: 30, to: 730, unit: "days", normal: 90 },
      ),
    ],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: [
      "sunset",
      "migration-status",
      "sunset-retention-rate",
      "pmm",
      "in-app-messaging",
      "ga",
      "feature-release-lifecycle",
    ],
    notNotes: ["Deprecation is not sunset: the one is the notice, the other the removal."],
    readings: [
      { team: "Customer Success", reading: "The feature is gone." },
      { team: "Product", reading: "The feature gets no more work." },
    ],
    ...drafted("Customers read in public that a feature they worked with every day would end."),
  }),
  defineTerm({
    id: "sunset",
    name: "Sunset",
    aliases: ["End of life"],
    section: "workflow",
    kind: "lifecycle-stage",
    tier: "A",
    definition: "The stage of a feature that has been deprecated and is now removed.",
    example:
      "The old CSV import is removed on 30 June. From 1 April its users are counted every week, and each account that is still on it on 1 June is called and escalated.",
    formula: "window = day of removal − day the deprecation was announced",
    grain: perFeature,
    inclusions: ["a last day about a month before removal, from which accounts left are called one by one"],
    parameters: [
      numberSet(
        "sunsetLastCallDays",
        "Days of the last call",
        "How many days before the removal each account that is left is called.",
        { from: 7, to: 180, unit: "days", normal: 30 },
      ),
    ],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["deprecation", "migration-status", "sunset-retention-rate", "feature-release-lifecycle"],
    notNotes: [
      "Sunset is not deprecation: from the sunset on nobody can use the feature.",
      "A sunset without an owner in Customer Success is a risk to retention before anything has been removed.",
    ],
    readings: [
      { team: "Customer Success", reading: "The day on which customers lose a feature." },
      { team: "Product", reading: "The plan by which a feature goes." },
    ],
    ...drafted(
      "A feature was removed as planned, and the escalations were the first that Success heard of it.",
    ),
  }),
  defineTerm({
    id: "migration-status",
    name: "Migration status",
    aliases: ["Migration tracking"],
    section: "workflow",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition:
      "How far the accounts concerned have moved from a feature that will be removed to what takes its place, read every week from their use of both.",
    example:
      "In the week of 4 May, of 50 accounts 30 are done, 12 under way and 8 have not begun: 60 % have moved, four weeks before the calls of 1 June.",
    formula: "accounts that are done / accounts concerned; for each account not begun, under way or done",
    unit: "ratio",
    grain: "deprecation and week",
    inclusions: ["every account concerned, with the CSM who sees to it"],
    exclusions: ["accounts that say they have moved and still use the old feature"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["deprecation", "sunset", "sunset-retention-rate", "usage-data"],
    notNotes: [
      "To have tried what is new is not to have moved: an account is done when it no longer uses the old.",
    ],
    ...drafted("Who still used a feature was looked up in the week it was removed."),
  }),
] as const;
