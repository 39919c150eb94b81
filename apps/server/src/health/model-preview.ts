import {
  atRisk,
  type HealthBand,
  type HealthModel,
  type HealthPolicy,
  healthBand,
  type ScoreRange,
} from "@termwise/core/health";
import { eachInTurns } from "../breath.ts";
import type { AccountOnDay } from "../derive/account-list.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Termwise } from "../termwise.ts";
import { toldScore } from "./account-view.ts";
import { byBand } from "./book-view.ts";
import { bookScores } from "./scored.ts";
import { scoredAnew } from "./scored-anew.ts";
import { healthWorld, segmentPolicies } from "./world.ts";

/** Over how many weeks an account is scored anew, so that what put it at risk and what ended that is seen. */
const weeksSeen = 13;

/** Where an account stands, or would. */
interface Side {
  readonly band: HealthBand;
  readonly atRisk: boolean;
  readonly score: ScoreRange | null;
  readonly policy: HealthPolicy;
}

const sideTold = ({ band, atRisk, score, policy }: Side) => ({
  ...{ band, atRisk },
  score: score && toldScore(score, policy),
});

/**
 * What would change today if a model scored the accounts of a segment (null: every account it would then score): bands
 * before, as measured, and after; who would come to be at risk and who would not be any more. Null for `model`: those in
 * force. What was read at the time is weighed anew; what was not read then is read now.
 */
export async function modelPreview(termwise: Termwise, model: HealthModel | null, segment: string | null) {
  const books = await termwise.books();
  const today = termwise.today();
  const measured = await bookScores(termwise, weeksSeen);
  const { ends } = measured;
  const week = ends.at(-1) ?? today;
  const accounts = [...accountsOnDay(books, today).values()].filter(
    (account) => account.status === "customer" && (segment === null || account.segment === segment),
  );
  const asked = { week, currency: books.currency(), segment, accounts: accounts.length };
  const world = healthWorld(books);
  const { scored: anew, refused } = await scoredAnew(termwise, {
    ...{ model, measured, world },
    records: accounts.flatMap(({ accountId }) => world.records.get(accountId) ?? []),
  });
  if (refused !== null)
    return { ...asked, reason: refused, bands: null, entering: [], leaving: [], moved: 0 };
  // As measured, an account stands in the band of the boundaries that were in force in the week.
  const policyFor = segmentPolicies(books, week);
  const policyNow = segmentPolicies(books, today);
  const rows: { readonly account: AccountOnDay; readonly before: Side; readonly after: Side }[] = [];
  await eachInTurns(accounts, (account) => {
    if (!world.records.has(account.accountId)) return;
    const known = measured.weeksOf(account.accountId);
    const policy = policyFor(account.segment);
    const own = model ? world.policyUnder(model, today) : policyNow(account.segment);
    const scored = anew.get(account.accountId) ?? known;
    const [then, now] = [known.at(-1)?.score ?? null, scored.at(-1)?.score ?? null];
    const risky = (weeks: Parameters<typeof atRisk>[0], rules: typeof policy) =>
      atRisk(weeks, rules).at(-1)?.until === null;
    rows.push({
      account,
      before: { band: healthBand(then, policy), atRisk: risky(known, policy), score: then, policy },
      after: { band: healthBand(now, own), atRisk: risky(scored, own), score: now, policy: own },
    });
  });
  const arrOf = (side: "before" | "after") =>
    byBand(rows.map((row) => ({ band: row[side].band, arr: row.account.arr })));
  const [before, after] = [arrOf("before"), arrOf("after")];
  const told = (which: (row: (typeof rows)[number]) => boolean) =>
    rows
      .filter(which)
      .sort((a, b) => (a.account.arr > b.account.arr ? -1 : a.account.arr < b.account.arr ? 1 : 0))
      .map(({ account: { accountId, name, csm, arr }, before, after }) => ({
        ...{ accountId, name, csm, arr },
        before: sideTold(before),
        after: sideTold(after),
      }));
  return {
    ...asked,
    reason: null,
    bands: before.map(({ band }, at) => ({
      band: band as HealthBand,
      before: before[at],
      after: after[at],
    })),
    entering: told((row) => row.after.atRisk && !row.before.atRisk),
    leaving: told((row) => row.before.atRisk && !row.after.atRisk),
    /** How many would stand in another band. */
    moved: rows.filter((row) => row.before.band !== row.after.band).length,
  };
}
