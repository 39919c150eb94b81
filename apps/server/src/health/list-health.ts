import { entriesOf } from "@termwise/core/facts";
import {
  bandsByEnds,
  type HealthBand,
  type HealthPolicy,
  healthBand,
  openFlagsOn,
  scoreText,
  unmeasured,
} from "@termwise/core/health";
import { type AccountId, compare, type Day } from "@termwise/core/kernel";
import { type CustomerRecord, type LastTouch, lastTouch, touchesOn } from "@termwise/core/people";
import { inTellingOrder, isOpenRun, type OpenRunState } from "@termwise/core/plays";
import { seatShares } from "@termwise/core/work";
import type { AccountOnDay } from "../derive/account-list.ts";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import { changeBetween, movedBetween } from "./book-view.ts";
import { type LowWeeks, lowWeeks, riskySince } from "./low-weeks.ts";
import { bookScores, scoreAt, tenthsOf } from "./scored.ts";
import { segmentPolicies } from "./world.ts";

/** Weeks a line of use goes back. */
const weeks = 13;

/** Weeks the change of a score goes back, the last one among them. */
const weeksOfChange = 5;

/** The last score of an account in points, for the order of lists and their filters. */
export interface Standing {
  readonly low: string | null;
  readonly high: string | null;
  readonly score: string | null;
  readonly band: HealthBand;
  /** The week whose measurement made it at risk; null: it is not. */
  readonly atRiskSince: Day | null;
  /** Points gained or lost in four weeks. */
  readonly change: string | null;
  /** Where another part of the two scores is known: the least and the most it may have been. */
  readonly moved: { readonly low: string; readonly high: string } | null;
}

/** What lists show of the health of an account, and of what is done about it. */
interface ListHealth extends Standing {
  /** Active users week by week, the latest last. */
  readonly use: readonly (number | null)[];
  readonly flags: number;
  /** The first of the plays that run or are proposed. */
  readonly play: { readonly name: string; readonly state: OpenRunState } | null;
  readonly touch: LastTouch;
}

function standingIn(own: Int32Array, low: LowWeeks | undefined, policy: HealthPolicy): Standing {
  const score = scoreAt(own, weeksOfChange - 1);
  const then = scoreAt(own, 0);
  const change = changeBetween(score, then);
  const moved = change === null ? movedBetween(score, then) : null;
  return {
    low: score && scoreText(score.low),
    high: score && scoreText(score.high),
    score: score && compare(score.low, score.high) === 0 ? scoreText(score.low) : null,
    band: healthBand(score, policy),
    atRiskSince: riskySince(low),
    change: change && scoreText(change),
    moved: moved && { low: scoreText(moved.low), high: scoreText(moved.high) },
  };
}

/** The play of a customer: the first of those that run or are proposed. Null: there is none. */
function playOf(record: CustomerRecord): ListHealth["play"] {
  const [first] = entriesOf(record.journal, "play_run")
    .filter(({ withdrawn }) => withdrawn === null)
    .filter(isOpenRun)
    .sort(inTellingOrder);
  return first ? { name: first.entry.name, state: first.entry.state } : null;
}

/** How the health of customers stands today, as lists show it. Who is no customer has none. */
export async function standingsToday(
  termwise: Termwise,
  accounts: readonly Pick<AccountOnDay, "accountId" | "segment" | "status">[],
): Promise<ReadonlyMap<AccountId, Standing>> {
  const customers = accounts.filter(({ status }) => status === "customer");
  if (customers.length === 0) return new Map();
  const scores = await bookScores(termwise, weeksOfChange);
  // What was measured is judged by the boundaries that were in force in its week.
  const policyFor = segmentPolicies(await termwise.books(), scores.ends.at(-1) ?? termwise.today());
  const low = await lowWeeks(termwise, new Set(customers.map(({ accountId }) => accountId)));
  const own = new Int32Array(2 * weeksOfChange);
  return new Map(
    customers.map(({ accountId, segment }) => {
      scores.read(accountId, own);
      return [accountId, standingIn(own, low.get(accountId), policyFor(segment))];
    }),
  );
}

