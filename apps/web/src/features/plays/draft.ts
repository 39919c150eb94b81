import type { Draft, OnePlay, Trigger } from "./plays.ts";

/** What a play can be set off by, with the trigger as it is first written. */
export const triggerKinds: Readonly<
  Record<Trigger["when"], { readonly label: string; readonly usual: Trigger }>
> = {
  at_risk: { label: "The account comes to be at risk", usual: { when: "at_risk" } },
  score_below: { label: "Score below, days in a row", usual: { when: "score_below", points: 40, days: 14 } },
  score_above: { label: "Score rises above", usual: { when: "score_above", points: 85 } },
  champion_gone: { label: "The champion leaves or moves", usual: { when: "champion_gone" } },
  onboarding_stalled: { label: "Not onboarded in time", usual: { when: "onboarding_stalled", days: 60 } },
  seats_below: { label: "Seats in use below", usual: { when: "seats_below", percent: 40, days: 28 } },
  renewal_near: { label: "Renewal near, score low", usual: { when: "renewal_near", days: 120, points: 70 } },
  detractor: { label: "A detractor answers", usual: { when: "detractor", atMost: 6 } },
  lost: { label: "Days after it was lost", usual: { when: "lost", days: 90 } },
};

/** The numbers of a trigger, with what each says. */
export const triggerNumbers = {
  points: "Points",
  days: "Days",
  percent: "Per cent of seats",
  atMost: "Answer, at most",
} as const;

/** One of the numbers of a trigger; null where it has none of this name. */
export function numberOf(trigger: Trigger, name: keyof typeof triggerNumbers): number | null {
  return Object.entries(trigger).flatMap(([key, value]) => (key === name ? [Number(value)] : []))[0] ?? null;
}

/** A trigger with one of its numbers changed. */
export function withNumber(trigger: Trigger, name: keyof typeof triggerNumbers, value: number): Trigger {
  return { ...trigger, [name]: value } as Trigger;
}

const step = { title: "", role: "csm", day: null, how: "call", note: null } as const;

/** A play nobody has written anything of yet. */
export const blank: Draft = {
  name: "",
  purpose: "",
  use: "save",
  trigger: null,
  steps: [
    { ...step, day: 1 },
    { ...step, day: 3 },
  ],
  goal: { says: "", withinDays: 90 },
  firstStepHours: 48,
  active: true,
};

/** A step as it is added. */
export const newStep = (steps: Draft["steps"]): Draft["steps"][number] => ({
  ...step,
  day: (steps.at(-1)?.day ?? 0) + 3,
});

/** What a play says, as its next version begins. */
export function draftOf({
  name,
  purpose,
  use,
  trigger,
  steps,
  goal,
  firstStepHours,
  active,
}: OnePlay): Draft {
  return { name, purpose, use, trigger, steps, goal, firstStepHours, active } as Draft;
}

/** A whole number somebody typed; null where there is none. */
export function wholeOf(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}
