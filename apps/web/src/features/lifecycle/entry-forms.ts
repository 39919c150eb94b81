import { mayRecord } from "../../lib/may-record.ts";
import { churnForm } from "./churn-form.ts";
import type { EntryForm, FormContext } from "./entry-form-parts.ts";
import { exceptionForms } from "./exception-forms.ts";
import { motionForms } from "./motion-forms.ts";
import { onboardingForms } from "./onboarding-forms.ts";

/** The kind of entry each form makes: what decides who may use it. */
const makes = {
  criteria: "criterion",
  kickoff: "kickoff",
  evidence: "evidence",
  confirmation: "confirmation",
  onboarded_flag: "onboarded_flag",
  waiver: "waiver",
  ask_waiver: "task",
  setback: "setback",
  deal_closed: "deal_closed",
  expansion: "expansion",
  close_expansion: "expansion",
  renewal_started: "renewal_started",
  renewal_step: "renewal_step",
  churn_reason: "churn_reason",
} as const;
/** A form of the lifecycle. */
export type FormKey = keyof typeof makes;

/** The forms there are for an account as it stands. */
export function entryForms(context: FormContext): Partial<Record<FormKey, EntryForm>> {
  return {
    ...onboardingForms(context),
    ...exceptionForms(context),
    ...motionForms(context),
    churn_reason: churnForm(context),
  };
}

/** Whether the signed-in person may put on record what a form makes. */
export function mayUse(form: FormKey): boolean {
  return mayRecord(makes[form]);
}

/** The form for an entry a move asks for: towards a stage it has earned, an expansion is closed, not opened. */
export function formFor(kind: string, to: string): FormKey | null {
  if (kind === "expansion" && to !== "expansion") return "close_expansion";
  if (kind === "criterion") return "criteria";
  return (Object.keys(makes) as FormKey[]).find((key) => key === kind) ?? null;
}
