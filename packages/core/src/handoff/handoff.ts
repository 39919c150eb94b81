import { entriesOf, type JournalFact } from "../facts/index.ts";
import { type Day, daysBetween, type Instant } from "../kernel/index.ts";
import { attributeOn, type CustomerRecord, type HouseRules } from "../people/index.ts";
import { type Close, closeOf, closesOf, notBefore } from "./close.ts";
import { type Expectations, expectationsOf } from "./expectations.ts";
import { type Gate, gatesOf, type Ownership, ownershipOf, packetDueAt, verdictOf } from "./gates.ts";
import { type Kickoff, kickoffOf } from "./kickoff.ts";
import type { HandoffPhase, HandoffStatus, Verdict } from "./names.ts";
import { firstComplete, type PacketFacts, packetAt, type SectionStanding } from "./packet.ts";
import { type HandoffPolicy, handoffPolicyOn } from "./policy.ts";
import { type PromiseStanding, promisesOf } from "./promises.ts";
import { openGaps, type Review, reviewsOf, statusOf } from "./reviews.ts";
import { type Scorecard, scorecard } from "./scorecard.ts";
import type { StakeholderMap } from "./stakeholder-map.ts";

/** The moment a handoff is asked for, and the day it is then in the workspace's time zone. */
export interface AsOf {
  readonly now: Instant;
  readonly today: Day;
}

/** Who has to act next, and since when. Null: nobody, the handoff is not open. */
export interface Waiting {
  readonly side: "ae" | "cs";
  readonly since: Instant;
}

/** The handoff of one close, all of it derived from what is on record (term `handoff-process`). */
export interface Handoff {
  readonly close: Close;
  /** A deal is on record, or anything of the handoff is. Not so of contracts from before anybody kept handoffs. */
  readonly onRecord: boolean;
  readonly policy: HandoffPolicy;
  /** Who sold: the AE on the day of the close, or the AM where there is no AE. */
  readonly ae: string | null;
  readonly csm: string | null;
  /** Who keeps the customer: the CSM, else the AM, else who sold. */
  readonly keeper: string | null;
  /** Without a CSM the same person works in selling and in retaining mode. */
  readonly onePerson: boolean;
  readonly status: HandoffStatus;
  readonly phase: HandoffPhase;
  readonly verdict: Verdict;
  readonly gates: readonly Gate[];
  readonly sections: readonly SectionStanding[];
  readonly filled: number;
  readonly complete: boolean;
  readonly dueAt: Instant;
  readonly completeAt: Instant | null;
  readonly scorecard: Scorecard;
  readonly people: StakeholderMap;
  readonly promises: readonly PromiseStanding[];
  readonly reviews: readonly Review[];
  readonly acceptedAt: Instant | null;
  readonly openGaps: Review["gaps"];
  /** Sections written anew after the packet was accepted. */
  readonly changedSince: readonly SectionStanding["section"][];
  readonly expectations: Expectations;
  readonly kickoff: Kickoff;
  readonly ownership: Ownership;
  readonly waiting: Waiting | null;
}

interface Span {
  readonly close: Close;
  /** The moment of the close before; null: this is the first. */
  readonly after: Instant | null;
  /** The day of the next close, or the day the customer was lost. */
  readonly endedOn: Day | null;
  readonly closes: readonly Close[];
}

/** What is on record of one close: entries of other closes are left out, and a kickoff or transfer before it. */
function ownFacts(journal: readonly JournalFact[], { close, closes }: Span) {
  const own = <Fact extends Parameters<typeof closeOf>[0]>(facts: readonly Fact[]) =>
    facts.filter((fact) => closeOf(fact, closes) === close);
  const since = <Fact extends Parameters<typeof closeOf>[0]>(facts: readonly Fact[]) =>
    own(facts).filter((fact) => notBefore(fact, close));
  const packet: PacketFacts = {
    written: own(entriesOf(journal, "packet_section")),
    promises: own(entriesOf(journal, "promise")),
    journal,
  };
  return {
    packet,
    reviews: own(entriesOf(journal, "packet_review")),
    documents: own(entriesOf(journal, "expectations")),
    signatures: own(entriesOf(journal, "signature")),
    kickoff: since(entriesOf(journal, "kickoff"))[0] ?? null,
    moved: since(entriesOf(journal, "ownership_moved")),
  };
}

/** Whether anything of a handoff was put on record. */
function written({
  packet,
  reviews,
  documents,
  signatures,
  kickoff,
  moved,
}: ReturnType<typeof ownFacts>): boolean {
  const some = [packet.written, packet.promises, reviews, documents, signatures, moved];
  return kickoff !== null || some.some((facts) => facts.length > 0);
}

/** A packet that was accepted was complete then, whatever became of the people in it since. */
function completedAt(facts: PacketFacts, acceptedAt: Instant | null, now: Instant): Instant | null {
  const first = firstComplete(facts, now);
  if (acceptedAt === null) return first;
  return first !== null && first < acceptedAt ? first : acceptedAt;
}

function phaseOf(
  { close, endedOn }: Span,
  gates: readonly Gate[],
  policy: HandoffPolicy,
  today: Day,
): HandoffPhase {
  if (gates.every((gate) => gate.state === "met" || gate.state === "late")) return "finished";
  if (endedOn !== null && endedOn <= today) return "ended";
  return daysBetween(close.on, today) > policy.handoffOpenDays ? "lapsed" : "open";
}

