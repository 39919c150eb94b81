import { type Outreach, outreachOn, outreachRate, outreachStates } from "@termwise/core/health";
import { addDays, type Instant, perCentText } from "@termwise/core/kernel";
import { breath } from "../breath.ts";
import type { BookCase, HealthBook } from "./health-book.ts";

interface Asked {
  readonly now: Instant;
  /** Those alone; left out: all. */
  readonly state?: (typeof outreachStates)[number] | undefined;
  readonly page: number;
  readonly pageSize: number;
}

/** Detractors of the last year, the latest first, and whether each heard from us within 48 hours; a page of them. */
export async function detractorsOf(
  { on, cases, currency }: Pick<HealthBook, "on" | "cases" | "currency">,
  { now, state, page, pageSize }: Asked,
) {
  const since = addDays(on, -366);
  const recent: { account: BookCase["account"]; outreach: Outreach }[] = [];
  for (const { account, record } of cases) {
    for (const outreach of outreachOn(record, { on, now }))
      if (outreach.answer.effectiveOn > since) recent.push({ account, outreach });
    await breath();
  }
  const rate = outreachRate(recent.map(({ outreach }) => outreach));
  const found = recent.filter(({ outreach }) => state === undefined || outreach.state === state);
  return {
    on,
    currency,
    /** Per cent that heard from us in time, of those whose 48 hours are over. */
    inTime: rate.value === null ? null : perCentText(rate.value, 1),
    reason: rate.reason,
    /** How many answers stand how, whatever state is asked for. */
    counts: outreachStates.map((one) => ({
      state: one,
      answers: recent.filter(({ outreach }) => outreach.state === one).length,
    })),
    total: found.length,
    page,
    pageSize,
    rows: found
      .sort((a, b) => (a.outreach.answer.at < b.outreach.answer.at ? 1 : -1))
      .slice((page - 1) * pageSize, page * pageSize)
      .map(({ account: { accountId, name, csm, arr }, outreach: { answer, ...outreach } }) => ({
        ...{ accountId, name, csm, arr },
        entryId: answer.entryId,
        at: answer.at,
        score: answer.entry.score,
        comment: answer.entry.comment,
        ...outreach,
      })),
  };
}
