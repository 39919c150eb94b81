import type { AccountEntry, JournalFact } from "@termwise/core/facts";
import { type AccountId, type Day, type EntryId, type Instant, instant } from "@termwise/core/kernel";
import { dayOf } from "../clock.ts";

/** What people of the demo company put on record themselves, in the order they did. */
export class DemoAnswers {
  /** What the keys of such entries begin with. */
  static readonly mark = "answer ";
  readonly facts: JournalFact[] = [];
  readonly now: Instant;
  readonly timeZone: string;

  constructor(now: Instant, timeZone: string) {
    this.now = now;
    this.timeZone = timeZone;
  }

  /** A time on a day, and never one that has not come. */
  moment(on: Day, time: string): Instant {
    const at = instant(`${on}T${time}:00.000Z`);
    return [at, this.now].sort()[0] ?? at;
  }

  /** Puts an entry on record of an account; of one entry the later stands. */
  put(
    accountId: AccountId,
    { entry, entryId, at }: { readonly entry: AccountEntry; readonly entryId: EntryId; readonly at: Instant },
    by: string | null,
  ): void {
    // Each is recorded after the one before, so that versions keep their order whatever was closed since.
    const recordedAt = instant(new Date(Date.parse(this.now) - 10_000 + this.facts.length).toISOString());
    this.facts.push({
      ...{ kind: "journal", entryId, accountId, at, by, withdrawn: null, entry, recordedAt },
      effectiveOn: dayOf(at, this.timeZone),
      source: { system: "demo", key: `${DemoAnswers.mark}${entryId}`, file: null, line: null },
    });
  }
}
