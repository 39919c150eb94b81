import type { AccountId, Day } from "../kernel/index.ts";
import { type AtRiskSpan, atRisk, type WeeklyScore } from "./at-risk.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";

/** An account as ARR at risk looks at it: what it pays a year, in minor units, and its weekly scores in their order. */
export interface AccountAtStake {
  readonly accountId: AccountId;
  readonly arr: bigint;
  readonly weeks: readonly WeeklyScore[];
  /** The choices of the model that scores it, where they are not those of every account. */
  readonly policy?: HealthPolicy;
}

/** An account whose times at risk are known, the last one last. */
export interface AccountOnceAtRisk {
  readonly accountId: AccountId;
  readonly arr: bigint;
  readonly spans: readonly AtRiskSpan[];
}

/** ARR at risk: the sum, and the accounts it is made of, which add up to it. */
export interface ArrAtRisk<Account extends { readonly arr: bigint } = AccountAtStake> {
  readonly sum: bigint;
  readonly contributors: readonly (Account & { readonly since: Day })[];
}

/**
 * The ARR of the accounts that are at risk at the end of their weeks, each once, the largest first. Term: arr-at-risk.
 * Unit: money.
 */
export function arrAtRisk<Account extends AccountAtStake>(
  accounts: readonly Account[],
  policy: HealthPolicy = houseHealthPolicy,
): ArrAtRisk<Account> {
  return arrStillAtRisk(
    accounts.map((account) => ({ ...account, spans: atRisk(account.weeks, account.policy ?? policy) })),
  );
}

/** As {@link arrAtRisk}, of accounts whose times at risk were told of already. */
export function arrStillAtRisk<Account extends AccountOnceAtRisk>(
  accounts: readonly Account[],
): ArrAtRisk<Account> {
  const found = new Map(
    accounts.flatMap((account) => {
      const last = account.spans.at(-1);
      return last && last.until === null
        ? [[account.accountId, { ...account, since: last.from }] as const]
        : [];
    }),
  );
  const contributors = [...found.values()].sort((a, b) =>
    a.arr === b.arr ? (a.accountId < b.accountId ? -1 : 1) : a.arr > b.arr ? -1 : 1,
  );
  return { sum: contributors.reduce((sum, { arr }) => sum + arr, 0n), contributors };
}
