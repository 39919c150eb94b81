import {
  type AccountAttribute,
  type AccountFact,
  type AttributeFact,
  accountAttributes,
} from "@termwise/core/facts";
import { type AccountId, type Day, firstDay, type Instant, lastDay } from "@termwise/core/kernel";
import type { AttributeTimelines } from "./attribute-timelines.ts";
import type { RowInCheck } from "./checked-rows.ts";
import { isNamedByLine } from "./keys.ts";
import type { Change } from "./report.ts";
import type { AccountDraft } from "./to-accounts.ts";

/** What accounts and their attributes are compared with and stamped by. */
export interface AccountsKnown {
  readonly accounts: Map<AccountId, AccountFact>;
  readonly timelines: AttributeTimelines;
  readonly today: Day;
  readonly recordedAt: Instant;
}

interface Place {
  readonly row: RowInCheck;
  readonly system: string;
  readonly key: string;
}

const sourceOf = ({ row, system }: Place, key: string) => ({
  system,
  key,
  file: row.file.name,
  line: row.line,
});

function accountFact(
  place: Place,
  sourceKey: string,
  accountId: AccountId,
  externalIds: Record<string, string>,
  { recordedAt }: AccountsKnown,
): AccountFact {
  return {
    kind: "account",
    accountId,
    externalIds,
    effectiveOn: firstDay,
    recordedAt,
    source: sourceOf(place, sourceKey),
  };
}

/**
 * Makes an account known under a key. The fact is `null` when it is known already with these ids; an account only
 * lines had named becomes a listed one.
 */
export function settleAccount(
  place: Place,
  accountId: AccountId,
  sourceKey: string,
  externalIds: Readonly<Record<string, string>>,
  known: AccountsKnown,
): { fact: AccountFact | null; isNew: boolean } {
  const held = known.accounts.get(accountId);
  const ids = { ...held?.externalIds, ...externalIds };
  const sameIds = held && Object.entries(ids).every(([system, id]) => held.externalIds[system] === id);
  const listed = held && (!isNamedByLine(held.source.key) || isNamedByLine(sourceKey));
  if (sameIds && listed) return { fact: null, isNew: false };
  const fact = accountFact(place, held && listed ? held.source.key : sourceKey, accountId, ids, known);
  known.accounts.set(accountId, fact);
  return { fact, isNew: held === undefined };
}

/** The facts by which stated attributes differ from what is known, and what they change. */
export function settleAttributes(
  place: Place,
  accountId: AccountId,
  stated: ReadonlyMap<AccountAttribute, string | null>,
  dated: Day | null,
  known: AccountsKnown,
): { facts: AttributeFact[]; changes: Change[] } {
  const facts: AttributeFact[] = [];
  const changes: Change[] = [];
  const from = place.row.file.mapping.effectiveOn ?? known.today;
  for (const attribute of accountAttributes) {
    const value = stated.get(attribute);
    if (value === undefined) continue;
    const effectiveOn = known.timelines.newsFrom(accountId, attribute, value, dated, from);
    if (effectiveOn === null) continue;
    changes.push({
      field: attribute,
      from: known.timelines.on(accountId, attribute, effectiveOn),
      to: value,
    });
    known.timelines.record(accountId, attribute, effectiveOn, value);
    facts.push({
      kind: "attribute",
      accountId,
      attribute,
      value,
      effectiveOn,
      recordedAt: known.recordedAt,
      source: sourceOf(place, `${place.key} ${attribute} ${effectiveOn}`),
    });
  }
  return { facts, changes };
}

/** Settles what accounts rows state: each row gets its facts, its changes and its outcome. */
export function settleAccounts(drafts: readonly AccountDraft[], known: AccountsKnown): void {
  // A row without a day says what holds now, after everything rows with a day say.
  const dayOrder = ({ effectiveOn }: AccountDraft) => effectiveOn ?? lastDay;
  const sorted = [...drafts].sort((a, b) =>
    dayOrder(a) < dayOrder(b) ? -1 : dayOrder(a) > dayOrder(b) ? 1 : 0,
  );
  for (const draft of sorted) {
    const { row, accountId, key } = draft;
    const { fact, isNew } = settleAccount(draft, accountId, key, draft.externalIds, known);
    const { facts, changes } = settleAttributes(draft, accountId, draft.attributes, draft.effectiveOn, known);
    row.facts = fact ? [fact, ...facts] : facts;
    row.changes = isNew ? [] : changes;
    row.outcome = isNew ? "new" : row.facts.length > 0 ? "changed" : "unchanged";
  }
}
