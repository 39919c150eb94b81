import { type EntryOf, entriesOf, type JournalFact } from "@termwise/core/facts";
import { isOpenOn, ticketsOn } from "@termwise/core/health";
import type { Day, Instant } from "@termwise/core/kernel";
import { attributeOn, type CustomerRecord, holdsRole, isReview } from "@termwise/core/people";
import { entitled, featuresOn } from "@termwise/core/usage";

/** The kinds of things that happened, as the joined panel marks them. */
export type HealthEventKind =
  | "ticket"
  | "answer"
  | "touch"
  | "executive"
  | "flag"
  | "override"
  | "sentiment"
  | "outage"
  | "declined"
  | "champion"
  | "play"
  | "cancel"
  | "handoff"
  | "renewal"
  | "arr"
  | "release";

/** Something that happened, and whether that is good. `severity`: of a ticket. */
export interface HealthEvent {
  readonly on: Day;
  readonly kind: HealthEventKind;
  readonly title: string;
  readonly tone: "good" | "bad" | "neutral";
  readonly severity: EntryOf<"support_ticket">["severity"] | null;
}

type Told = Omit<HealthEvent, "on" | "severity">;

const toneOf = (value: string): HealthEvent["tone"] =>
  value === "negative" ? "bad" : value === "positive" ? "good" : "neutral";

const reviews = { qbr: "Quarterly review", ebr: "Executive review", annual_review: "Annual review" } as const;

function answered({ survey, score }: EntryOf<"survey_answer">): Told {
  const title = `${survey === "pulse" ? "Pulse" : survey.toUpperCase()} answered with ${score}`;
  if (survey !== "nps") return { kind: "answer", title, tone: "neutral" };
  return { kind: "answer", title, tone: score <= 6 ? "bad" : score >= 9 ? "good" : "neutral" };
}

/** Reviews, and meetings with who sponsors or pays, are told apart from all other touches. */
function touched(record: CustomerRecord, entry: EntryOf<"touchpoint">, on: Day): Told {
  const tone = entry.outcome ?? "neutral";
  const text = entry.text.slice(0, 120);
  if (isReview(entry.type)) return { kind: "executive", title: `${reviews[entry.type]}: ${text}`, tone };
  const high =
    entry.type === "meeting" &&
    entry.contacts.some((id) =>
      (["sponsor", "economic_buyer"] as const).some((role) => holdsRole(record, id, role, on)),
    );
  return high
    ? { kind: "executive", title: `Meeting with an executive: ${text}`, tone }
    : { kind: "touch", title: text, tone };
}

const preparations = {
  health_check: "Health check",
  expansion_talk: "Expansion talk",
  contract_review: "Contract review",
} as const;

/** What an entry of the journal tells happened on its own day; null: nothing that the panel marks. */
function entryTold(record: CustomerRecord, { entry, effectiveOn: on }: JournalFact): Told | null {
  switch (entry.of) {
    case "survey_answer":
      return answered(entry);
    case "touchpoint":
      return entry.type === "note" ? null : touched(record, entry, on);
    case "red_flag":
      return { kind: "flag", title: `Red flag: ${entry.title}`, tone: "bad" };
    case "health_override":
      return { kind: "override", title: `Overridden with ${entry.score}`, tone: "neutral" };
    case "csm_sentiment":
      return { kind: "sentiment", title: `The CSM judges ${entry.value}`, tone: toneOf(entry.value) };
    case "integration_outage":
      return { kind: "outage", title: `${entry.integration} stopped working`, tone: "bad" };
    case "meeting_declined":
      return { kind: "declined", title: "Renewal meeting declined", tone: "bad" };
    case "cancel_request":
      return { kind: "cancel", title: "The customer asked to leave", tone: "bad" };
    case "deal_closed":
      return { kind: "handoff", title: "Deal closed, the handoff is due", tone: "neutral" };
    case "packet_review":
      return entry.outcome === "accepted"
        ? { kind: "handoff", title: "Handoff accepted", tone: "good" }
        : { kind: "handoff", title: "Handoff returned", tone: "bad" };
    case "kickoff":
      return { kind: "handoff", title: "Kickoff held", tone: "good" };
    case "renewal_started":
      return { kind: "renewal", title: "Renewal conversation begun", tone: "neutral" };
    default:
      return null;
  }
}

