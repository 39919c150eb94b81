import type { ContractLine, FactSet } from "../facts/index.ts";
import type { AccountId, LineId } from "../kernel/index.ts";
import type { LedgerPolicy } from "./policy.ts";

/** Follows `next` to its end. A ring has no end: its smallest id stands for it, whoever asks. */
function endOf(start: AccountId, next: ReadonlyMap<AccountId, AccountId>): AccountId {
  if (!next.has(start)) return start;
  const seen: AccountId[] = [];
  let at = start;
  while (!seen.includes(at)) {
    const to = next.get(at);
    if (to === undefined) return at;
    seen.push(at);
    at = to;
  }
  return seen.slice(seen.indexOf(at)).sort()[0] ?? at;
}

function parents(facts: FactSet): Map<AccountId, AccountId> {
  const known = new Set<string>(facts.accounts.map((a) => a.accountId));
  const newest = new Map<AccountId, { on: string; value: string | null }>();
  for (const fact of facts.attributes) {
    if (fact.attribute !== "parent") continue;
    const held = newest.get(fact.accountId);
    if (!held || held.on <= fact.effectiveOn)
      newest.set(fact.accountId, { on: fact.effectiveOn, value: fact.value });
  }
  const next = new Map<AccountId, AccountId>();
  for (const [id, { value }] of newest)
    if (value !== null && known.has(value)) next.set(id, value as AccountId);
  return next;
}

/**
 * Who the customer behind each account record and each contract line is: merges and splits applied, and the ultimate
 * parent under `identity: "parent"`. Holds for all time from the moment the merge, split or parent is known.
 */
export function customers(
  facts: FactSet,
  policy: LedgerPolicy,
): { ofAccount: (id: AccountId) => AccountId; ofLine: (line: ContractLine) => AccountId } {
  const merged = new Map(facts.merges.map((m) => [m.accountId, m.intoId] as const));
  const parentOf = policy.identity === "parent" ? parents(facts) : new Map<AccountId, AccountId>();
  const moved = new Map<LineId, { from: AccountId; to: AccountId }>();
  for (const split of facts.splits)
    for (const lineId of split.lineIds) moved.set(lineId, { from: split.accountId, to: split.toId });
  const above = new Map<AccountId, AccountId>();
  for (const [child, parent] of parentOf) {
    const [lower, upper] = [endOf(child, merged), endOf(parent, merged)];
    // A record merged into another stops speaking for the parent; a customer is never its own parent.
    if (lower === child && lower !== upper) above.set(lower, upper);
  }
  const ofAccount = (id: AccountId): AccountId => endOf(endOf(id, merged), above);
  const ofLine = (line: ContractLine): AccountId => {
    const split = moved.get(line.lineId);
    return ofAccount(split && split.from === line.accountId ? split.to : line.accountId);
  };
  return { ofAccount, ofLine };
}
