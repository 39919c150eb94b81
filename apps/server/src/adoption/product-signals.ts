import {
  activation,
  adoptionBreadth,
  firstValueOn,
  medianTimeToFirstValue,
  timeToFirstValue,
} from "@termwise/core/adoption";
import { type AccountId, addDays, known, notKnown, rational } from "@termwise/core/kernel";
import {
  ahaMoments,
  newUsers,
  productQualified,
  signalsOf,
  stayedWith,
  usePreceding,
} from "@termwise/core/usage";
import { loadDailyUse } from "@termwise/db";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { renewalsOf } from "../health/back-test.ts";
import type { Termwise } from "../termwise.ts";
import type { FeatureWorld } from "./feature-world.ts";
import { countFigure, daysFigure, type FigureOf, perCent, shareFigure } from "./figures.ts";

/** How many days single uses are looked at, and for how many somebody must have been away to count as new. */
const looked = 90;
const away = 30;

/** Who worked within so many days is still there. */
const stayDays = 14;

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
  const rows = cases.map(({ account: { accountId, name, segment, csm, arr }, record }) => ({
    accountId,
    name,
    segment,
    csm,
    arr,
    firstValueOn: firstValueOn(record, on),
    days: timeToFirstValue(record, rules, on, choices.adoption),
    breadth: adoptionBreadth(record, on, adoptionDays),
  }));
  const median = medianTimeToFirstValue(rows.map(({ days }) => days));
  const delivered = rows.filter((row) => row.firstValueOn !== null).length;
  const spoken = rows.flatMap(({ breadth }) => breadth.value ?? []);
  const sum = spoken.reduce((total, { n, d }) => total + Number(n) / Number(d), 0);
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
    breadth: { share: perCent(breadth), accounts: spoken.length, of: rows.length, days: adoptionDays },
    rows: rows.map(({ breadth: own, days, ...row }) => ({
      ...row,
      days: days.value,
      reason: days.reason,
      breadth: perCent(own),
    })),
  };
}

/** What single uses tell of people: who was set up, who came to the aha moment, and which accounts are ready to buy. */
export async function peopleSignals(world: FeatureWorld, termwise: Termwise) {
  const { books, on, catalogue, choices } = world;
  const entries = catalogue.map(({ entry }) => entry);
  const accounts = accountsOnDay(books, on);
  const { ofAccount, records } = customerRecords(books);
  const ours = books.known.now.accounts
    .map(({ accountId }) => accountId)
    .filter((id) => records.has(ofAccount(id)));
  const uses = (
    await termwise.read((tx) => loadDailyUse(tx, { accountIds: ours, from: addDays(on, 1 - looked), to: on }))
  ).map((use) => ({ ...use, accountId: ofAccount(use.accountId) }));
  const keyActions = signalsOf(entries, "key_action");
  const from = addDays(on, 1 - looked + away);
  const people = newUsers(uses, { from, to: on });
  const began = new Set(people.map(({ user }) => user));
  const atWork = new Set(
    uses.flatMap(({ accountId, userId, activity, on: day }) =>
      activity === "use" && day > addDays(on, -stayDays) ? [`${accountId} ${userId}`] : [],
    ),
  );
  const told = activation(people, keyActions, { on });
  const ofNew = uses.filter(({ accountId, userId }) => began.has(`${accountId} ${userId}`));
  const { ahaUses, ahaDays, pqlUsers, pqlLimitHits, pqlDays } = choices.usage;
  const account = (id: AccountId) => {
    const { name, status, segment, ae } = accounts.get(id) ?? {
      name: id,
      status: "prospect",
      segment: null,
      ae: null,
    };
    return { accountId: id, name, status, segment, ae };
  };
  return {
    from,
    people: people.length,
    keyActions,
    activation: {
      figure: shareFigure(
        "activation-rate",
        told.rate,
        [told.activated, told.users],
        shared(
          world,
          `People who began from ${from} on and did every key action: ${keyActions.join(", ") || "none laid down"}`,
        ),
      ),
      steps: told.steps,
      accounts: byAccount(people, keyActions).map(([id, own]) => ({ ...account(id), ...own })),
    },
    aha: signalsOf(entries, "aha").map((feature) => {
      const moments = ahaMoments(ofNew, feature, on, choices.usage);
      const { reached, missed, share, medianDay } = moments;
      return {
        feature,
        medianDay,
        /** Of those that came to it and of those that did not, who was at work in the last days: an association. */
        stayed: stayedWith(moments, atWork),
        figure: shareFigure(
          "aha-moment",
          share,
          [reached.size, reached.size + missed.length],
          shared(
            world,
            `${feature}, ${ahaUses} or more times within ${ahaDays} days of beginning; people whose time is over or who came to it`,
            { ahaUses, ahaDays },
          ),
        ),
      };
    }),
    qualified: {
      limits: signalsOf(entries, "plan_limit"),
      rule: { users: pqlUsers, limitHits: pqlLimitHits, days: pqlDays },
      rows: signalsOf(entries, "plan_limit").flatMap((limit) =>
        productQualified(uses, limit, on, choices.usage).map(({ accountId, ...own }) => ({
          ...account(accountId),
          limit,
          ...own,
        })),
      ),
    },
  };
}

/** New people of each account, and how many of them did every key action. */
function byAccount(people: ReturnType<typeof newUsers>, keyActions: readonly string[]) {
  const of = new Map<AccountId, { users: number; activated: number }>();
  for (const { user, did } of people) {
    const id = user.slice(0, user.indexOf(" ")) as AccountId;
    const held = of.get(id) ?? { users: 0, activated: 0 };
    const done = keyActions.length > 0 && keyActions.every((key) => did.some(({ action }) => action === key));
    of.set(id, { users: held.users + 1, activated: held.activated + (done ? 1 : 0) });
  }
  return [...of];
}
