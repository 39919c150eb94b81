import type { AccountId, Rational } from "@termwise/core/kernel";
import { PlayPolicy } from "@termwise/core/plays";
import { inRank } from "@termwise/core/work";
import type { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { breath } from "../breath.ts";
import { agreedChoices } from "../definitions/agreed.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { isAmong } from "../derive/journeys.ts";
import { savesOf } from "../plays/run-list.ts";
import { seenIn } from "../plays/views.ts";
import type { Filters } from "../routers/scope.ts";
import type { Termwise } from "../termwise.ts";
import { lossChanceOf } from "./loss-chance.ts";
import { type RiskBook, riskBook } from "./risk-book.ts";
import { riskFlowView } from "./risk-flow-view.ts";
import { riskReasons } from "./risk-reasons.ts";
import { type QueuedAccount, queuedAccount, riskRow } from "./risk-row.ts";
import { bookScores } from "./scored.ts";

/** Where accounts at risk stand: in the queue, put off until a day, or their loss accepted. */
export const riskPlaces = ["queue", "snoozed", "accepted"] as const;

interface Asked {
  readonly filters?: z.infer<typeof Filters> | undefined;
  /** Those of a place alone; left out: all. */
  readonly place?: (typeof riskPlaces)[number] | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/**
 * The accounts at risk in the order of their rank. Where each stands is told from the factors of its rank; all that a row
 * shows is worked out for the page that is asked for. `me`: the membership of whoever asks.
 */
export async function queueOf(
  termwise: Termwise,
  me: string | null,
  { filters, place, page, pageSize }: Asked,
) {
  const book = await riskBook(termwise, filters);
  const { on, week, currency, figure, policy, risky, books } = book;
  const seen = await seenIn(termwise);
  const plays = agreedChoices(PlayPolicy, books, on);
  const chanceOf = await lossChanceOf(termwise);
  const context = { book, chanceOf, saves: savesOf(books, seen) };
  const queued: QueuedAccount[] = [];
  for (const one of risky) {
    queued.push(queuedAccount(one, context));
    await breath();
  }
  const found = queued.filter(({ handling }) => place === undefined || handling.place === place);
  const shown = inRank(found).slice((page - 1) * pageSize, page * pageSize);
  const accountIds = shown.map(({ account }) => account.accountId);
  const rowContext = {
    ...{ ...context, seen, plays },
    reasons: await riskReasons(termwise, accountIds, week),
    me,
    nameOf: await termwise.read(authorsOf),
  };
  return {
    on,
    now: seen.now,
    week,
    currency,
    arrAtRisk: figure,
    rule: { below: policy.atRiskBelow, readings: policy.atRiskReadings, exit: policy.atRiskExit },
    saves: context.saves,
    /** How many accounts at risk stand where, whatever place is asked for. */
    places: riskPlaces.map((one) => ({
      place: one,
      accounts: queued.filter(({ handling }) => handling.place === one).length,
    })),
    total: found.length,
    ...{ page, pageSize },
    rows: shown.map((one) => riskRow(one, rowContext)),
    flow: riskFlowView(book, seen),
    closest: risky.length > 0 ? [] : await closest(termwise, book, filters),
  };
}

/** As many accounts are told of where none is at risk. */
const most = 3;

const plain = (of: Rational): string => String(Number(of.n) / Number(of.d));

/** Who comes nearest to being at risk: the lowest scores of the last week, by what they may be at most. */
async function closest(termwise: Termwise, { books, on }: RiskBook, filters: Asked["filters"]) {
  const scores = await bookScores(termwise, 1);
  const own = new Int32Array(2);
  const measured: { accountId: AccountId; name: string; high: number }[] = [];
  for (const account of accountsOnDay(books, on).values()) {
    const { accountId, name, status } = account;
    if (status === "customer" && isAmong(account, filters) && scores.read(accountId, own))
      measured.push({ accountId, name, high: own[1]! });
  }
  return measured
    .sort((a, b) => a.high - b.high || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .flatMap(({ accountId, name }) => {
      const score = scores.weeksOf(accountId)[0]?.score;
      return score ? [{ accountId, name, low: plain(score.low), high: plain(score.high) }] : [];
    });
}
