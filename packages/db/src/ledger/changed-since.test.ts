import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { type AttributeFact, noFacts } from "@termwise/core/facts";
import { type AccountId, firstDay, instant, type WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { anyFacts } from "../arbitraries.ts";
import type { Database } from "../database.ts";
import {
  appendFacts,
  changedSince,
  createWorkspace,
  findMark,
  inWorkspace,
  type Mark,
  replaceMark,
} from "../index.ts";
import { eachEngine, testEngine } from "../testing.ts";

const id = (n: number) => `acc_${n}` as AccountId;
const fact = (n: number): AttributeFact => ({
  kind: "attribute",
  accountId: id(n),
  attribute: "tier",
  value: "Gold",
  effectiveOn: firstDay,
  recordedAt: instant("2026-01-01T00:00:00Z"),
  source: { system: "crm", key: `k${n}`, file: null, line: null },
});

const append = (db: Database, workspace: WorkspaceId, ...accounts: number[]) =>
  inWorkspace(db, workspace, (tx) => appendFacts(tx, { attributes: accounts.map(fact) }));
const ask = (db: Database, workspace: WorkspaceId, mark: Mark | null) =>
  inWorkspace(db, workspace, (tx) => changedSince(tx, mark));

describe("what changed in the ledger since a mark", () => {
  eachEngine((on) => {
    let db: Database;
    let workspace: WorkspaceId;
    beforeAll(async () => {
      db = await on.open();
      workspace = (await createWorkspace(db, { name: randomUUID() })).id;
    });

    it("is everything when there is no mark, then what came since, then nothing", async () => {
      await append(db, workspace, 1);
      const first = await ask(db, workspace, null);
      expect(first.accountIds).toBe("all");
      await append(db, workspace, 3, 2, 3);
      const second = await ask(db, workspace, first.mark);
      expect(second).toMatchObject({ accountIds: [id(2), id(3)], ratesChanged: false });
      expect((await ask(db, workspace, second.mark)).accountIds).toEqual([]);
    });

    it("names both sides of a merge and of a split, and says when a rate is new", async () => {
      const { mark } = await ask(db, workspace, null);
      const [facts] = fc.sample(
        anyFacts.filter(
          (some) => some.merges.length > 0 && some.splits.length > 0 && some.fxRates.length > 0,
        ),
        1,
      );
      const { merges, splits, fxRates } = facts!;
      await inWorkspace(db, workspace, (tx) => appendFacts(tx, { ...noFacts, merges, splits, fxRates }));
      const touched = [
        ...merges.flatMap((merge) => [merge.accountId, merge.intoId]),
        ...splits.flatMap((split) => [split.accountId, split.toId]),
      ];
      const changes = await ask(db, workspace, mark);
      expect(changes.accountIds).toEqual([...new Set(touched)].sort());
      expect(changes.ratesChanged).toBe(true);
    });

    it("tells what people put on record apart: nothing in the store is derived from it", async () => {
      const { mark } = await ask(db, workspace, null);
      const [facts] = fc.sample(
        anyFacts.filter(({ journal, usage }) => usage.length > 0 && journal.some((fact) => fact.accountId)),
        1,
      );
      const { journal, usage } = facts!;
      await inWorkspace(db, workspace, (tx) => appendFacts(tx, { journal, usage }));
      const touched = [...journal, ...usage].flatMap(({ accountId }) => accountId ?? []);
      expect(await ask(db, workspace, mark)).toMatchObject({
        accountIds: [],
        ratesChanged: false,
        recordIds: [...new Set(touched)].sort(),
        houseChanged: journal.some((fact) => fact.accountId === null),
      });
    });

    it("is told to the transaction that made it, and does not stay when that is undone", async () => {
      const { mark } = await ask(db, workspace, null);
      const undone = inWorkspace(db, workspace, async (tx) => {
        await appendFacts(tx, { attributes: [fact(4)] });
        const changes = await changedSince(tx, mark);
        throw new Error(String(changes.accountIds));
      });
      await expect(undone).rejects.toThrow(id(4));
      expect((await ask(db, workspace, mark)).accountIds).toEqual([]);
    });

    it("is everything when the mark comes from another server's future", async () => {
      expect((await ask(db, workspace, "9000000000000000000:9000000000000000000:")).accountIds).toBe("all");
    });

    it("is remembered for each policy of derived state", async () => {
      const marks = await inWorkspace(db, workspace, async (tx) => {
        await replaceMark(tx, "house", "5:5:");
        await replaceMark(tx, "house", "7:7:");
        return [await findMark(tx, "house"), await findMark(tx, "other")];
      });
      expect(marks).toEqual(["7:7:", null]);
    });
  });

  describe("on PostgreSQL with several writers", () => {
    const on = testEngine("postgres");

    it("reports what is committed at once, and a transaction that began before it when that commits too", async () => {
      const db = await on.open();
      const { id: workspace } = await createWorkspace(db, { name: randomUUID() });
      const start = (await ask(db, workspace, null)).mark;
      // As another request would: not inside this test's own transaction.
      const outside = AsyncLocalStorage.snapshot();
      const early = await inWorkspace(db, workspace, async (slow) => {
        await appendFacts(slow, { attributes: [fact(1)] });
        await outside(() => append(db, workspace, 2));
        return outside(() => ask(db, workspace, start));
      });
      expect(early.accountIds).toEqual([id(2)]);
      const late = await ask(db, workspace, early.mark);
      expect(late.accountIds).toEqual([id(1)]);
      expect((await ask(db, workspace, late.mark)).accountIds).toEqual([]);
    });

    it("reports every fact of 8 writers exactly once to a reader that keeps asking", async () => {
      const db = await on.open();
      const { id: workspace } = await createWorkspace(db, { name: randomUUID() });
      let mark = (await ask(db, workspace, null)).mark;
      const reported: AccountId[] = [];
      const catchUp = async () => {
        const changes = await ask(db, workspace, mark);
        if (changes.accountIds === "all") throw new Error("lost its place");
        reported.push(...changes.accountIds);
        mark = changes.mark;
      };
      let writing = true;
      const reader = (async () => {
        while (writing) await catchUp();
      })();
      await Promise.all(
        Array.from({ length: 8 }, async (_, writer) => {
          for (let n = 0; n < 40; n++)
            await inWorkspace(db, workspace, async (tx) => {
              await appendFacts(tx, { attributes: [fact(writer * 1000 + n)] });
              await tx.query(sql`select pg_sleep(${Math.random() * 0.01})`);
            });
        }),
      );
      writing = false;
      await reader;
      await catchUp();
      const written = Array.from({ length: 320 }, (_, n) => id(Math.floor(n / 40) * 1000 + (n % 40)));
      expect(reported.toSorted()).toEqual(written.toSorted());
    });
  });
});
