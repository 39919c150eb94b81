import { field } from "./field.ts";
import { ofAccountFields } from "./of-account.ts";

/** Columns of an accounts file that say where another system believes the account to stand. */
export const labelFields = [
  field(
    "lifecycle_stage",
    "text",
    "The stage another system says the account is at. Kept as that system's claim, never as the stage itself.",
    "lifecycle stage, customer lifecycle stage, customer stage, account stage, customer lifecycle, journey stage, cs stage, success stage, lifecycle phase, customer phase, stage",
  ),
  field(
    "onboarding_status",
    "text",
    "What another system says of the onboarding: a claim too.",
    "onboarding stage, implementation status, onboarding state, onboarded, is onboarded",
  ),
  field(
    "customer_status",
    "text",
    "The status another system gives the customer: a claim too.",
    "account status, customer state, account state, relationship status, adoption status, status",
  ),
];

/** The fields of a file of stage labels: a label in a row of its own, or one in each column that speaks of stages. */
export const claimFields = [
  ...ofAccountFields,
  field("field", "text", "The field the label stands in, in its system.", "field name, attribute, property"),
  field("label", "text", "The label, as it stands there.", "value, new value, stage label"),
  ...labelFields,
  field(
    "as_of",
    "date",
    "The day from which the label stands there.",
    "since, date, effective date, changed on, changed at, changed date, edit date, as of date, stage date, last modified date",
  ),
  field("system", "text", "The system that says so.", "source system, source"),
];
