import { type EntryOf, entriesOf } from "@termwise/core/facts";
import { HealthModel, healthComponents, modelVersions } from "@termwise/core/health";
import { Day, Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { modelView } from "../health/account-view.ts";
import { backTest } from "../health/back-test.ts";
import { healthWorld } from "../health/world.ts";
import { writeHouseEntry } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { allowedFor, writerOf } from "./journal.ts";

const componentIds = Object.keys(healthComponents) as [keyof typeof healthComponents];
const parts = z
  .array(z.strictObject({ component: z.enum(componentIds), weight: z.int().min(1).max(100) }))
  .min(1)
  .max(20);
const modelId = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
const reason = z.string().trim().min(1).max(1_000);

async function houseOf(termwise: Termwise) {
  const { house } = healthWorld(await termwise.books(), new Map());
  return house;
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

/** Health models: which there are, what each says of the past, and which scores accounts. */
export const modelProcedures = {
  /** Every version of every model, the shipped ones as version 0, and which scores which segment today (null: all others). */
  models: procedure.query(async ({ ctx: { termwise } }) => {
    const today = termwise.today();
    const world = healthWorld(await termwise.books(), new Map());
    const written = entriesOf(world.house, "health_model").filter(({ withdrawn }) => withdrawn === null);
    const versions = modelVersions(world.house, "9999-12-31" as Day);
    const latest = new Map(versions.map((one) => [`${one.model.id} ${one.version}`, one]));
    const segments = [...new Set(written.map(({ entry }) => entry.segment))];
    return wire({
      versions: [...latest.values()].map(modelView),
      inForce: [null, ...segments.filter((segment) => segment !== null)].map((segment) => ({
        segment,
        model: modelView(world.modelFor(segment, today)),
      })),
      components: Object.entries(healthComponents).map(([id, of]) => ({ id, ...of })),
      policy: world.policyOn(today),
    });
  }),
  /** Saves a draft of a model as its next version: it scores nothing until it is activated. Weights add up to 100. */
  saveModel: procedure
    .input(
      z.strictObject({
        model: modelId,
        name: z.string().trim().min(2).max(80),
        segment: z.string().trim().min(1).max(200).nullable().default(null),
        parts,
        reason,
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const termwise = await allowedFor(ctx, ctx.who, "health_model");
      const fault = HealthModel.safeParse({ id: input.model, name: input.name, parts: input.parts }).error
        ?.issues[0];
      if (fault) throw new Failure("refused", `The weights ${fault.message}. Correct them and save again`);
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
    .input(
      z.strictObject({
        parts: parts.optional(),
        model: modelId.optional(),
        version: z.int().min(0).optional(),
      }),
    )
    .query(async ({ ctx: { termwise }, input }) => {
      const chosen = input.parts
        ? { id: "tried", name: "As weighted here", parts: input.parts }
        : input.model !== undefined
          ? (await versionOf(termwise, { model: input.model, version: input.version ?? 0 })).model
          : null;
      const read = chosen && HealthModel.safeParse(chosen);
      if (read?.error)
        throw new Failure("bad_input", `The weights ${read.error.issues[0]?.message ?? "are wrong"}`);
      return wire(await backTest(termwise, read?.data ?? null));
    }),
};
