import type { JournalFact } from "@termwise/core/facts";
import type { AccountId, Day, Instant } from "@termwise/core/kernel";
import type { AccountIndex } from "./account-index.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { withoutDoubles } from "./doubled-keys.ts";
import { entryIdOf } from "./keys.ts";
import type { Remarks } from "./remarks.ts";

/** An entry of the journal as a row states it, and the key its system knows it by. */
export interface EntryDraft {
  readonly row: RowInCheck;
  readonly accountId: AccountId;
  readonly system: string;
  readonly key: string;
  readonly at: Instant;
  readonly on: Day;
  readonly by: string | null;
  readonly entry: JournalFact["entry"];
}

/** What rows about entries are checked against. */
export interface EntriesKnown {
  readonly journal: readonly JournalFact[];
  readonly index: AccountIndex;
  readonly timeZone: string;
  readonly recordedAt: Instant;
}

const contentOf = ({ at, by, entry }: Pick<JournalFact, "at" | "by" | "entry">) =>
  JSON.stringify([at, by, entry]);

/** Settles rows that state journal entries: new ones, and later versions of those that say something else now. */
export function settleEntries(
  drafts: readonly EntryDraft[],
  field: string,
  { journal, recordedAt }: EntriesKnown,
  remarks: Remarks,
): void {
  const held = new Map<string, JournalFact>(journal.map((fact) => [fact.entryId, fact]));
  const single = withoutDoubles(drafts, ({ system, key }) => `${system}\n${key}`, contentOf, field, remarks);
  for (const { row, accountId, system, key, at, on, by, entry } of single) {
    const entryId = entryIdOf(system, key);
    const before = held.get(entryId);
    if (before && before.accountId === accountId && contentOf(before) === contentOf({ at, by, entry }))
      continue;
    row.outcome = before ? "changed" : "new";
    row.changes = before ? [{ field, from: JSON.stringify(before.entry), to: JSON.stringify(entry) }] : [];
    row.facts = [
      {
        kind: "journal",
        entryId,
        accountId,
        at,
        by,
        withdrawn: null,
        entry,
        effectiveOn: on,
        recordedAt,
        source: { system, key, file: row.file.name, line: row.line },
      },
    ];
  }
}

/** Refuses what is said to have happened after the moment of the import. */
export function refuseFuture(
  row: RowInCheck,
  field: string,
  at: Instant,
  { recordedAt, timeZone }: EntriesKnown,
  on: Day,
  today: Day,
): void {
  if (on <= today && (at <= recordedAt || on === today)) return;
  row.refuse(
    "E_VALUE",
    field,
    row.reader.word(field),
    `${at} is still to come (${timeZone}): evidence is of what has happened.`,
    "Correct the moment, or import the row when it has happened.",
  );
}
