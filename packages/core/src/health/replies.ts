import { addDays, epochDay } from "../kernel/index.ts";
import { type Touch, touchesOn } from "../people/index.ts";
import { type FoundLine, foundLine, unknownLine } from "./found-line.ts";
import type { HealthCase } from "./health-case.ts";
import { waysHeard } from "./sayings.ts";

/** How many days back touchpoints count as engagement. */
const touchWindow = 60;
/** For how many days a mail of ours may wait before it counts as unanswered. */
const grace = 7;

/** Whether both sides were in it: a meeting always, a call of ours where it says with whom. */
const spokeTogether = ({ entry: { type, direction, contacts } }: Touch): boolean =>
  type === "call" ? direction !== "ours" || contacts.length > 0 : type !== "email";

/** Whether the customer said something: it wrote or called, or both sides spoke. */
const isHeard = (touch: Touch): boolean => touch.entry.direction === "theirs" || spokeTogether(touch);

/** Whether somebody of ours waits for an answer to it; what a system sent asks nothing. */
const isAsked = ({ by, entry }: Touch): boolean => by !== null && entry.direction === "ours";

const wayOf = ({ entry: { type, direction } }: Touch): (typeof waysHeard)[number] => {
  if (type === "email") return "email";
  if (type === "call") return direction === "theirs" ? "their_call" : "call";
  return type === "meeting" ? "meeting" : "review";
};

/**
 * Whether the customer answers, of the last sixty days. Heard from, and nothing of ours waits: all of it. Heard from, and
 * mails since are unanswered: three fifths. Nobody asked, and nothing was heard: two fifths. Asked and heard nothing: none.
 * A mail waits for a week before it is unanswered.
 */
export function repliesLine({ record, told, on }: HealthCase): FoundLine {
  const [since, late] = [addDays(on, -touchWindow), addDays(on, -grace)];
  const touches = touchesOn(record, on);
  if ((told.touchesSince === null || told.touchesSince > since) && touches.length === 0)
    return unknownLine("replies", "contacts_too_new", 1);
  const recent = touches.filter(({ effectiveOn }) => effectiveOn > since);
  const at = recent.findLastIndex(isHeard);
  const asked = recent.slice(at + 1).filter(isAsked);
  const unanswered = asked.filter(({ effectiveOn }) => effectiveOn <= late);
  // The last one that is unanswered, else the last one that has a week.
  const last = (unanswered.length > 0 ? unanswered : asked).at(-1);
  const waiting = [unanswered.length, last ? epochDay(last.effectiveOn) : 0];
  const line = { on: epochDay(on), weight: 1 };
  const heard = recent[at];
  if (heard) {
    const numbers = [epochDay(heard.effectiveOn), waysHeard.indexOf(wayOf(heard)), ...waiting];
    return foundLine("replies", "heard", numbers, { ...line, share: unanswered.length > 0 ? 600 : 1000 });
  }
  return foundLine("replies", "not_heard", waiting, { ...line, share: unanswered.length > 0 ? 0 : 400 });
}
