import { type JournalFact, ruleKinds, type Stamp } from "@termwise/core/facts";
import { type AccountId, groupBy } from "@termwise/core/kernel";
import { customers, houseLedgerPolicy } from "@termwise/core/ledger";
import type { CustomerRecord, Feed, HouseRules } from "@termwise/core/people";
import { breath } from "../breath.ts";
import type { Books } from "./books.ts";

/** Everything that is on record, customer by customer. */
export interface CustomerRecords {
  readonly records: ReadonlyMap<AccountId, CustomerRecord>;
  readonly rules: HouseRules;
  /** The customer an account record is part of. */
  readonly ofAccount: (id: AccountId) => AccountId;
}

/** A view that is kept or a definition that is signed changes nothing about where customers stand. */
const isRule = ({ entry }: JournalFact): boolean => ruleKinds.has(entry.of);

const held = new WeakMap<Books, CustomerRecords>();

/**
 * What is on record of every customer in the books, records that were merged as one. Made once for each state of the
 * facts. A customer, and the rules, that are as they were in the state before are the same objects, so that what was
 * computed from them can be kept by them.
 */
export function customerRecords(books: Books): CustomerRecords {
  const steps = making(books);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same where it can wait: others are let in while the records of a large book are made. */
export async function customerRecordsInTurns(books: Books): Promise<CustomerRecords> {
  const steps = making(books);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breath();
  }
}

/** Work that can be left and gone on with whenever it yields. */
type Steps<T> = Generator<undefined, T>;

function* making(books: Books): Steps<CustomerRecords> {
  const known = held.get(books);
  if (known) return known;
  const before = books.before();
  const earlier = before === null ? null : (held.get(before) ?? null);
  const { news } = books.known;
  const made = earlier && news ? withNewRecords(books, earlier, news) : yield* recordsOf(books, earlier);
  // Whoever was let in may have made them meanwhile: there is one of each.
  const one = held.get(books) ?? made;
  held.set(books, one);
  return one;
}

/** How many facts are gone through at once: some milliseconds. */
const slice = 5_000;

function* grouped<K, T>(items: readonly T[], keyOf: (item: T) => K): Steps<Map<K, T[]>> {
  const groups = new Map<K, T[]>();
  for (let from = 0; from < items.length; from += slice) {
    for (const [key, some] of groupBy(items.slice(from, from + slice), keyOf)) {
      const own = groups.get(key);
      if (own) own.push(...some);
      else groups.set(key, some);
    }
    yield;
  }
  return groups;
}

const byMoment = <F extends { at: string; entryId: string }>(a: F, b: F) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.entryId < b.entryId ? -1 : 1;
const byDay = <F extends { effectiveOn: string }>(a: F, b: F) =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0;

function* recordsOf(books: Books, before: CustomerRecords | null): Steps<CustomerRecords> {
  const { now, readings } = books.known;
  const { ofAccount, ofLine } = customers(now, houseLedgerPolicy);
  const ids = [...new Set(now.accounts.map(({ accountId }) => ofAccount(accountId)))].sort();
  const attributes = yield* grouped(now.attributes, ({ accountId }) => accountId);
  const lines = yield* grouped(now.lines, ofLine);
  const movements = new Map(books.ledgers().map((ledger) => [ledger.accountId, ledger.movements]));
  const journal = yield* grouped(now.journal, ({ accountId }) => accountId && ofAccount(accountId));
  const usage = yield* grouped(now.usage, ({ accountId }) => ofAccount(accountId));
  const records = new Map<AccountId, CustomerRecord>();
  for (const accountId of ids) {
    const made: CustomerRecord = {
      accountId,
      attributes: attributes.get(accountId) ?? [],
      lines: lines.get(accountId) ?? [],
      movements: movements.get(accountId) ?? [],
      journal: (journal.get(accountId) ?? []).sort(byMoment),
      usage: (usage.get(accountId) ?? []).sort(byDay),
    };
    const earlier = before?.records.get(accountId);
    records.set(accountId, earlier && sameRecord(earlier, made) ? earlier : made);
    if (records.size % slice === 0) yield;
  }
  const house = {
    journal: (journal.get(null) ?? []).filter(isRule).sort(byMoment),
    readings,
  };
  const rules = before && sameRules(before.rules, house) ? before.rules : house;
  return { records, rules, ofAccount };
}

/** The records of the state before, those of customers that have something new on record made anew. */
function withNewRecords(
  { known: { now, readings } }: Books,
  before: CustomerRecords,
  news: ReadonlySet<AccountId | null>,
): CustomerRecords {
  const changed = new Set([...news].map((id) => id && before.ofAccount(id)));
  const of = <F extends { accountId: AccountId | null }>(facts: readonly F[]) =>
    groupBy(
      facts.filter(({ accountId }) => changed.has(accountId && before.ofAccount(accountId))),
      ({ accountId }) => accountId && before.ofAccount(accountId),
    );
  const [journal, usage] = [of(now.journal), of(now.usage)];
  const records = new Map(before.records);
  for (const id of changed) {
    const earlier = id && records.get(id);
    if (!earlier) continue;
    const made: CustomerRecord = {
      ...earlier,
      journal: (journal.get(id) ?? []).sort(byMoment),
      usage: (usage.get(id) ?? []).sort(byDay),
    };
    if (!sameRecord(earlier, made)) records.set(id, made);
  }
  const house = {
    journal: changed.has(null)
      ? (journal.get(null) ?? []).filter(isRule).sort(byMoment)
      : before.rules.journal,
    readings,
  };
  const rules = sameRules(before.rules, house) ? before.rules : house;
  return { ...before, records, rules };
}

/** Facts are never changed: lists of the same versions hold the same facts. */
function sameFacts(a: readonly Stamp[], b: readonly Stamp[]): boolean {
  return a.length === b.length && a.every((fact, index) => isSame(fact, b[index]));
}

function isSame(a: Stamp, b: Stamp | undefined): boolean {
  return (
    a === b ||
    (b !== undefined &&
      a.recordedAt === b.recordedAt &&
      a.source.key === b.source.key &&
      a.source.system === b.source.system &&
      JSON.stringify(a) === JSON.stringify(b))
  );
}

function sameRecord(a: CustomerRecord, b: CustomerRecord): boolean {
  return (
    a.movements === b.movements &&
    sameFacts(a.attributes, b.attributes) &&
    sameFacts(a.lines, b.lines) &&
    sameFacts(a.journal, b.journal) &&
    sameFacts(a.usage, b.usage)
  );
}

function sameRules(a: HouseRules, b: HouseRules): boolean {
  return sameFeed(a.readings, b.readings) && sameFacts(a.journal, b.journal);
}

/** A longer reading of a day long past changes the feed in its middle alone. */
function sameFeed(a: Feed | undefined, b: Feed | undefined): boolean {
  return a === b || (sameItems(a?.days, b?.days) && sameItems(a?.longest, b?.longest));
}

const sameItems = <T>(a: readonly T[] = [], b: readonly T[] = []): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
