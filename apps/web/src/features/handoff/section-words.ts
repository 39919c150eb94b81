import type { PacketSection } from "@termwise/core/facts";

/** What each section of a packet asks for. */
export const sectionWords = {
  use_case: {
    title: "Use case and business problem",
    label: "What they bought it for",
    hint: "The work it is for, the problem behind it, what made them act, and what else they looked at.",
  },
  people: {
    title: "People",
    label: "About the people",
    hint: "Influence, engagement, who stands where. Names and roles are kept under Stakeholders.",
  },
  promises: {
    title: "Promises made",
    label: "About the promises",
    hint: "Record each promise by itself below. Where nothing was promised, say so here.",
  },
  technical: {
    title: "Technical requirements",
    label: "What has to work",
    hint: "Integrations, single sign-on, volumes, environments.",
  },
  timeline: {
    title: "Timeline expectations",
    label: "What they expect by when",
    hint: "What is agreed by which day goes into the expectations document.",
  },
  deal_context: {
    title: "Deal context",
    label: "The story behind the deal",
    hint: "Amounts and dates are deal data and stand beside the packet; they are not context.",
  },
} as const satisfies Record<PacketSection, { title: string; label: string; hint: string }>;
