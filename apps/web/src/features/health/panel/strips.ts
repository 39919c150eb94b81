import type { AccountHealth } from "../health.ts";

/** What the strip of use can show. */
export const useMeasures = [
  { value: "users", label: "Users" },
  { value: "logins", label: "Logins" },
  { value: "uses", label: "Uses" },
  { value: "features", label: "Depth" },
] as const;
/** One of {@link useMeasures}. */
export type UseMeasure = (typeof useMeasures)[number]["value"];

/** The way to count use that an address asks for; active users where it asks for none. */
export const measureOf = (asked: string | undefined): UseMeasure =>
  useMeasures.find(({ value }) => value === asked)?.value ?? "users";

/** Something that happened, as the strip marks it. */
export type HealthEvent = AccountHealth["events"][number];

/** What each way to count use stands for, in words. */
export const measureWords: Readonly<Record<UseMeasure, string>> = {
  users: "Active users",
  logins: "Logins",
  uses: "Uses",
  features: "Features touched",
};

/** The lanes of the strip of events, what stands in each, and what it is called where there is little room. */
export const lanes: readonly { name: string; short: string; kinds: readonly HealthEvent["kind"][] }[] = [
  { name: "Executives", short: "Execs", kinds: ["executive"] },
  { name: "Contacts", short: "Talks", kinds: ["touch", "declined", "champion"] },
  { name: "Support", short: "Cases", kinds: ["ticket", "outage"] },
  { name: "Answers", short: "Said", kinds: ["answer", "sentiment"] },
  { name: "Flags, plays", short: "Plays", kinds: ["flag", "play", "override"] },
  { name: "Contract", short: "Deal", kinds: ["handoff", "renewal", "arr", "cancel"] },
  { name: "Releases", short: "Ships", kinds: ["release"] },
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