/** What calls for action at a customer, and what is done about it. */
export const doneAbout = (record: CustomerRecord, on: Day): Pick<ListHealth, "flags" | "play"> => ({
  flags: openFlags(record, on),
  play: playOf(record),
});

/** What lists show of a customer beside its score. */
function besideScore(record: CustomerRecord, on: Day): Omit<ListHealth, keyof Standing> {
  return {
    use: seatShares(record, on, weeks).map(({ active }) => active),
    ...doneAbout(record, on),
    touch: lastTouch(touchesOn(record, on), on),
  };
}

const openFlags = (record: CustomerRecord, on: Day): number => openFlagsOn(record, on).length;

/** What of health a list of accounts can be sorted by: score, its change, open red flags, days since the last touch. */
export const healthOrders = ["health", "change", "flags", "touch"] as const;

interface ListAsked {
  readonly sort: string;
  readonly health?: readonly string[] | undefined;
}

/** The health of accounts of a list today: their order, those a filter leaves, and what is shown of those on a page. */
export async function healthOfList(termwise: Termwise, { sort, health }: ListAsked) {
  const on = termwise.today();
  const { records } = customerRecords(await termwise.books());
  const order = healthOrders.find((name) => name === sort.replace(/^-/, ""));
  const recordOf = ({ accountId, status }: AccountOnDay) =>
    status === "customer" ? records.get(accountId) : undefined;
  const ends = order === "health" || order === "change" ? await endsOf(termwise) : null;
  const keys: Readonly<Record<(typeof healthOrders)[number], (account: AccountOnDay) => number | null>> = {
    // Scores with one decimal: of equal lower ends the upper one decides.
    health: (account) => {
      const own = ends?.(account);
      const [low, high] = [own?.at(-2) ?? unmeasured, own?.at(-1) ?? unmeasured];
      return low < 0 ? null : tenthsOf(low) * 10_000 + tenthsOf(high);
    },
    change: (account) => {
      const own = ends?.(account);
      const change = own ? changeBetween(scoreAt(own, weeksOfChange - 1), scoreAt(own, 0)) : null;
      return change && Number(scoreText(change));
    },
    flags: (account) => {
      const record = recordOf(account);
      return record ? openFlags(record, on) : null;
    },
    touch: (account) => {
      const record = recordOf(account);
      return record ? lastTouch(touchesOn(record, on), on).days : null;
    },
  };
  return {
    keyOf: order ? keys[order] : null,
    isAmong: health === undefined ? null : await isInBands(termwise, new Set(health)),
    async of(shown: readonly AccountOnDay[]): Promise<ReadonlyMap<AccountId, ListHealth>> {
      const standings = await standingsToday(termwise, shown);
      return new Map(
        shown.flatMap((account) => {
          const [record, standing] = [recordOf(account), standings.get(account.accountId)];
          return record && standing
            ? [[account.accountId, { ...standing, ...besideScore(record, on) }] as const]
            : [];
        }),
      );
    },
  };
}

/** The scores of a customer now and four weeks ago, written over by the next one that is asked for; null of anybody else. */
async function endsOf(termwise: Termwise) {
  const scores = await bookScores(termwise, weeksOfChange);
  const own = new Int32Array(2 * weeksOfChange);
  return ({ accountId, status }: AccountOnDay): Int32Array | null =>
    status === "customer" && scores.read(accountId, own) ? own : null;
}

/** Whether a customer stands in one of some bands, or is at risk where that is wanted. */
async function isInBands(termwise: Termwise, wanted: ReadonlySet<string>) {
  const [scores, low] = [await bookScores(termwise, 1), await lowWeeks(termwise)];
  const policyFor = segmentPolicies(await termwise.books(), scores.ends.at(-1) ?? termwise.today());
  const bandsOf = new Map<string | null, ReturnType<typeof bandsByEnds>>();
  const own = new Int32Array(2);
  return ({ accountId, segment, status }: AccountOnDay): boolean => {
    if (status !== "customer") return false;
    if (wanted.has("at_risk") && riskySince(low.get(accountId)) !== null) return true;
    const bandOf = bandsOf.get(segment) ?? bandsByEnds(policyFor(segment));
    bandsOf.set(segment, bandOf);
    scores.read(accountId, own);
    return wanted.has(bandOf(own[0]!, own[1]!));
  };
}
