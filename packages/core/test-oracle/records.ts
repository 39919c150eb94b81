import fc from "fast-check";
import type { JournalFact, UsageFact } from "../src/facts/index.ts";
import { EntryId, instant } from "../src/kernel/index.ts";
import { accountId } from "./build.ts";
import { dayOfNumber } from "./day-numbers.ts";

const instants = ["2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"].map(instant);
const someDay = fc.integer({ min: 0, max: 900 });

/** Versions of entries of a few ids, so that one replaces another more often than by chance; some take theirs back. */
const versions = fc.array(
  fc.record({
    entry: fc.nat({ max: 3 }),
    account: fc.constantFrom("A", "B", null),
    after: someDay,
    text: fc.constantFrom("Called", "Met", "Wrote"),
    withdrawn: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant("A mistake") },
    ),
    recordedAt: fc.constantFrom(...instants),
  }),
  { maxLength: 6 },
);

const readings = fc.array(
  fc.record({
    account: fc.constantFrom("A", "B"),
    feature: fc.constantFrom(null, "Reports"),
    activity: fc.constantFrom("use" as const, "login" as const),
    after: fc.nat({ max: 3 }),
    users: fc.nat({ max: 20 }),
    recordedAt: fc.constantFrom(...instants),
  }),
  { maxLength: 4 },
);

/** What people and systems put on record of the accounts of a world, from its first day on. */
export function recordsFrom(start: number): fc.Arbitrary<{ journal: JournalFact[]; usage: UsageFact[] }> {
  const on = (after: number) => dayOfNumber(start + after);
  const source = (key: string) => ({ system: "test", key, file: null, line: null });
  return fc.record({ versions, readings }).map((said) => ({
    journal: said.versions.map(
      ({ entry, account, after, text, withdrawn, recordedAt }): JournalFact => ({
        kind: "journal",
        entryId: EntryId.parse(`ent_${entry}`),
        accountId: account === null ? null : accountId(account),
        at: instant(`${on(after)}T10:00:00Z`),
        by: "Kim",
        withdrawn,
        entry:
          account === null
            ? { of: "agenda_item", term: "nrr", reason: text, owner: null, dueOn: null, state: "open" }
            : {
                of: "touchpoint",
                type: "note",
                direction: null,
                contacts: [],
                text,
                outcome: null,
                nextStep: null,
              },
        effectiveOn: on(after),
        recordedAt,
        source: source(`ent_${entry}`),
      }),
    ),
    usage: said.readings.map(
      ({ account, feature, activity, after, users, recordedAt }): UsageFact => ({
        kind: "usage",
        accountId: accountId(account),
        feature,
        activity,
        days: 7,
        users,
        uses: null,
        activeDays: null,
        seats: null,
        effectiveOn: on(after),
        recordedAt,
        source: source(`${account} ${feature} ${activity} ${on(after)}`),
      }),
    ),
  }));
}
