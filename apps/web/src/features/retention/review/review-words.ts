import { churnReasons } from "@termwise/core/facts";

/** The figures of the overview, as they are chosen from. */
export const figureNames: Readonly<Record<string, string>> = {
  nrr: "NRR",
  grr: "GRR",
  "nrr-grr-gap": "NRR − GRR gap",
  "logo-retention": "Logo retention",
  "opening-arr": "Opening ARR",
  "closing-cohort-arr": "Closing ARR of the cohort",
};

const moves: Readonly<Record<string, string>> = {
  seats: "Seats",
  price: "Price",
  escalator: "Price escalator",
  tier: "Plan change",
  cross_sell: "Cross-sell",
  module: "Add-on",
  region: "New region",
};

/** What can drive a figure, in words: why ARR moves, why customers leave, and what is neither. */
export const driverGroups: readonly { group: string; drivers: Readonly<Record<string, string>> }[] = [
  { group: "Why ARR moves", drivers: moves },
  {
    group: "Why customers leave",
    drivers: Object.fromEntries(Object.entries(churnReasons).map(([key, { name }]) => [key, name])),
  },
  { group: "Other", drivers: { new_business: "New business", currency: "Currency", data: "Data" } },
];

const names = new Map(driverGroups.flatMap(({ drivers }) => Object.entries(drivers)));

/** A driver in words. */
export const driverName = (driver: string): string => names.get(driver) ?? driver;

/** How a commentary stands, in words. */
export const stateNames = {
  diagnosis: "Diagnosis in progress",
  acting: "Acting",
  done: "Done",
} as const;

/** What a mark is about, in words. */
export const aboutNames = {
  price_change: "Price change",
  release: "Release",
  note: "Note",
  definition: "Definition",
} as const;
