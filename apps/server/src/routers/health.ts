import {
  accountHealth,
  flagRulesOn,
  healthBands,
  healthComponents,
  modelVersions,
  redFlagsOn,
} from "@termwise/core/health";
import { AccountId, addDays, Day, Failure } from "@termwise/core/kernel";
import { loadMeasurements } from "@termwise/db";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { standingOf } from "../derive/standings.ts";
import {
  championsGone,
  eventsOf,
  explained,
  flagView,
  modelView,
  outreachView,
  saidOf,
  useByWeek,
  weekView,
} from "../health/account-view.ts";
import { dailyUse, lastWeekOver } from "../health/measure.ts";
import { riskSpans, scoredWeek } from "../health/scored.ts";
import { settledFor } from "../health/settle.ts";
import { healthOf } from "../health/stored-parts.ts";
import { healthWorld } from "../health/world.ts";
import { customerOf } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { bookProcedures } from "./health-book.ts";
import { modelProcedures } from "./health-models.ts";
import { healthWrites } from "./health-writes.ts";

/** The health of an account on the days that are asked for: its record, its measurements, and the world they are read in. */
async function accountAsked(termwise: Termwise, accountId: AccountId, weeks: number) {
  const { record, ids } = await customerOf(termwise, accountId);
  const to = lastWeekOver(termwise.today());
  const from = addDays(to, -7 * (weeks - 1));
  const today = termwise.today();
  const daily = await dailyUse(termwise, { accountIds: ids, from: addDays(from, -90), to: today });
  const world = healthWorld(await termwise.books(), daily);
  const stored = await termwise.read((tx) => loadMeasurements(tx, { accountIds: ids, from, to }));
  const measured = new Map(stored.map((one) => [one.week, one]));
  for (const one of stored) if (one.accountId === record.accountId) measured.set(one.week, one);
  const ends = Array.from({ length: weeks }, (_, index) => addDays(from, 7 * index));
  return { record, ids, world, ends, measured, today, to };
}

/** Health: one explained score for each account and week, what warns of a loss, and by which model it is told. */
export const healthRouter = router({
  /**
   * The joined panel of an account over the last `weeks`: its measurements week by week (a week nobody measured is
   * `missed`), when it was at risk, use, stages and events on the same axis, what people say beside the score, flags, and
   * how the last measurement differs from the one before.
   */
  account: procedure
    .input(
      z.strictObject({
        accountId: AccountId,
        weeks: z.union([z.literal(13), z.literal(26), z.literal(52)]).default(26),
      }),
    )
    .query(async ({ ctx, input: { accountId, weeks } }) => {
      await settledFor(ctx);
      const { termwise } = ctx;
      const { record, world, ends, measured, today, to } = await accountAsked(termwise, accountId, weeks);
      const { rules } = await customerOf(termwise, accountId);
      const nameOf = await termwise.read(authorsOf);
      const series = ends.map((week) => scoredWeek(week, measured.get(week) ?? null));
      const present = ends.filter((week) => measured.has(week));
      const [before, last] = [present.at(-2), present.at(-1)].map((week) =>
        week ? measured.get(week) : undefined,
      );
      const policy = world.policyOf(record, today);
      const { history } = standingOf(record, rules, today);
      return wire({
        accountId: record.accountId,
        on: today,
        week: to,
        model: modelView(world.modelOf(record, today)),
        thresholds: {
          atRiskBelow: policy.atRiskBelow,
          reviewBelow: policy.healthReviewBelow,
          expansionAbove: policy.expansionAbove,
          atRiskReadings: policy.atRiskReadings,
          atRiskExit: policy.atRiskExit,
        },
        weeks: ends.map((week) => weekView(week, measured.get(week), policy)),
        atRisk: riskSpans(series, policy),
        current: last ? explained(healthOf(last), before ? healthOf(before) : null, policy) : null,
        use: useByWeek(record, ends, world),
        stages: history,
        events: eventsOf(record, addDays(ends[0] ?? to, -6), today),
        championsGone: championsGone(record),
        ...saidOf(record, today, nameOf),
        flags: redFlagsOn(record, today).map((flag) => flagView(flag, nameOf)),
        outreach: outreachView(record, { on: today, now: termwise.now() }),
      });
    }),
  /**
   * What the score of a week is made of, component by component, beside the week before: `sum` is the score where all is
   * known. `week`: the end of a week; left out: the last one that was measured; `today`: as it would be measured now.
   */
  explain: procedure
    .input(z.strictObject({ accountId: AccountId, week: z.union([Day, z.literal("today")]).optional() }))
    .query(async ({ ctx, input: { accountId, week } }) => {
      await settledFor(ctx);
      const { record, world, ends, measured, today } = await accountAsked(ctx.termwise, accountId, 60);
      if (week === "today") {
        const version = world.modelOf(record, today);
        const now = accountHealth(world.caseOn(record, today), version.model, world.policyOn(today));
        const last = ends.findLast((end) => measured.has(end));
        const before = last ? measured.get(last) : undefined;
        return wire({
          accountId: record.accountId,
          week: today,
          model: modelView(version),
          ...explained(now, before ? healthOf(before) : null, world.policyOf(record, today)),
        });
      }
      const at = week ?? ends.findLast((end) => measured.has(end));
      const found = at && measured.get(at);
      if (!found) throw new Failure("not_found", "Nothing was measured of this account for that week");
      const before = measured.get(addDays(found.week, -7));
      const version = modelVersions(world.house, today).find(
        ({ model, version: number }) => model.id === found.model && number === found.version,
      );
      return wire({
        accountId: record.accountId,
        week: found.week,
        model: modelView(version ?? world.modelOf(record, found.week)),
        ...explained(
          healthOf(found),
          before ? healthOf(before) : null,
          version ? world.policyUnder(version.model, found.week) : world.policyOf(record, found.week),
        ),
      });
    }),
  ...bookProcedures,
  ...modelProcedures,
  ...healthWrites,
  /** The words of health as data: bands, components with what each reads, and the rules for red flags in force today. */
  catalogue: procedure.query(async ({ ctx: { termwise } }) => {
    const books = await termwise.books();
    const world = healthWorld(books, new Map());
    const today = termwise.today();
    return wire({
      bands: healthBands,
      components: Object.entries(healthComponents).map(([id, of]) => ({ id, ...of })),
      policy: world.policyOn(today),
      rules: flagRulesOn(world.house, today),
    });
  }),
});
