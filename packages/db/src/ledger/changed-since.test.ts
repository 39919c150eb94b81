import { AsyncLocalStorage } from "node:async_hooks";
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
const askNow = (db: Database, workspace: WorkspaceId, mark: Mark | null) =>
  inWorkspace(db, workspace, (tx) => changedSince(tx, mark));

/** Asks until nothing is left to come: transactions of other tests on this server count as running too. */
async function ask(db: Database, workspace: WorkspaceId, mark: Mark | null) {
  for (;;) {
    const changes = await askNow(db, workspace, mark);
    if (!changes.behind) return changes;
  }
}

describe("what changed in the ledger since a mark", () => {
  eachEngine((on) => {
    let db: Database;
    let workspace: WorkspaceId;
    beforeAll(async () => {
      db = await on.open();
      workspace = (await createWorkspace(db, { name: "Test" })).id;
    });

    it("is everything when there is no mark, then what came since, then nothing", async () => {
      await append(db, workspace, 1);
      const first = await ask(db, workspace, null);
      expect(first.accountIds).toBe("all");
      await append(db, workspace, 3, 2, 3);
      const second = await ask(db, workspace, first.mark);
      expect(second).toMatchObject({ accountIds: [id(2), id(3)], ratesChanged: false, behind: false });
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

    it("does not report a transaction's own facts to it, but says that there are some", async () => {
      const { mark } = await ask(db, workspace, null);
      const within = await inWorkspace(db, workspace, async (tx) => {
        await appendFacts(tx, { attributes: [fact(4)] });
        return changedSince(tx, mark);
      });
      expect(within).toMatchObject({ accountIds: [], behind: true });
      expect((await ask(db, workspace, within.mark)).accountIds).toEqual([id(4)]);
    });

    it("is everything when the mark comes from another server's future", async () => {
      expect((await ask(db, workspace, "9000000000000000000")).accountIds).toBe("all");
    });

    it("is remembered for each policy of derived state", async () => {
      const marks = await inWorkspace(db, workspace, async (tx) => {
        await replaceMark(tx, "house", "5");
        await replaceMark(tx, "house", "7");
        return [await findMark(tx, "house"), await findMark(tx, "other")];
      });
      expect(marks).toEqual(["7", null]);
    });
  });

  describe("on PostgreSQL with several writers", () => {
    const on = testEngine("postgres");

    it("reports a transaction that began first and commits last", async () => {
      const db = await on.open();
      const { id: workspace } = await createWorkspace(db, { name: "Test" });
      const start = (await ask(db, workspace, null)).mark;
      // As another request would: not inside this test's own transaction.
      const outside = AsyncLocalStorage.snapshot();
      let early: Awaited<ReturnType<typeof askNow>> | undefined;
      await inWorkspace(db, workspace, async (slow) => {
        await appendFacts(slow, { attributes: [fact(1)] });
        await slow.query(sql`select pg_current_xact_id()`);
        await outside(() => append(db, workspace, 2));
        early = await outside(() => askNow(db, workspace, start));
      });
      expect(early).toMatchObject({ accountIds: [], behind: true });
      expect((await ask(db, workspace, early!.mark)).accountIds).toEqual([id(1), id(2)]);
    });

    it("reports every fact of 8 writers exactly once to a reader that keeps asking", async () => {
      const db = await on.open();
      const { id: workspace } = await createWorkspace(db, { name: "Test" });
      let mark = (await ask(db, workspace, null)).mark;
      const reported: AccountId[] = [];
      const catchUp = async (asked: typeof ask) => {
        const changes = await asked(db, workspace, mark);
        if (changes.accountIds === "all") throw new Error("lost its place");
        reported.push(...changes.accountIds);
        mark = changes.mark;
      };
      let writing = true;
      const reader = (async () => {
        while (writing) await catchUp(askNow);
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
      await catchUp(ask);
      const written = Array.from({ length: 320 }, (_, n) => id(Math.floor(n / 40) * 1000 + (n % 40)));
      expect(reported.toSorted()).toEqual(written.toSorted());
    });
  });
});
