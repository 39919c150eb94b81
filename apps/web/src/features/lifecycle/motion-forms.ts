import { churnReasons } from "@termwise/core/facts";
import { type EntryForm, type FormContext, options, orNull, text } from "./entry-form-parts.ts";
import type { Entry, EntryKind } from "./lifecycle.ts";

const owners = options({ csm: "CSM", am: "AM", ae: "AE" });

/** Forms of the motions over the earned stages: expansion, renewal, and the reason of a loss. */
export function motionForms({
  today,
  termEndsOn,
  leftOn,
}: FormContext): Partial<Record<EntryKind, EntryForm>> {
  const term = termEndsOn ?? today;
  return {
    expansion: {
      title: "Open an expansion",
      note: "Who owns it and who found it are two things, and both count.",
      verb: "Open expansion",
      done: "Expansion opened",
      fields: [
        {
          name: "type",
          label: "What grows",
          kind: "choice",
          options: options({
            seat: "Seats",
            tier: "Tier",
            cross_sell: "Another product",
            module: "A module",
            region: "A region",
          }),
        },
        { name: "ownerRole", label: "Owner's role", kind: "choice", options: owners },
        { name: "owner", label: "Owner", kind: "person" },
        { name: "sourceRole", label: "Found by, role", kind: "choice", options: owners },
        { name: "source", label: "Found by", kind: "person", optional: true },
        { name: "note", label: "Note", kind: "text", optional: true },
      ],
      entry: (v) =>
        ({
          of: "expansion",
          type: v["type"],
          openedOn: today,
          closedOn: null,
          outcome: null,
          source: orNull(v["source"]) === null ? null : { name: text(v, "source"), role: v["sourceRole"] },
          owner: { name: text(v, "owner"), role: v["ownerRole"] },
          closer: null,
          amount: null,
          currency: null,
          note: orNull(v["note"]),
        }) as Entry,
    },
    renewal_started: {
      title: "Start the renewal",
      note: `The conversation about the term that ends on ${term}.`,
      verb: "Start renewal",
      done: "Renewal started",
      fields: [
        { name: "ownerRole", label: "Owner's role", kind: "choice", options: owners },
        { name: "owner", label: "Owner", kind: "person" },
      ],
      entry: (v) =>
        ({
          of: "renewal_started",
          termEndsOn: term,
          owner: { name: text(v, "owner"), role: v["ownerRole"] },
        }) as Entry,
    },
    renewal_step: {
      title: "Plan a preparation",
      note: `Of the renewal of the term that ends on ${term}.`,
      verb: "Plan",
      done: "Preparation planned",
      fields: [
        {
          name: "step",
          label: "Preparation",
          kind: "choice",
          options: options({
            health_check: "Health check",
            expansion_talk: "Expansion talk",
            contract_review: "Contract review",
          }),
        },
        { name: "plannedOn", label: "Planned for", kind: "day" },
        { name: "doneOn", label: "Done on", kind: "day", optional: true },
      ],
      entry: (v) =>
        ({
          of: "renewal_step",
          termEndsOn: term,
          step: v["step"],
          plannedOn: v["plannedOn"],
          doneOn: orNull(v["doneOn"]),
          note: null,
        }) as Entry,
    },
    churn_reason: {
      title: "Say why it left",
      note: `It left on ${leftOn ?? today}.`,
      verb: "Record reason",
      done: "Reason recorded",
      fields: [
        {
          name: "reason",
          label: "Reason",
          kind: "choice",
          options: Object.entries(churnReasons).map(([value, { name }]) => ({ value, label: name })),
        },
        {
          name: "voluntary",
          label: "Did the customer decide it?",
          kind: "choice",
          options: options({ yes: "Yes", no: "No" }),
        },
        {
          name: "preventable",
          label: "Could it have been kept?",
          kind: "choice",
          options: options({ yes: "Yes", no: "No" }),
        },
        { name: "note", label: "Note", kind: "text", optional: true },
      ],
      entry: (v) =>
        ({
          of: "churn_reason",
          leftOn: leftOn ?? today,
          reason: v["reason"],
          voluntary: v["voluntary"] === "yes",
          preventable: v["preventable"] === "yes",
          note: orNull(v["note"]),
          link: null,
        }) as Entry,
    },
  };
}
