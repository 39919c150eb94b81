import { dayText } from "../../lib/format.ts";
import { type EntryForm, type FormContext, options, orNull, text } from "./entry-form-parts.ts";
import { holderFields, holderOf } from "./holder-fields.ts";
import type { Entry } from "./lifecycle.ts";

/** What can grow, as screens write it. */
export const expansionKinds = {
  seat: "Seats",
  tier: "Tier",
  cross_sell: "Another product",
  module: "A module",
  region: "A region",
} as const;
const preparations = {
  health_check: "Health check",
  expansion_talk: "Expansion talk",
  contract_review: "Contract review",
} as const;
const won = (values: Readonly<Record<string, string>>) => values["outcome"] === "won";

/** Forms of the motions over the earned stages: expansion and renewal. */
export function motionForms({ today, termEndsOn, holders, expansions }: FormContext) {
  const term = termEndsOn ?? today;
  return {
    expansion: {
      title: "Open an expansion",
      note: "Who owns it and who found it are two things, and both count.",
      verb: "Open expansion",
      done: "Expansion opened",
      fields: [
        { name: "type", label: "What grows", kind: "choice", options: options(expansionKinds) },
        ...holderFields({ name: "owner", label: "Owner", holders }),
        ...holderFields({ name: "source", label: "Found by", holders, optional: true }),
        { name: "note", label: "Note", kind: "text", optional: true },
      ],
      entries: (v) => [
        {
          of: "expansion",
          type: v["type"],
          openedOn: today,
          closedOn: null,
          outcome: null,
          source: holderOf(v, "source"),
          owner: holderOf(v, "owner"),
          closer: null,
          amount: null,
          currency: null,
          note: orNull(v["note"]),
        } as Entry,
      ],
    },
    ...closingForm({ today, holders, expansions }),
    renewal_started: {
      title: "Start the renewal",
      note: `The conversation about the term that ends on ${dayText(term)}.`,
      verb: "Start renewal",
      done: "Renewal started",
      fields: holderFields({ name: "owner", label: "Owner", holders }),
      entries: (v) => [{ of: "renewal_started", termEndsOn: term, owner: holderOf(v, "owner") } as Entry],
    },
    renewal_step: {
      title: "Plan a preparation",
      note: `Of the renewal of the term that ends on ${dayText(term)}.`,
      verb: "Plan",
      done: "Preparation planned",
      fields: [
        { name: "step", label: "Preparation", kind: "choice", options: options(preparations) },
        { name: "plannedOn", label: "Planned for", kind: "day", start: today },
        { name: "doneOn", label: "Done on", kind: "day", optional: true },
      ],
      entries: (v) => [
        {
          of: "renewal_step",
          termEndsOn: term,
          step: v["step"],
          plannedOn: v["plannedOn"],
          doneOn: orNull(v["doneOn"]),
          note: null,
        } as Entry,
      ],
    },
  } satisfies Record<string, EntryForm>;
}

/** The form that closes the expansion that has been open longest; none where none is open. */
function closingForm({ today, holders, expansions }: Pick<FormContext, "today" | "holders" | "expansions">): {
  close_expansion?: EntryForm;
} {
  const [open] = [...expansions].sort((a, b) => (a.entry.openedOn < b.entry.openedOn ? -1 : 1));
  if (open === undefined) return {};
  const { entryId, entry: was } = open;
  return {
    close_expansion: {
      title: "Close the expansion",
      note: `${expansionKinds[was.type]}, open since ${dayText(was.openedOn)}, owned by ${was.owner.name}.`,
      verb: "Close expansion",
      done: "Expansion closed",
      changes: { entryId, was },
      fields: [
        {
          name: "outcome",
          label: "What came of it",
          kind: "choice",
          options: options({ won: "Won", lost: "Lost" }),
        },
        ...holderFields({ name: "closer", label: "Closed by", holders, when: won }),
        { name: "note", label: "Note", kind: "text", optional: true, start: was.note ?? "" },
      ],
      entries: (v) => [
        {
          ...was,
          closedOn: today,
          outcome: v["outcome"],
          closer: won(v) ? holderOf(v, "closer") : null,
          note: orNull(text(v, "note")),
        } as Entry,
      ],
    },
  };
}
