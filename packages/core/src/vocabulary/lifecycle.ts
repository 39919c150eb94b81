import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

/** Words for the way a customer is meant to take, and for what is done to keep it or to get it back. */
export const lifecycleVocabulary = [
  defineTerm({
    id: "journey-mapping",
    name: "Journey mapping",
    aliases: ["Customer journey mapping"],
    section: "lifecycle",
    kind: "practice",
    tier: "B",
    definition:
      "Drawing the way that customers of one kind are meant to take, with the contacts and the decisive moments expected at each stage, and holding what happens against it.",
    example:
      "The map for mid-market customers has a first business review in month 3; Ninebark Clinics has had none by month 4, and the missing step shows on its page.",
    grain: "segment",
    inclusions: ["the contacts and moments expected at each stage"],
    exclusions: ["what customers do without us: that stands in the journey"],
    owner: "CS Ops",
    sources: [practice.success, practice.postSales],
    related: ["customer-journey", "moments-of-truth", "touchpoints", "customer-segmentation"],
    notNotes: [
      "The map is not the journey: the one is what was meant, the other what came to pass.",
      "A map has no stages of its own: it uses those of the lifecycle.",
    ],
    ...drafted("Maps were drawn in workshops, hung up, and never compared with a customer."),
  }),
  defineTerm({
    id: "post-sales-flywheel",
    name: "Post-sales flywheel",
    section: "lifecycle",
    kind: "process",
    tier: "B",
    definition:
      "A way to see all work after the sale as a wheel of four phases, onboarding, adoption, expansion and advocacy, each of which gives the next its push.",
    example:
      "Of 120 customers 20 are in onboarding, 60 in adoption, 25 in expansion and 15 in advocacy; 6 went from expansion to advocacy last quarter.",
    formula: "customers in each phase, and customers that passed from one phase to the next",
    grain: "phase and period, over customers",
    inclusions: ["advocacy as something a customer does for us, whatever its stage"],
    exclusions: ["renewal: the wheel has no phase for it, the lifecycle has"],
    owner: "CS Ops",
    sources: [practice.postSales],
    related: ["lifecycle-management", "onboarding", "adopted", "expansion", "customer-advocacy"],
    notNotes: [
      "The flywheel is not the lifecycle: it groups the same customers in another way and moves nobody.",
      "Advocacy is not a stage: a customer can recommend us and stand at any of them.",
    ],
    ...drafted("Two pictures of the same customers gave two counts for adoption."),
  }),
  defineTerm({
    id: "win-back-campaign",
    name: "Win-back campaign",
    aliases: ["Win-back"],
    section: "lifecycle",
    kind: "program",
    tier: "B",
    definition:
      "A planned effort to regain customers that were lost, with a list of them, somebody who answers for it, and an outcome on record for each.",
    example:
      "Of 12 customers lost last year 9 are contacted; Marlow Tiles comes back at $18,000, which is won-back ARR.",
    grain: "campaign and lost customer",
    inclusions: ["customers whose contract is over: contacted, won back, or not"],
    exclusions: ["customers that have asked to leave and are still under contract"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    related: ["winback-arr", "churn", "rescue-call", "customer-life", "playbooks"],
    notNotes: [
      "Won back is not expansion: it is shown by itself and stays out of NRR unless the policy says otherwise.",
      "A customer that comes back begins at Won again, with criteria and a handoff of its own.",
    ],
    ...drafted("Returned customers were reported as growth, and the loss before them was forgotten."),
  }),
  defineTerm({
    id: "save-play",
    name: "Save play",
    section: "lifecycle",
    kind: "process",
    tier: "A",
    definition:
      "A plan to keep an account, written before it is needed and begun before the customer asks to leave, with a trigger, a goal, and steps that each have an owner and a day.",
    example:
      "A score below 40 on 14 days running sets it off: the CSM writes on day 1 and proposes a call of 30 minutes on day 3, the CS manager joins on day 7, and on day 14 AE and CSM present a revised success plan.",
    grain: "customer and run",
    inclusions: ["a trigger laid down beforehand, which may differ from play to play"],
    exclusions: [
      "a single call",
      "work begun after the customer asked to cancel",
      "steps without an owner or a day",
    ],
    parameters: [
      numberSet("savePlayBelow", "Save play below", "Below which score the usual save play is set off.", {
        from: 1,
        to: 100,
        unit: "points",
        normal: 40,
      }),
      numberSet("savePlayDays", "Days below", "On how many days in a row the score has to be so low.", {
        from: 1,
        to: 60,
        unit: "days",
        normal: 14,
      }),
    ],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: [
      "at-risk",
      "save-play-activation-time",
      "rescue-call",
      "red-flag",
      "early-warning-system",
      "cs-manager",
      "playbooks",
      "success-plan",
      "manager-escalation",
      "proactive-success",
    ],
    notNotes: [
      "One call by itself is no save play: nothing set it off, and nothing comes after it.",
      "A save play is not a rescue call: it begins while nobody has asked to leave yet.",
      "Its trigger is not at-risk: an account at risk must get a play, and a play may wait for another sign.",
    ],
    readings: [
      { team: "Sales", reading: "An offer that makes a customer stay." },
      { team: "Customer Success", reading: "Whatever we do once an account is unhappy." },
    ],
    ...drafted("A call made in a hurry was reported as a save play, and its failure as that of the plan."),
  }),
] as const;
