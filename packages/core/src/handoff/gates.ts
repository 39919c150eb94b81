import type { JournalOf } from "../facts/index.ts";
import { addDays, type Day, type EntryId, type Instant } from "../kernel/index.ts";
import { hoursAfter } from "./clock.ts";
import type { Close } from "./close.ts";
import type { Expectations } from "./expectations.ts";
import type { GateState, HandoffGate, Verdict } from "./names.ts";
import type { HandoffPolicy } from "./policy.ts";
import type { PromiseStanding } from "./promises.ts";

/** One dated gate of a handoff. `dueAt` or `dueOn` is its deadline, both null where that is a kickoff not held yet. */
export interface Gate {
  readonly gate: HandoffGate;
  readonly state: GateState;
  readonly dueAt: Instant | null;
  readonly dueOn: Day | null;
  readonly doneAt: Instant | null;
  readonly reason: string;
}

/** The account passed to whoever keeps it, and how that stands against its day. */
export interface Ownership {
  readonly dueOn: Day;
  readonly moved: {
    readonly entryId: EntryId;
    readonly on: Day;
    readonly at: Instant;
    readonly by: string | null;
    readonly from: string | null;
    readonly to: string;
  } | null;
}

/** When the account was handed over, against the day it had to be. */
export function ownershipOf(
  facts: readonly JournalOf<"ownership_moved">[],
  close: Close,
  policy: HandoffPolicy,
): Ownership {
  const fact = facts.at(0);
  return {
    dueOn: addDays(close.on, policy.handoffOwnershipDays),
    moved: fact
      ? {
          entryId: fact.entryId,
          on: fact.effectiveOn,
          at: fact.at,
          by: fact.by,
          from: fact.entry.from,
          to: fact.entry.to,
        }
      : null,
  };
}

/** When the packet is due: exactly so many hours after the close. */
export const packetDueAt = (close: Close, policy: HandoffPolicy): Instant =>
  hoursAfter(close.clockFrom, policy.handoffPacketHours);

interface Standing {
  readonly dueAt: Instant;
  readonly completeAt: Instant | null;
  /** Sections filled at the kickoff, or now. */
  readonly filled: number;
  readonly acceptedAt: Instant | null;
  readonly expectations: Expectations;
  readonly promises: readonly PromiseStanding[];
  readonly ownership: Ownership;
  readonly kickoffAt: Instant | null;
  readonly now: Instant;
  readonly today: Day;
}

/** Done before a kickoff: in time, late, missed once it was held, open before. */
function beforeKickoff(doneAt: Instant | null, kickoffAt: Instant | null): GateState {
  if (doneAt !== null) return kickoffAt === null || doneAt < kickoffAt ? "met" : "late";
  return kickoffAt === null ? "open" : "missed";
}

function packetGate({ dueAt, completeAt, filled, kickoffAt, now }: Standing): Gate {
  const beforeCall = kickoffAt !== null && kickoffAt < dueAt;
  const deadline = beforeCall ? kickoffAt : dueAt;
  const inTime = completeAt !== null && (beforeCall ? completeAt < deadline : completeAt <= deadline);
  const over = beforeCall || now > deadline;
  const state = completeAt !== null ? (inTime ? "met" : "late") : over ? "missed" : "open";
  const at = kickoffAt !== null && (completeAt === null || completeAt >= kickoffAt);
  const stood = filled === 0 ? "empty" : `at ${filled} of 6 sections`;
  const reason = {
    open: `${filled} of 6 sections are filled`,
    met: "all six sections were filled in time",
    late: at
      ? `the packet was ${stood} at the kickoff`
      : "all six sections were filled after the packet was due",
    missed: at
      ? `the packet was ${stood} at the kickoff`
      : `${filled} of 6 sections are filled and the time is over`,
  }[state];
  return { gate: "packet", state, dueAt, dueOn: null, doneAt: completeAt, reason };
}

function reviewGate({ acceptedAt, kickoffAt }: Standing): Gate {
  const state = beforeKickoff(acceptedAt, kickoffAt);
  const reason = {
    open: "the packet is not accepted yet",
    met: "the packet was accepted",
    late: "the packet was accepted after the kickoff",
    missed: "the kickoff was held on a packet nobody had accepted",
  }[state];
  return { gate: "review", state, dueAt: kickoffAt, dueOn: null, doneAt: acceptedAt, reason };
}

function expectationsGate({ expectations, kickoffAt }: Standing): Gate {
  const state = beforeKickoff(expectations.signedAt, kickoffAt);
  const absent = expectations.document === null ? "there is no expectations document" : null;
  const lacking = absent ?? `missing: ${expectations.missing.join(", ")}`;
  const reason = {
    open: lacking,
    met: "both sides signed the present version",
    late: "the present version was signed after the kickoff",
    missed: lacking,
  }[state];
  return {
    gate: "expectations",
    state,
    dueAt: kickoffAt,
    dueOn: null,
    doneAt: expectations.signedAt,
    reason,
  };
}

function technicalGate({ promises, kickoffAt }: Standing): Gate {
  const technical = promises.filter((promise) => promise.technical);
  const untold = technical.filter((promise) => promise.cseInformedAt === null);
  const doneAt =
    untold.length > 0
      ? null
      : (technical
          .map((promise) => promise.cseInformedAt)
          .sort()
          .at(-1) ?? null);
  const state = technical.length === 0 ? "met" : beforeKickoff(doneAt, kickoffAt);
  const named = untold.map((promise) => promise.text).join("; ");
  const reason =
    technical.length === 0
      ? "nothing technical was promised"
      : {
          open: `the CSE does not know of: ${named}`,
          met: "the CSE knows of every technical promise",
          late: "the CSE was told after the kickoff",
          missed: `the kickoff was held and the CSE does not know of: ${named}`,
        }[state];
  return { gate: "technical", state, dueAt: kickoffAt, dueOn: null, doneAt, reason };
}

function ownershipGate({ ownership: { dueOn, moved }, today }: Standing): Gate {
  const state = moved ? (moved.on <= dueOn ? "met" : "late") : today > dueOn ? "missed" : "open";
  const reason = {
    open: "the account has not been passed on yet",
    met: `passed to ${moved?.to}`,
    late: `passed to ${moved?.to} after its day`,
    missed: "nobody has taken the account over",
  }[state];
  return { gate: "ownership", state, dueAt: null, dueOn, doneAt: moved?.at ?? null, reason };
}

/** Every gate of a handoff in order. */
export function gatesOf(standing: Standing): Gate[] {
  return [packetGate, reviewGate, expectationsGate, technicalGate, ownershipGate].map((gate) =>
    gate(standing),
  );
}

/** The verdict on a handoff: late as soon as one gate is late or missed, on time once every gate was met. */
export function verdictOf(gates: readonly Pick<Gate, "state">[]): Verdict {
  if (gates.some(({ state }) => state === "late" || state === "missed")) return "late";
  return gates.every(({ state }) => state === "met") ? "on_time" : "open";
}
