import { type EntryOf, entriesOf, type JournalOf } from "@termwise/core/facts";
import { EntryId, Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import {
  type HouseWrite,
  houseNow,
  putHouseEntry,
  type Writer,
  withdrawEntry,
  writing,
} from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { writerOf } from "./journal.ts";

const ViewPath = z.enum([
  "/accounts",
  "/book",
  "/lifecycle",
  "/handoffs",
  "/tasks",
  "/retention",
  "/retention/bridge",
  "/retention/cohorts",
  "/retention/segments",
  "/retention/compare",
]);
const name = z.string().trim().min(1).max(100);
/** A view holds what its page is asked for; which view is open, and a panel over it, are no part of it. */
const search = z
  .string()
  .max(2_000)
  .regex(/^(\?.*)?$/, "begins with ?")
  .refine((text) => !["view", "panel"].some((key) => new URLSearchParams(text).has(key)), {
    message: "names a view or a panel",
  });

/** The lists people keep: a page with its filters, order and look under a name. Everybody changes their own alone. */
export const viewsRouter = router({
  /** One's own views of a page and those others share, by name. */
  list: procedure
    .input(z.strictObject({ path: ViewPath }))
    .query(async ({ ctx: { termwise, who, acting }, input: { path } }) => {
      const { by } = writerOf(who, acting);
      const nameOf = await termwise.read(authorsOf);
      const views = (await viewsOf(termwise))
        .filter((fact) => fact.entry.path === path && (fact.entry.shared || fact.by === by))
        .sort((a, b) => a.entry.name.localeCompare(b.entry.name, "en") || (a.entryId < b.entryId ? -1 : 1));
      return views.map((fact) => ({
        entryId: fact.entryId,
        name: fact.entry.name,
        search: fact.entry.search,
        shared: fact.entry.shared,
        mine: fact.by === by,
        byName: nameOf(fact.by),
      }));
    }),
  /** Keeps a view of a page. Refused (412) when one has a view of that name there. */
  save: procedure
    .input(z.strictObject({ path: ViewPath, name, search, shared: z.boolean().default(false) }))
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const writer = writerOf(who, acting);
      const entry: EntryOf<"saved_view"> = { of: "saved_view", ...input };
      return keeping(termwise, writer, async (views, put) => {
        assertFree(views, entry, { by: writer.by, but: null });
        return { entryId: await put({ entry }) };
      });
    }),
  /** Gives a view of one's own another name or another address, shares it or keeps it to oneself; answers with what was `before`. */
  change: procedure
    .input(
      z.strictObject({
        entryId: EntryId,
        name: name.optional(),
        search: search.optional(),
        shared: z.boolean().optional(),
      }),
    )
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId, ...change } }) => {
      const writer = writerOf(who, acting);
      return keeping(termwise, writer, async (views, put) => {
        const { entry: before } = ownView(views, entryId, writer.by);
        const entry: EntryOf<"saved_view"> = {
          ...before,
          name: change.name ?? before.name,
          search: change.search ?? before.search,
          shared: change.shared ?? before.shared,
        };
        assertFree(views, entry, { by: writer.by, but: entryId });
        await put({ entry, entryId });
        return { entryId, before: { name: before.name, search: before.search, shared: before.shared } };
      });
    }),
  /** Deletes a view of one's own; `views.restore` brings it back. */
  remove: procedure
    .input(z.strictObject({ entryId: EntryId }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId } }) => {
      const writer = writerOf(who, acting);
      const fact = ownView(await viewsOf(termwise), entryId, writer.by);
      await withdrawEntry(termwise, { fact, reason: "Deleted" }, writer);
      return null;
    }),
  /** Brings a view of one's own back that was deleted: undoes `views.remove`. */
  restore: procedure
    .input(z.strictObject({ entryId: EntryId }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId } }) => {
      const writer = writerOf(who, acting);
      const { known } = await termwise.books();
      const [last] = entriesOf(known.all.journal, "saved_view")
        .filter((fact) => fact.entryId === entryId && fact.by === writer.by)
        .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
      if (!last) throw noSuchView();
      return keeping(termwise, writer, async (views, put) => {
        if (views.some((view) => view.entryId === entryId))
          throw new Failure("conflict", "This view is there already");
        assertFree(views, last.entry, { by: writer.by, but: null });
        return { entryId: await put({ entry: last.entry, entryId, anew: true }) };
      });
    }),
});

/** Writes a view against those that stand in this moment: of two written at once the second sees the first. */
async function keeping<T>(
  termwise: Termwise,
  writer: Writer,
  work: (
    views: readonly JournalOf<"saved_view">[],
    put: (write: HouseWrite) => Promise<EntryId>,
  ) => Promise<T>,
): Promise<T> {
  const { timeZone } = await termwise.workspace();
  return writing(termwise, async (tx) =>
    work(entriesOf(await houseNow(tx), "saved_view"), (write) =>
      putHouseEntry(tx, { timeZone }, write, writer),
    ),
  );
}

const viewsOf = async (termwise: Termwise) =>
  entriesOf((await termwise.books()).known.now.journal, "saved_view");

const noSuchView = () => new Failure("not_found", "You have no such view, or it was deleted");

/** A view somebody keeps themselves. Another's is as if it were not there, shared or not. */
function ownView(
  views: readonly JournalOf<"saved_view">[],
  entryId: string,
  by: string | null,
): JournalOf<"saved_view"> {
  const fact = views.find((one) => one.entryId === entryId && one.by === by);
  if (!fact) throw noSuchView();
  return fact;
}

function assertFree(
  views: readonly JournalOf<"saved_view">[],
  { path, name }: EntryOf<"saved_view">,
  { by, but }: { by: string | null; but: string | null },
): void {
  const same = (text: string) => text.toLowerCase() === name.toLowerCase();
  if (
    views.some(
      (one) => one.by === by && one.entryId !== but && one.entry.path === path && same(one.entry.name),
    )
  )
    throw new Failure("refused", `You have a view called "${name}" of this page. Choose another name`);
}
