import { dayText, money, readable } from "../../../lib/format.ts";
import {
  type ContactRole,
  type ContactState,
  contactRoleNames,
  contactStateNames,
  touchpointNames,
} from "../../../lib/people-names.ts";
import type { Outputs } from "../../../lib/trpc.ts";

/** An entry of an account's journal. */
export type Entry = Outputs["journal"]["ofAccount"]["entries"][number];
type Content = Entry["entry"];

/** What is said of an entry in a timeline: what happened, and what there is to know of it. */
export interface Words {
  readonly title: string;
  readonly text: string | null;
  readonly link: string | null;
}

/** What a person at the customer is called, by id. */
export type NameOf = (contactId: string) => string;

const spaced = (word: string): string => word.replaceAll("_", " ");
const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const list = (parts: readonly (string | null | false)[]): string | null => {
  const said = parts.filter((part): part is string => typeof part === "string" && part !== "");
  // What people write may end with a full stop of its own.
  return said.length > 0 ? said.map((part) => part.replace(/\.$/, "")).join(". ") : null;
};
const named = (names: readonly string[]): string | null =>
  names.length > 0 ? `With ${names.join(", ")}` : null;

/** An entry in words. Kinds without anything of their own to say have their name for a title. */
export function wordsOf({ entry, name }: Pick<Entry, "entry" | "name">, nameOf: NameOf): Words {
  const link = "link" in entry ? entry.link : null;
  const [title, text] = titled(entry, nameOf) ?? [name, null];
  return { title, text, link };
}

function titled(entry: Content, nameOf: NameOf): [string, string | null] | null {
  switch (entry.of) {
    case "touchpoint": {
      const who = named(entry.contacts.map(nameOf));
      const went = entry.outcome === null ? null : entry.outcome === "good" ? "Went well" : "Went badly";
      const next = entry.nextStep === null ? null : `Next: ${entry.nextStep}`;
      return [touchpointNames[entry.type], list([entry.text, who, went, next])];
    }
    case "contact_role":
      return [
        `${nameOf(entry.contactId)}: ${roleOf(entry.role)} ${stateOf(entry.state)} since ${dayText(entry.since)}`,
        list([entry.counterpart && `Our counterpart: ${entry.counterpart}`, entry.note]),
      ];
    case "deal_closed":
      return [
        "Deal closed as won",
        list([entry.opportunity, entry.signedOn ? `Signed on ${dayText(entry.signedOn)}` : "Not signed yet"]),
      ];
    case "kickoff":
      return [
        "Kickoff held",
        list([
          named(entry.attendedBy.map((who) => (who.startsWith("con_") ? nameOf(who) : who))),
          entry.goLiveOn && `Go-live on ${dayText(entry.goLiveOn)}`,
          entry.successCriteria,
        ]),
      ];
    case "criterion":
      return [`Criterion agreed: ${spaced(entry.criterion)}`, entry.text];
    case "evidence":
      return [`Evidence: ${spaced(entry.criterion)}`, list([entry.observed, expires(entry.expiresOn)])];
    case "confirmation":
      return [
        `Confirmed by ${nameOf(entry.contactId)}, ${roleOf(entry.role)}`,
        list([
          entry.observed,
          entry.delegatedBy && `Delegated by ${nameOf(entry.delegatedBy)}`,
          expires(entry.expiresOn),
        ]),
      ];
    case "onboarded_flag":
      return [entry.value ? "Flagged as successfully onboarded" : "Onboarded flag taken back", null];
    case "waiver":
      return [
        `Waived: ${spaced(entry.criterion)}`,
        list([entry.reason, `Until ${dayText(entry.expiresOn)}`]),
      ];
    case "setback":
      return [`Moved back to ${first(entry.to)}`, entry.reason];
    case "move_refused":
      return [`Move to ${first(entry.to)} refused`, `Missing: ${entry.missing.join(", ")}`];
    case "effort":
      return [`${entry.hours} hours of onboarding work`, null];
    case "packet_section":
      return [`Handoff packet: ${spaced(entry.section)}`, entry.text];
    case "packet_review":
      return [
        entry.outcome === "accepted" ? "Handoff packet accepted" : "Handoff packet returned",
        list(entry.gaps.map((gap) => `${first(spaced(gap.section))}: ${gap.missing}`)),
      ];
    case "promise":
      return [
        `Promise, ${spaced(entry.state)}`,
        list([
          entry.text,
          entry.owner && `Owner: ${entry.owner}`,
          entry.dueOn && `Due ${dayText(entry.dueOn)}`,
        ]),
      ];
    case "expectations":
      return ["Expectations document", entry.text];
    case "signature":
      return [`Expectations signed for ${entry.side === "ae" ? "Sales" : "Customer Success"}`, null];
    case "ownership_moved":
      return [`Account moved to ${entry.to}`, entry.from && `From ${entry.from}`];
    case "expansion":
      return [
        `Expansion, ${entry.outcome ?? "open"}`,
        list([
          first(spaced(entry.type)),
          entry.amount !== null && entry.currency !== null && money(entry.amount, entry.currency),
          `Owner: ${entry.owner.name}`,
          entry.note,
        ]),
      ];
    case "renewal_started":
      return [`Renewal of ${dayText(entry.termEndsOn)} started`, `Owner: ${entry.owner.name}`];
    case "renewal_step":
      return [
        `Renewal: ${spaced(entry.step)} ${entry.doneOn ? `done on ${dayText(entry.doneOn)}` : `planned for ${dayText(entry.plannedOn)}`}`,
        entry.note,
      ];
    case "churn_reason":
      return [
        `Reason for leaving on ${dayText(entry.leftOn)}: ${spaced(entry.reason)}`,
        list([
          entry.voluntary ? "By choice" : "Not by choice",
          entry.preventable ? "Could have been prevented" : "Could not have been prevented",
          entry.note,
        ]),
      ];
    case "task":
      return [
        `Task, ${entry.state}: ${entry.title}`,
        list([entry.assignee, entry.dueOn && `Due ${dayText(entry.dueOn)}`, entry.note]),
      ];
    case "queue_snooze":
      return [`Put off until ${dayText(entry.until)}`, null];
    case "claim":
      return [`${first(entry.system)} says: ${entry.label ?? "nothing"}`, `Field ${entry.field}`];
    case "divergence_handling":
      return [`Divergence: ${spaced(entry.action)}`, list([entry.reason, entry.owner])];
    case "support_ticket":
      return [
        `Support ticket ${entry.ticket}, ${entry.solvedAt === null ? "open" : "solved"}`,
        list([entry.subject, first(entry.severity), entry.area, entry.escalated ? "Escalated" : null]),
      ];
    case "survey_answer":
      return [
        `${entry.survey === "pulse" ? "Pulse" : entry.survey.toUpperCase()} answered with ${entry.score}`,
        list([entry.contactId === null ? entry.person : nameOf(entry.contactId), entry.about, entry.comment]),
      ];
    case "csm_sentiment":
      return [
        `The CSM's sentiment: ${entry.value}`,
        list([entry.reason, `Until ${dayText(entry.validUntil)}`]),
      ];
    case "health_override":
      return [
        `Health overridden with ${entry.score}`,
        list([entry.reason, `Until ${dayText(entry.expiresOn)}`]),
      ];
    case "red_flag":
      return [
        `Red flag${entry.cleared === null ? "" : ", cleared"}: ${entry.title}`,
        list([...entry.evidence.map(({ text }) => readable(text)), entry.cleared?.reason ?? null]),
      ];
    case "flag_handling":
      return [
        `Red flag: ${entry.silencedUntil === null ? entry.state : `silenced until ${dayText(entry.silencedUntil)}`}`,
        list([entry.owner, entry.reason]),
      ];
    case "risk_handling":
      return [
        entry.accepted
          ? "At risk: the loss is accepted"
          : entry.snoozed
            ? `At risk: put off until ${dayText(entry.snoozed.until)}`
            : "At risk: taken on",
        list([entry.owner, entry.accepted?.reason ?? entry.snoozed?.reason ?? null]),
      ];
    case "escalation":
      return [
        entry.closed === null ? "Escalated to an executive" : "Escalation closed",
        list([entry.reason, entry.closed?.reason ?? null]),
      ];
    case "meeting_declined":
      return [
        "Meeting about the renewal declined",
        list([entry.contactId && nameOf(entry.contactId), entry.note]),
      ];
    case "integration_outage":
      return [
        `Integration ${entry.integration} stopped working`,
        entry.mendedOn && `Works again since ${dayText(entry.mendedOn)}`,
      ];
    default:
      return null;
  }
}

