import { randomBytes } from "node:crypto";
import type { Role } from "@termwise/core/access";
import type { AccountEntry, JournalFact, WorkspaceEntry } from "@termwise/core/facts";
import {
  type AccountId,
  type ContactId,
  type Day,
  EntryId,
  Failure,
  type Instant,
} from "@termwise/core/kernel";
import { holdWriterLane, loadContacts, loadRecordFacts, type WorkspaceTransaction } from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import { dayOf } from "../clock.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isReviewKind } from "../review/entries.ts";
import { tellOfRecord } from "../sessions/tidings.ts";
import type { Termwise } from "../termwise.ts";
import { refusalOf } from "./checks.ts";
import { houseRefusalOf } from "./house-checks.ts";
import { concernsStage, journalToken } from "./token.ts";
import { append, assertSameKind, standing, tellOf, whatChanged } from "./versions.ts";

/** Who writes, and as what. */
export interface Writer {
  readonly acting: Acting;
  /** Their membership's id; null: the command line. */
  readonly by: string | null;
  readonly role: Role | null;
}

/** What is to be put on record of an account. */
export interface AccountWrite {
  readonly accountId: AccountId;
  /** The entry; or what writes down first what it speaks of, in the same transaction, and then gives it. */
  readonly entry: AccountEntry | ((tx: WorkspaceTransaction) => Promise<AccountEntry>);
  readonly at?: Instant | undefined;
  /** The entry this is a later version of. */
  readonly entryId?: EntryId | undefined;
  /** What the writer had seen of the journal (`journalToken`). */
  readonly seen?: string | undefined;
  /** The id may be of an entry that does not stand, or was taken back. */
  readonly anew?: boolean;
}

/** An id for a new entry. */
export function newEntryId(): EntryId {
  return EntryId.parse(`ent_${randomBytes(12).toString("hex")}`);
}

/** The customer an account record belongs to, as somebody sees it, and all its records. `not_found` where they see none. */
export async function customerOf(termwise: Termwise, accountId: AccountId) {
  const books = await termwise.books();
  const { records, rules, ofAccount } = customerRecords(books);
  const record = records.get(ofAccount(accountId));
  if (!record) throw new Failure("not_found", `There is no account ${accountId}`);
  const own = books.known.now.accounts
    .map((fact) => fact.accountId)
    .filter((id) => ofAccount(id) === record.accountId);
  return { record, rules, ids: [...new Set([record.accountId, ...own])] };
}

/** A customer as it is written about: the account record, all its records, the rules, and the zone days are told in. */
export interface Subject extends Awaited<ReturnType<typeof customerOf>> {
  readonly timeZone: string;
}

/** The customer somebody is about to write of, as they see it. `not_found` where they see none. */
export async function subjectOf(termwise: Termwise, accountId: AccountId): Promise<Subject> {
  const { timeZone } = await termwise.workspace();
  return { ...(await customerOf(termwise, accountId)), timeZone };
}

/** Writes to the journal, one at a time: whatever the work puts on record stands together, or none of it does. */
export async function writing<T>(
  termwise: Termwise,
  work: (tx: WorkspaceTransaction) => Promise<T>,
): Promise<T> {
  const done = await termwise.write(async (tx) => {
    await holdWriterLane(tx);
    return work(tx);
  });
  tellOfRecord(termwise.db, termwise.workspaceId);
  return done;
}

/**
 * Puts an entry on record of an account: under the writer lane, against the journal as it stands in that moment, so that
 * of two who change where an account stands only the first succeeds and the other is told what changed.
 */
export async function writeEntry(termwise: Termwise, write: AccountWrite, writer: Writer): Promise<EntryId> {
  const subject = await subjectOf(termwise, write.accountId);
  return writing(termwise, (tx) => putEntry(tx, subject, write, writer));
}

/** As {@link writeEntry}, within a transaction of {@link writing}. */
export async function putEntry(
  tx: WorkspaceTransaction,
  { record, rules, ids, timeZone }: Subject,
  write: Omit<AccountWrite, "accountId">,
  writer: Writer,
): Promise<EntryId> {
  const now = writer.acting.at;
  const at = write.at ?? now;
  if (at > now)
    throw new Failure("bad_input", `${at} is in the future. Put on record what has happened already`);
  const entryId = write.entryId ?? newEntryId();
  const entry = inTheirRole(typeof write.entry === "function" ? await write.entry(tx) : write.entry, writer);
  const all = (await loadRecordFacts(tx, { accountIds: ids, house: false })).journal;
  const journal = standing(all);
  if (write.entryId !== undefined && write.anew !== true) assertSameKind(journal, write.entryId, entry.of);
  if (write.seen !== undefined && concernsStage(entry.of) && journalToken(journal) !== write.seen)
    throw new Failure("conflict", await whatChanged(tx, all, write.seen));
  const contacts = new Set(
    (await loadContacts(tx, ids)).flatMap(({ id, erasedAt }): ContactId[] => (erasedAt === null ? [id] : [])),
  );
  const on = dayOf(at, timeZone);
  const context = {
    at,
    on,
    now,
    entryId: write.entryId ?? null,
    by: writer.by,
    role: writer.role,
    contacts,
  };
  const refusal = refusalOf({ ...record, journal }, rules, entry, context);
  if (refusal !== null) throw new Failure("refused", refusal);
  await append(tx, all, { entryId, accountId: record.accountId, entry, at, on, withdrawn: null }, writer);
  await tellOf(tx, "entry_recorded", { entryId, accountId: record.accountId, of: entry.of }, writer);
  return entryId;
}

