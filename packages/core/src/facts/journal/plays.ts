import { z } from "zod";
import { Day, EntryId, Instant } from "../../kernel/index.ts";
import {
  type PlayUse,
  playUses,
  type RunStateOfPlay,
  runStates,
  type StepChannel,
  type StepRole,
  stepChannels,
  stepRoles,
} from "./play-names.ts";
import { Person, written } from "./words.ts";

const keysOf = <Key extends string>(of: Record<Key, unknown>) => Object.keys(of) as [Key, ...Key[]];

const points = z.int().min(0).max(100);
const days = (max: number) => z.int().min(1).max(max);

/** What sets a play off, laid down before it happens. */
export const PlayTrigger = z.discriminatedUnion("when", [
  /** The account came to be at risk. */
  z.strictObject({ when: z.literal("at_risk") }),
  /** Its score was below so many points on so many days in a row. */
  z.strictObject({ when: z.literal("score_below"), points, days: days(92) }),
  /** Its score rose above so many points. */
  z.strictObject({ when: z.literal("score_above"), points }),
  /** Its champion left or moved away. */
  z.strictObject({ when: z.literal("champion_gone") }),
  /** It was won so many days ago and is not onboarded. */
  z.strictObject({ when: z.literal("onboarding_stalled"), days: days(365) }),
  /** Fewer than this share of the seats were in use on so many days in a row. */
  z.strictObject({ when: z.literal("seats_below"), percent: z.int().min(1).max(100), days: days(92) }),
  /** Its renewal is so near and its score below so many points. */
  z.strictObject({ when: z.literal("renewal_near"), days: days(365), points }),
  /** Somebody of it answered how likely they recommend us with so little. */
  z.strictObject({ when: z.literal("detractor"), atMost: z.int().min(0).max(10) }),
  /** It was lost so many days ago. */
  z.strictObject({ when: z.literal("lost"), days: days(730) }),
]);
/** What sets a play off. */
export type PlayTrigger = z.infer<typeof PlayTrigger>;

/** One step: who does what, on which day of the run (the first is day 1), and how it reaches the customer. */
export const PlayStep = z.strictObject({
  title: written(200),
  role: z.enum(keysOf<StepRole>(stepRoles)),
  day: days(365),
  how: z.enum(keysOf<StepChannel>(stepChannels)),
  note: written(1_000).nullable(),
});
/** One step of a play. */
export type PlayStep = z.infer<typeof PlayStep>;

/** What a play is to bring about, and within how many days of its start. */
export const PlayGoal = z.strictObject({ says: written(300), withinDays: days(365) });

const use = z.enum(keysOf<PlayUse>(playUses));

export const playEntries = [
  /** A play, written before it is needed. Its entry's id is the play's; a later version of the entry is its next version. */
  z.strictObject({
    of: z.literal("play"),
    name: written(80),
    purpose: written(500),
    use,
    trigger: PlayTrigger,
    steps: z.array(PlayStep).min(1).max(20),
    goal: PlayGoal,
    /** Within how many hours of its trigger the first step is to be done. */
    firstStepHours: z.int().min(1).max(336),
    /** Whether its trigger proposes it; one that is not active can only be begun by hand. */
    active: z.boolean(),
  }),
] as const;

export const playRunEntries = [
  /** A play run at an account. What the play said when the run was begun is kept with it; steps are done as tasks. */
  z.strictObject({
    of: z.literal("play_run"),
    play: EntryId,
    /** Which version of the play, counted from 1. */
    version: z.int().min(1).max(10_000),
    name: written(80),
    use,
    state: z.enum(keysOf<RunStateOfPlay>(runStates)),
    /** Why it was proposed, with the first day of what set it off; null: somebody began it by hand. */
    fired: z.strictObject({ since: Day, on: Day, because: written(500) }).nullable(),
    /** From when its clock runs: when its trigger was seen, or when it was begun by hand. */
    clockFrom: Instant,
    firstStepHours: z.int().min(1).max(336),
    startedAt: Instant.nullable(),
    owner: Person.nullable(),
    /** Each step with its task, once the run was begun. */
    steps: z
      .array(PlayStep.extend({ task: EntryId.nullable() }))
      .min(1)
      .max(20),
    goal: PlayGoal,
    endedAt: Instant.nullable(),
    /** Why it was begun by hand, stopped or turned down. */
    reason: written(500).nullable(),
    lessons: written(2_000).nullable(),
  }),
  /** The customer asked to leave, at the moment of the entry. What is begun from then on to keep it is a rescue call. */
  z.strictObject({
    of: z.literal("cancel_request"),
    /** Who of the customer said so, and how. */
    says: written(1_000),
    /** The day it wants to leave on; null: it named none. */
    leavesOn: Day.nullable(),
  }),
] as const;
