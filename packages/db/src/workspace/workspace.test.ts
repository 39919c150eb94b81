import { Currency, instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { anyFacts } from "../arbitraries.ts";
import type { Database } from "../database.ts";
import {
  appendFacts,
  asOwner,
  createWorkspace,
  demoMembers,
  ensureDemoMembers,
  ensureWorkspace,
  findWorkspace,
  holdWriterLane,
  inIdentity,
  inWorkspace,
  loadFacts,
  loadWorkspaces,
  markAsDemo,
  openBatch,
  removeDemo,
  updateSettings,
} from "../index.ts";
import { eachEngine } from "../testing.ts";

const someFacts = fc.sample(
  anyFacts.filter((facts) => Object.values(facts).every((some) => some.length > 0)),
  1,
)[0]!;
const now = instant("2026-11-21T12:00:00Z");

describe("workspaces", () => {
  eachEngine((on) => {
    let db: Database;
    beforeEach(async () => {
      db = await on.open();
    });

    it("begin with one, made once by servers that start together", async () => {
      const made = await Promise.all(["A", "B", "C"].map((name) => ensureWorkspace(db, { name })));
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      expect(await loadWorkspaces(db)).toEqual([made[0]]);
      expect(made[0]).toMatchObject({
        reportingCurrency: null,
        fiscalYearStart: 1,
        demo: false,
        demoRemovedAt: null,
      });
    });

    it("change the settings that are given, and only their own", async () => {
      const { id } = await createWorkspace(db, { name: "Mine" });
      const other = await createWorkspace(db, { name: "Other" });
      const reportingCurrency = Currency.parse("EUR");
      const changed = await inWorkspace(db, id, async (tx) => {
        await updateSettings(tx, { reportingCurrency, fiscalYearStart: 4 });
        await updateSettings(tx, {});
        return findWorkspace(tx);
      });
      expect(changed).toMatchObject({ name: "Mine", reportingCurrency, fiscalYearStart: 4 });
      expect(await inWorkspace(db, other.id, findWorkspace)).toEqual(other);
    });

    it("lose the demo company whole, for good, have their own settings again, and keep what other workspaces hold", async () => {
      const { id } = await createWorkspace(db, { name: "Northwind" });
      const other = await createWorkspace(db, { name: "Real" });
      const own = { reportingCurrency: Currency.parse("EUR"), fiscalYearStart: 4 };
      await inWorkspace(db, id, (tx) => updateSettings(tx, own));
      await markAsDemo(db, id);
      for (const workspace of [id, other.id])
        await inWorkspace(db, workspace, async (tx) => {
          await appendFacts(tx, someFacts);
          const file = { name: "a.csv", sha256: "", kind: "accounts", header: [], mapping: null };
          await openBatch(tx, {
            id: "imp_1" as Parameters<typeof openBatch>[1]["id"],
            createdAt: now,
            files: [file],
          });
        });
      await inWorkspace(db, id, (tx) =>
        updateSettings(tx, { name: "Invented", reportingCurrency: Currency.parse("USD") }),
      );
      await removeDemo(db, id, now);
      expect(await inWorkspace(db, id, findWorkspace)).toMatchObject({ name: "Northwind", ...own });
      expect(Object.values(await inWorkspace(db, id, (tx) => loadFacts(tx))).flat()).toEqual([]);
      expect(await inWorkspace(db, id, findWorkspace)).toMatchObject({ demo: false, demoRemovedAt: now });
      expect(await inWorkspace(db, other.id, (tx) => loadFacts(tx))).toEqual(someFacts);
    });

    it("hold the demo company whole, or, when filling it failed, neither facts nor its mark", async () => {
      const { id } = await createWorkspace(db, { name: "Demo" });
      const half = markAsDemo(db, id, async (tx) => {
        await appendFacts(tx, someFacts);
        throw new Error("interrupted");
      });
      await expect(half).rejects.toThrow("interrupted");
      expect(await inWorkspace(db, id, findWorkspace)).toMatchObject({ demo: false });
      expect(Object.values(await inWorkspace(db, id, (tx) => loadFacts(tx))).flat()).toEqual([]);
      await markAsDemo(db, id, (tx) => appendFacts(tx, someFacts));
      expect(await inWorkspace(db, id, findWorkspace)).toMatchObject({ demo: true });
      expect(await inWorkspace(db, id, (tx) => loadFacts(tx))).toEqual(someFacts);
    });

    it("are never emptied unless marked as demo, and never marked unless empty", async () => {
      const { id } = await createWorkspace(db, { name: "Real" });
      await inWorkspace(db, id, (tx) => appendFacts(tx, someFacts));
      await expect(removeDemo(db, id, now)).rejects.toMatchObject({ code: "refused" });
      await expect(markAsDemo(db, id)).rejects.toMatchObject({ code: "refused" });
      expect(await inWorkspace(db, id, (tx) => loadFacts(tx))).toEqual(someFacts);
    });

    it("takes the demo company's people with it, or nothing goes", async () => {
      const { id } = await ensureWorkspace(db, { name: "A" });
      await markAsDemo(db, id);
      const person = {
        name: "Ivo",
        email: "ivo@demo.invalid",
        role: "csm",
        scope: "own",
        title: null,
      } as const;
      await ensureDemoMembers(db, id, [{ ...person, reportsTo: null }], now);
      const left = async () => ({
        demo: (await inWorkspace(db, id, findWorkspace)).demo,
        people: (await inIdentity(db, (tx) => demoMembers(tx, id))).length,
      });
      await asOwner(db, (tx) => tx.query(sql`revoke delete on access.member from termwise_identity`));
      await expect(removeDemo(db, id, now)).rejects.toMatchObject({ code: "42501" });
      expect(await left()).toEqual({ demo: true, people: 1 });
      await asOwner(db, (tx) => tx.query(sql`grant delete on access.member to termwise_identity`));
      await removeDemo(db, id, now);
      expect(await left()).toEqual({ demo: false, people: 0 });
    });

    it("let one writer at a time into their lane", async () => {
      const { id } = await createWorkspace(db, { name: "Busy" });
      let inside = 0;
      const crowds = await Promise.all(
        Array.from({ length: 6 }, () =>
          inWorkspace(db, id, async (tx) => {
            await holdWriterLane(tx);
            const crowd = ++inside;
            await findWorkspace(tx);
            inside--;
            return crowd;
          }),
        ),
      );
      expect(crowds).toEqual([1, 1, 1, 1, 1, 1]);
    });
  });
});
