import { type EntryOf, entriesOf, HealthModelRules } from "@termwise/core/facts";
import {
  HealthModel,
  HealthPart,
  HealthPolicy,
  healthComponents,
  modelVersions,
} from "@termwise/core/health";
import { Day, Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { agreedChoices } from "../definitions/agreed.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { modelView } from "../health/account-view.ts";
import { backTest } from "../health/back-test.ts";
import { modelPreview } from "../health/model-preview.ts";
import { settledFor } from "../health/settle.ts";
import { healthWorld } from "../health/world.ts";
import { writeHouseEntry } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { allowedFor, writerOf } from "./journal.ts";

const parts = z.array(HealthPart).min(1).max(20);
const modelId = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
const reason = z.string().trim().min(1).max(1_000);

async function houseOf(termwise: Termwise) {
  const { house } = healthWorld(await termwise.books());
  return house;
}

/** Refuses a model whose weights are no hundred, or whose rules do not fit together with those of the terms. */
function fitting(model: unknown, agreed: HealthPolicy, code: "refused" | "bad_input"): HealthModel {
  const read = HealthModel.safeParse(model);
  if (!read.success)
    throw new Failure(
      code,
      `The weights ${read.error.issues[0]?.message ?? "are wrong"}. Correct them and try again`,
    );
  const fault = HealthPolicy.safeParse({ ...agreed, ...read.data.rules }).error?.issues[0];
  if (fault)
    throw new Failure(
      code,
      `The rules do not fit together: ${String(fault.path[0])} ${fault.message}. Correct them and try again`,
    );
  return read.data;
}

/** The version that is meant. Throws `not_found`. */
async function versionOf(termwise: Termwise, asked: { model: string; version: number }) {
  const versions = modelVersions(await houseOf(termwise), termwise.today());
  const found = versions.findLast(
    ({ model, version }) => model.id === asked.model && version === asked.version,
  );
  if (!found)
    throw new Failure("not_found", `There is no version ${asked.version} of the model ${asked.model}`);
  return found;
}

/** A model as it is typed, or one that was saved; neither: those in force. */
const Tried = z.strictObject({
  parts: parts.optional(),
  rules: HealthModelRules.optional(),
  model: modelId.optional(),
  version: z.int().min(0).optional(),
});

async function tried(termwise: Termwise, input: z.infer<typeof Tried>): Promise<HealthModel | null> {
  if (input.parts) {
    const { parts: weighed, rules } = input;
    const agreed = agreedChoices(HealthPolicy, await termwise.books(), termwise.today());
    return fitting({ id: "tried", name: "As weighted here", parts: weighed, rules }, agreed, "bad_input");
  }
  if (input.model === undefined) return null;
  return (await versionOf(termwise, { model: input.model, version: input.version ?? 0 })).model;
}

/** Health models: which there are, what each says of the past, and which scores accounts. */
export const modelProcedures = {
  /** Every version of every model, the shipped ones as version 0, and which scores which segment today (null: all others). */
  models: procedure.query(async ({ ctx: { termwise } }) => {
    const today = termwise.today();
    const world = healthWorld(await termwise.books());
    const written = entriesOf(world.house, "health_model").filter(({ withdrawn }) => withdrawn === null);
    const versions = modelVersions(world.house, "9999-12-31" as Day);
    const latest = new Map(versions.map((one) => [`${one.model.id} ${one.version}`, one]));
    const segments = [...new Set(written.map(({ entry }) => entry.segment))];
    const customers = [...accountsOnDay(await termwise.books(), today).values()];
    return wire({
      versions: [...latest.values()].map(modelView),
      inForce: [null, ...segments.filter((segment) => segment !== null)].map((segment) => ({
        segment,
        model: modelView(world.modelFor(segment, today)),
      })),
      components: Object.entries(healthComponents).map(([id, of]) => ({ id, ...of })),
      policy: world.policyOn(today),
      /** The segments accounts are in, which a model may be for. */
      segments: [...new Set(customers.flatMap(({ segment }) => segment ?? []))].sort(),
    });
  }),
  /**
   * Saves a draft of a model as its next version: it scores nothing until it is activated. Weights add up to 100; `rules`
   * are boundaries, at-risk and carried days of its own, those left out are as the terms have them.
   */
  saveModel: procedure
    .input(
      z.strictObject({
        model: modelId,
        name: z.string().trim().min(2).max(80),
        segment: z.string().trim().min(1).max(200).nullable().default(null),
        parts,
        rules: HealthModelRules.optional(),
        reason,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const termwise = await allowedFor(ctx, ctx.who, "health_model");
      const { model: id, name, parts: weighed, rules } = input;
      const agreed = agreedChoices(HealthPolicy, await termwise.books(), termwise.today());
      fitting({ id, name, parts: weighed, rules }, agreed, "refused");
      const versions = modelVersions(await houseOf(termwise), "9999-12-31" as Day);
      const last = versions
        .filter(({ model }) => model.id === input.model)
        .reduce((most, { version }) => Math.max(most, version), 0);
      const entry: EntryOf<"health_model"> = {
        of: "health_model",
        ...input,
        version: last + 1,
        state: "draft",
      };
      await writeHouseEntry(termwise, { entry }, writerOf(ctx.who, ctx.acting));
      return { model: input.model, version: last + 1 };
    }),
  /** Has a version score accounts of its segment from a day on (default: today). What was measured before stays as it was. */
  activateModel: procedure
    .input(z.strictObject({ model: modelId, version: z.int().min(0), reason, from: Day.optional() }))
    .mutation(async ({ ctx, input }) => {
      const termwise = await allowedFor(ctx, ctx.who, "health_model");
      const today = termwise.today();
      if (input.from !== undefined && input.from < today)
        throw new Failure(
          "refused",
          `A model scores from today on, and never days past. Choose a day from ${today} on`,
        );
      const { model, segment } = await versionOf(termwise, input);
      const entry: EntryOf<"health_model"> = {
        of: "health_model",
        model: model.id,
        name: model.name,
        parts: model.parts.map((part) => ({ ...part })),
        ...(model.rules && { rules: model.rules }),
        segment,
        version: input.version,
        state: "active",
        reason: input.reason,
      };
      await writeHouseEntry(termwise, { entry, on: input.from }, writerOf(ctx.who, ctx.acting));
      return null;
    }),
  /**
   * Runs a model over history: the share of renewals lost by band of the score 90 days before, with n and interval, how
   * well it tells who leaves, and what that is beyond usage alone; distribution month by month. Nothing is stored.
   */
  backtest: procedure
    .input(Tried)
    .query(async ({ ctx: { termwise }, input }) =>
      wire(await backTest(termwise, await tried(termwise, input))),
    ),
  /**
   * What would change today if a model scored the accounts of a segment (null: all) instead of what does: accounts and ARR by
   * band before and after, who would be at risk and who no longer, over the last thirteen weeks. Nothing is stored.
   */
  preview: procedure
    .input(
      z.strictObject({ ...Tried.shape, segment: z.string().trim().min(1).max(200).nullable().default(null) }),
    )
    .query(async ({ ctx, input: { segment, ...input } }) => {
      await settledFor(ctx);
      const model = await tried(ctx.termwise, input);
      return wire(await modelPreview(ctx.termwise, model, segment));
    }),
};
