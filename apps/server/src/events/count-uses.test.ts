import { AccountId } from "@termwise/core/kernel";
import { storeAccountKeys } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Target, target } from "../security/target.ts";
import { countAllUses } from "./count-uses.ts";
import { accountFinder } from "./find-accounts.ts";
import { type EventSource, eventSource } from "./testing.ts";

const track = (messageId: string, more: object = {}) => ({
  ...{ type: "track", messageId, userId: "ada", event: "Report Exported", context: { groupId: "M1" } },
  ...more,
});

eachEngine((on) => {
  describe("uses that are counted", () => {
    let server: Target;
    let source: EventSource;
    beforeAll(async () => {
      server = await target(await on.open());
    });
    beforeEach(async () => {
      source = await eventSource(server);
    });
    const batch = (...batch: unknown[]) => source.send("/v1/batch", { batch });
    const counted = async () => (await source.uses()).map(({ feature, uses }) => [feature, uses]);

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
      expect(await source.rows("queued_batch")).toBe(3);
      expect(await countAllUses(source.termwise)).toEqual({ counted: 4, waiting: 0 });
      expect(await counted()).toEqual([["Report Exported", 4]]);
      const counts = { received: 10, stored: 5, duplicate: 5, differing: 1, dead: 0 };
      expect(await source.counts()).toEqual(counts);
      expect([await source.rows("queued_batch"), await source.rows("waiting_use")]).toEqual([0, 0]);
    });

    it("are all of them, however many batches wait", async () => {
      const sent = Array.from({ length: 23 }, (_, n) => `b${n}`);
      for (const name of sent) await batch(...Array.from({ length: 500 }, (_, n) => track(`${name}-${n}`)));
      const both = await Promise.all([countAllUses(source.termwise), countAllUses(source.termwise)]);
      const { counted: rest } = await countAllUses(source.termwise);
      expect(both[0].counted + both[1].counted + rest).toBe(11_500);
      expect(await counted()).toEqual([["Report Exported", 11_500]]);
    });

    it("are of their group's account, and of their user's where the group is none", async () => {
      const [maple, oak] = accountFinder(await source.termwise.books())(["group:M1", "group:M2"]);
      const said = [{ key: "user:eve", accountId: oak?.accountId ?? AccountId.parse("none") }];
      const at = source.termwise.now();
      await source.termwise.write((tx) => storeAccountKeys(tx, said, { by: null, at }));
      for (const groupId of ["M1", "nobody"])
        await batch(track(groupId, { userId: "eve", event: groupId, context: { groupId } }));
      expect(await countAllUses(source.termwise)).toEqual({ counted: 2, waiting: 0 });
      expect(new Map((await source.uses()).map(({ feature, accountId }) => [feature, accountId]))).toEqual(
        new Map([
          ["M1", maple?.accountId],
          ["nobody", oak?.accountId],
        ]),
      );
    });

    it("wait summed up, and each of them counts once its account is known", async () => {
      const unknown = { context: { groupId: "later" } };
      await batch(track("m1", unknown), track("m2", unknown));
      expect(await countAllUses(source.termwise)).toEqual({ counted: 0, waiting: 2 });
      await batch(track("m3", unknown));
      await countAllUses(source.termwise);
      expect(await source.rows("waiting_use")).toBe(1);
      const [maple] = accountFinder(await source.termwise.books())(["group:M1"]);
      const said = [{ key: "group:later", accountId: maple?.accountId ?? AccountId.parse("none") }];
      const at = source.termwise.now();
      await source.termwise.write((tx) => storeAccountKeys(tx, said, { by: null, at }));
      await batch(track("m4", unknown));
      expect(await countAllUses(source.termwise)).toEqual({ counted: 4, waiting: 0 });
      expect(await counted()).toEqual([["Report Exported", 4]]);
    });
  });
});
