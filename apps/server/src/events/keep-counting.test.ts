import { eachEngine } from "@termwise/db/testing";
import { expect, it, vi } from "vitest";
import { createLog } from "../log.ts";
import { openCounting } from "./keep-counting.ts";
import { sourceOfEachTest, track } from "./testing-source.ts";

eachEngine((on) => {
  const here = sourceOfEachTest(() => on.open());
  /** Well before what waits is looked at again by itself. */
  const soon = { timeout: 9_000, interval: 50 };

  it("counts what waited for an account as soon as its account is imported, or its user said to be in it", async () => {
    const { house } = here.server;
    const counting = openCounting({ house, log: createLog("error", { write: () => {} }) });
    house.onImport(counting.accountsCame);
    const stop = new AbortController();
    const run = counting.run(stop.signal);
    const send = (...events: readonly object[]) => {
      const { source } = here;
      const storing = here.batch(...events).then(() => source.counts());
      return counting.after(source.workspaceId, storing);
    };
    const waiting = (rows: number) =>
      vi.waitFor(async () => {
        expect([await here.source.rows("queued_batch"), await here.source.rows("waiting_use")]).toEqual([
          0,
          rows,
        ]);
      }, soon);
    try {
      await send(track("m1", { context: { groupId: "New" } }), track("m2", { context: {}, userId: "eve" }));
      await waiting(2);
      const bytes = Buffer.from("account_id,name\nNew,Newcomer\n");
      await here.source.termwise.importFiles({ files: [{ name: "accounts.csv", bytes }], dryRun: false });
      await waiting(1);
      await send({ type: "group", messageId: "g", userId: "eve", groupId: "M2" });
      await waiting(0);
      expect((await here.source.uses()).map(({ userId }) => userId).sort()).toEqual(["ada", "eve"]);
    } finally {
      stop.abort();
      await run;
    }
  });
});
