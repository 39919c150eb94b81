import { csmSentiments } from "../facts/index.ts";
import { type Day, dayOfEpoch } from "../kernel/index.ts";

/** What lines are of. Their places are stored: new ones come last, and none is taken away. */
export const lineSubjects = [
  "seats",
  "regularity",
  "features",
  "logins",
  "replies",
  "nps",
  "csat",
  "ces",
  "pulse",
  "csm_sentiment",
  "tickets",
  "profile",
  "champions",
  "promises",
  "red_flags",
  "answers",
] as const;
/** What a line is of. */
export type LineSubject = (typeof lineSubjects)[number];

/** What lines say. Their places are stored: new ones come last, none is taken away, and none gets to mean something else. */
export const sayingNames = [
  "active_users",
  "days_of_use",
  "features_touched",
  "no_feature",
  "logins_held",
  "heard",
  "not_heard",
  "load",
  "answered",
  "answer_over",
  "judges",
  "judged",
  "fit",
  "champions_stand",
  "promises_open",
  "flags_open",
  "no_source_of_use",
  "never_used",
  "seats_unknown",
  "no_source_of_features",
  "features_last_told",
  "no_source_of_logins",
  "too_few_logins",
  "contacts_too_new",
  "load_unread",
  "nobody_answered",
  "no_champion",
] as const;
/** What a line says. */
export type Saying = (typeof sayingNames)[number];

/** What a saying speaks of. */
interface Said {
  readonly what: LineSubject;
  readonly numbers: readonly number[];
  readonly quote: string | null;
  readonly on: number | null;
}

/** In how many days use is looked at, in the words of lines. */
const useWindow = 28;
/** The ways customers are heard from. Their places are stored. */
export const waysHeard = ["email", "their_call", "call", "meeting", "review"] as const;
const heardBy = {
  email: "they wrote",
  their_call: "they called",
  call: "a call with them",
  meeting: "a meeting with them",
  review: "a review with them",
} as const;

/** The number at a place: a saying and who finds it agree on them. */
const at = (numbers: readonly number[], place: number): number => numbers[place] ?? 0;
const dayAt = (numbers: readonly number[], place: number): Day => dayOfEpoch(at(numbers, place));
const dayOf = (on: number | null): string => (on === null ? "no day" : dayOfEpoch(on));
/** A number with its thousands set apart, as everybody reads it; screens print it as their reader does. */
const number = (of: number): string => String(of).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
const counted = (of: number, one: string): string => `${number(of)} ${one}${of === 1 ? "" : "s"}`;
/** From how many of the days logins are reckoned, where that is not all of them: these stand for the whole. */
const ofDays = (told: number, days: number): string =>
  told === days ? "" : ` (estimated from ${told} of them)`;
const answerText = ({ what, numbers }: Said): string =>
  `${what === "pulse" ? "Pulse" : what.toUpperCase()} answered with ${at(numbers, 0)} of ${at(numbers, 1)}`;
const judgementAt = (numbers: readonly number[]) => csmSentiments[at(numbers, 0)] ?? "neutral";

/** What waits for an answer: how many are unanswered and the last of them; else the day of one that has a week. */
function waitingText(unanswered: number, on: number): string {
  if (unanswered > 0)
    return `${counted(unanswered, "mail or call")} of ours since, the last of ${dayOfEpoch(on)}, unanswered`;
  return on > 0
    ? `our mail of ${dayOfEpoch(on)} has a week to be answered`
    : "nothing of ours waits for an answer";
}

function notHeardText(unanswered: number, on: number): string {
  const open = waitingText(unanswered, on);
  if (unanswered > 0) return `Nothing heard from them in sixty days; ${open.replace(" since", "")}`;
  return `Nothing heard from them in sixty days, and ${on > 0 ? open : "nobody asked"}`;
}

/** Every line in words. Numbers are named in the order in which they are stored; users and days of use are hundredths, a load is told in halves. */
const words: Readonly<Record<Saying, (said: Said) => string>> = {
  active_users: ({ numbers: [users = 0, seats = 0] }) =>
    `${counted(users / 100, "active user")} of ${number(seats)} licensed seats`,
  days_of_use: ({ numbers: [days = 0] }) => `Use on ${days / 100} of 20 working days`,
  features_touched: ({ numbers: [now = 0, most = 0], on }) =>
    `${counted(now, "feature")} touched in the ${useWindow} days to ${dayOf(on)}; at its widest it was ${most}`,
  no_feature: () => "No feature was ever touched",
  logins_held: ({ numbers: [before = 0, after = 0, days = 0, toldBefore = 0, toldAfter = 0], on }) =>
    `${counted(after, "login")} in the ${days} days to ${dayOf(on)}${ofDays(toldAfter, days)}, ${number(before)} in the ${days} before${ofDays(toldBefore, days)}`,
  heard: ({ numbers: [heardOn = 0, way = 0, unanswered = 0, on = 0] }) =>
    `Heard from them on ${dayOfEpoch(heardOn)} (${heardBy[waysHeard[way] ?? "review"]}); ${waitingText(unanswered, on)}`,
  not_heard: ({ numbers: [unanswered = 0, on = 0] }) => notHeardText(unanswered, on),
  load: ({ numbers: [open = 0, recent = 0, halves = 0, full = 0] }) =>
    open + recent === 0
      ? "Nothing is open, and nothing was opened in four weeks"
      : `${counted(open, "ticket")} open, ${number(recent)} solved of those opened in four weeks: a load of ${number(halves / 2)} of ${full}`,
  answered: answerText,
  answer_over: (said) =>
    `${answerText(said)}; an answer counts for ${at(said.numbers, 2)} days and ${at(said.numbers, 3)} more`,
  judges: ({ numbers, quote }) => `The CSM judges ${judgementAt(numbers)}: ${quote ?? ""}`.slice(0, 300),
  judged: ({ numbers }) =>
    `The CSM judged ${judgementAt(numbers)}; that was valid until ${dayAt(numbers, 1)}`,
  fit: ({ numbers: [percent = 0] }) => `A fit of ${percent} % with the ideal customer profile`,
  champions_stand: ({ numbers }) =>
    `${counted(at(numbers, 0), "active champion")}, ${at(numbers, 1)} moved or left; the last change was on ${dayAt(numbers, 2)}`,
  promises_open: ({ numbers: [open = 0, weight = 0] }) =>
    `${counted(open, "promise")} not kept yet, of a weight of ${weight} of 10`,
  flags_open: ({ numbers: [flags = 0] }) => `${counted(flags, "red flag")} open`,
  no_source_of_use: () => "No source tells of use",
  never_used: () => "No source ever told of use by this customer",
  seats_unknown: () => "How many seats are licensed is not known",
  no_source_of_features: () => "No source tells which features are used",
  features_last_told: ({ on }) => `Features were last told of on ${dayOf(on)}`,
  no_source_of_logins: () => "No source tells of logins",
  too_few_logins: ({ numbers }) =>
    `Logins are told of up to ${dayAt(numbers, 0)}, and of too few days to compare`,
  contacts_too_new: () => "Contacts with customers are not on record for sixty days yet",
  load_unread: () => "Support load was never read",
  nobody_answered: () => "Nobody ever answered",
  no_champion: () => "No champion is on record",
};

/** What a line says in words: the one place where its numbers become a sentence. */
export const sayingText = (said: Said & { readonly says: Saying }): string => words[said.says](said);
