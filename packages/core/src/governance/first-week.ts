import type { TermId } from "../registry/index.ts";
import type { TermSetName } from "./term-sets.ts";

/** What somebody new reads in their first week, in this order, each with why. */
export interface FirstWeek {
  readonly name: string;
  readonly who: string;
  readonly read: readonly { readonly term: TermId; readonly why: string }[];
}

/** The words to read in one's first week, by the set of terms one joins. */
export const firstWeeks = {
  sales_cs: {
    name: "First week: AE or CSM",
    who: "A new AE or CSM",
    read: [
      { term: "won", why: "Where the work of CS begins." },
      { term: "handoff-packet", why: "What one of you writes and the other reads first." },
      { term: "expectations-document", why: "What was promised, and who signed it." },
      { term: "kickoff", why: "The first meeting, and what it has to decide." },
      { term: "onboarded", why: "The word disputed most: four criteria, no feeling." },
      { term: "adopted", why: "Measured, never assumed." },
      { term: "champion", why: "Who carries the product inside the customer." },
      { term: "sponsor", why: "Who pays for it; not the champion." },
      { term: "health-score", why: "What is read each week of every account." },
      { term: "at-risk", why: "A number, so that nobody argues about a mood." },
      { term: "save-play", why: "What happens then, and by when." },
      { term: "renewal", why: "A decision that is prepared, not an invoice." },
      { term: "expansion-arr", why: "Who starts it, who closes it, whose it is." },
      { term: "nrr", why: "The number you are both answerable for." },
      { term: "grr", why: "What growth hides." },
    ],
  },
  cs_product: {
    name: "First week: PM or CSM",
    who: "A new PM or CSM",
    read: [
      { term: "feature-request", why: "What a customer asks for, before anybody has weighed it." },
      { term: "jtbd", why: "What they are trying to do: write this down, not the wish." },
      { term: "voc", why: "Where all of it is gathered." },
      { term: "arr-weighted-feedback", why: "Why the loudest does not win." },
      { term: "backlog", why: "To be in it commits nobody." },
      { term: "moscow", why: "Which of it may be spoken of." },
      { term: "roadmap", why: "A plan, not a promise with dates." },
      { term: "mvp", why: "The least that can be learned from." },
      { term: "alpha", why: "The first stage others see." },
      { term: "beta", why: "The word the two teams read most differently." },
      { term: "ga", why: "Available to all, which does not mean that all know." },
      { term: "cs-pre-brief", why: "Why CS never hears of a feature from a customer." },
      { term: "feature-adoption-rate", why: "Whether it was worth it." },
      { term: "nps", why: "What it tells, and all it does not." },
      { term: "deprecation", why: "The notice; removal is another word." },
      { term: "nrr", why: "What decides when the two teams do not agree." },
    ],
  },
} as const satisfies Record<TermSetName, FirstWeek>;
