import type { AccountHealth } from "../health.ts";

/** What the strip of use can show. */
export const useMeasures = [
  { value: "users", label: "Users" },
  { value: "logins", label: "Logins" },
  { value: "uses", label: "Uses" },
  { value: "features", label: "Features" },
] as const;
/** One of {@link useMeasures}. */
export type UseMeasure = (typeof useMeasures)[number]["value"];

/** Something that happened, as the strip marks it. */
export type HealthEvent = AccountHealth["events"][number];

/** The lanes of the strip of events, and what stands in each. */
export const lanes: readonly { name: string; kinds: readonly HealthEvent["kind"][] }[] = [
  { name: "Contacts", kinds: ["touch", "declined"] },
  { name: "Support", kinds: ["ticket", "outage"] },
  { name: "Answers", kinds: ["answer", "sentiment"] },
  { name: "Flags", kinds: ["flag", "override"] },
];

/** The heights of the strips, from the top, in CSS pixels. */
export const heights = { stage: 44, use: 124, health: 178, lane: 18, axis: 26 } as const;

/** Where each strip begins. */
export const tops = {
  stage: 4,
  use: heights.stage + 12,
  health: heights.stage + heights.use + 28,
  events: heights.stage + heights.use + heights.health + 42,
} as const;

/** The height of all strips with the axis below them. */
export const wholeHeight = tops.events + lanes.length * heights.lane + heights.axis;
