import { type EntryOf, type FactSet, factsKnownAt, type MergeFact, noFacts } from "@termwise/core/facts";
import { type AccountId, Currency, Failure } from "@termwise/core/kernel";
import { customers, houseLedgerPolicy } from "@termwise/core/ledger";
import { attributeOn } from "@termwise/core/people";
import { appendAudit, loadLedgerFacts, type WorkspaceTransaction } from "@termwise/db";
import { accountsOn } from "../derive/account-list.ts";
import { putEntry, subjectOf, type Writer } from "../journal/write-entry.ts";
import { closesIn } from "../periods/closes.ts";
import { recordFacts } from "../pipeline.ts";
import type { Termwise } from "../termwise.ts";

/** Two accounts somebody wants to be one customer. */
export interface Pair {
  readonly accountId: AccountId;
  readonly intoId: AccountId;
}

/** Both customers as they stand today, what they will be together, and the closes a merge may restate. */
export async function togetherOf(termwise: Termwise, pair: Pair) {
  const { from, into } = await sidesOf(termwise, pair);
  const books = await termwise.books();
  const { now } = books.known;
  const currency = books.currency();
  const book = books.book({
    asOf: null,
    policy: houseLedgerPolicy,
    currency: currency ?? Currency.parse("USD"),
  });
  const listed = new Map(accountsOn(now, book, termwise.today()).map((one) => [one.accountId, one] as const));
  const shown = ({ record: { accountId }, ids }: typeof from) => {
    const account = listed.get(accountId);
    return {
      accountId,
      name: account?.name ?? accountId,
      arr: account?.arr ?? 0n,
      externalIds: account?.externalIds ?? [],
      records: ids.length,
    };
  };
  const [gone, kept] = [shown(from), shown(into)];
  const began = book.accounts.find(({ accountId }) => accountId === gone.accountId)?.movements[0]?.on;
  return {
    account: gone,
    into: kept,
    arr: gone.arr + kept.arr,
    currency,
    closes: closesIn(now)
      .filter(({ reopened, entry }) => reopened === null && began !== undefined && entry.to >= began)
      .map(({ number, entry }) => ({ number, text: entry.period })),
  };
}

/**
 * Records that two customers are one: the fact, a note with the reason on the one that stays, and the audit log's entry,
 * in one transaction that holds them against what is known in that moment; then derives.
 */
export async function mergeAccounts(
  termwise: Termwise,
  { reason, ...pair }: Pair & { reason: string },
  writer: Writer,
): Promise<Pair> {
  const { from, into } = await sidesOf(termwise, pair);
  const [accountId, intoId] = [from.record.accountId, into.record.accountId];
  const merge: MergeFact = {
    kind: "merge",
    accountId,
    intoId,
    effectiveOn: termwise.today(),
    recordedAt: writer.acting.at,
    source: { system: "termwise", key: `${accountId} merged`, file: null, line: null },
  };
  const name = attributeOn(from.record, "name", termwise.today()) ?? accountId;
  const text = `Merged ${name} (${accountId}) into this account. ${reason}`;
  const checked = async (tx: WorkspaceTransaction): Promise<FactSet> => {
    await assertApart(tx, { accountId, intoId });
    return { ...noFacts, merges: [merge] };
  };
  await recordFacts(termwise.db, termwise.workspaceId, checked, async (tx) => {
    const entry: EntryOf<"touchpoint"> = {
      of: "touchpoint",
      type: "note",
      direction: null,
      contacts: [],
      text,
      outcome: null,
      nextStep: null,
    };
    await putEntry(tx, into, { entry }, writer);
    await appendAudit(tx, termwise.workspaceId, {
      ...writer.acting,
      action: "accounts_merged",
      subject: { kind: "account", id: accountId },
      details: { intoId, reason },
    });
  });
  return { accountId, intoId };
}

/** Both customers, as the caller sees them. `not_found` for one they do not see. */
async function sidesOf(termwise: Termwise, { accountId, intoId }: Pair) {
  if (accountId === intoId) throw new Failure("bad_input", "An account is not merged into itself");
  const [from, into] = [await subjectOf(termwise, accountId), await subjectOf(termwise, intoId)];
  if (from.record.accountId === into.record.accountId) throw alreadyOne();
  return { from, into };
}

/** Somebody may have merged one of them since it was looked at: then this merge would end elsewhere, or go round. */
async function assertApart(tx: WorkspaceTransaction, { accountId, intoId }: Pair): Promise<void> {
  const facts = factsKnownAt({ ...noFacts, ...(await loadLedgerFacts(tx)) }, null);
  const { ofAccount } = customers(facts, houseLedgerPolicy);
  if (ofAccount(accountId) === ofAccount(intoId)) throw alreadyOne();
  if (ofAccount(accountId) !== accountId || ofAccount(intoId) !== intoId)
    throw new Failure(
      "conflict",
      "One of the two was merged into another account in this moment. Look again",
    );
}

const alreadyOne = () => new Failure("refused", "These two are one customer already");