const roleOf = (role: ContactRole): string => contactRoleNames[role].toLowerCase();
const stateOf = (state: ContactState): string => contactStateNames[state].toLowerCase();
const expires = (on: string | null): string | null => on && `Counts until ${dayText(on)}`;

/** The groups a timeline can be narrowed to, and the kinds of entries in each. */
export const groups = {
  touchpoints: { label: "Touchpoints", kinds: ["touchpoint"] },
  people: { label: "People and owners", kinds: ["contact_role"] },
  lifecycle: {
    label: "Lifecycle",
    kinds: [
      "deal_closed",
      "criterion",
      "kickoff",
      "evidence",
      "confirmation",
      "onboarded_flag",
      "waiver",
      "setback",
      "move_refused",
      "effort",
      "expansion",
      "renewal_started",
      "renewal_step",
      "churn_reason",
    ],
  },
  handoff: {
    label: "Handoff",
    kinds: ["packet_section", "packet_review", "promise", "expectations", "signature", "ownership_moved"],
  },
  tasks: { label: "Tasks", kinds: ["task", "queue_snooze"] },
  health: {
    label: "Health",
    kinds: [
      "support_ticket",
      "survey_answer",
      "csm_sentiment",
      "health_override",
      "red_flag",
      "flag_handling",
      "risk_handling",
      "escalation",
      "meeting_declined",
      "integration_outage",
    ],
  },
  systems: { label: "Other systems", kinds: ["claim", "divergence_handling"] },
  arr: { label: "ARR movements", kinds: [] },
} as const satisfies Record<string, { label: string; kinds: readonly Content["of"][] }>;
/** One group of a timeline. */
export type Group = keyof typeof groups;

/** The group a kind of entry is in. */
export function groupOf(kind: Content["of"]): Group {
  const found = (Object.keys(groups) as Group[]).find((group) =>
    (groups[group].kinds as readonly string[]).includes(kind),
  );
  return found ?? "lifecycle";
}
