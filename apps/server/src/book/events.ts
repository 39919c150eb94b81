import { handoffsOf } from "@termwise/core/handoff";
import type { Day, EntryId, Instant } from "@termwise/core/kernel";
import { type QueuePlace, tasksOn } from "@termwise/core/work";
import type { BookCase } from "./cases.ts";

/** What falls on a day of an account's calendar. */
export type BookEventKind = "renewal" | "latest_start" | "preparation" | "task" | "kickoff" | "go_live";

/** Something of an account that falls on a day, and where it is done. */
export interface BookEvent {
  readonly on: Day;
  readonly kind: BookEventKind;
  readonly what: string;
  readonly place: QueuePlace;
  readonly done: boolean;
  /** Its day has passed without it. */
  readonly late: boolean;
  readonly task: EntryId | null;
}

const steps = {
  health_check: "Health check before the renewal",
  expansion_talk: "Expansion talk before the renewal",
  contract_review: "Contract review before the renewal",
} as const;

/** Everything of an account that falls on a day, the earliest first. */
export function eventsOf(one: BookCase, { now, today }: { now: Instant; today: Day }): BookEvent[] {
  const event = (on: Day, said: Omit<BookEvent, "on" | "late" | "done" | "task"> & Partial<BookEvent>) => {
    const done = said.done ?? false;
    return { done, task: null, ...said, on, late: !done && on < today };
  };
  const { renewal } = one.standing;
  const found: BookEvent[] = [];
  if (one.account.renewalOn !== null && one.account.status === "customer")
    found.push(event(one.account.renewalOn, { kind: "renewal", what: "Renewal", place: "renewals" }));
  if (renewal !== null) {
    const done = renewal.startedOn !== null;
    const what = done ? "Renewal conversation begun" : "Latest start of the renewal conversation";
    found.push(
      event(renewal.startedOn ?? renewal.latestStartOn, {
        kind: "latest_start",
        what,
        place: "renewals",
        done,
      }),
    );
    for (const { step, plannedOn, doneOn } of renewal.preparations) {
      const on = doneOn ?? plannedOn;
      if (on === null) continue;
      found.push(
        event(on, { kind: "preparation", what: steps[step], place: "renewals", done: doneOn !== null }),
      );
    }
  }
  for (const { fact } of tasksOn(one.record, today)) {
    const { state, title, dueOn } = fact.entry;
    if (state !== "open" || dueOn === null) continue;
    found.push(event(dueOn, { kind: "task", what: title, place: "tasks", task: fact.entryId }));
  }
  for (const { kickoff, expectations, phase } of handoffsOf(one.record, one.rules, { now, today })) {
    if (kickoff.held !== null)
      found.push(
        event(kickoff.held.on, { kind: "kickoff", what: "Kickoff held", place: "handoff", done: true }),
      );
    for (const { what, dueOn, doneOn, goLive } of expectations.milestones)
      if (goLive && (phase !== "ended" || doneOn !== null))
        found.push(
          event(doneOn ?? dueOn, { kind: "go_live", what, place: "handoff", done: doneOn !== null }),
        );
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.what < b.what ? -1 : 1));
}

/** What comes next for an account, tasks apart: the first thing that is not done, be it late. */
export function nextMilestone(events: readonly BookEvent[]): BookEvent | null {
  return events.find(({ kind, done }) => !done && kind !== "task") ?? null;
}