const runEnds = { done: "good", stopped: "neutral" } as const;
const dayOf = (at: Instant): Day => at.slice(0, 10) as Day;

/** What entries tell of other days than their own: runs of plays begun and over, preparations done, champions gone. */
function spansTold(record: CustomerRecord): (Told & { on: Day })[] {
  const standing = <Kind extends "play_run" | "renewal_step" | "contact_role">(kind: Kind) =>
    entriesOf(record.journal, kind).filter(({ withdrawn }) => withdrawn === null);
  return [
    ...standing("play_run").flatMap(({ entry: { name, state, startedAt, endedAt } }) => [
      ...(startedAt === null
        ? []
        : [{ on: dayOf(startedAt), kind: "play", title: `Play begun: ${name}`, tone: "neutral" } as const]),
      ...(startedAt !== null && endedAt !== null && (state === "done" || state === "stopped")
        ? [
            {
              on: dayOf(endedAt),
              kind: "play",
              title: `Play ${state === "done" ? "done" : "stopped"}: ${name}`,
              tone: runEnds[state],
            } as const,
          ]
        : []),
    ]),
    ...standing("renewal_step").flatMap(({ entry: { step, doneOn } }) =>
      doneOn === null
        ? []
        : [{ on: doneOn, kind: "renewal", title: `${preparations[step]} done`, tone: "good" } as const],
    ),
    ...standing("contact_role").flatMap(({ entry: { role, state, since } }) =>
      role === "champion" && state !== "active"
        ? [{ on: since, kind: "champion", title: `The champion ${state}`, tone: "bad" } as const]
        : [],
    ),
  ];
}

const moves = {
  new: ["Became a customer", "good"],
  expansion: ["ARR grew", "good"],
  contraction: ["ARR shrank", "bad"],
  churn: ["Left", "bad"],
  reactivation: ["Came back", "good"],
} as const;

/** What the ledger tells: ARR that moved, and terms that ended and went on. */
function ledgerTold({ movements, lines }: CustomerRecord): (Told & { on: Day })[] {
  const renewed = lines.flatMap(({ renews, startsOn }) => (renews === null ? [] : [startsOn]));
  return [
    ...movements.map(({ on, kind }) => {
      const [title, tone] = moves[kind];
      return { on, kind: "arr", title, tone } as const;
    }),
    ...[...new Set(renewed)].map((on) => ({ on, kind: "renewal", title: "Renewed", tone: "good" }) as const),
  ];
}

/**
 * What happened at an account over some days, in their order, for the strip of events. `house`: what is on record of the
 * workspace, for the releases of features the account is entitled to.
 */
export function eventsOf(
  record: CustomerRecord,
  { from, to, house }: { from: Day; to: Day; house: readonly JournalFact[] },
): HealthEvent[] {
  const tickets = ticketsOn(record, to).map((ticket): HealthEvent => {
    const { severity, subject, ticket: id } = ticket.entry;
    return {
      on: ticket.effectiveOn,
      kind: "ticket",
      title: `Ticket ${id}, ${severity}${isOpenOn(ticket, to) ? ", open" : ""}${subject === null ? "" : `: ${subject}`}`,
      tone: severity === "high" || severity === "urgent" ? "bad" : "neutral",
      severity,
    };
  });
  const entries = record.journal.flatMap((fact) => {
    const { effectiveOn: on, withdrawn } = fact;
    const told = withdrawn === null && on >= from && on <= to ? entryTold(record, fact) : null;
    return told === null ? [] : [{ on, ...told }];
  });
  const segment = attributeOn(record, "segment", to);
  const releases = featuresOn(house, to).flatMap(({ entry }) =>
    entry.gaOn !== null && entitled(entry, segment)
      ? [{ on: entry.gaOn, kind: "release", title: `Released: ${entry.feature}`, tone: "neutral" } as const]
      : [],
  );
  const rest = [...entries, ...spansTold(record), ...ledgerTold(record), ...releases];
  return [...tickets, ...rest.map((one): HealthEvent => ({ severity: null, ...one }))]
    .filter(({ on }) => on >= from && on <= to)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
