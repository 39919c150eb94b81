import { type AtRiskSpan, arrStillAtRisk, type HealthPolicy } from "@termwise/core/health";
import type { AccountId, Day } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { eachInTurns } from "../breath.ts";
import type { AccountOnDay } from "../derive/account-list.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { MadeOnce } from "../made-once.ts";
import type { Termwise } from "../termwise.ts";
import { isCustomerOn } from "./measure.ts";
import {
  type BookScores,
  bookScores,
  riskSpans,
  type ScoredWeek,
  scoreAt,
  weeksLookedBack,
} from "./scored.ts";
import { policiesByDay } from "./world.ts";

/** What was measured of an account that was low in some week looked back upon, and when that put it at risk. */
export interface LowWeeks {
  /** Each week with the choices that held in it. */
  readonly weeks: readonly (ScoredWeek & { readonly policy: HealthPolicy })[];
  readonly spans: readonly AtRiskSpan[];
  /** The choices of the model that scores it. */
  readonly policy: HealthPolicy;
}

const known = new MadeOnce<ReadonlyMap<AccountId, AccountOnDay>, ReadonlyMap<AccountId, LowWeeks>>();

/**
 * The accounts somebody sees that were at risk in some week looked back upon; of some of them where they are named. Of
 * nobody else are weeks made of the numbers that are held. Whatever tells since when an account is at risk folds these
 * weeks, however few of them it shows: lists, the panel, the queue, ARR at risk, notices and plays tell the same day.
 */
export async function lowWeeks(
  termwise: Termwise,
  only?: ReadonlySet<AccountId>,
): Promise<ReadonlyMap<AccountId, LowWeeks>> {
  const books = await termwise.books();
  const on = termwise.today();
  const scores = await bookScores(termwise);
  const accounts = accountsOnDay(books, on);
  const { records, house } = customerRecords(books);
  const asked = { books, on, scores, accounts };
  // The accounts of a day are others once contracts are; what is on record of customers beside them puts nobody at risk.
  const from = [scores.readings, house];
  if (only === undefined) return known.of(accounts, from, () => lowAmong(records, asked));
  const all = known.made(accounts, from);
  if (all) return new Map([...only].flatMap((id) => named(all, id)));
  return lowAmong(new Map([...only].flatMap((id) => named(records, id))), asked);
}

interface Asked {
  readonly books: Books;
  readonly on: Day;
  readonly scores: BookScores;
  readonly accounts: ReadonlyMap<AccountId, AccountOnDay>;
}

async function lowAmong(
  records: ReadonlyMap<AccountId, CustomerRecord>,
  { books, on, scores, accounts }: Asked,
): Promise<ReadonlyMap<AccountId, LowWeeks>> {
  const policiesFor = policiesOfWeeks(books, { ends: scores.ends, on });
  const own = new Int32Array(2 * scores.ends.length);
  const low = new Map<AccountId, LowWeeks>();
  await eachInTurns(records, ([id, record]) => {
    const { weeks: policies, now: policy } = policiesFor(accounts.get(id)?.segment ?? null);
    if (!scores.read(id, own) || !mayBeAtRisk(own, policies)) return;
    const weeks = scores.ends.map((week, at) => {
      const score = scoreAt(own, at);
      return { week, score, policy: policies[at]!, left: score === null && !isCustomerOn(record, week) };
    });
    const spans = riskSpans(weeks, policy);
    if (spans.length > 0) low.set(id, { weeks, policy, spans });
  });
  return low;
}

const named = <Value>(of: ReadonlyMap<AccountId, Value>, id: AccountId): [AccountId, Value][] => {
  const found = of.get(id);
  return found === undefined ? [] : [[id, found]];
};

/** The choices that hold for the accounts of a segment, week by week and now. */
function policiesOfWeeks(books: Books, { ends, on }: { readonly ends: readonly Day[]; readonly on: Day }) {
  const policyFor = policiesByDay(books);
  const made = new Map<string | null, { weeks: HealthPolicy[]; now: HealthPolicy }>();
  return (segment: string | null) => {
    const found = made.get(segment) ?? {
      weeks: ends.map((week) => policyFor(segment, week)),
      now: policyFor(segment, on),
    };
    made.set(segment, found);
    return found;
  };
}

/** Whether the numbers of an account were under the threshold often enough in a row: who was at risk is among these. */
function mayBeAtRisk(own: Int32Array, policies: readonly HealthPolicy[]): boolean {
  let low = 0;
  for (let at = 0; at < policies.length; at++) {
    const high = own[2 * at + 1]!;
    const { atRiskBelow, atRiskReadings } = policies[at]!;
    low = high >= 0 && high < atRiskBelow * 1000 ? low + 1 : 0;
    if (low >= atRiskReadings) return true;
  }
  return false;
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
) {
  return arrStillAtRisk(
    accounts.flatMap(({ accountId, arr }) => {
      const own = low.get(accountId);
      return own ? [{ accountId, arr, spans: own.spans }] : [];
    }),
  );
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
