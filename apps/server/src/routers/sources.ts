import { type EntryOf, importKinds, sourceKinds } from "@termwise/core/facts";
import { EntryId, Failure } from "@termwise/core/kernel";
import { lateFor, ledgerKinds } from "@termwise/core/quality";
import { addRun, appendAudit, lastArrivals, loadBatches, loadRuns } from "@termwise/db";
import { z } from "zod";
import { writtenLine } from "../auth/written.ts";
import type { ImportReport } from "../imports/import-report.ts";
import { savedMappingsIn } from "../imports/saved-mappings.ts";
import { houseNow, putHouseEntry, putWithdrawal, type Writer, writing } from "../journal/write-entry.ts";
import { connectionsIn } from "../sources/connections.ts";
import { nextDue } from "../sources/schedule.ts";
import { type DataSource, readMapping, sourceNamed, sourcesIn } from "../sources/source-list.ts";
import { ages, runView, shown } from "../sources/source-views.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { writerOf } from "./journal.ts";

const Settings = {
  /** The source that is changed; without it a new one. */
  id: EntryId.optional(),
  name: writtenLine(60),
  system: writtenLine(60),
  brings: z.array(z.enum(importKinds)).max(importKinds.length).default([]),
  expectedMinutes: z.int().min(1).max(527_040).nullable().default(null),
  owner: writtenLine(200).nullable().default(null),
};

const IdOnly = z.strictObject({ id: EntryId });

