import {
  type AsOf,
  type Handoff,
  type HandoffSummary,
  handoffSummary,
  handoffsOf,
} from "@termwise/core/handoff";
import { type AccountId, addDays, type Currency, type Day, groupBy } from "@termwise/core/kernel";
import type { CustomerRecord, HouseRules } from "@termwise/core/people";
import { policyOn } from "../definitions/agreed.ts";
import { type AccountOnDay, accountsOn } from "./account-list.ts";
import type { Books } from "./books.ts";
import { type OwnerNames, ownerName } from "./visible.ts";

/** A handoff with whose it is. */
export interface ListedHandoff {
  readonly accountId: AccountId;
  readonly handoff: Handoff;
}

/** The handoffs of all customers as they stand at a moment. */
export function listedHandoffs(
  records: Iterable<CustomerRecord>,
  rules: HouseRules,
  asOf: AsOf,
): ListedHandoff[] {
  return [...records].flatMap((record) =>
    handoffsOf(record, rules, asOf).map((handoff) => ({ accountId: record.accountId, handoff })),
  );
}

/** Name and ARR of each account on a day. */
export function accountsById(
  books: Books,
  currency: Currency,
  on: Day,
): ReadonlyMap<AccountId, Pick<AccountOnDay, "name" | "arr">> {
  const book = books.book({ asOf: null, policy: policyOn(books.known.now, on).ledger, currency });
  return new Map(accountsOn(books.known.now, book, on).map((account) => [account.accountId, account]));
}

/** A handoff as a line of the queue. */
export function queueRow(
  { accountId, handoff }: ListedHandoff,
  account: Pick<AccountOnDay, "name" | "arr"> | undefined,
  own: OwnerNames,
) {
  const { close, expectations, gates, promises, scorecard, ...rest } = handoff;
  const isMine = (name: string | null) => name !== null && own.has(ownerName(name));
  return {
    accountId,
    name: account?.name ?? accountId,
    arr: account?.arr ?? 0n,
    closeId: close.id,
    opportunity: close.opportunity,
    closedAt: close.at,
    closedOn: close.on,
    exact: close.exact,
    clockFrom: close.clockFrom,
    ae: rest.ae,
    csm: rest.csm,
    keeper: rest.keeper,
    status: rest.status,
    phase: rest.phase,
    verdict: rest.verdict,
    waiting: rest.waiting,
    dueAt: rest.dueAt,
    completeAt: rest.completeAt,
    filled: rest.filled,
    score: scorecard.score,
    promises: promises.length,
    openGaps: rest.openGaps.length,
    gates: gates.map(({ gate, state, reason }) => ({ gate, state, reason })),
    signed: { ae: expectations.signatures.ae !== null, cs: expectations.signatures.cs !== null },
    kickoffAt: rest.kickoff.held?.at ?? null,
    ownershipDueOn: rest.ownership.dueOn,
    mine: { ae: isMine(rest.ae), cs: isMine(rest.keeper) },
  };
}

/** How the handoffs closed in the last days went, together and by AE; whose AE nobody knows stand under null. */
export function summaryByAe(
  listed: readonly ListedHandoff[],
  { today, days }: { today: Day; days: number },
): { all: HandoffSummary; byAe: { ae: string | null; summary: HandoffSummary }[] } {
  const since = addDays(today, -days);
  const lately = listed
    .map(({ handoff }) => handoff)
    .filter(({ close, onRecord }) => onRecord && close.on > since);
  const groups = groupBy(lately, ({ ae }) => ae ?? "");
  return {
    all: handoffSummary(lately),
    byAe: [...groups]
      .sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1))
      .map(([ae, handoffs]) => ({ ae: ae === "" ? null : ae, summary: handoffSummary(handoffs) })),
  };
}
