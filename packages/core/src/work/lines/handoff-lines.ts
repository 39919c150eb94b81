import { type Handoff, handoffsOf } from "../../handoff/index.ts";
import { addDays, type Day } from "../../kernel/index.ts";
import { counted, dueIn, dueInTime } from "../day-words.ts";
import type { QueueAsked, QueueCase, QueueLine } from "../queue-line.ts";

/** So many days before its day a promise, or the transfer of an account, comes into the queue. */
const ahead = 7;

type Said = Pick<QueueLine, "reason" | "detail" | "action" | "deadline"> & Partial<QueueLine>;

/** What the handoffs of a customer ask for, and the promises made in them. */
export function handoffLines({ record, rules }: QueueCase, asked: QueueAsked): QueueLine[] {
  const handoffs = handoffsOf(record, rules, { now: asked.now, today: asked.today });
  return handoffs.flatMap((handoff) => [
    ...(handoff.phase === "open" && handoff.onRecord ? stepsOf(handoff, asked) : []),
    ...(handoff.phase === "ended" ? [] : promiseLines(handoff, asked)),
  ]);
}

/** The next step of each side; what one side waits for is the other's to do. */
function stepsOf(handoff: Handoff, asked: QueueAsked): QueueLine[] {
  const line = (step: string, said: Said): QueueLine => ({
    subject: `handoff:${handoff.close.id}:${step}`,
    kind: "handoff",
    side: null,
    place: "handoff",
    dueAt: null,
    task: null,
    ...said,
  });
  const { status } = handoff;
  if (status === "not_started" || status === "draft") return packet(handoff, asked, line);
  if (status === "returned")
    return [
      line(`returned:${handoff.reviews.length}`, {
        side: "ae",
        reason: `Handoff packet returned, ${counted(handoff.openGaps.length, "gap")} to fill`,
        detail: handoff.openGaps[0]?.missing ?? null,
        action: "Fill gaps",
        deadline: asked.today,
      }),
    ];
  if (status === "ready")
    return [
      line(`review:${handoff.reviews.length}`, {
        side: "cs",
        reason: "Handoff packet ready, not reviewed yet",
        detail: "It is read and accepted, or returned with its gaps, before the kickoff.",
        action: "Read packet",
        deadline: asked.today,
      }),
    ];
  return afterAcceptance(handoff, asked, line);
}

function packet(
  { dueAt, filled, close, ae }: Handoff,
  { now }: QueueAsked,
  line: (step: string, said: Said) => QueueLine,
): QueueLine[] {
  const said = { reason: `Handoff packet due ${dueInTime(dueAt, now)}`, deadline: dayOfMoment(dueAt), dueAt };
  const late = { ...said, reason: `Handoff packet ${dueInTime(dueAt, now)}` };
  const so = now > dueAt ? late : said;
  const own = line("packet", {
    ...so,
    side: "ae",
    detail: `Closed on ${close.on}; ${filled} of 6 sections are written.`,
    action: "Write packet",
  });
  if (now <= dueAt) return [own];
  const who = ae ?? "Who sold it";
  return [
    own,
    line("packet-missing", {
      ...so,
      side: "cs",
      detail: `${who} has written ${filled} of 6 sections.`,
      action: "Ask for packet",
    }),
  ];
}

function afterAcceptance(
  handoff: Handoff,
  { today }: QueueAsked,
  line: (step: string, said: Said) => QueueLine,
): QueueLine[] {
  const { expectations, kickoff, ownership, promises } = handoff;
  const untold = promises.filter(({ technical, cseInformedAt }) => technical && cseInformedAt === null);
  const deadline = ownership.dueOn;
  if (expectations.document === null)
    return [
      line("expectations", {
        side: "cs",
        reason: "No expectations document yet",
        detail: "Both sides sign it before the kickoff.",
        action: "Write it",
        deadline,
      }),
    ];
  const unsigned = (["ae", "cs"] as const).filter((side) => expectations.signatures[side] === null);
  if (unsigned.length > 0)
    return unsigned.map((side) =>
      line(`sign:${side}:${expectations.document?.entryId}`, {
        side,
        reason: "Expectations document waits for your signature",
        detail: "It counts once both sides have signed it, before the kickoff.",
        action: "Sign",
        deadline,
      }),
    );
  if (untold.length > 0)
    return [
      line(`technical:${untold.length}`, {
        side: "cs",
        reason: `${counted(untold.length, "technical promise")} the CSE does not know of`,
        detail: untold[0]?.text ?? null,
        action: "Tell CSE",
        deadline,
      }),
    ];
  if (kickoff.held === null)
    return [
      line("kickoff", {
        side: "cs",
        reason: `Kickoff not held; the account is to be passed on ${dueIn(deadline, today)}`,
        detail: "Everything before it is done.",
        action: "Plan kickoff",
        deadline,
      }),
    ];
  if (ownership.moved === null && today >= addDays(deadline, -ahead))
    return [
      line("ownership", {
        reason: `Account to be passed on ${dueIn(deadline, today)}`,
        detail: null,
        action: "Pass on",
        deadline,
      }),
    ];
  return [];
}

/** Promises that are due, in danger or broken. */
function promiseLines({ promises, close }: Handoff, { today, isMine }: QueueAsked): QueueLine[] {
  return promises.flatMap((promise): QueueLine[] => {
    const { state, dueOn, text, owner, entryId, overdue } = promise;
    const near = dueOn !== null && dueOn <= addDays(today, ahead);
    if (state === "kept" || (state === "open" && !near)) return [];
    const reason =
      state === "broken"
        ? "Promise broken"
        : overdue && dueOn !== null
          ? `Promise ${dueIn(dueOn, today)}`
          : state === "at_risk"
            ? "Promise at risk"
            : `Promise due ${dueIn(dueOn ?? today, today)}`;
    return [
      {
        subject: `promise:${entryId}:${state}${overdue ? ":overdue" : ""}`,
        kind: "promise",
        side: owner !== null && isMine(owner) ? null : "cs",
        reason: `${reason}: ${text}`,
        detail: `Made at the close of ${close.on}; ${owner === null ? "nobody answers for it" : `${owner} answers for it`}.`,
        action: state === "broken" ? "Talk about it" : "Look after it",
        place: "handoff",
        deadline: state === "broken" ? null : dueOn,
        dueAt: null,
        task: null,
      },
    ];
  });
}

const dayOfMoment = (at: string): Day => at.slice(0, 10) as Day;
