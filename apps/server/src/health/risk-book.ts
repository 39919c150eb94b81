import { isDeepStrictEqual } from "node:util";
import type { HealthPolicy } from "@termwise/core/health";
import type { AccountId, Day } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { z } from "zod";
import type { AccountOnDay } from "../derive/account-list.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isAmong } from "../derive/journeys.ts";
import type { Filters } from "../routers/scope.ts";
import type { Termwise } from "../termwise.ts";
import { atRiskFigure } from "./at-risk-figure.ts";
import { type LowWeeks, lowWeeks, riskySince, stakeOf } from "./low-weeks.ts";
import { weeksLookedBack } from "./scored.ts";
import { segmentPolicies } from "./world.ts";

/** A customer that was low at some time, with its weeks and its times at risk. */
export interface LowAccount extends LowWeeks {
  readonly account: AccountOnDay;
  readonly record: CustomerRecord;
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

/** Who is at risk. */
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
  const { to: week, ends } = weeksLookedBack(on);
  const { records } = customerRecords(books);
  const found = await lowWeeks(termwise, only === undefined ? undefined : new Set([only]));
  const low = [...found].flatMap(([id, own]): LowAccount[] => {
    const [account, record] = [accounts.get(id), records.get(id)];
    return account && record && isAmong(account, filters) ? [{ account, record, ...own }] : [];
  });
  const risky = low.flatMap((one): RiskyAccount[] => {
    const since = riskySince(one);
    return one.account.status === "customer" && since !== null ? [{ ...one, since }] : [];
  });
  const currency = books.currency();
  const stake = stakeOf(
    risky.map(({ account }) => account),
    found,
  );
  const ownRules = risky.some((one) => one.policy !== policy && !isDeepStrictEqual(one.policy, policy));
  const asked = { on, week, currency, freshAt: books.known.freshAt, policy, ownRules };
  const figure = atRiskFigure(stake, asked);
  return { on, week, ends, books, policy, currency, low, risky, figure };
}
