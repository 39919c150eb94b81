import { dimensions } from "@termwise/core/facts";
import { termById, termOfDimension } from "@termwise/core/registry";
import { policyLines, policyValues } from "@termwise/core/retention";
import { z } from "zod";
import { policyOn, proposalsIn } from "../definitions/agreed.ts";
import { monthsOf } from "../derive/months.ts";
import { procedure, router } from "../trpc.ts";
import { changeSettings, removeWhole, SettingsChange, settingsOf } from "./workspace-settings.ts";

const labels = {
  segment: "Segment",
  tier: "Tier",
  region: "Region",
  industry: "Industry",
  csm: "CSM",
  ae: "AE",
  am: "AM",
  currency: "Currency",
} as const;

/** The workspace and what is in it. */
export const workspaceRouter = router({
  /**
   * The workspace: name, whether it is empty or holds the demo company, currencies, the months its data speaks of,
   * the dimensions with the values they take today, the policy in force today in words, and how much of everything there is.
   */
  get: procedure.query(async ({ ctx: { termwise, scope } }) => {
    const [workspace, books] = [await termwise.workspace(), await termwise.books()];
    const { now, freshAt } = books.known;
    const counted = policyOn(now, termwise.today());
    const values = new Map(dimensions.map((dimension) => [dimension, new Set<string>()] as const));
    for (const fact of now.attributes)
      for (const [dimension, held] of values)
        if (fact.attribute === dimension && fact.value !== null) held.add(fact.value);
    return {
      name: workspace.name,
      /** Whose accounts every figure is of: all, or those of whoever asks. */
      sees: scope,
      demo: workspace.demo,
      empty: now.accounts.length === 0 && now.lines.length === 0,
      reportingCurrency: books.currency(),
      currencies: [...new Set(now.lines.map((line) => line.currency))].sort(),
      fiscalYearStart: workspace.fiscalYearStart,
      months: monthsOf(now, termwise.today()),
      today: termwise.today(),
      freshAt,
      dimensions: [...values]
        .filter(([, held]) => held.size > 0)
        .map(([dimension, held]) => ({
          dimension,
          label: labels[dimension],
          term: termById(termOfDimension[dimension]).id,
          values: [...held].sort(),
        })),
      policy: {
        lines: policyLines(counted.retention, counted.ledger),
        values: policyValues(counted.retention, counted.ledger),
        /** Whether the workspace agreed on a parameter of its own: past periods may then be counted by other versions. */
        own: proposalsIn(now).some(
          ({ approved, entry }) => approved !== null && Object.keys(entry.parameters).length > 0,
        ),
      },
      counts: {
        accounts: now.accounts.length,
        lines: now.lines.length,
        movements: books.movementCount(),
        fxRates: now.fxRates.length,
      },
    };
  }),
  /** The settings: name, currency (null: the data's own), fiscal year, time zone, working days, second factor. */
  settings: procedure.query(async ({ ctx: { termwise } }) => settingsOf(await termwise.workspace())),
  /**
   * Changes the settings that are given. Figures and days follow at once: the fiscal year and the currency move figures,
   * the time zone moves today. Refused (412) to require a second factor one has not set up oneself.
   */
  change: procedure.input(SettingsChange).mutation(({ ctx, input }) => changeSettings(ctx, input)),
  /** Fills an empty workspace with the demo company. Refused when there is any data. */
  loadDemo: procedure.mutation(async ({ ctx: { termwise, acting } }) => {
    await termwise.loadDemo(acting);
    return null;
  }),
  /** Removes the demo company and remembers that it was removed. Refused when the data is not the demo's. */
  removeDemo: procedure.mutation(async ({ ctx: { termwise, acting } }) => {
    await termwise.removeDemo(acting);
    return null;
  }),
  /**
   * Removes the whole workspace, for good: data, members, keys, audit log. `name` is typed as it is written, else refused
   * (412). All sessions in it end; that it was removed, by whom, and the last hash of its log stay.
   */
  remove: procedure
    .input(z.strictObject({ name: z.string().max(200) }))
    .mutation(({ ctx, input: { name } }) => removeWhole(ctx.gate.house, ctx, name)),
});
