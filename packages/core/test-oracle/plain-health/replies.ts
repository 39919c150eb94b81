import { addDays } from "../../src/kernel/index.ts";
import { type Touch, touchesOn } from "../../src/people/index.ts";
import { type FoundInput, type HealthCase, unknownInput } from "./health-case.ts";

/** How many days back touchpoints count as engagement. */
const touchWindow = 60;
/** For how many days a mail of ours may wait before it counts as unanswered. */
const grace = 7;

const what = "replies";

/** Whether both sides were in it: a meeting always, a call of ours where it says with whom. */
const spokeTogether = ({ entry: { type, direction, contacts } }: Touch): boolean =>
  type === "call" ? direction !== "ours" || contacts.length > 0 : type !== "email";

/** Whether the customer said something: it wrote or called, or both sides spoke. */
const isHeard = (touch: Touch): boolean => touch.entry.direction === "theirs" || spokeTogether(touch);

/** Whether somebody of ours waits for an answer to it; what a system sent asks nothing. */
const isAsked = ({ by, entry }: Touch): boolean => by !== null && entry.direction === "ours";

const wayOf = ({ entry: { type, direction } }: Touch): string => {
  if (type === "email") return "they wrote";
  if (type === "call") return direction === "theirs" ? "they called" : "a call with them";
  return type === "meeting" ? "a meeting with them" : "a review with them";
};

const counted = (of: number, one: string): string => `${of} ${one}${of === 1 ? "" : "s"}`;

/**
 * Whether the customer answers, of the last sixty days. Heard from, and nothing of ours waits: all of it. Heard from, and
 * mails since are unanswered: three fifths. Nobody asked, and nothing was heard: two fifths. Asked and heard nothing: none.
 * A mail waits for a week before it is unanswered.
 */
export function repliesInput({ record, told, on }: HealthCase): FoundInput {
  const touches = touchesOn(record, on);
  if (told.touchesSince === null || told.touchesSince > addDays(on, -touchWindow)) {
    if (touches.length === 0)
      return unknownInput(what, 1, "Contacts with customers are not on record for sixty days yet");
  }
  const recent = touches.filter(({ effectiveOn }) => effectiveOn > addDays(on, -touchWindow));
  const at = recent.findLastIndex(isHeard);
  const heard = recent[at];
  const asked = recent.slice(at + 1).filter(isAsked);
  const unanswered = asked.filter(({ effectiveOn }) => effectiveOn <= addDays(on, -grace));
  const waiting = asked.length - unanswered.length;
  const last = unanswered.at(-1);
  const open = last
    ? `${counted(unanswered.length, "mail or call")} of ours since, the last of ${last.effectiveOn}, unanswered`
    : waiting > 0
      ? `our mail of ${asked.at(-1)?.effectiveOn} has a week to be answered`
      : "nothing of ours waits for an answer";
  if (heard) {
    const text = `Heard from them on ${heard.effectiveOn} (${wayOf(heard)}); ${open}`;
    return { what, text, on, share: last ? 600 : 1000, weight: 1 };
  }
  if (last) {
    const text = `Nothing heard from them in sixty days; ${open.replace(" since", "")}`;
    return { what, text, on, share: 0, weight: 1 };
  }
  const text = `Nothing heard from them in sixty days, and ${waiting > 0 ? open : "nobody asked"}`;
  return { what, text, on, share: 400, weight: 1 };
}
