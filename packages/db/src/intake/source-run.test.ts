import { randomUUID } from "node:crypto";
import { type Instant, instant, type WorkspaceId } from "@termwise/core/kernel";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import {
  addOnlyRun,
  addRun,
  attempts,
  changeHeldRun,
  claimRun,
  createWorkspace,
  endLost,
  findRun,
  findRunOfKey,
  inWorkspace,
  loadRuns,
  loadRunsOfFile,
} from "../index.ts";
import { eachEngine } from "../testing.ts";

const at = (minute: number): Instant => instant(new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString());
const claim = (minute: number, holder = randomUUID()) => ({
  now: at(minute),
  holder,
  leaseUntil: at(minute + 5),
});

describe("the runs of sources", () => {
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
    const due = (dueKey: string, minute = 0) =>
      within((tx) =>
        addRun(tx, { sourceId: "ent_1", trigger: "schedule", state: "waiting", askedAt: at(minute), dueKey }),
      );

    it("are put down once for each time of a schedule, whichever server is first (FLT-5)", async () => {
      const put = await Promise.all([due("10:00"), due("10:00"), due("11:00")]);
      expect(put.filter((id) => id !== null)).toHaveLength(2);
      expect(await within((tx) => loadRuns(tx))).toHaveLength(2);
    });

    it("are given to one holder each, and nobody waits for another's (FLT-5)", async () => {
      await due("10:00", 1);
      await due("11:00", 2);
      const taken = await Promise.all([1, 2, 3].map(() => within((tx) => claimRun(tx, claim(3)))));
      const keys = taken.map((run) => run?.dueKey ?? null);
      expect(keys.toSorted()).toEqual(["10:00", "11:00", null].toSorted());
    });

    it("go to another once their holder is lost, who then changes nothing any more (FLT-5)", async () => {
      await due("10:00");
      const [first, second] = [claim(1), claim(7)];
      const run = await within((tx) => claimRun(tx, first));
      expect(await within((tx) => claimRun(tx, claim(2)))).toBeNull();
      expect(await within((tx) => claimRun(tx, second))).toMatchObject({ id: run?.id, attempt: 2 });
      const end = { state: "done", endedAt: at(8) } as const;
      const id = run?.id ?? "";
      expect(await within((tx) => changeHeldRun(tx, { id, holder: first.holder }, end))).toBe(false);
      expect(await within((tx) => changeHeldRun(tx, { id, holder: second.holder }, end))).toBe(true);
      expect(await within((tx) => changeHeldRun(tx, { id, holder: second.holder }, end))).toBe(false);
    });

    it("are tried five times and no more (FLT-9)", async () => {
      await due("10:00");
      for (let tried = 0; tried < attempts; tried++)
        expect(await within((tx) => claimRun(tx, claim(tried * 10)))).not.toBeNull();
      expect(await within((tx) => claimRun(tx, claim(59)))).toBeNull();
      expect(await within((tx) => endLost(tx, at(59)))).toBe(1);
      expect(await within((tx) => loadRuns(tx))).toMatchObject([{ state: "failed", errorCode: "E_LOST" }]);
    });

    it("wait as long as they were put off", async () => {
      await due("10:00");
      const held = claim(1);
      const run = await within((tx) => claimRun(tx, held));
      const id = run?.id ?? "";
      await within((tx) =>
        changeHeldRun(tx, { id, holder: held.holder }, { state: "waiting", retryAt: at(30) }),
      );
      expect(await within((tx) => claimRun(tx, claim(29)))).toBeNull();
      expect(await within((tx) => claimRun(tx, claim(30)))).toMatchObject({ id });
    });

    it("are found by what a program calls its request, of which there is one", async () => {
      const run = {
        trigger: "api",
        state: "done",
        askedAt: at(0),
        idempotencyKey: "k1",
        requestDigest: "h",
      } as const;
      const id = await within((tx) => addOnlyRun(tx, run));
      expect(await within((tx) => findRunOfKey(tx, "k1"))).toMatchObject({ id, requestDigest: "h" });
      expect(await within((tx) => findRunOfKey(tx, "k2"))).toBeNull();
      await expect(within((tx) => addOnlyRun(tx, run))).rejects.toMatchObject({ code: "conflict" });
    });

    it("are found by the content they took in, once that stands", async () => {
      const file = { sourceId: "ent_1", sha256: "abc" };
      const run = { ...file, trigger: "folder", askedAt: at(0) } as const;
      await within((tx) => addRun(tx, { ...run, state: "stopped" }));
      expect(await within((tx) => loadRunsOfFile(tx, file))).toEqual([]);
      const id = await within((tx) => addRun(tx, { ...run, state: "done" }));
      expect(await within((tx) => loadRunsOfFile(tx, file))).toMatchObject([{ id }]);
      expect(await within((tx) => loadRunsOfFile(tx, { ...file, sourceId: "ent_2" }))).toEqual([]);
    });

    it("are not there for another workspace", async () => {
      const id = (await due("10:00")) ?? "";
      const other = (await createWorkspace(db, { name: randomUUID() })).id;
      expect(await inWorkspace(db, other, (tx) => findRun(tx, id))).toBeNull();
      expect(await inWorkspace(db, other, (tx) => claimRun(tx, claim(1)))).toBeNull();
    });
  });
});