/** Every version of what was ever put on record of a customer, read within a transaction of {@link writing}. */
export async function versionsNow(
  tx: WorkspaceTransaction,
  { ids }: Pick<Subject, "ids">,
): Promise<readonly JournalFact[]> {
  return (await loadRecordFacts(tx, { accountIds: ids, house: false })).journal;
}

/** What stands on record of a customer in this moment, read within a transaction of {@link writing}. */
export async function journalNow(
  tx: WorkspaceTransaction,
  subject: Pick<Subject, "ids">,
): Promise<readonly JournalFact[]> {
  return standing(await versionsNow(tx, subject));
}

/** What stands on record of the workspace in this moment, read within a transaction of {@link writing}. */
export async function houseNow(tx: WorkspaceTransaction): Promise<readonly JournalFact[]> {
  return standing((await loadRecordFacts(tx, { accountIds: [] })).journal);
}

/** Takes an entry of an account back, with the reason. What it said stays readable; it no longer counts. */
export async function withdrawEntry(
  termwise: Termwise,
  { fact, reason }: { fact: JournalFact; reason: string },
  writer: Writer,
): Promise<void> {
  await writing(termwise, (tx) => putWithdrawal(tx, { fact, reason }, writer));
}

/** As {@link withdrawEntry}, within a transaction of {@link writing}. */
export async function putWithdrawal(
  tx: WorkspaceTransaction,
  { fact, reason }: { fact: JournalFact; reason: string },
  writer: Writer,
): Promise<void> {
  const [accountIds, house] = fact.accountId === null ? [[], true] : [[fact.accountId], false];
  const all = (await loadRecordFacts(tx, { accountIds, house })).journal;
  const present = standing(all).find(({ entryId }) => entryId === fact.entryId);
  if (!present) throw new Failure("conflict", "Somebody has taken this back already");
  const { entryId, accountId, entry, at, effectiveOn: on } = present;
  await append(tx, all, { entryId, accountId, entry, at, on, withdrawn: reason }, writer);
  await tellOf(tx, "entry_withdrawn", { entryId, accountId, of: entry.of }, writer);
}

/** An entry about the workspace: what it says, the day it holds from (default: today), the entry it is a version of. */
export interface HouseWrite {
  readonly entry: WorkspaceEntry;
  readonly on?: Day | undefined;
  readonly entryId?: EntryId | undefined;
  /** The id may be of an entry that was taken back. */
  readonly anew?: boolean;
}

/** Puts an entry about the workspace on record: a rule, the meaning of a label, a view. It holds from `on`. */
export async function writeHouseEntry(
  termwise: Termwise,
  write: HouseWrite,
  writer: Writer,
): Promise<EntryId> {
  const { timeZone } = await termwise.workspace();
  return writing(termwise, (tx) => putHouseEntry(tx, { timeZone }, write, writer));
}

/** As {@link writeHouseEntry}, within a transaction of {@link writing}. */
export async function putHouseEntry(
  tx: WorkspaceTransaction,
  { timeZone }: Pick<Subject, "timeZone">,
  write: HouseWrite,
  writer: Writer,
): Promise<EntryId> {
  const entryId = write.entryId ?? newEntryId();
  const at = writer.acting.at;
  const all = (await loadRecordFacts(tx, { accountIds: [] })).journal;
  if (write.entryId !== undefined && write.anew !== true)
    assertSameKind(standing(all), write.entryId, write.entry.of);
  const on = write.on ?? dayOf(at, timeZone);
  const refusal = houseRefusalOf({ journal: standing(all) }, write.entry, { on });
  if (refusal !== null) throw new Failure("refused", refusal);
  await append(tx, all, { entryId, accountId: null, entry: write.entry, at, on, withdrawn: null }, writer);
  const { of } = write.entry;
  const action =
    of === "term_proposal"
      ? "definition_proposed"
      : of === "term_signature"
        ? "definition_signed"
        : isReviewKind(of)
          ? "entry_recorded"
          : "rule_set";
  await tellOf(tx, action, { entryId, accountId: null, of }, writer);
  return entryId;
}

/** A waiver tells in which role it was given, and nobody tells that but the server. */
const inTheirRole = (entry: AccountEntry, { role }: Writer): AccountEntry =>
  entry.of === "waiver" ? { ...entry, role } : entry;
