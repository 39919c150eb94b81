import { type AccountId, Failure, sortedInSteps } from "@termwise/core/kernel";
import { featureStates } from "@termwise/core/usage";
import { z } from "zod";
import {
  coreFor,
  countBehind,
  courseWithHealth,
  featureAccountRows,
  featureFigures,
  versionsOf,
} from "../adoption/feature-detail.ts";
import { featureRow } from "../adoption/feature-row.ts";
import { entitledTo, featureWorld } from "../adoption/feature-world.ts";
import { lossDays, lossesBeside } from "../adoption/losses.ts";
import { peopleSignals } from "../adoption/people-signals.ts";
import { precedingUse, valueFigures } from "../adoption/product-signals.ts";
import { courseWeeks } from "../adoption/uses-in-book.ts";
import { authorsOf } from "../auth/names.ts";
import { breath, inTurns } from "../breath.ts";
import { largest } from "../health/health-book.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { Filters } from "./scope.ts";

/** As many accounts as one answer holds. */
const most = 2_000;

/** The features of the product, and how the accounts of whoever asks take to them. */
export const featuresRouter = router({
  /**
   * Every feature of the catalogue with the customers entitled to it: the share that `tried` it and the share that
   * `adopted` it within the window after its release (or after they came), as two numbers, how many stand where today
   * (`states`) and are `using` it within four weeks, by segment too, ARR, days until the first use, depth, use over
   * thirteen weeks, health of adopters beside that of the others, and of the ARR lost within a year the part of accounts
   * that had not adopted it: both show what goes together and no cause. Features come by `journal.setRule`.
   */
  adoption: procedure
    .input(z.strictObject({ filters: Filters.optional() }).optional())
    .query(async ({ ctx, input }) => {
      const world = await featureWorld(ctx, 1, input?.filters);
      const nameOf = await ctx.termwise.read(authorsOf);
      const beside = await lossesBeside(world);
      const { on, currency, choices, catalogue, cases, rows, uses } = world;
      const isSeen = (users: ReadonlySet<AccountId>) =>
        cases.some(({ account }) => users.has(account.accountId));
      const features = [];
      for (const one of catalogue) {
        const of = entitledTo(world, one.entry);
        await breath(ctx.late);
        features.push(featureRow(one, { of, nameOf, beside: beside(one.entry) }));
        await breath(ctx.late);
      }
      return wire({
        on,
        currency,
        windowDays: choices.adoption.featureAdoptionDays,
        lossDays,
        features,
        /** What readings of use call features that the catalogue does not know. */
        unnamed: [...uses.unnamed].flatMap(([name, users]) => (isSeen(users) ? [name] : [])).sort(),
        segments: [...new Set(rows.flatMap(({ segment }) => segment ?? []))].sort(),
      });
    }),
  /**
   * One feature as `features.adoption` tells it, with `tried`, `adopted` and the time to the first use as figures, its
   * `versions`, for whom it is core by the adoption rules, 26 weeks of use beside the health of adopters and others, and
   * `accounts`: where each customer stands, how soon it came to it and how much it uses it (the first `limit`, the
   * largest; `counts` are over all, and in `counts.behind` those that each figure counts).
   */
  feature: procedure
    .input(
      z.strictObject({
        feature: z.string().min(1).max(200),
        filters: Filters.optional(),
        states: z.array(z.enum(featureStates)).min(1).max(5).optional(),
        limit: z.int().min(1).max(most).default(most),
      }),
    )
    .query(async ({ ctx, input: { feature, filters, states, limit } }) => {
      const world = await featureWorld(ctx, courseWeeks, filters);
      const found = world.catalogue.find(({ entry }) => entry.feature === feature);
      if (!found) throw new Failure("not_found", "There is no such feature");
      const nameOf = await ctx.termwise.read(authorsOf);
      const of = entitledTo(world, found.entry);
      await breath(ctx.late);
      const stateOf = (id: AccountId) => of.standing.states.get(id) ?? "not_eligible";
      const listed = states
        ? world.rows.filter(({ accountId }) => states.includes(stateOf(accountId)))
        : world.rows;
      const beside = (await lossesBeside(world))(found.entry);
      const course = await courseWithHealth(world, found, of);
      const largestFirst = await inTurns(sortedInSteps(listed, largest), ctx.late);
      return wire({
        on: world.on,
        currency: world.currency,
        windowDays: world.choices.adoption.featureAdoptionDays,
        lossDays,
        ...featureRow(found, { of, nameOf, beside }),
        figures: featureFigures(world, found, of.standing),
        coreFor: coreFor(world.rules, feature, world.on),
        versions: versionsOf(world.rules, feature, nameOf),
        course,
        counts: {
          all: world.rows.length,
          notEligible: world.rows.length - of.standing.states.size,
          listed: listed.length,
          behind: countBehind(of.standing),
        },
        accounts: featureAccountRows(world, found, of.standing, largestFirst.slice(0, limit)),
      });
    }),
  /**
   * What use tells beside adoption: `preceding`, which features were used before renewals that were kept and that were
   * lost (n on both sides, an association); first value and seats in use of customers as figures, with the largest
   * customers (`behind`: how many are counted over all); and what single uses of
   * 90 days tell of people: `activation`, the `aha` moment, and accounts that meet the rule of a product qualified lead.
   */
  signals: procedure
    .input(z.strictObject({ filters: Filters.optional() }).optional())
    .query(async ({ ctx, input }) => {
      const world = await featureWorld(ctx, 1, input?.filters);
      const { rows, ...value } = valueFigures(world);
      return wire({
        on: world.on,
        currency: world.currency,
        preceding: precedingUse(world),
        value: { ...value, rows: rows.slice(0, most) },
        people: await peopleSignals(world, ctx.termwise, input?.filters),
      });
    }),
});
