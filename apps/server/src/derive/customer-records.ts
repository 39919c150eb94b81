import { type AccountFact, type JournalFact, ruleKinds, type Stamp } from "@termwise/core/facts";
import {
  type AccountId,
  atOnce,
  eachInSteps,
  groupBy,
  groupInSteps,
  type Steps,
} from "@termwise/core/kernel";
import { customers, houseLedgerPolicy } from "@termwise/core/ledger";
import type { CustomerRecord, Feed, HouseRules } from "@termwise/core/people";
import { inTurns } from "../breath.ts";
import type { Books } from "./books.ts";

/** Everything that is on record, customer by customer. */
export interface CustomerRecords {
  readonly records: ReadonlyMap<AccountId, CustomerRecord>;
  readonly rules: HouseRules;
  /**
   * What is on record of the workspace and may decide how anything is judged: rules, definitions, models, plays. The same
   * list for as long as nothing of it is another.
   */
  readonly house: readonly JournalFact[];
  /** The customer an account record is part of. */
  readonly ofAccount: (id: AccountId) => AccountId;
  /** The account records a customer is made of. */
  readonly partsOf: (customer: AccountId) => readonly AccountId[];
}

/** A view that is kept or a definition that is signed changes nothing about where customers stand. */
const isRule = ({ entry }: JournalFact): boolean => ruleKinds.has(entry.of);

/** What one member looks at and is told decides nothing. */
const decides = ({ entry }: JournalFact): boolean =>
  entry.of !== "saved_view" && entry.of !== "notice_choice";

const held = new WeakMap<Books, CustomerRecords>();

/**
 * What is on record of every customer in the books, records that were merged as one. Made once for each state of the
 * facts. A customer, and the rules, that are as they were in the state before are the same objects, so that what was
 * computed from them can be kept by them.
 */
export function customerRecords(books: Books): CustomerRecords {
  return atOnce(making(books));
}

/** The same where it can wait: others are let in while the records of a large book are made. */
export function customerRecordsInTurns(books: Books): Promise<CustomerRecords> {
  return inTurns(making(books));
}

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

const byMoment = <F extends { at: string; entryId: string }>(a: F, b: F) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.entryId < b.entryId ? -1 : 1;
const byDay = <F extends { effectiveOn: string }>(a: F, b: F) =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0;

function* recordsOf(books: Books, before: CustomerRecords | null): Steps<CustomerRecords> {
  const { now, readings } = books.known;
  const { ofAccount, ofLine } = customers(now, houseLedgerPolicy);
  const ids = [...new Set(now.accounts.map(({ accountId }) => ofAccount(accountId)))].sort();
  const attributes = yield* groupInSteps(now.attributes, ({ accountId }) => accountId);
  const lines = yield* groupInSteps(now.lines, ofLine);
  const movements = new Map(books.ledgers().map((ledger) => [ledger.accountId, ledger.movements]));
  const journal = yield* groupInSteps(now.journal, ({ accountId }) => accountId && ofAccount(accountId));
  const usage = yield* groupInSteps(now.usage, ({ accountId }) => ofAccount(accountId));
  const records = new Map<AccountId, CustomerRecord>();
  yield* eachInSteps(ids, (accountId) => {
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
  });
  const said = journal.get(null) ?? [];
  return {
    records,
    ofAccount,
    partsOf: partsBy(now.accounts, ofAccount),
    ...ofHouse(said.filter(decides), readings, before),
  };
}

/** Almost every customer is one record. */
function partsBy(accounts: readonly AccountFact[], ofAccount: CustomerRecords["ofAccount"]) {
  const merged = new Set<AccountId>();
  for (const { accountId } of accounts)
    if (ofAccount(accountId) !== accountId) merged.add(ofAccount(accountId));
  const parts = groupBy(
    accounts.map(({ accountId }) => accountId).filter((id) => merged.has(ofAccount(id))),
    ofAccount,
  );
  return (customer: AccountId): readonly AccountId[] => parts.get(customer) ?? [customer];
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
  const house = changed.has(null) ? (journal.get(null) ?? []).filter(decides) : before.house;
  return { ...before, records, ...ofHouse(house, readings, before) };
}

/** What is on record of the workspace: what was before, where it is the same. */
function ofHouse(
  house: readonly JournalFact[],
  readings: Feed,
  before: CustomerRecords | null,
): Pick<CustomerRecords, "house" | "rules"> {
  const isSame = before !== null && (before.house === house || sameFacts(before.house, house));
  const rules = {
    journal: isSame ? before.rules.journal : house.filter(isRule).sort(byMoment),
    readings,
  };
  return {
    house: isSame ? before.house : house,
    rules: before && sameRules(before.rules, rules) ? before.rules : rules,
  };
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
