import type { JournalOf } from "../facts/index.ts";
import { type Day, type Instant, type Known, type Rational, shareOf } from "../kernel/index.ts";
import { type CustomerRecord, touchesOn } from "../people/index.ts";
import { houseSurveyPolicy, type SurveyPolicy } from "../surveys/index.ts";
import { answersOn } from "./sentiment-reading.ts";

/** Within how many hours somebody who detracts is to hear from us. */
export const outreachHours = 48;

/** Whether a detractor heard from us: in time, too late, not yet, or not in time. */
export const outreachStates = ["in_time", "late", "open", "overdue"] as const;

/** A detractor's answer, until when they are to hear from us, and when they did. */
export interface Outreach {
  readonly answer: JournalOf<"survey_answer">;
  readonly dueAt: Instant;
  /** The first call, meeting or mail of ours after the answer; null: none yet. */
  readonly reachedAt: Instant | null;
  readonly state: (typeof outreachStates)[number];
}

/** Every answer to the NPS that detracts, by a day, and whether its writer heard from us in time. S-55. */
export function outreachOn(
  record: CustomerRecord,
  asked: { readonly on: Day; readonly now: Instant },
  policy: SurveyPolicy = houseSurveyPolicy,
): Outreach[] {
  const detracting = answersOn(record, asked.on).filter(
    ({ entry }) => entry.survey === "nps" && entry.score <= policy.detractorsTo,
  );
  if (detracting.length === 0) return [];
  const touches = touchesOn(record, asked.on).filter(({ entry }) => entry.direction !== "theirs");
  return detracting.map((answer): Outreach => {
    const { contactId } = answer.entry;
    const dueAt = new Date(Date.parse(answer.at) + outreachHours * 3_600_000).toISOString() as Instant;
    const reached = touches.find(
      ({ at, entry }) =>
        Date.parse(at) >= Date.parse(answer.at) &&
        (contactId === null || entry.contacts.length === 0 || entry.contacts.includes(contactId)),
    );
    const reachedAt = reached?.at ?? null;
    const late = Date.parse(reachedAt ?? asked.now) > Date.parse(dueAt);
    const state = reachedAt === null ? (late ? "overdue" : "open") : late ? "late" : "in_time";
    return { answer, dueAt, reachedAt, state };
  });
}

/** The share of detractors who heard from us within 48 hours, of those whose time is up or who did. */
export function outreachRate(all: readonly Outreach[]): Known<Rational> {
  const judged = all.filter(({ state }) => state !== "open");
  const inTime = judged.filter(({ state }) => state === "in_time");
  return shareOf(BigInt(inTime.length), BigInt(judged.length), "No detractor's 48 hours are over.");
}
