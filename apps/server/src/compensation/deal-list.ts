import type { Deal } from "@termwise/core/compensation";
import type { AccountId, Day } from "@termwise/core/kernel";
import { customerRecords } from "../derive/customer-records.ts";
import { dealsNow, type PaySources } from "./assemble.ts";
import { closedOf } from "./pay-state.ts";

/** Every deal as it now stands, in the currency of the books. */
export function currentDeals(sources: PaySources): readonly Deal[] {
  const currency = sources.books.currency();
  return currency === null ? [] : dealsNow(sources, currency);
}

/** A loss the ledger tells of that may take commission back once it is put on record. */
export interface OpenLoss {
  readonly accountId: AccountId;
  readonly trigger: "churn" | "contraction";
  readonly on: Day;
  readonly lost: bigint;
}

/** Losses of accounts with a paid deal, on or after its day, that nobody has put on record for pay. */
export function openLosses(sources: PaySources): OpenLoss[] {
  const { state, books } = sources;
  const since = new Map<string, Day>();
  for (const person of new Set(state.statements.map((one) => one.person)))
    for (const { statement } of closedOf(state, person))
      for (const { account, on, kind } of statement.lines) {
        if (kind !== "commission" || account === null || on === null) continue;
        const known = since.get(account);
        if (known === undefined || on < known) since.set(account, on);
      }
  const said = new Set(state.of("loss").map(({ loss }) => `${loss.account} ${loss.trigger} ${loss.on}`));
  return [...customerRecords(books).records.values()].flatMap(({ accountId, movements }) => {
    const from = since.get(accountId);
    if (from === undefined) return [];
    return movements.flatMap(({ kind, on, amount }): OpenLoss[] => {
      if ((kind !== "churn" && kind !== "contraction") || on < from) return [];
      return said.has(`${accountId} ${kind} ${on}`) ? [] : [{ accountId, trigger: kind, on, lost: -amount }];
    });
  });
}
