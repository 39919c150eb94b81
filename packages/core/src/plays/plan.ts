import type { PlayStep, StepRole } from "../facts/index.ts";
import { addDays, type Day } from "../kernel/index.ts";

/** A step with the day it is due, once a play was begun. */
export interface DueStep {
  readonly title: string;
  readonly role: StepRole;
  readonly dueOn: Day;
}

/** The day a step is due in a run that was begun on a day: day 1 is that day. */
export function dueOf({ day }: Pick<PlayStep, "day">, startedOn: Day): Day {
  return addDays(startedOn, day - 1);
}

/** What a play asks for and when, begun on a day: each step with its role and the day it is due. Term: playbooks. */
export function planOf(steps: readonly PlayStep[], startedOn: Day): DueStep[] {
  return steps.map((step) => ({ title: step.title, role: step.role, dueOn: dueOf(step, startedOn) }));
}
