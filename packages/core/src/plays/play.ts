import { z } from "zod";
import { type EntryOf, PlayGoal, PlayStep, PlayTrigger, playUses } from "../facts/index.ts";

/** A play as it stands on record: trigger, steps, goal. */
export type Play = EntryOf<"play">;

/** Text that may still be missing. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((of) => !/[\p{Cs}\0]/u.test(of), "holds characters that cannot be seen; type it anew");

/** A play as somebody is writing it: anything of it may still be missing. */
export const PlayDraft = z.strictObject({
  name: text(80),
  purpose: text(500),
  use: z.enum(Object.keys(playUses) as [keyof typeof playUses, ...(keyof typeof playUses)[]]),
  trigger: PlayTrigger.nullable(),
  steps: z
    .array(
      z.strictObject({
        title: text(200),
        role: PlayStep.shape.role.nullable(),
        day: PlayStep.shape.day.nullable(),
        how: PlayStep.shape.how,
        note: PlayStep.shape.note,
      }),
    )
    .max(20),
  goal: z.strictObject({
    says: text(300),
    withinDays: PlayGoal.shape.withinDays.nullable(),
  }),
  firstStepHours: z.int().min(1).max(336),
  active: z.boolean(),
});
/** A play as somebody is writing it. */
export type PlayDraft = z.infer<typeof PlayDraft>;

/** What a play lacks, and where: a place such as `steps.1.role`, and a sentence that says what to do. */
export interface PlayFault {
  readonly at: string;
  readonly says: string;
}

function stepFaults(steps: PlayDraft["steps"]): PlayFault[] {
  return steps.flatMap(({ title, role, day }, at): PlayFault[] => {
    const before = steps.slice(0, at).findLast((step) => step.day !== null)?.day ?? 0;
    const n = at + 1;
    return [
      ...(title === ""
        ? [{ at: `steps.${at}.title`, says: `Step ${n} has no name. Say what is done.` }]
        : []),
      ...(role === null
        ? [{ at: `steps.${at}.role`, says: `Step ${n} has no owner. Say which role does it.` }]
        : []),
      ...(day === null
        ? [{ at: `steps.${at}.day`, says: `Step ${n} has no day. Say on which day it is done.` }]
        : []),
      ...(day !== null && day < before
        ? [
            {
              at: `steps.${at}.day`,
              says: `Step ${n} is on day ${day}, before the step above it. Put steps in their order.`,
            },
          ]
        : []),
    ];
  });
}

/**
 * What keeps something from being a play: one needs a trigger written in advance, named steps that each have an owner and
 * a day, and a goal with a time. A single step is a call and no play. None: it is one. Term: save-play.
 */
export function playFaults(draft: PlayDraft): PlayFault[] {
  const { name, purpose, trigger, steps, goal } = draft;
  const last = steps.findLast((step) => step.day !== null)?.day ?? null;
  return [
    ...(name === "" ? [{ at: "name", says: "The play has no name." }] : []),
    ...(purpose === ""
      ? [{ at: "purpose", says: "Nobody reads what it is for. Say it in a sentence." }]
      : []),
    ...(trigger === null
      ? [{ at: "trigger", says: "Nothing sets it off. Write down in advance what does." }]
      : []),
    ...(steps.length < 2
      ? [{ at: "steps", says: "One step alone is a call and no play. Write down what follows it." }]
      : []),
    ...stepFaults(steps),
    ...(goal.says === ""
      ? [{ at: "goal.says", says: "It has no goal. Say what it is to bring about." }]
      : []),
    ...(goal.withinDays === null
      ? [
          {
            at: "goal.withinDays",
            says: "The goal has no time. Say within how many days it is to be reached.",
          },
        ]
      : last !== null && goal.withinDays < last
        ? [
            {
              at: "goal.withinDays",
              says: `The goal is due on day ${goal.withinDays}, before the last step on day ${last}.`,
            },
          ]
        : []),
  ];
}

/** A draft without faults, as the play it is. */
export function playOf(draft: PlayDraft): Omit<Play, "of"> {
  return {
    ...draft,
    trigger: PlayTrigger.parse(draft.trigger),
    steps: draft.steps.map((step) => PlayStep.parse(step)),
    goal: PlayGoal.parse(draft.goal),
  };
}