/** Who has to act: the AE until the packet is ready, then the CSM, then whoever signs or takes over last. */
function waitingOn(handoff: Omit<Handoff, "waiting">): Waiting | null {
  if (handoff.phase !== "open") return null;
  const last = handoff.reviews.at(-1);
  if (handoff.status === "returned" && last) return { side: "ae", since: last.at };
  if (handoff.status === "ready") return { side: "cs", since: readySince(handoff) };
  if (handoff.status !== "accepted") return { side: "ae", since: handoff.close.clockFrom };
  const since = handoff.acceptedAt ?? handoff.close.clockFrom;
  const aeSigns = handoff.expectations.signatures.ae === null;
  return { side: aeSigns ? "ae" : "cs", since };
}

/** Since when a packet waits for its review: it was completed, or last worked on after it was returned. */
function readySince({ completeAt, reviews, sections, close }: Omit<Handoff, "waiting">): Instant {
  const first = completeAt ?? close.clockFrom;
  const returnedAt = reviews.at(-1)?.at;
  if (returnedAt === undefined) return first;
  const reworked = sections.map((section) => section.at).filter((at) => at !== null && at > returnedAt);
  return reworked.sort().at(-1) ?? returnedAt;
}

function handoffOf(record: CustomerRecord, rules: HouseRules, span: Span, { now, today }: AsOf): Handoff {
  const { close } = span;
  const policy = handoffPolicyOn(rules.journal, close.on);
  const facts = ownFacts(record.journal, span);
  const [csm, am] = [attributeOn(record, "csm", today), attributeOn(record, "am", today)];
  const ae = attributeOn(record, "ae", close.on) ?? am;
  const kickoffAt = facts.kickoff?.at ?? null;
  const packet = packetAt(facts.packet, now);
  const reviews = reviewsOf(facts.reviews, facts.packet);
  const status = statusOf(packet, facts.packet, reviews);
  const acceptedAt = reviews.find((review) => review.outcome === "accepted")?.at ?? null;
  const promises = promisesOf(facts.packet.promises, { kickoffAt, now, today });
  const expectations = expectationsOf(
    { documents: facts.documents, signatures: facts.signatures, onePerson: csm === null },
    { closedOn: close.on, kickoffAt, today },
  );
  const completeAt = completedAt(facts.packet, acceptedAt, now);
  const ownership = ownershipOf(facts.moved, close, policy);
  const dueAt = packetDueAt(close, policy);
  const atKickoff = kickoffAt === null ? packet : packetAt(facts.packet, kickoffAt);
  const standing = { journal: record.journal, after: span.after, acceptedAt, expectations, promises };
  const kickoff = kickoffOf(facts.kickoff, { ...standing, people: atKickoff.people }, now);
  const gates = gatesOf({
    ...{ dueAt, completeAt, filled: atKickoff.filled, acceptedAt, expectations, promises, ownership },
    ...{ kickoffAt, now, today },
  });
  const handoff = {
    ...{ close, policy, csm, status, gates, promises, reviews, acceptedAt, expectations, kickoff, ownership },
    onRecord: close.exact || written(facts),
    ae,
    keeper: csm ?? am ?? ae,
    onePerson: csm === null,
    phase: phaseOf(span, gates, policy, today),
    verdict: verdictOf(gates),
    sections: packet.sections,
    filled: packet.filled,
    complete: packet.complete,
    dueAt,
    completeAt,
    scorecard: scorecard(packet.sections, policy),
    people: packet.people,
    openGaps: openGaps(reviews, facts.packet),
    changedSince:
      acceptedAt === null
        ? []
        : packet.sections.filter(({ at }) => at !== null && at > acceptedAt).map(({ section }) => section),
  };
  return { ...handoff, waiting: waitingOn(handoff) };
}

/** What was on record of a customer at a moment. */
function recordAt(record: CustomerRecord, { now, today }: AsOf): CustomerRecord {
  return { ...record, journal: record.journal.filter((fact) => fact.at <= now && fact.effectiveOn <= today) };
}

/** When the handoff of each close was over whatever its state: the customer was lost. */
function lostAfter(record: CustomerRecord, close: Close, next: Close | undefined): Day | null {
  const lost = record.movements.find(
    ({ kind, on }) => kind === "churn" && on > close.on && (next === undefined || on <= next.on),
  );
  return lost?.on ?? null;
}

/**
 * The handoffs of a customer as they stood at a moment, one for each close, the earliest first. Everything is derived:
 * what was written, reviewed, signed and passed on, against exact clocks. A return within the win-back window goes on
 * with the life the customer had and gives no further handoff.
 */
export function handoffsOf(record: CustomerRecord, rules: HouseRules, asOf: AsOf): Handoff[] {
  const then = recordAt(record, asOf);
  const closes = closesOf(then).filter((close) => close.on <= asOf.today && close.at <= asOf.now);
  return closes.map((close, index) => {
    const endedOn = lostAfter(record, close, closes[index + 1]);
    return handoffOf(then, rules, { close, after: closes[index - 1]?.at ?? null, endedOn, closes }, asOf);
  });
}
