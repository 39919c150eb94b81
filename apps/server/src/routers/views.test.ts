import { EntryId } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened, someoneAs } from "../testing.ts";

const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );
const path = "/tasks";

eachEngine((on) => {
  describe("saved views", () => {
    let store: Opened;
    let [mara, theo]: Opened["api"][] = [];
    const names = async (api = mara!) => (await api.views.list({ path })).map(({ name }) => name);

    beforeAll(async () => {
      store = await opened(await on.open());
      mara = store.apiAs(await someoneAs(store.termwise, "csm"));
      theo = store.apiAs(await someoneAs(store.termwise, "csm"));
    });

    it("UX-13 are one's own until they are shared, and kept by page", async () => {
      const { entryId } = await mara!.views.save({ path, name: "Overdue", search: "?of=all" });
      await mara!.views.save({ path: "/accounts", name: "Large", search: "?sort=-arr" });
      expect([await names(), await names(theo)]).toEqual([["Overdue"], []]);
      const { before } = await mara!.views.change({ entryId, shared: true });
      expect(before).toEqual({ name: "Overdue", search: "?of=all", shared: false });
      expect(await theo!.views.list({ path })).toMatchObject([{ entryId, shared: true, mine: false }]);
      await mara!.views.change({ entryId, shared: false });
      expect(await names(theo)).toEqual([]);
    });

    it("are saved over and given another name by who keeps them, and by nobody else, shared or not", async () => {
      const { entryId } = await mara!.views.save({
        path,
        name: "High",
        search: "?priority=high",
        shared: true,
      });
      await mara!.views.change({ entryId, search: "?priority=low", name: "Low" });
      expect(await theo!.views.list({ path })).toMatchObject([{ name: "Low", search: "?priority=low" }]);
      expect(await told(theo!.views.change({ entryId, name: "Mine now" }))).toMatch(/^NOT_FOUND/);
      expect(await told(theo!.views.remove({ entryId }))).toMatch(/^NOT_FOUND/);
      expect(await told(theo!.views.restore({ entryId }))).toMatch(/^NOT_FOUND/);
      expect(await told(theo!.journal.withdraw({ entryId, reason: "Not mine" }))).toMatch(/^NOT_FOUND/);
    });

    it("UX-54 a deleted one comes back as it was, under the same address", async () => {
      const { entryId } = await mara!.views.save({ path, name: "Gone", search: "?of=accounts" });
      await mara!.views.remove({ entryId });
      expect(await names()).not.toContain("Gone");
      expect(await told(mara!.views.change({ entryId, name: "Nothing" }))).toMatch(/^NOT_FOUND/);
      await mara!.views.restore({ entryId });
      const found = (await mara!.views.list({ path })).find(({ name }) => name === "Gone");
      expect(found).toMatchObject({ entryId, search: "?of=accounts" });
      expect(await told(mara!.views.restore({ entryId }))).toMatch(/^CONFLICT/);
    });

    it("have names one can tell apart, and hold a page's state and nothing else", async () => {
      await mara!.views.save({ path, name: "Twice", search: "" });
      const save = (more: object) =>
        told(mara!.views.save({ path, name: "Another", search: "", ...more } as never));
      expect(await save({ name: "twice" })).toMatch(/^PRECONDITION_FAILED .*another name/);
      expect(await save({ search: "?view=ent_x" })).toMatch(/^BAD_REQUEST/);
      expect(await save({ search: "?panel=def:nrr" })).toMatch(/^BAD_REQUEST/);
      expect(await save({ search: "https://elsewhere.invalid" })).toMatch(/^BAD_REQUEST/);
      expect(await save({ path: "/settings" })).toMatch(/^BAD_REQUEST/);
      expect(await told(theo!.views.save({ path, name: "Twice", search: "" }))).toBe("done");
    });

    it("UX-13 of two kept at once under one name only the first is kept", async () => {
      const save = () => told(mara!.views.save({ path, name: "At once", search: "" }));
      const answers = await Promise.all([save(), save()]);
      expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
      expect((await names()).filter((name) => name === "At once")).toHaveLength(1);
    });

    it("of two who are given one name at once only the first has it", async () => {
      const ids = await Promise.all(
        ["One", "Other"].map(async (name) => (await mara!.views.save({ path, name, search: "" })).entryId),
      );
      const answers = await Promise.all(
        ids.map((entryId) => told(mara!.views.change({ entryId, name: "Same" }))),
      );
      expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    });

    it("are read by whoever reads the book, and kept by whoever may write", async () => {
      const viewer = store.apiAs(await someoneAs(store.termwise, "viewer"));
      expect(await told(viewer.views.list({ path }))).toBe("done");
      expect(await told(viewer.views.save({ path, name: "V", search: "" }))).toMatch(/^FORBIDDEN/);
      const nothing = EntryId.parse("ent_nothing");
      expect(await told(mara!.views.change({ entryId: nothing, name: "N" }))).toMatch(/^NOT_FOUND/);
    });
  });
});
