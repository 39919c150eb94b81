import type { AccountEntry, JournalFact, WorkspaceEntry } from "@termwise/core/facts";
import { type AccountId, addDays, type Day, EntryId, type Instant, instant } from "@termwise/core/kernel";
import type { Timeline } from "../timeline.ts";

/** When something happened: a day, and the time on it in UTC (`HH:MM`). */
export interface Moment {
  readonly on: Day;
  readonly time: string;
}

/** The instant of a moment. */
export const instantOf = ({ on, time }: Moment): Instant => instant(`${on}T${time}:00Z`);

/** The same time so many days later. */
export const daysLater = ({ on, time }: Moment, days: number): Moment => ({ on: addDays(on, days), time });

/**
 * What is put on record, of accounts and of the company as a whole. Only what happened before today is kept: what a
 * course plans for later has not happened yet.
 */
export class JournalBook {
  readonly facts: JournalFact[] = [];
  readonly timeline: Timeline;

  constructor(timeline: Timeline) {
    this.timeline = timeline;
  }

  /** Whether a day is over. */
  past(on: Day): boolean {
    return on < this.timeline.today;
  }

  /** Puts something on record of an account; `id` is its own among all entries. */
  put(
    accountId: AccountId,
    id: string,
    at: Moment,
    entry: AccountEntry,
    by: string | null,
    recorded: Moment = at,
  ): void {
    this.add({ accountId, id, at, entry, by, recorded });
  }

  /** Puts something on record of the company. */
  rule(id: string, at: Moment, entry: WorkspaceEntry, by: string | null): void {
    this.add({ accountId: null, id, at, entry, by, recorded: at });
  }

  private add({ accountId, id, at, entry, by, recorded }: NewEntry): void {
    if (!this.past(at.on) || !this.past(recorded.on)) return;
    const entryId = EntryId.parse(`ent_demo${id.replaceAll("_", "")}`);
    this.facts.push({
      kind: "journal",
      entryId,
      accountId,
      at: instantOf(at),
      by,
      withdrawn: null,
      entry,
      effectiveOn: at.on,
      recordedAt: instantOf(recorded),
      source: { system: "demo", key: entryId, file: null, line: null },
    });
  }
}

interface NewEntry {
  readonly accountId: AccountId | null;
  readonly id: string;
  readonly at: Moment;
  readonly entry: AccountEntry | WorkspaceEntry;
  readonly by: string | null;
  readonly recorded: Moment;
}
