import {
  accountHealth,
  type BandOutcome,
  calibration,
  concordance,
  HealthModel,
  healthDistribution,
  lastOfWeek,
  type ScoredRenewal,
} from "@termwise/core/health";
import { addDays, addMonths, type Day, decimalText, rational, times } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { Termwise } from "../termwise.ts";
import { dailyUse } from "./daily-use.ts";
import { isCustomerOn } from "./measure.ts";
import { type HealthWorld, healthWorld } from "./world.ts";

/** How many days before a renewal it is scored. */
const ahead = 90;
/** How many months of renewals are looked at. */
const monthsBack = 24;
/** For how many accounts the distribution over time is worked out while somebody waits. */
const mostAccounts = 2_000;

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

const told = (bands: readonly BandOutcome[]) =>
  bands.map(({ band, n, lost, rate, interval }) => ({
    band,
    n,
    lost,
    /** Per cent of its renewals lost; null where none was due. */
    lostShare: rate.value === null ? null : decimalText(times(rate.value, rational(100n)), 1),
    interval,
  }));

/** Runs a model (null: for each account the one in force) over the renewals of two years; see `health.backtest`. */
export async function backTest(termwise: Termwise, model: HealthModel | null) {
  const today = termwise.today();
  const from = addMonths(today, -monthsBack);
  const daily = await dailyUse(termwise, { accountIds: null, from: addDays(from, -ahead - 90), to: today });
  const world = healthWorld(await termwise.books(), daily);
  const policy = policyOfModel(world, model, today);
  const renewals = [...world.records.values()].flatMap((record) => renewalsOf(record, from, today));
  const scored = (of: HealthModel | null): ScoredRenewal[] =>
    renewals.map(({ record, on, renewed }) => {
      const day = addDays(on, -ahead);
      const used = of ?? world.modelOf(record, today).model;
      return { renewed, score: accountHealth(world.caseOn(record, day), used, policy) };
    });
  const [own, plain] = [scored(model), scored(usageOnly)];
  const [auc, plainAuc] = [concordance(own), concordance(plain)];
  return {
    model: model?.id ?? null,
    from,
    to: today,
    daysAhead: ahead,
    renewals: renewals.length,
    lost: renewals.filter(({ renewed }) => !renewed).length,
    bands: told(calibration(own, policy)),
    concordance: auc,
    usageOnly: { concordance: plainAuc, bands: told(calibration(plain, policy)) },
    /** How much better the model tells who leaves than use alone. */
    lift:
      auc.value === null || plainAuc.value === null
        ? null
        : Math.round((auc.value - plainAuc.value) * 1000) / 1000,
    distribution: distributionOf(world, model, today),
  };
}

/** The boundaries a model is told by; null: those of the model in force for accounts without one of their own. */
const policyOfModel = (world: HealthWorld, model: HealthModel | null, today: Day) =>
  world.policyUnder(model ?? world.modelFor(null, today).model, today);

/** How many accounts stood in each band at the last end of a week of each of twelve months; null beyond what can be waited for. */
function distributionOf(world: HealthWorld, model: HealthModel | null, today: Day) {
  if (world.records.size > mostAccounts) return null;
  const policy = policyOfModel(world, model, today);
  return Array.from({ length: 12 }, (_, back) => {
    const week = addDays(lastOfWeek(addMonths(today, back - 11)), -7);
    const scores = [...world.records.values()].flatMap((record) =>
      isCustomerOn(record, week)
        ? [accountHealth(world.caseOn(record, week), model ?? world.modelOf(record, today).model, policy)]
        : [],
    );
    return { week, bands: healthDistribution(scores, policy) };
  });
}
