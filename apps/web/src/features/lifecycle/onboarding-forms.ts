import { localMoment } from "../../lib/moments.ts";
import {
  type EntryField,
  type EntryForm,
  type FormContext,
  options,
  orNull,
  text,
  type Values,
} from "./entry-form-parts.ts";
import type { Entry } from "./lifecycle.ts";

/** What each onboarding criterion is called. */
export const criterionNames = {
  technical_completion: "Technical completion",
  adoption_trigger: "Adoption trigger",
  success_milestone: "Success milestone",
  sponsor_confirmation: "Sponsor confirmation",
} as const;
/** One onboarding criterion. */
export type Criterion = keyof typeof criterionNames;
/** The four criteria, in their order. */
export const criteria = Object.keys(criterionNames) as Criterion[];

const provable = Object.fromEntries(
  Object.entries(criterionNames).filter(([criterion]) => criterion !== "sponsor_confirmation"),
);
const observed: EntryField = { name: "observed", label: "What was observed", kind: "text" };
const link: EntryField = { name: "link", label: "Where it can be read", kind: "link", optional: true };
const expiresOn: EntryField = {
  name: "expiresOn",
  label: "Counts until",
  kind: "day",
  optional: true,
  hint: "The first day it no longer counts. Empty: it goes on counting.",
};
const asChampion = (values: Values) => (values["who"] ?? "").endsWith(" champion");

/** Forms of the onboarding: what is agreed, the kickoff, what was observed, who confirmed. */
export function onboardingForms(context: FormContext) {
  return {
    criteria: criteriaForm(context),
    kickoff: {
      title: "Record the kickoff",
      note: "It locks the criteria as they were before it. A kickoff that was held alone onboards nobody.",
      verb: "Record kickoff",
      done: "Kickoff recorded",
      fields: [
        { name: "at", label: "Held", kind: "moment", start: localMoment(new Date()) },
        {
          name: "attendedBy",
          label: "Who was there",
          kind: "line",
          optional: true,
          hint: "Names, with commas between",
        },
        { name: "successCriteria", label: "Success criteria confirmed", kind: "text", optional: true },
        { name: "timeline", label: "Timeline", kind: "text", optional: true },
        { name: "goLiveOn", label: "Go-live planned for", kind: "day", optional: true },
        { name: "plan", label: "30-day plan", kind: "text", optional: true },
      ],
      at: (v) => v["at"],
      entries: (v) => [
        {
          of: "kickoff",
          attendedBy: text(v, "attendedBy")
            .split(",")
            .flatMap((name) => orNull(name) ?? []),
          successCriteria: orNull(v["successCriteria"]),
          timeline: orNull(v["timeline"]),
          goLiveOn: orNull(v["goLiveOn"]),
          plan: orNull(v["plan"]),
        } as Entry,
      ],
    },
    evidence: {
      title: "Record evidence",
      note: "What shows that the criterion is met: what was observed, and where one can see it.",
      verb: "Record evidence",
      done: "Evidence recorded",
      fields: [
        { name: "criterion", label: "Criterion", kind: "choice", options: options(provable) },
        observed,
        link,
        expiresOn,
      ],
      entries: (v) => [
        {
          of: "evidence",
          criterion: v["criterion"],
          observed: text(v, "observed"),
          link: orNull(v["link"]),
          expiresOn: orNull(v["expiresOn"]),
        } as Entry,
      ],
    },
    confirmation: confirmationForm(context),
    onboarded_flag: {
      title: "Set the CSM flag",
      note: "You say that this customer is successfully onboarded.",
      verb: "Set flag",
      done: "Flag set: Onboarded",
      fields: [],
      entries: () => [{ of: "onboarded_flag", value: true }],
    },
  } satisfies Record<string, EntryForm>;
}

function criteriaForm({ criteria: agreed }: FormContext): EntryForm {
  const fromSet = criteria.some((criterion) => agreed[criterion]?.from);
  return {
    title: "Agree the criteria",
    note: fromSet
      ? "Filled in from the set of this segment. What is agreed before the kickoff counts; what is written after it does not."
      : "What is agreed before the kickoff counts; what is written after it is kept and does not count.",
    verb: "Agree",
    done: "Criteria agreed",
    fields: criteria.map((criterion) => ({
      name: criterion,
      label: criterionNames[criterion],
      kind: "text",
      optional: true,
      start: agreed[criterion]?.text ?? "",
    })),
    entries: (v) =>
      criteria.flatMap((criterion) => {
        const [said, was] = [text(v, criterion), agreed[criterion]];
        // What reads as it did is agreed already, unless it comes from a set and was never agreed here.
        if (said === "" || (said === was?.text && was.from === null)) return [];
        const from = said === was?.text ? was.from : null;
        return [{ of: "criterion", criterion, text: said, from } as Entry];
      }),
  };
}

function confirmationForm({ confirmers }: FormContext): EntryForm {
  const sponsors = confirmers.filter(({ role }) => role === "sponsor");
  return {
    title: "Record a confirmation",
    note:
      confirmers.length === 0
        ? "Nobody is on record as the customer's sponsor or champion. Add them at Stakeholders first: who confirms must hold the role."
        : "The customer's sponsor confirms that the agreed outcome was reached; a champion only where the sponsor delegated it.",
    verb: "Record confirmation",
    done: "Confirmation recorded",
    fields: [
      {
        name: "who",
        label: "Who confirmed",
        kind: "choice",
        options: confirmers.map(({ contactId, role, name }) => ({
          value: `${contactId} ${role}`,
          label: `${name}, ${role}`,
        })),
      },
      {
        name: "delegatedBy",
        label: "Delegated by",
        kind: "choice",
        options: sponsors.map(({ contactId, name }) => ({ value: contactId, label: `${name}, sponsor` })),
        when: asChampion,
      },
      observed,
      link,
      expiresOn,
    ],
    entries: (v) => {
      const [contactId, role] = text(v, "who").split(" ");
      return [
        {
          of: "confirmation",
          contactId,
          role,
          delegatedBy: asChampion(v) ? orNull(v["delegatedBy"]) : null,
          observed: text(v, "observed"),
          link: orNull(v["link"]),
          expiresOn: orNull(v["expiresOn"]),
        } as Entry,
      ];
    },
  };
}