/** How data arrives by itself: named sources, their runs, and how fresh what they brought is. */
export const sourcesRouter = router({
  /**
   * Every source with its settings, its `last` run, when data last arrived, how old that is and whether it is late, when
   * it is `due` next, and where its secret is (`operator`: named and there; `missing`; null: it needs none). `uploads` is
   * what people handed in themselves; `connections` are those the operator has named.
   */
  list: procedure.query(async ({ ctx: { termwise } }) => {
    const now = termwise.now();
    const { names } = connectionsIn(process.env);
    return termwise.read(async (tx) => {
      const journal = await houseNow(tx);
      const [arrivals, runs, batches] = [
        await lastArrivals(tx),
        await loadRuns(tx, { limit: 500 }),
        await loadBatches(tx, { limit: 100 }),
      ];
      const mappings = new Map(savedMappingsIn(journal).map(({ id, name }) => [id as string, name]));
      const sources = sourcesIn(journal).map((source) => ({
        ...shown(source, { mappings, names }),
        ...ages(source, arrivals, now),
        last: runs.filter(({ sourceId }) => sourceId === source.id).map(runView)[0] ?? null,
        due: source.pull?.everyMinutes && !source.paused ? nextDue(now, source.pull.everyMinutes) : null,
      }));
      const byRun = new Set(runs.map(({ importId }) => importId));
      const [upload] = batches.filter(({ id }) => !byRun.has(id));
      return {
        sources,
        uploads: upload
          ? {
              id: upload.id,
              at: upload.createdAt,
              counts: (upload.report as ImportReport | null)?.counts ?? null,
            }
          : null,
        connections: names,
        now,
      };
    });
  }),
  /** One source with its last hundred runs: when, what began it, what became of the rows, its error with what mends it. */
  one: procedure.input(IdOnly).query(async ({ ctx: { termwise }, input: { id } }) => {
    const now = termwise.now();
    return termwise.read(async (tx) => {
      const journal = await houseNow(tx);
      const source = sourceNamed(journal, id);
      const mappings = new Map(savedMappingsIn(journal).map((saved) => [saved.id as string, saved.name]));
      return {
        ...shown(source, { mappings, names: connectionsIn(process.env).names }),
        ...ages(source, await lastArrivals(tx), now),
        due: source.pull?.everyMinutes && !source.paused ? nextDue(now, source.pull.everyMinutes) : null,
        runs: (await loadRuns(tx, { sourceId: id, limit: 100 })).map(runView),
        now,
      };
    });
  }),
  /**
   * How old the data of each source is, for the stamp beside figures: names of systems and ages, nothing of what they
   * brought. `staleArr` names the late ones that ARR and what is made of it is computed from.
   */
  freshness: procedure.query(async ({ ctx: { termwise } }) => {
    const now = termwise.now();
    return termwise.read(async (tx) => {
      const arrivals = await lastArrivals(tx);
      const sources = sourcesIn(await houseNow(tx)).map((source) => ages(source, arrivals, now));
      return { now, sources, staleArr: lateFor(sources, ledgerKinds).map(({ system }) => system) };
    });
  }),
  /** Sets up a source of the kind `api` or `folder`, or changes one; answers with its `id`. 412 when another has the name. */
  save: procedure
    .input(
      z.strictObject({
        ...Settings,
        kind: z.enum(sourceKinds).default("api"),
        /** A saved mapping, by its id. */
        mapping: z.string().min(1).max(100).nullable().default(null),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, mapping, ...settings } }) => {
      const writer = writerOf(who, acting);
      return keeping(termwise, writer, id, (before, journal) => {
        if (settings.kind === "warehouse" && before?.kind !== "warehouse")
          throw new Failure(
            "refused",
            "A warehouse is set up by the operator: termwise sync --from CONNECTION --query FILE --source NAME",
          );
        if (before && before.kind !== settings.kind)
          throw new Failure("refused", "A source stays of its kind. Set up another one, and remove this");
        if (mapping !== null && !savedMappingsIn(journal).some((saved) => saved.id === mapping))
          throw new Failure("not_found", "There is no such saved mapping. Save one on the import page first");
        const kept = before?.mapping && "json" in before.mapping ? before.mapping : null;
        return {
          ...settings,
          mapping: mapping === null ? kept : { saved: mapping },
          paused: before?.paused ?? false,
          pull: before?.pull ?? null,
        };
      });
    }),
  /**
   * Sets up or changes, by its name, a source that is fetched from a warehouse: for the command line alone, since a query
   * and where it goes are the operator's. `pull.connection` is a name of the operator's; no address is kept.
   */
  define: procedure
    .input(
      z.strictObject({
        ...Settings,
        mapping: z.string().max(50_000).nullable().default(null),
        /** Null: fetched by the command line alone, which is told each time from where. */
        pull: z
          .strictObject({
            connection: z.string().max(40),
            query: z.string().trim().min(1).max(20_000),
            cursor: z.string().trim().min(1).max(200).nullable(),
            everyMinutes: z.int().min(1).max(44_640).nullable(),
          })
          .nullable(),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { id, mapping, pull, ...settings } }) => {
      const writer = writerOf(who, acting);
      if (mapping !== null) readMapping(mapping);
      const journal = await termwise.read(houseNow);
      const known = sourcesIn(journal).find(({ name }) => name.toLowerCase() === settings.name.toLowerCase());
      return keeping(termwise, writer, id ?? known?.id, (before) => {
        if (before && before.kind !== "warehouse")
          throw new Failure(
            "refused",
            `The source "${before.name}" is not fetched from a warehouse. Choose another name`,
          );
        return {
          ...settings,
          kind: "warehouse",
          owner: settings.owner ?? before?.owner ?? null,
          mapping: mapping === null ? (before?.mapping ?? null) : { json: mapping },
          paused: before?.paused ?? false,
          pull,
        };
      });
    }),
  /** Takes nothing from a source any more until it is resumed: its files are refused and its schedule stands still. */
  pause: procedure.input(IdOnly).mutation(async ({ ctx: { termwise, who, acting }, input: { id } }) => {
    await keeping(termwise, writerOf(who, acting), id, (before) => ({ ...there(before), paused: true }));
    return null;
  }),
  /** Takes a source up again. */
  resume: procedure.input(IdOnly).mutation(async ({ ctx: { termwise, who, acting }, input: { id } }) => {
    await keeping(termwise, writerOf(who, acting), id, (before) => ({ ...there(before), paused: false }));
    return null;
  }),
  /** Removes a source. What it brought, and its runs, stay. */
  remove: procedure.input(IdOnly).mutation(async ({ ctx: { termwise, who, acting }, input: { id } }) => {
    await writing(termwise, async (tx) => {
      const journal = await houseNow(tx);
      sourceNamed(journal, id);
      const fact = journal.find(({ entryId }) => entryId === id);
      if (fact) await putWithdrawal(tx, { fact, reason: "Removed" }, writerOf(who, acting));
    });
    return null;
  }),
  /** Asks for a run of a source that is fetched from a warehouse: a server begins it within seconds. Answers with its `id`. */
  runNow: procedure.input(IdOnly).mutation(async ({ ctx: { termwise, acting }, input: { id } }) =>
    termwise.write(async (tx) => {
      const source = sourceNamed(await houseNow(tx), id);
      if (source.pull === null)
        throw new Failure(
          "refused",
          "This source brings data by itself. Hand a file in, or put one into its folder",
        );
      if (source.paused) throw new Failure("refused", "The source is paused. Resume it first");
      const open = (await loadRuns(tx, { sourceId: id, limit: 20 })).find(
        ({ state }) => state === "waiting" || state === "running",
      );
      if (open?.state === "running") throw new Failure("conflict", "The source is running already");
      const run = await addRun(tx, { sourceId: id, trigger: "manual", state: "waiting", askedAt: acting.at });
      await appendAudit(tx, tx.workspaceId, {
        ...acting,
        action: "source_run_asked",
        subject: { kind: "entry", id },
      });
      return { id: run };
    }),
  ),
});

type Entry = Omit<EntryOf<"data_source">, "of">;

/** Writes a source against those that stand in this moment: names are those of one source each. */
async function keeping(
  termwise: Termwise,
  writer: Writer,
  id: EntryId | undefined,
  change: (before: DataSource | null, journal: Awaited<ReturnType<typeof houseNow>>) => Entry,
): Promise<{ id: EntryId }> {
  const { timeZone } = await termwise.workspace();
  return writing(termwise, async (tx) => {
    const journal = await houseNow(tx);
    const before = id === undefined ? null : sourceNamed(journal, id);
    const next = change(before, journal);
    if (sourcesIn(journal).some((one) => one.id !== id && one.name.toLowerCase() === next.name.toLowerCase()))
      throw new Failure("refused", `There is a source called "${next.name}". Choose another name`);
    const entry: EntryOf<"data_source"> = { of: "data_source", ...next };
    const entryId = await putHouseEntry(tx, { timeZone }, { entry, entryId: before?.id }, writer);
    return { id: entryId };
  });
}

function there(source: DataSource | null): Entry {
  if (source === null) throw new Failure("not_found", "There is no such source, or it was removed");
  const { id: _, since: __, ...entry } = source;
  return entry;
}
