import type { EntryOf, UsageFact } from "@termwise/core/facts";
import { addDays, type Day } from "@termwise/core/kernel";
import { randomOf } from "../random.ts";
import type { Timeline } from "../timeline.ts";
import type { JournalBook } from "./journal-book.ts";
import { type Portrait, seatsOn } from "./portrait.ts";
import { reading, shareOf } from "./usage.ts";

const swaps = "Shift swaps";
/** How many whole weeks the newest feature has been there for all. */
const weeks = 8;
/** The day the newest feature became generally available. */
const releasedOn = (today: Day): Day => addDays(today, -1 - 7 * weeks);

const product = "Noor Haddad";

/** The features of the product. What active use of most is was never agreed: they are older than the talk about it. */
export function features(book: JournalBook): void {
  const { timeline } = book;
  const began = { on: timeline.dayAt(-66, 4), time: "12:00" };
  const feature = (of: Omit<EntryOf<"feature">, "of" | "owner" | "retired">): EntryOf<"feature"> => ({
    ...of,
    of: "feature",
    owner: product,
    retired: false,
  });
  const known: readonly EntryOf<"feature">[] = [
    feature({
      feature: "Scheduling",
      area: "Planning",
      tier: "core",
      workflow: "A week of shifts is published.",
      segments: [],
      gaOn: timeline.dayAt(-66, 1),
      activeUse: null,
      signals: ["key_action"],
    }),
    feature({
      feature: "Dispatch board",
      area: "Planning",
      tier: "core",
      workflow: "A shift is assigned on the board.",
      segments: ["Enterprise"],
      gaOn: timeline.dayAt(-40, 9),
      activeUse: null,
    }),
    feature({
      feature: "Reports",
      area: "Insight",
      tier: "advanced",
      workflow: "A report is finished.",
      segments: ["Enterprise", "Mid-market"],
      gaOn: timeline.dayAt(-52, 14),
      activeUse: null,
      signals: ["key_action", "aha"],
    }),
    feature({
      feature: "Planner limit reached",
      area: "Plans",
      tier: "core",
      workflow: "A free team comes to the last planner its plan has.",
      segments: [],
      gaOn: null,
      activeUse: null,
      signals: ["plan_limit"],
    }),
  ];
  for (const [index, entry] of known.entries()) book.rule(`feature${index}`, began, entry, product);
  const released = releasedOn(timeline.today);
  const agreedOn = addDays(released, -13);
  const newest = feature({
    feature: swaps,
    area: "Planning",
    tier: "advanced",
    workflow: "A swap between two people is confirmed.",
    segments: ["Enterprise", "Mid-market", "Growth"],
    gaOn: released,
    activeUse: { usesAWeek: 2, weeks: 2, agreedOn },
  });
  book.rule("featureswaps", { on: agreedOn, time: "15:00" }, newest, product);
  // Agreed while it is still tried out: before it is there for all.
  const next = feature({
    feature: "Demand forecast",
    area: "Insight",
    tier: "advanced",
    workflow: "A forecast is taken over into the plan of a week.",
    segments: ["Enterprise"],
    gaOn: addDays(timeline.today, 25),
    activeUse: { usesAWeek: 1, weeks: 3, agreedOn: addDays(timeline.today, -10) },
  });
  book.rule("featureforecast", { on: addDays(timeline.today, -10), time: "15:30" }, next, product);
}

/** Use of the newest feature: some try it, some of them stay with it, and who uses the product well sooner than others. */
export function useOfNewest(portrait: Portrait, timeline: Timeline, seed: number): UsageFact[] {
  const { segment, number, lives, record } = portrait;
  const life = lives.at(-1);
  if (!life || life.lostOn !== null || !["Enterprise", "Mid-market", "Growth"].includes(segment)) return [];
  const random = randomOf(seed, `newest ${number}`);
  const last = addDays(timeline.today, -1);
  const well = shareOf(portrait, timeline)(last, random) >= 70;
  if (!random.chance(well ? 4_500 : 1_500)) return [];
  const first = random.between(0, 4);
  const stays = random.chance(well ? 5_500 : 1_500);
  return Array.from({ length: stays ? weeks - first : 1 }, (_, n) => first + n).flatMap((week) => {
    const end = addDays(last, -7 * (weeks - 1 - week));
    const seats = seatsOn(record.lines, end);
    if (end < addDays(life.wonOn, 6) || seats === 0) return [];
    const users = Math.max(1, Math.floor((seats * random.between(6, 20)) / 100));
    const usesEach = stays ? 2 : 1;
    const of = { feature: swaps, share: 100, usesEach, activeDays: stays ? 2 : 1 };
    return [reading(portrait, of, { end, days: 7 }, { users, seats, activity: "use", timeline })];
  });
}
