import {
  adoptionBreadth,
  firstValueOn,
  medianTimeToFirstValue,
  timeToFirstValue,
} from "@termwise/core/adoption";
import { lastOfWeek } from "@termwise/core/health";
import { addDays, decimalText, known, notKnown, rational } from "@termwise/core/kernel";
import { usePreceding } from "@termwise/core/usage";
import { customerRecords } from "../derive/customer-records.ts";
import { renewalsOf } from "../health/back-test.ts";
import type { FeatureWorld } from "./feature-world.ts";
import { countFigure, daysFigure, type FigureOf, meanFigure } from "./figures.ts";

/** How long before a renewal it is asked what was used, and over how many days. */
const ahead = 90;
const over = 92;
const yearsBack = 730;

const shared = (world: FeatureWorld, policyText: string, policy: FigureOf["policy"] = {}): FigureOf => ({
  on: world.on,
  freshAt: world.books.known.freshAt,
  policy,
  policyText,
});

/** What use went before renewals of two years: an association, told with how many renewals each side has. */
export function precedingUse(world: FeatureWorld) {
  const { books, on, catalogue } = world;
  const features = catalogue.map(({ entry }) => entry.feature);
  const told = [...customerRecords(books).records.values()].flatMap((record) =>
    renewalsOf(record, addDays(on, -yearsBack), on).map(({ on: due, renewed }) => {
      const until = addDays(due, -ahead);
      const from = addDays(until, -over);
      const own = record.usage.filter(
        ({ feature, activity, effectiveOn, withdrawn }) =>
          !withdrawn && feature !== null && activity === "use" && effectiveOn > from && effectiveOn <= until,
      );
      const uses = new Map<string, number>();
      for (const { feature, uses: count, users } of own)
        if (feature !== null) uses.set(feature, (uses.get(feature) ?? 0) + (count ?? users ?? 0));
      return own.length === 0 ? null : { renewed, uses };
    }),
  );
  const decided = told.flatMap((one) => one ?? []);
  return {
    daysAhead: ahead,
    overDays: over,
    renewals: decided.length,
    /** Renewals before which no use by feature is on record: they are on neither side. */
    untold: told.length - decided.length,
    features: usePreceding(decided, features).filter((one) => one.with.n > 0),
  };
}

/** How far and how soon customers came to something of worth, as figures with the accounts behind them. */
export function valueFigures(world: FeatureWorld) {
  const { cases, rules, on, choices } = world;
  const { ttfvStart, adoptionDays } = choices.adoption;
  // A week is read when it is over: on its last day the week before is the latest that readings tell of.
  const lastOver = addDays(lastOfWeek(on), -7);
  const rows = cases
    .map(({ account: { accountId, name, segment, csm, arr }, record }) => {
      const today = adoptionBreadth(record, on, adoptionDays);
      const share = today.value === null ? adoptionBreadth(record, lastOver, adoptionDays) : today;
      return {
        accountId,
        name,
        segment,
        csm,
        arr,
        firstValueOn: firstValueOn(record, on),
        days: timeToFirstValue(record, rules, on, choices.adoption),
        breadth: { value: share.value && decimalText(share.value, 6), reason: share.reason },
      };
    })
    .sort((a, b) => (a.arr === b.arr ? (a.accountId < b.accountId ? -1 : 1) : a.arr > b.arr ? -1 : 1));
  const median = medianTimeToFirstValue(rows.map(({ days }) => days));
  const delivered = rows.filter((row) => row.firstValueOn !== null).length;
  const spoken = rows.flatMap(({ breadth }) => breadth.value ?? []);
  const sum = spoken.reduce((total, share) => total + Number(share), 0);
  const start = ttfvStart === "onboarded" ? "the day it was Onboarded" : "the day the deal was won";
  const breadth =
    spoken.length === 0
      ? notKnown("No reading of use and seats speaks for these days.")
      : known(rational(BigInt(Math.round((sum / spoken.length) * 1_000_000)), 1_000_000n));
  return {
    firstValue: daysFigure(
      "ttfv",
      median.medianDays,
      median.counted,
      shared(world, `From ${start} to the first value delivered; the middle of the customers that had it`, {
        ttfvStart,
      }),
    ),
    delivered: countFigure(
      "fvd",
      known(delivered),
      shared(world, `Customers whose success milestone was met in their present life, of ${rows.length}`),
    ),
    /** The mean over customers of active seats of those licensed; each counts alike. */
    breadth: meanFigure(
      "adoption-rate",
      breadth,
      spoken.length,
      shared(
        world,
        `Active of licensed seats in ${adoptionDays} days, or to ${lastOver} where nothing later is read; the mean of the customers of which readings tell, each counts alike`,
        { adoptionDays },
      ),
    ),
    /** How many customers each figure counts, over all of them, however few an answer lists. */
    behind: { of: rows.length, ttfv: median.counted, fvd: delivered, breadth: spoken.length },
    rows: rows.map(({ days, ...row }) => ({ ...row, days: days.value, reason: days.reason })),
  };
}
