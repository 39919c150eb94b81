import { type AtRiskSpan, arrAtRisk, type HealthPolicy, weekEnds } from "@termwise/core/health";
import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import { lowAccounts } from "@termwise/db";
import type { AccountOnDay } from "../derive/account-list.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import { isCustomerOn, lastWeekOver, weeksBack } from "./measure.ts";
import { riskSpans, type ScoredWeek, scoresBetween } from "./scored.ts";
import { policiesByDay } from "./world.ts";

/** What was measured of an account that was low in some week looked back upon, and when that put it at risk. */
export interface LowWeeks {
  /** Each week with the choices that held in it. */
  readonly weeks: readonly (ScoredWeek & { readonly policy: HealthPolicy })[];
  readonly spans: readonly AtRiskSpan[];
  /** The choices of the model that scores it. */
  readonly policy: HealthPolicy;
}

/** As many accounts are asked for by name; of more all are looked through at once. */
const named = 1_000;

/** The weeks that are looked back upon for who is at risk: as many as are kept when an account is first measured. */
export function weeksLookedBack(today: Day): {
  readonly from: Day;
  readonly to: Day;
  readonly ends: readonly Day[];
} {
  const to = lastWeekOver(today);
  const from = addDays(to, -7 * (weeksBack - 1));
  return { from, to, ends: weekEnds(from, to) };
}

/**
 * The accounts somebody sees that were low in some week looked back upon; of some of them where they are named. Nobody else
 * can be at risk, so of nobody else are the weeks read. Whatever tells since when an account is at risk folds these weeks,
 * however few of them it shows: lists, the panel, the queue, ARR at risk, notices and plays tell the same day.
 */
export async function lowWeeks(
  termwise: Termwise,
  only?: ReadonlySet<AccountId>,
): Promise<ReadonlyMap<AccountId, LowWeeks>> {
  const books = await termwise.books();
  const on = termwise.today();
  const policyFor = policiesByDay(books);
  const accounts = accountsOnDay(books, on);
  const segments = new Set([...accounts.values()].map(({ segment }) => segment));
  const { from, to, ends } = weeksLookedBack(on);
  // As low as the model with the highest threshold had it: each account is then judged by its own of each week.
  const thresholds = [null, ...segments].flatMap((segment) =>
    [...ends, on].map((day) => policyFor(segment, day).atRiskBelow),
  );
  const below = Math.max(...thresholds);
  const { records, ofAccount } = customerRecords(books);
  const recordsOf = (customers: ReadonlySet<AccountId>) =>
    books.known.now.accounts.flatMap(({ accountId }) =>
      customers.has(ofAccount(accountId)) ? [accountId] : [],
    );
  const asked = only && only.size <= named ? { accountIds: recordsOf(only) } : {};
  const ids = await termwise.read((tx) => lowAccounts(tx, { from, to, below, ...asked }));
  const wanted = new Set(ids.map(ofAccount).filter((id) => only === undefined || only.has(id)));
  if (wanted.size === 0) return new Map();
  const accountIds = recordsOf(wanted);
  const { of } = await scoresBetween(termwise, { from, to, accountIds });
  return new Map(
    [...of].flatMap(([id, scored]) => {
      const record = records.get(id);
      if (!record) return [];
      const segment = accounts.get(id)?.segment ?? null;
      const weeks = scored.map(({ week, score }) => ({
        ...{ week, score, policy: policyFor(segment, week) },
        left: score === null && !isCustomerOn(record, week),
      }));
      const policy = policyFor(segment, on);
      return [[id, { weeks, policy, spans: riskSpans(weeks, policy) }] as const];
    }),
  );
}

/** Since which week an account is at risk; null: it is not. */
export function riskySince(low: LowWeeks | undefined): Day | null {
  const last = low?.spans.at(-1);
  return last && last.until === null ? last.from : null;
}

/** ARR at risk of some accounts, and the accounts it is made of. */
export function stakeOf(
  accounts: readonly Pick<AccountOnDay, "accountId" | "arr">[],
  low: ReadonlyMap<AccountId, LowWeeks>,
  policy: HealthPolicy,
) {
  const known = accounts.flatMap(({ accountId, arr }) => {
    const own = low.get(accountId);
    return own ? [{ accountId, arr, weeks: own.weeks, policy: own.policy }] : [];
  });
  return arrAtRisk(known, policy);
}

/**
 * When an account was at risk, for some weeks that are shown: as everywhere over the weeks looked back upon, and over those
 * before them by what is shown of them.
 */
export async function spansSeen(
  termwise: Termwise,
  { accountId, series }: { accountId: AccountId; series: readonly ScoredWeek[] },
): Promise<AtRiskSpan[]> {
  const { from } = weeksLookedBack(termwise.today());
  const books = await termwise.books();
  const policyFor = policiesByDay(books);
  const segment = accountsOnDay(books, termwise.today()).get(accountId)?.segment ?? null;
  const own = (await lowWeeks(termwise, new Set([accountId]))).get(accountId);
  const before = riskSpans(
    series.flatMap(({ week, score }) =>
      week < from ? [{ week, score, policy: policyFor(segment, week) }] : [],
    ),
  );
  return [...before.map((span) => ({ ...span, until: span.until ?? from })), ...(own?.spans ?? [])];
}
