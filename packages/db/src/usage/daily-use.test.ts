import { dayRead } from "@termwise/core/health";
import { type AccountId, type Day, epochDay, type WorkspaceId } from "@termwise/core/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import {
  addDailyUse,
  createWorkspace,
  inWorkspace,
  loadAccountUse,
  loadDailyUse,
  type StoredUse,
} from "../index.ts";
import { eachEngine } from "../testing.ts";

const use = (change: Partial<StoredUse> = {}): StoredUse => ({
  accountId: "acc_a" as AccountId,
  userId: "u1",
  feature: "reports",
  activity: "use",
  on: "2026-03-31" as Day,
  uses: 1,
  ...change,
});
const march = {
  accountIds: ["acc_a"] as AccountId[],
  from: "2026-03-01" as Day,
  to: "2026-03-31" as Day,
};

eachEngine((on) => {
  describe("what is known of usage, day by day", () => {
    let db: Database;
    let id: WorkspaceId;
    beforeAll(async () => {
      db = await on.open();
      id = (await createWorkspace(db, { name: "Usage" })).id;
      await inWorkspace(db, id, async (tx) => {
        await addDailyUse(tx, [use(), use({ uses: 2 }), use({ userId: "u2", feature: null })]);
        await addDailyUse(tx, [use({ uses: 4 }), use({ activity: "login", feature: null })]);
        await addDailyUse(tx, [
          use({ on: "2026-04-01" as Day }),
          use({ accountId: "acc_b" as AccountId }),
          use({ userId: "" }),
        ]);
      });
    });

    it("adds up the uses of a user, a feature and a day", async () => {
      expect(await inWorkspace(db, id, (tx) => loadDailyUse(tx, march))).toEqual([
        use({ userId: "" }),
        use({ userId: "u1", activity: "login", feature: null }),
        use({ userId: "u1", uses: 7 }),
        use({ userId: "u2", feature: null }),
      ]);
    });

    it("S-78: counts users and features that were used, and a login as neither", async () => {
      const end = epochDay("2026-03-31" as Day);
      const day = dayRead({ end, activeUsers: 2, logins: 1, uses: 9, features: 1 });
      expect(await inWorkspace(db, id, (tx) => loadAccountUse(tx, march))).toEqual(
        new Map([["acc_a", [day]]]),
      );
    });

    it("tells everybody's where nobody is named, and none of another workspace's", async () => {
      const all = { ...march, accountIds: null, to: "2026-04-30" as Day };
      const found = await inWorkspace(db, id, (tx) => loadAccountUse(tx, all));
      expect([...found].map(([account, days]) => [account, days.length]).sort()).toEqual([
        ["acc_a", 2],
        ["acc_b", 1],
      ]);
      const other = await createWorkspace(db, { name: "Other" });
      expect(await inWorkspace(db, other.id, (tx) => loadDailyUse(tx, all))).toEqual([]);
    });
  });
});
