import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";

/** Words for the way a customer is meant to take. */
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
] as const;
