import {
  accountHealth,
  callsForAction,
  flagRulesOn,
  flagStandingOn,
  healthBands,
  healthComponents,
  modelVersions,
  redFlagsOn,
} from "@termwise/core/health";
import { AccountId, addDays, Day } from "@termwise/core/kernel";
import { columnsIn } from "@termwise/core/lifecycle";
import { escalationsOf } from "@termwise/core/plays";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { standingOf } from "../derive/standings.ts";
import { eventsOf } from "../health/account-events.ts";
import {
  explained,
  flagView,
  modelView,
  outreachView,
  overridesOf,
  saidOf,
  weekView,
} from "../health/account-view.ts";
import { accountWeek, accountWeeks, weeksInSight } from "../health/account-weeks.ts";
import { boundariesOver } from "../health/boundaries.ts";
import { spansSeen } from "../health/low-weeks.ts";
import { settledFor } from "../health/settle.ts";
import { healthOf } from "../health/stored-parts.ts";
import { leadsOf, useByWeek } from "../health/use-by-week.ts";
import { healthWorld } from "../health/world.ts";
import { escalationView } from "../plays/escalation-view.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { escalationWrites } from "./escalation-writes.ts";
import { bookProcedures } from "./health-book.ts";
import { modelProcedures } from "./health-models.ts";
import { riskProcedures } from "./health-risk.ts";
import { healthWrites } from "./health-writes.ts";
import { writerOf } from "./journal.ts";
import { riskWrites } from "./risk-writes.ts";

/** Health: one explained score for each account and week, what warns of a loss, and by which model it is told. */
export const healthRouter = router({
  /**
   * The joined panel of an account over the last `weeks`: its measurements week by week (a week nobody measured is
   * `missed`, one before those that are kept is measured `now` as of its end), when it was at risk, use, what of use fell
   * before what of health, the boundaries each week is told by (those in force in it), stages and events on the same axis, what people say beside the score, flags, and how the last
   * measurement differs from the one before.
   */
  account: procedure
    .input(
      z.strictObject({
        accountId: AccountId,
        weeks: z.union([z.literal(13), z.literal(26), z.literal(52), z.literal(weeksInSight)]).default(26),
      }),
    )
    .query(async ({ ctx, input: { accountId, weeks } }) => {
      await settledFor(ctx);
      const { termwise } = ctx;
      const { record, rules, world, policyIn, ends, measured, series, today, to } = await accountWeeks(
        termwise,
        accountId,
        weeks,
      );
      const nameOf = await termwise.read(authorsOf);
      const me = writerOf(ctx.who, ctx.acting).by;
      const present = ends.filter((week) => measured.has(week));
      const [before, last] = [present.at(-2), present.at(-1)].map((week) =>
        week ? measured.get(week) : undefined,
      );
      const policy = world.policyOf(record, today);
      const { history } = standingOf(record, rules, today);
      const use = useByWeek(record, ends, world);
      const from = addDays(ends[0] ?? to, -6);
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
        boundaries: boundariesOver(ends, policyIn),
        weeks: ends.map((week) => weekView(week, measured.get(week), { policy: policyIn(week), record })),
        atRisk: await spansSeen(termwise, { accountId: record.accountId, series }),
        current: last
          ? explained(healthOf(last), before ? healthOf(before) : null, policyIn(last.week))
          : null,
        use,
        leads: leadsOf(use, series, policy),
        stages: columnsIn(record, rules, { history, from, through: today }),
        events: eventsOf(record, { from, to: today, house: world.house }),
        overrides: overridesOf(record, today, nameOf),
        ...saidOf(record, today, nameOf),
        flags: redFlagsOn(record, today).map((flag) => {
          const standing = flagStandingOn(flag.fact, record.journal, today);
          const { state, silencedUntil } = standing;
          return { ...flagView(flag, nameOf), state, silencedUntil, calls: callsForAction(standing) };
        }),
        escalations: escalationsOf(record, today).map((one) =>
          escalationView(one, { on: today, me, nameOf }),
        ),
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
      const { termwise } = ctx;
      if (week === "today") {
        const { record, world, ends, measured, today } = await accountWeeks(termwise, accountId, 13);
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
      const { record, world, found, before } = await accountWeek(termwise, accountId, week);
      const version = modelVersions(world.house, termwise.today()).find(
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
  ...riskProcedures,
  ...modelProcedures,
  ...healthWrites,
  ...riskWrites,
  ...escalationWrites,
  /** The words of health as data: bands, components with what each reads, and the rules for red flags in force today. */
  catalogue: procedure.query(async ({ ctx: { termwise } }) => {
    const books = await termwise.books();
    const world = healthWorld(books);
    const today = termwise.today();
    return wire({
      bands: healthBands,
      components: Object.entries(healthComponents).map(([id, of]) => ({ id, ...of })),
      policy: world.policyOn(today),
      rules: flagRulesOn(world.house, today),
    });
  }),
});
