import {
  accountHealth,
  type BandOutcome,
  calibration,
  concordance,
  HealthModel,
  healthDistribution,
  lastOfWeek,
  type ScoredRenewal,
  type ScoreRange,
} from "@termwise/core/health";
import { addDays, addMonths, type Day, decimalText, groupBy, rational, times } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { loadUseDays } from "@termwise/db";
import { breath } from "../breath.ts";
import type { Termwise } from "../termwise.ts";
import { useInParts } from "./daily-use.ts";
import { isCustomerOn } from "./measure.ts";
import { type HealthWorld, healthWorld } from "./world.ts";

/** How many days before a renewal it is scored. */
const ahead = 90;
/** How many months of renewals are looked at. */
const monthsBack = 24;
/** As many renewals, and accounts month by month, are scored while somebody waits; of more a sample, and it is said so. */
const mostScored = 2_000;

/** Use alone, which a model has to beat to be worth its other parts. */
const usageOnly = HealthModel.parse({
  id: "usage_only",
  name: "Usage only",
  parts: [{ component: "usage", weight: 100 }],
});

/** A renewal of a customer that fell due. */
export interface Renewal {
  readonly record: CustomerRecord;
  readonly on: Day;
  readonly renewed: boolean;
}

/** The renewals of a customer that fell due in some days: each day its contract lines ended on, and whether it stayed. */
export function renewalsOf(record: CustomerRecord, from: Day, to: Day): Renewal[] {
  const days = new Set(
    record.lines.flatMap(({ endsOn, lineKind }) =>
      lineKind === "recurring" && endsOn !== null && endsOn >= from && addDays(endsOn, 1) <= to
        ? [addDays(endsOn, 1)]
        : [],
    ),
  );
  return [...days].sort().flatMap((on): Renewal[] => {
    if (!isCustomerOn(record, addDays(on, -1))) return [];
    return [{ record, on, renewed: isCustomerOn(record, on) }];
  });
}

const bandsTold = (bands: readonly BandOutcome[]) =>
  bands.map(({ band, n, lost, rate, interval }) => ({
    band,
    n,
    lost,
    /** Per cent of its renewals lost; null where none was due. */
    lostShare: rate.value === null ? null : decimalText(times(rate.value, rational(100n)), 1),
    interval,
  }));

/** All of a list, or as many as are scored, evenly from its whole length. */
export function sampleOf<One>(all: readonly One[], most = mostScored): readonly One[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, at) => all[Math.floor(at * step)]!);
}

/** The last end of a week of each of twelve months. */
const monthEnds = (today: Day): Day[] =>
  Array.from({ length: 12 }, (_, back) => addDays(lastOfWeek(addMonths(today, back - 11)), -7));

/**
 * Runs a model (null: for each account the one in force) over the renewals of two years; see `health.backtest`. Use is read
 * of some customers at a time. Where there are more renewals or accounts than can be waited for, some of them evenly from all
 * are scored.
 */
export async function backTest(termwise: Termwise, model: HealthModel | null) {
  const today = termwise.today();
  const from = addMonths(today, -monthsBack);
  const books = await termwise.books();
  const world = healthWorld(books);
  const policy = policyOfModel(world, model, today);
  const records = [...world.records.values()];
  const renewals = records.flatMap((record) => renewalsOf(record, from, today));
  const tested = groupBy(sampleOf(renewals), ({ record }) => record.accountId);
  const weeks = monthEnds(today);
  const sampled = new Set(sampleOf(records));
  const [own, plain]: [ScoredRenewal[], ScoredRenewal[]] = [[], []];
  const standing = weeks.map((): ScoreRange[] => []);
  const days = { from: addDays(from, -ahead - 90), to: today };
  const told = await termwise.read((tx) => loadUseDays(tx, days));
  const asked = records.filter((record) => tested.has(record.accountId) || sampled.has(record));
  for await (const part of useInParts(termwise, asked, days)) {
    const { caseOn, modelOf } = healthWorld(books, part.daily, told);
    for (const record of part.customers) {
      const used = model ?? modelOf(record, today).model;
      for (const { on, renewed } of tested.get(record.accountId) ?? []) {
        const then = caseOn(record, addDays(on, -ahead));
        own.push({ renewed, score: accountHealth(then, used, policy) });
        plain.push({ renewed, score: accountHealth(then, usageOnly, policy) });
      }
      for (const [at, week] of sampled.has(record) ? weeks.entries() : [])
        if (isCustomerOn(record, week)) standing[at]?.push(accountHealth(caseOn(record, week), used, policy));
      await breath();
    }
  }
  const [auc, plainAuc] = [concordance(own), concordance(plain)];
  return {
    model: model?.id ?? null,
    from,
    to: today,
    daysAhead: ahead,
    renewals: renewals.length,
    lost: renewals.filter(({ renewed }) => !renewed).length,
    /** How many of the renewals were scored: all, or evenly some of them where they are many. */
    scored: own.length,
    bands: bandsTold(calibration(own, policy)),
    concordance: auc,
    usageOnly: { concordance: plainAuc, bands: bandsTold(calibration(plain, policy)) },
    /** How much better the model tells who leaves than use alone. */
    lift:
      auc.value === null || plainAuc.value === null
        ? null
        : Math.round((auc.value - plainAuc.value) * 1000) / 1000,
    /** How many accounts stood in each band at the last end of a week of each of twelve months, of so many looked at. */
    distribution: weeks.map((week, at) => ({ week, bands: healthDistribution(standing[at] ?? [], policy) })),
    accounts: { lookedAt: sampled.size, all: records.length },
  };
}

/** The boundaries a model is told by; null: those of the model in force for accounts without one of their own. */
const policyOfModel = (world: HealthWorld, model: HealthModel | null, today: Day) =>
  world.policyUnder(model ?? world.modelFor(null, today).model, today);
