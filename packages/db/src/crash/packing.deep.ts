import type { Day } from "@termwise/core/kernel";
import { describe, expect, it } from "vitest";
import type { Place } from "../client.ts";
import {
  connect,
  ensureWorkspace,
  inWorkspace,
  loadAccountUse,
  loadDailyUse,
  type StoredUse,
} from "../index.ts";
import { eachEngine } from "../testing.ts";
import { stepsUntilKilled } from "./until-killed.ts";
import { stepOf, usesOf } from "./uses-of.ts";

const kills = Number(process.env["TERMWISE_ROUNDS"] ?? 40);
const everything = { accountIds: null, from: "2026-01-01" as Day, to: "2026-12-31" as Day };

/** How often each user of an account used each feature on each day. */
function added(uses: readonly StoredUse[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { uses: often, ...use } of uses) {
    const key = JSON.stringify([use.accountId, use.on, use.userId, use.feature, use.activity]);
    sums.set(key, (sums.get(key) ?? 0) + often);
  }
  return sums;
}

/** The steps a store holds, after looking at each whole: rows and packed months are the uses of these and no others. */
async function wholeSteps(place: Place): Promise<{ steps: number[]; packed: number; rows: number }> {
  const db = await connect(place);
  const { id } = await ensureWorkspace(db, { name: "Test" });
  const found = await inWorkspace(db, id, async (tx) => {
    const held = await loadDailyUse(tx, everything);
    const steps = held.flatMap(({ userId }) => stepOf(userId) ?? []).sort((a, b) => a - b);
    const truth = added(steps.flatMap(usesOf));
    // Nothing is told twice: a month is rows or packed, never both.
    expect(held.length).toBe(truth.size);
    expect(added(held)).toEqual(truth);
    const days = new Map<string, number>();
    for (const { accountId, on, uses } of held)
      days.set(`${accountId} ${on}`, (days.get(`${accountId} ${on}`) ?? 0) + uses);
    const sums = await loadAccountUse(tx, everything);
    const told = [...sums].flatMap(([id, own]) => own.map(({ on, uses }) => [`${id} ${on}`, uses] as const));
    expect(new Map(told)).toEqual(days);
    const [stored] = (await tx.run(
      `select (select count(*)::int from usage.packed_month where workspace_id = $1) as packed,
        (select count(*)::int from usage.daily_use where workspace_id = $1) as rows`,
      [id],
      "objects",
    )) as { packed: number; rows: number }[];
    return { steps, packed: stored?.packed ?? 0, rows: stored?.rows ?? 0 };
  });
  await db.close();
  return found;
}

describe("kill -9 while months are packed and late uses join packed ones", () => {
  eachEngine((on) => {
    it("P12: leaves each use once, as rows or packed, and loses none that was said to be counted", async () => {
      const place = await on.migratedPlace();
      const db = await connect(place);
      const { id: workspaceId } = await ensureWorkspace(db, { name: "Test" });
      await db.close();
      const [stored, possible] = [new Set<number>(), new Set<number>()];
      let [midway, packed] = [0, 0];
      for (let from = 1, kill = 0; kill < kills; kill++) {
        const said = await stepsUntilKilled("./pack-for-ever.ts", { place, workspaceId, from }, 250);
        for (const n of said.begun) possible.add(n);
        for (const n of said.stored) stored.add(n);
        const held = await wholeSteps(place);
        expect(held.steps.filter((n) => !possible.has(n))).toEqual([]);
        expect([...stored].filter((n) => !held.steps.includes(n))).toEqual([]);
        if (held.rows > 0) midway += 1;
        packed = held.packed;
        from = Math.max(...said.begun) + 1;
      }
      expect(packed).toBeGreaterThan(0);
      console.log(
        `${kills} kills, ${midway} of them between counting and the end of packing; ${packed} months are packed`,
      );
    });
  });
});
