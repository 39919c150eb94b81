import { contactRoleNames } from "../../lib/people-names.ts";
import {
  type EntryField,
  type EntryForm,
  type FormContext,
  options,
  orNull,
  text,
} from "./entry-form-parts.ts";
import type { Entry, EntryKind } from "./lifecycle.ts";
import { motionForms } from "./motion-forms.ts";

/** What each onboarding criterion is called. */
export const criterionNames = {
  technical_completion: "Technical completion",
  adoption_trigger: "Adoption trigger",
  success_milestone: "Success milestone",
  sponsor_confirmation: "Sponsor confirmation",
} as const;
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
/** Forms by the kind of entry they make. What needs none, such as a flag, has no fields. */
export function entryForms(context: FormContext): Partial<Record<EntryKind, EntryForm>> {
  const { earned } = context;
  return {
    deal_closed: {
      title: "Record the deal",
      note: "Closed as won, with the day the contract was signed.",
      verb: "Record deal",
      done: "Deal recorded",
      fields: [
        { name: "opportunity", label: "Opportunity", kind: "line", optional: true },
        { name: "signedOn", label: "Contract signed on", kind: "day", optional: true },
      ],
      entry: (v) =>
        ({
          of: "deal_closed",
          opportunity: orNull(v["opportunity"]),
          signedOn: orNull(v["signedOn"]),
        }) as Entry,
    },
    criterion: {
      title: "Agree a criterion",
      note: "Written before the kickoff it counts; what is written after it is kept and does not count.",
      verb: "Agree",
      done: "Criterion agreed",
      fields: [
        { name: "criterion", label: "Criterion", kind: "choice", options: options(criterionNames) },
        { name: "text", label: "What it means here", kind: "text" },
      ],
      entry: (v) =>
        ({ of: "criterion", criterion: v["criterion"], text: text(v, "text"), from: null }) as Entry,
    },
    kickoff: {
      title: "Record the kickoff",
      note: "It locks the criteria as they are now. A kickoff alone onboards nobody.",
      verb: "Record kickoff",
      done: "Kickoff recorded",
      fields: [
        { name: "successCriteria", label: "Success criteria", kind: "text", optional: true },
        { name: "timeline", label: "Timeline", kind: "text", optional: true },
        { name: "goLiveOn", label: "Go-live planned for", kind: "day", optional: true },
        { name: "plan", label: "30-day plan", kind: "text", optional: true },
      ],
      entry: (v) =>
        ({
          of: "kickoff",
          attendedBy: [],
          successCriteria: orNull(v["successCriteria"]),
          timeline: orNull(v["timeline"]),
          goLiveOn: orNull(v["goLiveOn"]),
          plan: orNull(v["plan"]),
        }) as Entry,
    },
    evidence: {
      title: "Record evidence",
      note: "What shows that the criterion is met.",
      verb: "Record evidence",
      done: "Evidence recorded",
      fields: [
        { name: "criterion", label: "Criterion", kind: "choice", options: options(provable) },
        observed,
        link,
        expiresOn,
      ],
      entry: (v) =>
        ({
          of: "evidence",
          criterion: v["criterion"],
          observed: text(v, "observed"),
          link: orNull(v["link"]),
          expiresOn: orNull(v["expiresOn"]),
        }) as Entry,
    },
    confirmation: {
      title: "Record a confirmation",
      note: "The customer's sponsor confirms that the agreed outcome was reached; a champion only where the sponsor delegated it.",
      verb: "Record confirmation",
      done: "Confirmation recorded",
      fields: [
        { name: "contactId", label: "Who confirmed", kind: "contact" },
        {
          name: "role",
          label: "As the customer's",
          kind: "choice",
          options: options({ sponsor: contactRoleNames.sponsor, champion: contactRoleNames.champion }),
        },
        {
          name: "delegatedBy",
          label: "Delegated by",
          kind: "contact",
          optional: true,
          hint: "For a champion: the sponsor who delegated it.",
        },
        observed,
        link,
        expiresOn,
      ],
      entry: (v) =>
        ({
          of: "confirmation",
          contactId: v["contactId"],
          role: v["role"],
          delegatedBy: orNull(v["delegatedBy"]),
          observed: text(v, "observed"),
          link: orNull(v["link"]),
          expiresOn: orNull(v["expiresOn"]),
        }) as Entry,
    },
    onboarded_flag: {
      title: "Set the CSM flag",
      note: "You say that this customer is successfully onboarded.",
      verb: "Set flag",
      done: "Flag set: Onboarded",
      fields: [],
      entry: () => ({ of: "onboarded_flag", value: true }),
    },
    waiver: {
      title: "Waive a criterion",
      note: "It shows as waived, with your reason, until the day you give.",
      verb: "Waive",
      done: "Criterion waived",
      fields: [
        { name: "criterion", label: "Criterion", kind: "choice", options: options(criterionNames) },
        { name: "reason", label: "Reason", kind: "text" },
        { name: "expiresOn", label: "Until", kind: "day" },
      ],
      entry: (v) =>
        ({
          of: "waiver",
          criterion: v["criterion"],
          reason: text(v, "reason"),
          expiresOn: v["expiresOn"],
        }) as Entry,
    },
    setback: {
      title: "Move back",
      note: "Evidence counts anew from now on.",
      verb: "Move back",
      done: "Moved back",
      fields: [
        {
          name: "to",
          label: "To",
          kind: "choice",
          options: options(earned === "adopted" ? { onboarded: "Onboarded", won: "Won" } : { won: "Won" }),
        },
        { name: "reason", label: "Reason", kind: "text" },
      ],
      entry: (v) => ({ of: "setback", to: v["to"], reason: text(v, "reason") }) as Entry,
    },
    ...motionForms(context),
  };
}
