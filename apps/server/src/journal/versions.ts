import { entryNames, factsKnownAt, type JournalFact, noFacts } from "@termwise/core/facts";
import {
  type AccountId,
  type Day,
  type EntryId,
  Failure,
  type Instant,
  instant,
} from "@termwise/core/kernel";
import { appendAudit, appendFacts, type WorkspaceTransaction } from "@termwise/db";
import { authorsOf } from "../auth/names.ts";
import { recordedSince } from "./token.ts";
import type { Writer } from "./write-entry.ts";

/** The entries that stand, in the order they happened. */
export const standing = (journal: readonly JournalFact[]): readonly JournalFact[] =>
  [...factsKnownAt({ ...noFacts, journal }, null).journal].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.entryId < b.entryId ? -1 : 1,
  );

/** Throws unless an entry stands and is of a kind. */
export function assertSameKind(journal: readonly JournalFact[], id: EntryId, kind: string): void {
  const present = journal.find(({ entryId }) => entryId === id);
  if (!present) throw new Failure("not_found", "There is no such entry, or somebody has taken it back");
  if (present.entry.of !== kind)
    throw new Failure("bad_input", `The entry is of the kind ${present.entry.of}, not ${kind}`);
}

/** Appends a version of an entry, later than all there are. */
export async function append(
  tx: WorkspaceTransaction,
  all: readonly JournalFact[],
  { on, ...entry }: Pick<JournalFact, "entryId" | "accountId" | "entry" | "at" | "withdrawn"> & { on: Day },
  { acting, by }: Writer,
): Promise<void> {
  const source = { system: "termwise", key: entry.entryId, file: null, line: null };
  const fact: JournalFact = {
    kind: "journal",
    ...entry,
    by,
    effectiveOn: on,
    recordedAt: afterAll(all, acting.at),
    source,
  };
  await appendFacts(tx, { journal: [fact] });
}

/** A later version must never look like the earlier one, whatever the clock says. */
function afterAll(journal: readonly JournalFact[], now: Instant): Instant {
  const newest =
    journal
      .map(({ recordedAt }) => recordedAt)
      .sort()
      .at(-1) ?? "";
  return newest < now ? now : instant(new Date(Date.parse(newest) + 1).toISOString());
}

/** What was put on record since somebody looked, in words. */
export async function whatChanged(
  tx: WorkspaceTransaction,
  versions: readonly JournalFact[],
  seen: string,
): Promise<string> {
  const nameOf = await authorsOf(tx);
  const said = recordedSince(versions, seen)
    .slice(0, 3)
    .map(({ entry, by, recordedAt, withdrawn }) => {
      const who = nameOf(by) ?? "Somebody";
      const [did, done] = withdrawn === null ? ["put", "on record"] : ["took", "back"];
      return `${who} ${did} "${entryNames[entry.of]}" ${done} at ${recordedAt.slice(11, 16)} UTC`;
    });
  return `This account has changed since you opened it. ${said.join("; ")}. Look at it again, then decide`;
}

/** Tells the audit log of an entry. */
export async function tellOf(
  tx: WorkspaceTransaction,
  action: "entry_recorded" | "entry_withdrawn" | "rule_set" | "definition_proposed" | "definition_signed",
  { entryId, accountId, of }: { entryId: EntryId; accountId: AccountId | null; of: string },
  { acting }: Writer,
): Promise<void> {
  await appendAudit(tx, tx.workspaceId, {
    ...acting,
    action,
    subject: { kind: "entry", id: entryId },
    details: { kind: of, ...(accountId !== null && { accountId }) },
  });
}
