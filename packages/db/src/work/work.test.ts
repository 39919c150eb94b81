import { randomUUID } from "node:crypto";
import { day, type Instant, instant, MemberId, type WorkspaceId } from "@termwise/core/kernel";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import {
  addNotices,
  changeNotice,
  claimTimers,
  createWorkspace,
  endTimer,
  inWorkspace,
  isAnythingDue,
  loadNotices,
  planTimers,
  type Timer,
} from "../index.ts";
import { eachEngine } from "../testing.ts";

const at = (minute: number): Instant => instant(new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString());
const timer = (key: string, minute = 0): Timer => ({
  key,
  kind: "propose",
  accountId: null,
  dueAt: at(minute),
  about: { key },
});

describe("what is due, and what people are told", () => {
  eachEngine((on) => {
    let db: Database;
    let workspace: WorkspaceId;
    beforeAll(async () => {
      db = await on.open();
    });
    beforeEach(async () => {
      workspace = (await createWorkspace(db, { name: randomUUID() })).id;
    });
    const within = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(db, workspace, work);
    const plan = (...planned: Timer[]) => within((tx) => planTimers(tx, planned));

    it("is planned once by its key, and taken when its time has come, the longest due first", async () => {
      expect(await plan(timer("b", 5), timer("a", 3), timer("c", 50))).toBe(3);
      expect(await plan(timer("a", 1), timer("d", 60))).toBe(1);
      expect(await within((tx) => isAnythingDue(tx, at(2)))).toBe(false);
      expect(await within((tx) => isAnythingDue(tx, at(3)))).toBe(true);
      const taken = await within((tx) => claimTimers(tx, { now: at(10), limit: 10 }));
      expect(taken.map(({ key, dueAt }) => [key, dueAt])).toEqual([
        ["a", at(3)],
        ["b", at(5)],
      ]);
    });

    it("happens together with its end or not at all: a transaction that fails leaves it due", async () => {
      await plan(timer("a"));
      const failing = within(async (tx) => {
        const [one] = await claimTimers(tx, { now: at(1), limit: 1 });
        await endTimer(tx, { key: one?.key ?? "", state: "done", at: at(1) });
        throw new Error("the effect failed");
      });
      await expect(failing).rejects.toThrow("the effect failed");
      const end = () =>
        within(async (tx) => {
          const found = await claimTimers(tx, { now: at(1), limit: 1 });
          for (const { key } of found) await endTimer(tx, { key, state: "done", at: at(1) });
          return found.length;
        });
      expect([await end(), await end()]).toEqual([1, 0]);
      expect(await plan(timer("a"))).toBe(0);
    });

    it("is told a member once a day for a subject, and is theirs alone to mark as done or put off", async () => {
      const [mine, theirs] = [MemberId.parse("mem_a"), MemberId.parse("mem_b")];
      const news = {
        memberId: mine,
        kind: "at_risk",
        subject: "acc_1",
        accountId: null,
        at: at(0),
        on: day("2026-11-02"),
        title: "Marlow Tiles is at risk",
        detail: null,
        path: "/risk",
      };
      const tell = (...told: (typeof news)[]) => within((tx) => addNotices(tx, told));
      expect(await tell(news, { ...news, memberId: theirs })).toBe(2);
      expect(await tell(news, { ...news, on: day("2026-11-03"), at: at(1) })).toBe(1);
      const told = await within((tx) => loadNotices(tx, mine, 10));
      expect(told.map((one) => one.on)).toEqual(["2026-11-03", "2026-11-02"]);
      const id = told[0]?.id ?? "";
      const change = (memberId: MemberId) =>
        within((tx) => changeNotice(tx, { id, memberId }, { doneAt: at(2), snoozedUntil: null }));
      expect([await change(theirs), await change(mine)]).toEqual([false, true]);
      expect((await within((tx) => loadNotices(tx, mine, 1)))[0]?.doneAt).toBe(at(2));
    });
  });
});
