import { isDeepStrictEqual } from "node:util";
import { bandsByEnds, type HealthBand, type HealthPolicy, unmeasured } from "@termwise/core/health";
import type { AccountId, Currency, Day } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { z } from "zod";
import { eachInTurns } from "../breath.ts";
import type { AccountOnDay } from "../derive/account-list.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isAmong } from "../derive/journeys.ts";
import type { Filters } from "../routers/scope.ts";
import type { Termwise } from "../termwise.ts";
import type { Context } from "../trpc.ts";
import { atRiskFigure } from "./at-risk-figure.ts";
import { type LowWeeks, lowWeeks, stakeOf } from "./low-weeks.ts";
import { type BookScores, bookScores } from "./scored.ts";
import { settledFor } from "./settle.ts";
import { policiesByDay } from "./world.ts";

/** By which boundaries the accounts of a segment are judged. */
interface Judged {
  /** Those of today. */
  readonly policy: HealthPolicy;
  /** Those that were in force in a week: what was measured then is judged by no others. */
  readonly policyIn: (week: Day) => HealthPolicy;
  /** The same of each week, in their order. */
  readonly policies: readonly HealthPolicy[];
  /** The bands of each week, of scores by their ends in thousandths of a point. */
  readonly bands: readonly ((low: number, high: number) => HealthBand)[];
}

/** A customer of a book: what is on record of it, when it was at risk, and by which boundaries it is judged. */
export interface BookCase extends Judged {
  readonly account: AccountOnDay;
  readonly record: CustomerRecord;
  readonly low: LowWeeks | undefined;
}

/** Every customer somebody sees today with the scores of its last weeks. */
export interface HealthBook {
  readonly on: Day;
  /** The last week that is over. */
  readonly week: Day;
  readonly scores: BookScores;
  /** The choices of today for accounts of no segment of their own. */
  readonly policy: HealthPolicy;
  readonly policyFor: (segment: string | null, on: Day) => HealthPolicy;
  readonly currency: Currency | null;
  readonly cases: readonly BookCase[];
  readonly figure: ReturnType<typeof atRiskFigure>;
}

/** The customers somebody sees today that filters leave, with the scores of so many weeks. */
export async function healthBook(
  ctx: Pick<Context, "gate" | "who"> & { termwise: Termwise; late?: AbortSignal },
  weeks: number,
  filters?: z.infer<typeof Filters>,
): Promise<HealthBook> {
  await settledFor(ctx);
  const { termwise } = ctx;
  const books = await termwise.books();
  const on = termwise.today();
  const scores = await bookScores(termwise, weeks);
  const low = await lowWeeks(termwise);
  const { records } = customerRecords(books);
  const policyFor = policiesByDay(books);
  const judgedBy = judgedBySegment(policyFor, { on, ends: scores.ends });
  const { policy } = judgedBy(null);
  const cases: BookCase[] = [];
  await eachInTurns(
    accountsOnDay(books, on).values(),
    (account) => {
      if (account.status !== "customer" || (filters && !isAmong(account, filters))) return;
      const record = records.get(account.accountId);
      if (record)
        cases.push({ account, record, low: low.get(account.accountId), ...judgedBy(account.segment) });
    },
    ctx.late,
  );
  const week = scores.ends.at(-1) ?? on;
  const currency = books.currency();
  const others = new Set(cases.map((one) => one.policy));
  const ownRules = [...others].some((one) => !isDeepStrictEqual(one, policy));
  const figure = atRiskFigure(
    stakeOf(
      cases.map(({ account }) => account),
      low,
    ),
    { on, week, currency, freshAt: books.known.freshAt, policy, ownRules },
  );
  return { on, week, scores, policy, policyFor, currency, cases, figure };
}

/** By which boundaries the accounts of each segment are judged; weeks with the same ones share their bands. */
export function judgedBySegment(
  policyFor: HealthBook["policyFor"],
  { on, ends }: { readonly on: Day; readonly ends: readonly Day[] },
) {
  const bandsBy = new Map<string, Judged["bands"][number]>();
  const bandsOf = (policy: HealthPolicy) => {
    const key = JSON.stringify(policy);
    const bands = bandsBy.get(key) ?? bandsByEnds(policy);
    bandsBy.set(key, bands);
    return bands;
  };
  const bySegment = new Map<string | null, Judged>();
  return (segment: string | null): Judged => {
    const known = bySegment.get(segment);
    if (known) return known;
    const policies = ends.map((week) => policyFor(segment, week));
    const made = {
      policy: policyFor(segment, on),
      policyIn: (week: Day) => policyFor(segment, week),
      policies,
      bands: policies.map(bandsOf),
    };
    bySegment.set(segment, made);
    return made;
  };
}

/** The band of a customer at the how-manieth of the weeks that were written down, by the boundaries of that week or of another one. */
export const bandAt = ({ bands }: Judged, own: Int32Array, at: number, judgedIn = at): HealthBand =>
  bands[judgedIn]?.(own[2 * at] ?? unmeasured, own[2 * at + 1] ?? unmeasured) ?? "unknown";

/** The largest first, among equals by id. */
export const largest = <Row extends { readonly arr: bigint; readonly accountId: AccountId }>(
  a: Row,
  b: Row,
): number => (a.arr === b.arr ? (a.accountId < b.accountId ? -1 : 1) : a.arr > b.arr ? -1 : 1);
