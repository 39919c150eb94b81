import { instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened } from "../testing.ts";

const clock = { now: () => instant("2026-11-24T09:00:00.000Z") };

eachEngine((on) => {
  describe("health", () => {
    let store: Opened;
    beforeAll(async () => {
      store = await opened(await on.open(), { clock, demo: true });
    });
    it("probe", async () => {
      const t0 = performance.now();
      const over = await store.api.health.overview();
      const t1 = performance.now();
      console.log(
        t1 - t0,
        JSON.stringify(over.bands),
        over.accounts,
        over.arrAtRisk.value,
        over.movement.moved.length,
        over.warnings.length,
        JSON.stringify(over.warnings.slice(0, 5)),
      );
      const q = await store.api.health.queue();
      console.log(performance.now() - t1, q.rows.length, JSON.stringify(q.rows[0]));
      const t2 = performance.now();
      const bt = await store.api.health.backtest({});
      console.log(
        performance.now() - t2,
        JSON.stringify({ ...bt, distribution: bt.distribution?.slice(-2) }),
      );
      const id = q.rows[0]?.accountId ?? over.warnings[0]!.accountId;
      const t3 = performance.now();
      const acc = await store.api.health.account({ accountId: id as never });
      console.log(performance.now() - t3, JSON.stringify(acc).slice(0, 6000));
      expect(over.accounts).toBeGreaterThan(0);
    });
  });
});
