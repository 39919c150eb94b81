import { churnReasons } from "@termwise/core/facts";
import { dayText } from "../../lib/format.ts";
import { type EntryForm, type FormContext, options, orNull } from "./entry-form-parts.ts";
import type { Entry } from "./lifecycle.ts";

const yesNo = options({ yes: "Yes", no: "No" });

/** The form that says why a customer left; the churn itself comes from the contract. */
export function churnForm({ today, leftOn }: FormContext): EntryForm {
  return {
    title: "Say why it left",
    note: `It left on ${dayText(leftOn ?? today)}.`,
    verb: "Record reason",
    done: "Reason recorded",
    fields: [
      {
        name: "reason",
        label: "Reason",
        kind: "choice",
        options: Object.entries(churnReasons).map(([value, { name }]) => ({ value, label: name })),
      },
      { name: "voluntary", label: "Did the customer decide it?", kind: "choice", options: yesNo },
      { name: "preventable", label: "Could it have been kept?", kind: "choice", options: yesNo },
      { name: "note", label: "Note", kind: "text", optional: true },
    ],
    entries: (v) => [
      {
        of: "churn_reason",
        leftOn: leftOn ?? today,
        reason: v["reason"],
        voluntary: v["voluntary"] === "yes",
        preventable: v["preventable"] === "yes",
        note: orNull(v["note"]),
        link: null,
      } as Entry,
    ],
  };
}
