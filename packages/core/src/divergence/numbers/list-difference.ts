import type { EntryOf } from "../../facts/index.ts";
import { type AccountId, type Day, groupBy } from "../../kernel/index.ts";
import type { MovementKind } from "../../ledger/index.ts";
import { contributorsOf, type MetricTerm, type Window } from "../../retention/index.ts";
import type { NumberCause } from "../names.ts";

/** One account that counts differently there than here; minor units. */
export interface AccountDifference {
  /** Null: their list names something that is no account here. */
  readonly accountId: AccountId | null;
  readonly name: string;
  readonly theirs: bigint | null;
  readonly ours: bigint | null;
  /** Theirs less ours. */
  readonly difference: bigint;
  readonly cause: NumberCause;
  readonly theirDay: Day | null;
  readonly ourDay: Day | null;
}

/** A list another system gives, against ours of the same term and period. */
export interface ListDifference {
  /** What their list comes to. */
  readonly listed: bigint;
  /** What they report beyond their own list. */
  readonly unlisted: bigint;
  /** Accounts that count the same in both. */
  readonly agreeing: number;
  readonly rows: readonly AccountDifference[];
  readonly byCause: readonly {
    readonly cause: NumberCause;
    readonly accounts: number;
    readonly difference: bigint;
  }[];
}

type Listed = EntryOf<"reported_value">["accounts"][number];

/** The movements that a term adds up; a term that is a balance has none. */
const kindOfTerm: Partial<Record<MetricTerm, MovementKind>> = {
  "new-arr": "new",
  "expansion-arr": "expansion",
  "contraction-arr": "contraction",
  "churned-arr": "churn",
  "winback-arr": "reactivation",
};

/** The days an account moved as a term counts it: in the period, and outside of it. */
function daysOf(window: Window, term: MetricTerm) {
  const kind = kindOfTerm[term];
  const accounts = new Map(window.book.accounts.map((account) => [account.accountId, account]));
  const { from, to } = window.period;
  return (id: AccountId | null) => {
    const days = (id === null || kind === undefined ? [] : (accounts.get(id)?.movements ?? []))
      .filter((movement) => movement.kind === kind)
      .map(({ on }) => on);
    const within = (on: Day) => on >= from && on <= to;
    return { inside: days.find(within) ?? null, outside: days.findLast((on) => !within(on)) ?? null };
  };
}

/**
 * Splits the difference between a reported amount and ours by account, each with its cause. The differences of the rows and
 * what they report beyond their list come to the difference of the two amounts exactly.
 */
export function listDifference(
  window: Window,
  term: MetricTerm,
  accounts: readonly Listed[],
  reported: bigint,
): ListDifference {
  const ours = new Map(contributorsOf(window, term).map((row) => [row.accountId, row]));
  const names = new Map(window.book.accounts.map(({ accountId, name }) => [accountId, name]));
  const days = daysOf(window, term);
  const matched = groupBy(
    accounts.filter(({ accountId }) => accountId !== null),
    ({ accountId }) => accountId as AccountId,
  );
  const ids = [...new Set([...matched.keys(), ...ours.keys()])];
  const both = ids.map((accountId): AccountDifference & { readonly agrees: boolean } => {
    const listed = matched.get(accountId) ?? [];
    const theirs = listed.length === 0 ? null : sum(listed);
    const own = ours.get(accountId)?.numerator ?? null;
    const { inside, outside } = days(accountId);
    const theirDay = listed[0]?.on ?? null;
    const difference = (theirs ?? 0n) - (own ?? 0n);
    const cause = causeOf({ listed, theirs, own, theirDay, inside, outside, window });
    return {
      accountId,
      name: names.get(accountId) ?? listed[0]?.name ?? accountId,
      theirs,
      ours: own,
      difference,
      cause: cause ?? "other_amount",
      theirDay,
      ourDay: inside ?? (own === null ? outside : null),
      agrees: cause === null,
    };
  });
  const strangers = accounts
    .filter(({ accountId }) => accountId === null)
    .map(
      ({ name, amount, on }): AccountDifference => ({
        accountId: null,
        name,
        theirs: BigInt(amount),
        ours: null,
        difference: BigInt(amount),
        cause: "not_matched",
        theirDay: on,
        ourDay: null,
      }),
    );
  const rows = [
    ...both.filter(({ agrees }) => !agrees).map(({ agrees: _, ...row }): AccountDifference => row),
    ...strangers,
  ].sort(bySize);
  const listed = sum(accounts);
  return {
    listed,
    unlisted: reported - listed,
    agreeing: both.filter(({ agrees }) => agrees).length,
    rows,
    byCause: [...groupBy(rows, ({ cause }) => cause)].map(([cause, own]) => ({
      cause,
      accounts: own.length,
      difference: own.reduce((total, { difference }) => total + difference, 0n),
    })),
  };
}

const sum = (listed: readonly Listed[]): bigint =>
  listed.reduce((total, { amount }) => total + BigInt(amount), 0n);

interface Sides {
  readonly listed: readonly Listed[];
  readonly theirs: bigint | null;
  readonly own: bigint | null;
  readonly theirDay: Day | null;
  readonly inside: Day | null;
  readonly outside: Day | null;
  readonly window: Window;
}

/** Why an account counts differently; null: it does not. */
function causeOf({ listed, theirs, own, theirDay, inside, outside, window }: Sides): NumberCause | null {
  if (theirs === null) return own === null || own === 0n ? null : "missing_there";
  const differs = theirs !== (own ?? 0n);
  const again = listed.length > 1 && listed.some(({ amount }) => BigInt(amount) === (own ?? 0n));
  if (differs && again) return "listed_twice";
  const dayDiffers = theirDay !== null && inside !== null && theirDay !== inside;
  if (!differs) return dayDiffers ? "other_day" : null;
  if (own !== null && own !== 0n) return "other_amount";
  const { from, to } = window.period;
  const elsewhere = theirDay !== null && (theirDay < from || theirDay > to);
  return outside !== null || elsewhere ? "other_day" : "missing_here";
}

function bySize(a: AccountDifference, b: AccountDifference): number {
  const size = ({ difference }: AccountDifference) => (difference < 0n ? -difference : difference);
  if (size(a) !== size(b)) return size(a) > size(b) ? -1 : 1;
  return a.name === b.name
    ? (a.accountId ?? "") < (b.accountId ?? "")
      ? -1
      : 1
    : a.name.localeCompare(b.name, "en");
}
