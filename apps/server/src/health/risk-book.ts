import { isDeepStrictEqual } from "node:util";
import { type AtRiskSpan, arrAtRisk, type HealthPolicy } from "@termwise/core/health";
import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { lowAccounts } from "@termwise/db";
import type { z } from "zod";
import type { AccountOnDay } from "../derive/account-list.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isAmong } from "../derive/journeys.ts";
import type { Filters } from "../routers/scope.ts";
import type { Termwise } from "../termwise.ts";
import { atRiskFigure } from "./at-risk-figure.ts";
import { lastWeekOver, weeksBack } from "./measure.ts";
import { riskSpans, type ScoredWeek, scoresBetween } from "./scored.ts";
import { segmentPolicies } from "./world.ts";

/** A customer that was low at some time, with its weeks and its times at risk. */
export interface LowAccount {
  readonly account: AccountOnDay;
  readonly record: CustomerRecord;
  readonly weeks: readonly ScoredWeek[];
  readonly spans: readonly AtRiskSpan[];
  /** The choices of the model that scores it. */
  readonly policy: HealthPolicy;
}

/** An account that is at risk, and since which week. */
export interface RiskyAccount extends LowAccount {
  readonly since: Day;
}

/** The customers somebody sees that were low within the weeks looked back upon, and those of them that are at risk now. */
export interface RiskBook {
  readonly on: Day;
  readonly week: Day;
  readonly ends: readonly Day[];
  readonly books: Books;
  readonly policy: HealthPolicy;
  readonly currency: ReturnType<Books["currency"]>;
  readonly low: readonly LowAccount[];
  readonly risky: readonly RiskyAccount[];
  readonly figure: ReturnType<typeof atRiskFigure>;
}

/**
 * Who is at risk. Only of accounts with a low score are the weeks read: nobody else can be. They are read as far back as
 * notices and plays look, so that all of them tell the same first week.
 */
export async function riskBook(
  termwise: Termwise,
  filters?: z.infer<typeof Filters>,
  only?: AccountId,
): Promise<RiskBook> {
  const books = await termwise.books();
  const on = termwise.today();
  const policyFor = segmentPolicies(books, on);
  const policy = policyFor(null);
  const accounts = accountsOnDay(books, on);
  const segments = new Set([...accounts.values()].map(({ segment }) => segment));
  // As low as the model with the highest threshold has it: each account is then judged by its own.
  const below = Math.max(policy.atRiskBelow, ...[...segments].map((one) => policyFor(one).atRiskBelow));
  const to = lastWeekOver(on);
  const from = addDays(to, -7 * (weeksBack - 1));
  const { records, ofAccount } = customerRecords(books);
  const ids = await termwise.read((tx) => lowAccounts(tx, { from, to, below }));
  const wanted = new Set(ids.map(ofAccount).filter((id) => only === undefined || id === only));
  const accountIds = books.known.now.accounts.flatMap(({ accountId }) =>
    wanted.has(ofAccount(accountId)) ? [accountId] : [],
  );
  const { ends, of } = await scoresBetween(termwise, { from, to, accountIds });
  const low = [...of].flatMap(([id, weeks]): LowAccount[] => {
    const [account, record] = [accounts.get(id), records.get(id)];
    if (!account || !record || !isAmong(account, filters)) return [];
    const own = policyFor(account.segment);
    return [{ account, record, weeks, policy: own, spans: riskSpans(weeks, own) }];
  });
  const risky = low.flatMap((one): RiskyAccount[] => {
    const last = one.spans.at(-1);
    return one.account.status === "customer" && last?.until === null ? [{ ...one, since: last.from }] : [];
  });
  const week = ends.at(-1) ?? on;
  const currency = books.currency();
  const stake = arrAtRisk(
    risky.map(({ account: { accountId, arr }, weeks, policy: own }) => ({
      accountId,
      arr,
      weeks,
      policy: own,
    })),
    policy,
  );
  const ownRules = risky.some((one) => one.policy !== policy && !isDeepStrictEqual(one.policy, policy));
  const asked = { on, week, currency, freshAt: books.known.freshAt, policy, ownRules };
  const figure = atRiskFigure(stake, asked);
  return { on, week, ends, books, policy, currency, low, risky, figure };
}
