import { loadAudit } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened, someoneAs } from "../testing.ts";

eachEngine((on) => {
  describe("a table that the browser saves", () => {
    let store: Opened;
    beforeAll(async () => {
      store = await opened(await on.open());
    });

    it("SEC-19: is told of before: what, from which page, how many rows, by whom", async () => {
      const viewer = await someoneAs(store.termwise, "viewer");
      await store.apiAs(viewer).exports.note({
        what: "Accounts",
        address: "/accounts?f.csm=Jane%20Doe&q=Jane&sort=name",
        rows: 120,
      });
      const [entry] = await store.termwise.read((tx) => loadAudit(tx, { limit: 1 }));
      expect(entry).toMatchObject({
        action: "table_exported",
        actor: { kind: "member" },
        subject: { kind: "table", id: "Accounts" },
        details: { page: "/accounts", filters: ["f.csm", "q", "sort"], rows: 120 },
      });
      expect(JSON.stringify(entry)).not.toContain("Jane");
    });

    it("keeps nothing of a page's address that is not one of ours", async () => {
      await store.api.exports.note({ what: "Accounts", address: "/Jane%20Doe?Jane Doe=1", rows: 1 });
      const [entry] = await store.termwise.read((tx) => loadAudit(tx, { limit: 1 }));
      expect(entry?.details).toEqual({ page: null, filters: [], rows: 1 });
    });

    it("SEC-5: is named by a line, a page of ours and a count, and nothing else", async () => {
      const note = store.api.exports.note as (input: unknown) => Promise<unknown>;
      const good = { what: "Accounts", address: "/accounts", rows: 1 };
      for (const wrong of [
        { what: "" },
        { what: "a\nb" },
        { address: "https://evil.example" },
        { address: "//evil.example" },
        { rows: -1 },
        { rows: 1.5 },
        { actor: "mem_1" },
      ])
        await expect(note({ ...good, ...wrong })).rejects.toMatchObject({ code: "BAD_REQUEST" });
      await expect(store.apiAs(null).exports.note(good)).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    });
  });
});
