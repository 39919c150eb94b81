import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { AccountId } from "@termwise/core/kernel";
import { countQueued, countWoken, inWorkspace, storeAccountKeys, tryUsageLane } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { countAllUses } from "./count-uses.ts";
import { accountFinder } from "./find-accounts.ts";
import { sourceOfEachTest, track } from "./testing-source.ts";

eachEngine((on) => {
  describe("uses that are counted", () => {
    const here = sourceOfEachTest(() => on.open());
    const { batch } = here;
    const counted = async () => (await here.source.uses()).map(({ feature, uses }) => [feature, uses]);

    it("I-5: are the new ones of a batch of which some were known, also before those were counted", async () => {
      await batch(track("m1"), track("m2"));
      const { said } = await batch(track("m1"), track("m3"), {
        type: "alias",
        messageId: "a",
        userId: "ada",
      });
      expect(said).toMatchObject({ received: 3, stored: 2, duplicate: 1 });
      await batch(track("m2"), track("m3"));
      await batch(track("m2", { event: "Another" }), track("m4"), track("m4"));
      expect(await here.source.rows("queued_batch")).toBe(3);
      expect(await countAllUses(here.source.termwise)).toEqual({ counted: 4, waiting: 0 });
      expect(await counted()).toEqual([["Report Exported", 4]]);
      const counts = { received: 10, stored: 5, duplicate: 5, differing: 1, dead: 0 };
      expect(await here.source.counts()).toEqual(counts);
      expect([await here.source.rows("queued_batch"), await here.source.rows("waiting_use")]).toEqual([0, 0]);
    });

    it("are all of them, however many batches wait", async () => {
      const sent = Array.from({ length: 23 }, (_, n) => `b${n}`);
      for (const name of sent) await batch(...Array.from({ length: 500 }, (_, n) => track(`${name}-${n}`)));
      const both = await Promise.all([
        countAllUses(here.source.termwise),
        countAllUses(here.source.termwise),
      ]);
      const { counted: rest } = await countAllUses(here.source.termwise);
      expect(both[0].counted + both[1].counted + rest).toBe(11_500);
      expect(await counted()).toEqual([["Report Exported", 11_500]]);
    });

    it("are of their group's account, and of their user's where the group is none", async () => {
      const [maple, oak] = accountFinder(await here.source.termwise.books())(["group:M1", "group:M2"]);
      const said = [{ key: "user:eve", accountId: oak?.accountId ?? AccountId.parse("none") }];
      const at = here.source.termwise.now();
      await here.source.termwise.write((tx) => storeAccountKeys(tx, said, { by: null, at }));
      for (const groupId of ["M1", "nobody"])
        await batch(track(groupId, { userId: "eve", event: groupId, context: { groupId } }));
      expect(await countAllUses(here.source.termwise)).toEqual({ counted: 2, waiting: 0 });
      expect(
        new Map((await here.source.uses()).map(({ feature, accountId }) => [feature, accountId])),
      ).toEqual(
        new Map([
          ["M1", maple?.accountId],
          ["nobody", oak?.accountId],
        ]),
      );
    });

    it("wait summed up, and each of them counts once its account is known", async () => {
      const unknown = { context: { groupId: "later" } };
      await batch(track("m1", unknown), track("m2", unknown));
      expect(await countAllUses(here.source.termwise)).toEqual({ counted: 0, waiting: 2 });
      await batch(track("m3", unknown));
      await countAllUses(here.source.termwise);
      expect(await here.source.rows("waiting_use")).toBe(1);
      const [maple] = accountFinder(await here.source.termwise.books())(["group:M1"]);
      const said = [{ key: "group:later", accountId: maple?.accountId ?? AccountId.parse("none") }];
      const at = here.source.termwise.now();
      await here.source.termwise.write((tx) => storeAccountKeys(tx, said, { by: null, at }));
      await batch(track("m4", unknown));
      expect(await countAllUses(here.source.termwise)).toEqual({ counted: 4, waiting: 0 });
      expect(await counted()).toEqual([["Report Exported", 4]]);
    });

    it("begin to wait for no key that was told while they were looked at", async () => {
      const { db, workspaceId } = here.source.termwise;
      const [maple] = accountFinder(await here.source.termwise.books())(["group:M1"]);
      const said = [{ key: "group:later", accountId: maple?.accountId ?? AccountId.parse("none") }];
      const at = here.source.termwise.now();
      await batch(track("m1", { context: { groupId: "later" } }));
      const [looked, told] = [new AbortController(), new AbortController()];
      const counting = inWorkspace(db, workspaceId, async (tx) => {
        await tryUsageLane(tx);
        await countQueued(tx);
        await countWoken(tx, { find: () => [], at });
        looked.abort();
        await once(told.signal, "abort");
      });
      await once(looked.signal, "abort");
      const telling = here.source.termwise.write((tx) => storeAccountKeys(tx, said, { by: null, at }));
      await Promise.race([telling, setTimeout(300)]);
      told.abort();
      await Promise.all([counting, telling]);
      expect(await countAllUses(here.source.termwise)).toEqual({ counted: 1, waiting: 0 });
    });
  });
});
