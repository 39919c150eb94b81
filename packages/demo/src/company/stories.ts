import { plans } from "./catalogue.ts";
import type { Change } from "./growth.ts";

/** A customer whose history is written rather than drawn. Months count from today's; `by` is percent of seats held. */
export interface Script {
  readonly contract: "annual" | "threeYears" | "twoYears" | "monthly";
  readonly plan: (typeof plans)[number];
  readonly events: readonly { at: number; does: Change; by?: number }[];
  /** The customer also grows like others of its segment. */
  readonly grows?: boolean;
  /** The month whose first day without contract this customer reaches. */
  readonly leaves?: number;
  /** The month it comes back in. */
  readonly returns?: number;
}

/** A named customer with a history that a reader can follow. */
export interface Story {
  readonly name: string;
  readonly industry: string;
  readonly segment: string;
  readonly startMonth: number;
  readonly landingUsd: number;
  readonly script: Script;
}

const [essentials, professional, ultimate] = plans;

/** The histories that the demo's pages are looked at with. */
export const stories: readonly Story[] = [
  {
    name: "Calder Logistics",
    industry: "Transport & logistics",
    segment: "Enterprise",
    startMonth: -51,
    landingUsd: 168_000,
    script: {
      contract: "annual",
      plan: ultimate,
      events: [
        { at: -44, does: "seats", by: 12 },
        { at: -31, does: "module" },
        { at: -19, does: "seats", by: 14 },
        { at: -9, does: "seats", by: 17 },
        { at: -7, does: "region", by: 22 },
        { at: -2, does: "region", by: 18 },
      ],
    },
  },
  {
    name: "Veyra Health",
    industry: "Healthcare",
    segment: "Enterprise",
    startMonth: -40,
    landingUsd: 206_000,
    script: {
      contract: "annual",
      plan: professional,
      events: [
        { at: -34, does: "seats", by: 15 },
        { at: -23, does: "module" },
        { at: -6, does: "upgrade" },
      ],
    },
  },
  {
    name: "Halden Freight",
    industry: "Transport & logistics",
    segment: "Enterprise",
    startMonth: -55,
    landingUsd: 96_000,
    script: {
      contract: "annual",
      plan: professional,
      events: [
        { at: -46, does: "seats", by: 16 },
        { at: -29, does: "module" },
        { at: -19, does: "fewer", by: 12 },
      ],
      leaves: -7,
    },
  },
  {
    name: "Ironbay Group",
    industry: "Manufacturing",
    segment: "Enterprise",
    startMonth: -33,
    landingUsd: 240_000,
    script: {
      contract: "threeYears",
      plan: ultimate,
      grows: true,
      events: [
        { at: -27, does: "module" },
        { at: -5, does: "cross", by: 70 },
      ],
    },
  },
  {
    name: "Brightmoor Labs",
    industry: "Life sciences",
    segment: "Mid-market",
    startMonth: -52,
    landingUsd: 61_000,
    script: {
      contract: "annual",
      plan: professional,
      events: [
        { at: -43, does: "seats", by: 12 },
        { at: -30, does: "module" },
      ],
      leaves: -4,
    },
  },
  {
    name: "Marrow & Finch",
    industry: "Professional services",
    segment: "Enterprise",
    startMonth: -45,
    landingUsd: 104_000,
    script: {
      contract: "annual",
      plan: professional,
      events: [
        { at: -38, does: "seats", by: 10 },
        { at: -9, does: "fewer", by: 36 },
      ],
    },
  },
  {
    name: "Solmark Retail",
    industry: "Retail",
    segment: "Mid-market",
    startMonth: -29,
    landingUsd: 74_000,
    script: {
      contract: "annual",
      plan: professional,
      grows: true,
      events: [{ at: -8, does: "upgrade" }],
    },
  },
  {
    name: "Quillon Pay",
    industry: "Financial services",
    segment: "Mid-market",
    startMonth: -38,
    landingUsd: 52_000,
    script: {
      contract: "annual",
      plan: ultimate,
      events: [
        { at: -22, does: "seats", by: 14 },
        { at: -10, does: "seats", by: 28 },
        { at: -3, does: "cross", by: 80 },
      ],
    },
  },
  {
    name: "Pinegate Energy",
    industry: "Energy",
    segment: "Mid-market",
    startMonth: -46,
    landingUsd: 41_000,
    script: {
      contract: "annual",
      plan: professional,
      events: [{ at: -41, does: "seats", by: 15 }],
      leaves: -22,
      returns: -9,
    },
  },
  {
    name: "Kitebank",
    industry: "Financial services",
    segment: "Small business",
    startMonth: -36,
    landingUsd: 9_600,
    script: {
      contract: "annual",
      plan: essentials,
      events: [{ at: -28, does: "seats", by: 20 }],
      leaves: -12,
      returns: -10,
    },
  },
];
