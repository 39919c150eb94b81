import { type FactSet, factsKnownAt } from "@termwise/core/facts";
import { AccountId, type ImportId, instant } from "@termwise/core/kernel";
import { addContact, dumpDerived, loadAudit } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { opened } from "../testing.ts";

let time = Date.parse("2026-11-21T09:00:00Z");
const clock = { now: () => instant(new Date(time).toISOString()) };
const days = (n: number) => {
  time += n * 86_400_000;
};
const file = (name: string, ...rows: string[]) => ({ name, bytes: Buffer.from(`${rows.join("\n")}\n`) });
const accounts = (...rows: string[]) => file("accounts.csv", "account_id,name,segment,csm", ...rows);
const lines = (...rows: string[]) =>
  file("lines.csv", "line_id,account_id,product,arr,starts_on,ends_on,currency", ...rows);

/** What is known, without when it was recorded. */
const known = ({ journal: _, ...facts }: FactSet) =>
  JSON.parse(
    JSON.stringify(factsKnownAt({ ...facts, journal: [] }, null), (key, value) =>
      key === "recordedAt" ? undefined : value,
    ),
  ) as unknown;

const first = [
  accounts("A1,Maple,SMB,Ann", "A2,Oak,SMB,Ann"),
  lines("L1,A1,Core,1200,2024-01-01,,USD", "L2,A2,Core,2400,2024-01-01,,USD"),
];
/** Changes a price and an owner, ends a line, brings an account with a line. */
const second = [
  accounts("A1,Maple,SMB,Bob", "A3,Ash,SMB,Ann"),
  lines(
    "L1,A1,Core,1800,2024-01-01,,USD",
    "L2,A2,Core,2400,2024-01-01,2026-06-30,USD",
    "L3,A3,Core,600,2026-01-01,,USD",
  ),
];

eachEngine((on) => {
  describe("an import that is undone", () => {
    const started = async () => {
      const { termwise, api } = await opened(await on.open(), { clock });
      const take = async (files: ReturnType<typeof file>[]) => {
        const { id } = await termwise.importFiles({ files, dryRun: false });
        days(1);
        return { id: id as ImportId };
      };
      const state = async () => ({
        known: known((await termwise.books()).known.all),
        derived: await termwise.read(dumpDerived),
      });
      return { termwise, api, take, state };
    };

    it("UX-41: leaves counts, facts, movements and NRR exactly as they were before it", async () => {
      const { termwise, api, take, state } = await started();
      await take(first);
      const before = await state();
      const nrr = () => api.metrics.value({ term: "nrr", period: "ttm:2026-10" });
      const figure = await nrr();
      const { id } = await take(second);
      expect(await state()).not.toEqual(before);
      const undone = await api.imports.undo({ id });
      expect(undone).toMatchObject({ already: false, dependents: [] });
      expect(undone.before?.arr.value).not.toBe(undone.after?.arr.value);
      expect({ ...(await nrr()), freshAt: null }).toEqual({ ...figure, freshAt: null });
      expect(await state()).toEqual(before);
      await termwise.rebuild();
      expect(await state()).toEqual(before);
      expect(await api.imports.list()).toMatchObject([
        { id, byName: "Termwise", undone: { byName: null } },
        { undone: null },
      ]);
      const told = await termwise.read((tx) => loadAudit(tx, { action: "import_undone", limit: 10 }));
      expect(told).toHaveLength(1);
    });

    it("is undone once, and can be imported again as if for the first time", async () => {
      const { termwise, api, take, state } = await started();
      await take(first);
      const { id } = await take(second);
      const imported = (await state()).known;
      await api.imports.undo({ id });
      const undone = await state();
      expect(await api.imports.undo({ id })).toMatchObject({ already: true });
      expect(await state()).toEqual(undone);
      days(-1);
      const again = await termwise.importFiles({ files: second, dryRun: false });
      expect(again.counts).toEqual({ new: 2, changed: 3, unchanged: 0, refused: 0 });
      expect((await state()).known).toEqual(imported);
      days(1);
    });

    it("is still seen as of the days it stood", async () => {
      const { termwise, api, take } = await started();
      await take(first);
      const { id } = await take(second);
      const between = clock.now();
      days(1);
      await api.imports.undo({ id });
      const { all } = (await termwise.books()).known;
      expect(factsKnownAt(all, between).lines).toHaveLength(3);
      expect(factsKnownAt(all, null).lines).toHaveLength(2);
    });

    it("is refused with the list while a later import has changed its rows, and undone once that one is", async () => {
      const { api, take, state } = await started();
      await take(first);
      const before = await state();
      const { id } = await take(second);
      const later = await take([lines("L3,A3,Core,900,2026-01-01,,USD", "L4,A3,More,100,2026-01-01,,USD")]);
      const plan = await api.imports.dependents({ id });
      expect(plan.dependents.map(({ about, file }) => [about, file])).toEqual([
        ["line L3 (Core)", "lines.csv"],
        ["line L4 (More)", "lines.csv"],
      ]);
      await expect(api.imports.undo({ id })).rejects.toThrow("line L3 (Core), imported from lines.csv");
      await api.imports.undo({ id: later.id });
      await api.imports.undo({ id });
      expect(await state()).toEqual(before);
    });

    it("is refused while something is on record of an account it created", async () => {
      const { termwise, api, take } = await started();
      await take(first);
      const { id } = await take(second);
      const { known } = await termwise.books();
      const ash = known.now.accounts.find(({ source }) => source.key === "A3");
      const accountId = AccountId.parse(ash?.accountId);
      const note = {
        of: "touchpoint",
        type: "note",
        direction: null,
        contacts: [],
        text: "Met them",
        outcome: null,
        nextStep: null,
      };
      const { entryId } = await api.journal.record({ accountId, entry: note as never });
      await expect(api.imports.undo({ id })).rejects.toThrow("Touchpoint of Ash, put on record");
      await api.journal.withdraw({ entryId, reason: "Not so" });
      await termwise.write((tx) =>
        addContact(tx, {
          accountId,
          name: "Cy",
          email: null,
          phone: null,
          title: null,
          note: null,
          addedBy: null,
          now: clock.now(),
        }),
      );
      await expect(api.imports.undo({ id })).rejects.toThrow("a contact of Ash");
    });

    it("is refused after 30 days, and for an import nobody made", async () => {
      const { api, take } = await started();
      const { id } = await take(first);
      days(30);
      expect(await api.imports.dependents({ id })).toMatchObject({ inTime: false });
      await expect(api.imports.undo({ id })).rejects.toThrow("for 30 days");
      days(-30);
      await expect(api.imports.undo({ id: "imp_0" })).rejects.toThrow("There is no import");
    });
  });
});
