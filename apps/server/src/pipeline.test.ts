import { type FactSet, noFacts } from "@termwise/core/facts";
import { day, instant } from "@termwise/core/kernel";
import { dumpDerived, inWorkspace, loadContacts, loadMovements, replaceMovements } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { demoCompany, goldenCompany } from "@termwise/demo";
import { beforeAll, describe, expect, it } from "vitest";
import { catchUp, recordFacts, stored } from "./pipeline.ts";
import type { Termwise } from "./termwise.ts";
import { opened } from "./testing.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };

/** Deals the facts out into batches by a fixed rule, so that accounts, lines and merges arrive in any order. */
function dealt(facts: FactSet, batches: number): FactSet[] {
  const nth = <T>(items: readonly T[], batch: number) => items.filter((_, i) => (i * 7) % batches === batch);
  return Array.from({ length: batches }, (_, batch) => ({
    accounts: nth(facts.accounts, batch),
    attributes: nth(facts.attributes, batch),
    merges: nth(facts.merges, batch),
    splits: nth(facts.splits, batch),
    lines: nth(facts.lines, batch),
    fxRates: nth(facts.fxRates, batch),
    journal: nth(facts.journal, batch),
    usage: nth(facts.usage, batch),
  }));
}

eachEngine((on) => {
  describe("the one way data moves", () => {
    let termwise: Termwise;
    const { facts } = goldenCompany();
    beforeAll(async () => {
      termwise = (await opened(await on.open(), { clock })).termwise;
      for (const batch of dealt(facts, 5)) await recordFacts(termwise.db, termwise.workspaceId, batch);
    });

    it("leaves the same derived state after any number of catch-ups as after one rebuild, byte for byte", async () => {
      const grown = await termwise.read(dumpDerived);
      expect(grown.length).toBeGreaterThan(1000);
      await termwise.rebuild();
      expect(await termwise.read(dumpDerived)).toBe(grown);
      await termwise.rebuild();
      expect(await termwise.read(dumpDerived)).toBe(grown);
    });

    it("follows a line that a correction moves to another account: the one that lost it loses its ARR", async () => {
      const [line, other] = [
        facts.lines[0],
        facts.accounts.find((a) => a.accountId !== facts.lines[0]?.accountId),
      ];
      if (!line || !other) throw new Error("the golden company has lines and accounts");
      const moved = { ...line, accountId: other.accountId, recordedAt: instant("2026-11-20T00:00:00Z") };
      await recordFacts(termwise.db, termwise.workspaceId, { ...noFacts, lines: [moved] });
      const grown = await termwise.read(dumpDerived);
      await termwise.rebuild();
      expect(await termwise.read(dumpDerived)).toBe(grown);
    });

    it("does not take over what an earlier version's rules have derived, and throws it away at a rebuild", async () => {
      const { db, workspaceId } = termwise;
      const own = await termwise.read(dumpDerived);
      const ledgers = await termwise.read((tx) => loadMovements(tx, stored.key));
      await inWorkspace(db, workspaceId, (tx) => replaceMovements(tx, "house/0", ledgers.slice(1)));
      expect(await termwise.read((tx) => loadMovements(tx, stored.key))).toEqual(ledgers);
      await termwise.rebuild();
      expect(await termwise.read(dumpDerived)).toBe(own);
    });

    it("has nothing to do when nothing was added", async () => {
      expect(await catchUp(termwise.db, termwise.workspaceId)).toBe(false);
    });
  });

  describe("the demo company", () => {
    it("loads into an empty workspace, is marked, is gone once removed, and comes back only when asked for", async () => {
      const termwise = (await opened(await on.open(), { clock, demo: true })).termwise;
      expect((await termwise.workspace()).demo).toBe(true);
      const { facts, contacts } = demoCompany({ today: day("2026-11-21") });
      expect((await termwise.books()).known.now.accounts.length).toBe(facts.accounts.length);
      const people = () =>
        termwise.read((tx) =>
          loadContacts(
            tx,
            facts.accounts.map(({ accountId }) => accountId),
          ),
        );
      expect((await people()).length).toBe(contacts.length);
      await termwise.removeDemo();
      expect(await people()).toEqual([]);
      const books = await termwise.books();
      expect(Object.values(books.known.all).flat()).toEqual([]);
      expect(await termwise.workspace()).toMatchObject({ demo: false, demoRemovedAt: clock.now() });
      await termwise.loadDemo(undefined, { pay: false });
      expect((await termwise.books()).movementCount()).toBeGreaterThan(1_000);
    });

    it("refuses to be mixed with exports", async () => {
      const termwise = (await opened(await on.open(), { clock, demo: true })).termwise;
      const files = [{ name: "a.csv", bytes: Buffer.from("account_id,name\n1,One\n") }];
      await expect(termwise.importFiles({ files, dryRun: true })).rejects.toMatchObject({ code: "refused" });
    });
  });
});
