import { defineTerm, firstVersion, practice } from "../glossary/index.ts";

const related = firstVersion("Two people had one label, and the risk of losing either was read wrong.");

/** Words for people: those at the customer, those of us who answer for it, and what passes between them. */
export const terms = [
  defineTerm({
    id: "champion",
    tier: "B",
    name: "Champion",
    section: "roles",
    kind: "role",
    definition:
      "The person at a customer who argued for the purchase and who carries the product into everyday work there.",
    example:
      "A director of operations brought the product in and ran it for 8 months; the day she leaves, adoption is in danger.",
    inclusions: ["the first person to speak to while a customer is onboarded"],
    exclusions: ["somebody who moved on or left: the role ends that day", "who only signs"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    related: ["sponsor", "stakeholder", "key-stakeholders", "champion-departure"],
    notNotes: [
      "A champion is not the sponsor: losing the champion endangers adoption, losing the sponsor's attention endangers the renewal.",
      "A successor on paper does not close the gap: somebody has to have spoken to them.",
    ],
    readings: [
      { team: "Sales", reading: "Whoever got the deal through on the customer's side." },
      { team: "Customer Success", reading: "Whoever trains colleagues and answers our mails." },
    ],
    versions: related,
  }),
  defineTerm({
    id: "sponsor",
    tier: "B",
    name: "Sponsor",
    aliases: ["Customer executive sponsor", "Executive sponsor"],
    section: "roles",
    kind: "role",
    definition:
      "The executive at a customer who approved the purchase, and whose approval its renewal will need.",
    example:
      "A VP of Revenue never signs in; she gets the quarterly review, and without her the renewal is not signed.",
    inclusions: ["the first person to speak to when a renewal is near"],
    exclusions: ["an executive of ours who looks after the account: exec sponsor"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    related: ["champion", "exec-sponsor", "key-stakeholders", "renewal", "ebr"],
    notNotes: [
      "A sponsor is not measured by usage: no login says nothing about their support.",
      "A sponsor is not an exec sponsor: one is at the customer, the other with us.",
    ],
    readings: [
      { team: "Sales", reading: "Whoever signed the contract." },
      { team: "Customer Success", reading: "Whoever drives the product at the customer." },
    ],
    versions: related,
  }),
  defineTerm({
    id: "exec-sponsor",
    tier: "B",
    name: "Exec sponsor",
    aliases: ["Vendor executive sponsor"],
    section: "roles",
    kind: "role",
    definition:
      "An executive of ours who is matched with one senior person at a strategic customer, for what the everyday contacts cannot settle.",
    example:
      "Our VP of Customer Success is exec sponsor of the ten largest customers: he joins their annual reviews and can be called past CSM and champion.",
    grain: "account and day",
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["sponsor", "strategic-accounts", "business-review", "stakeholder", "cco"],
    notNotes: ["An exec sponsor does not replace the CSM: the everyday line stays where it is."],
    readings: [
      { team: "Sales", reading: "An executive of ours who helps to close." },
      { team: "Customer Success", reading: "The executive at the customer who backs us." },
    ],
    versions: related,
  }),
  defineTerm({
    id: "stakeholder",
    tier: "B",
    name: "Stakeholder",
    section: "roles",
    kind: "role",
    definition:
      "A person with a part in how a customer fares, on its side or on ours, known by role and by the days the role was theirs.",
    example:
      "At one customer: a champion, a sponsor and two end users; of ours: an AE, a CSM and a CSE. Each with a day they began.",
    inclusions: [
      "roles at the customer: champion, sponsor, economic buyer, daily contact, objector, end user",
      "roles of ours: AE, AM, CSM, CSE, CS manager, exec sponsor",
    ],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success, practice.successAndProduct, practice.postSales],
    related: ["key-stakeholders", "champion", "sponsor", "csm", "ae"],
    notNotes: ["One person may have two roles, and each can end on a day of its own."],
    versions: related,
  }),
  defineTerm({
    id: "key-stakeholders",
    tier: "B",
    name: "Key stakeholders",
    section: "roles",
    kind: "role",
    definition:
      "The people at a customer who decide about us, or whose word moves those who decide, as long as their role lasts.",
    example:
      "A sponsor, an economic buyer, a champion, and a daily contact with an influence of 2: four; an end user is not one.",
    inclusions: ["sponsors and economic buyers", "champions", "anybody with an influence of 2 or 3"],
    exclusions: ["who moved or left"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["stakeholder", "champion", "sponsor", "touchpoints"],
    notNotes: ["Known is not reachable: reachable is who was in touch within 90 days."],
    versions: firstVersion("Nobody could say whether a decision-maker could be reached."),
  }),
  defineTerm({
    id: "touchpoints",
    tier: "B",
    name: "Touchpoints",
    aliases: ["Last touch"],
    section: "engagement",
    kind: "event",
    definition:
      "The calls, meetings, mails and reviews between a customer and us, each with its day, its people and who began it.",
    example:
      "A call on 3 March and a mail on 20 March: on 30 March the last touch is 10 days ago. A note written on 25 March changes nothing.",
    inclusions: ["calls, meetings, mails", "quarterly, executive and annual reviews"],
    exclusions: ["notes about a customer: they reach nobody", "product usage"],
    owner: "CS Ops",
    sources: [practice.success],
    related: [
      "high-touch",
      "low-touch",
      "tech-touch",
      "business-review",
      "human-led-success",
      "in-app-messaging",
      "journey-mapping",
    ],
    notNotes: ["A touchpoint with one person is none with another: the last touch is told by person too."],
    versions: firstVersion("Last touch meant the last note to some and the last meeting to others."),
  }),
  defineTerm({
    id: "human-led-success",
    tier: "B",
    name: "Human-led success",
    section: "cs-operations",
    kind: "segment",
    definition:
      "The part of the contact with customers that a person of ours carries, against what systems send by themselves.",
    example: "Three calls by the CSM and one mail sent by a system: 75 % human-led.",
    owner: "CS Ops",
    sources: [practice.success],
    related: ["touchpoints", "high-touch", "tech-touch"],
    notNotes: ["It says who is in contact, not how much: two touchpoints a year can be all human-led."],
    versions: firstVersion("Touch models were compared without saying what was automated."),
  }),
  defineTerm({
    id: "cse",
    tier: "B",
    name: "Customer Success Engineer",
    abbreviation: "CSE",
    section: "roles",
    kind: "role",
    definition:
      "The engineer who answers for the technical side of a customer: integrations, migrations and what was promised about them.",
    example:
      "A deal promises an integration the product does not have yet: the CSE hears of it before the kickoff, or the handoff has failed.",
    grain: "account and day",
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["csm", "ae", "stakeholder", "engineering-manager"],
    notNotes: ["A CSE is not told through the CSM: technical promises reach the CSE by name."],
    versions: firstVersion("Technical promises were known to the CSM and not to who had to keep them."),
  }),
  defineTerm({
    id: "cs-manager",
    tier: "B",
    name: "CS manager",
    section: "roles",
    kind: "role",
    definition:
      "The person who leads a group of CSMs, sees the accounts of all of them, and steps in where one is in danger.",
    example:
      "An account enters the danger zone on Monday; its CS manager sees it the same day and joins the call a week later.",
    grain: "account and day",
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["csm", "book-of-business", "at-risk", "save-play", "cco"],
    notNotes: ["A CS manager's book is that of the team; accounts of their own are held as a CSM."],
    versions: firstVersion("Managers learned of accounts in danger from the customer."),
  }),
  defineTerm({
    id: "champion-departure",
    name: "Champion departure",
    aliases: ["Champion change"],
    section: "health",
    kind: "signal",
    tier: "A",
    indicator: "leading",
    definition:
      "The event that whoever carries the product at a customer leaves it, or moves to work that has no say over the product.",
    example:
      "The director of operations at Halden Freight resigns after 8 months and her successor has never been trained: her CSM has it in the queue on that very day.",
    grain: "person, customer and day",
    inclusions: [
      "a move within the customer, away from the product",
      "a successor is named: it is still a departure",
    ],
    exclusions: [
      "a champion who is away for some weeks",
      "a champion who is silent: that is a condition of its own",
    ],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["champion", "red-flag", "sales-context-inputs", "stakeholder-map"],
    notNotes: [
      "It is not the departure of the sponsor: this one endangers adoption, that one the renewal.",
      "A name for the successor does not end it: somebody has to have brought them in.",
    ],
    versions: firstVersion("The loss of a champion was learned from the mail that bounced.", "2026-11-28"),
  }),
] as const;
