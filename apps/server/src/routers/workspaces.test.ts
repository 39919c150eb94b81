import { instant } from "@termwise/core/kernel";
import { createWorkspace } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo } from "../testing.ts";

eachEngine((on) => {
  describe("the workspace the command line means", () => {
    let store: Opened;
    beforeAll(async () => {
      store = await openedDemo(on, { clock: { now: () => instant("2026-11-28T09:00:00Z") } });
    });
    const asked = async (workspace?: string) => {
      const { host, authorization } = store.operator;
      const named = workspace === undefined ? {} : { "x-termwise-workspace": encodeURIComponent(workspace) };
      const response = await store.app.request("/api/trpc/workspace.settings", {
        headers: { host: host ?? "", authorization: authorization ?? "", ...named },
      });
      const body = (await response.json()) as {
        result?: { data: { name: string } };
        error?: { message: string };
      };
      return body.result?.data.name ?? body.error?.message;
    };

    it("is the demo company's while there is no other, then the oldest that does not hold it", async () => {
      expect(await asked()).toBe("Fernhill Software");
      await store.api.workspaces.create({ name: "Acme & Sons" });
      await store.api.workspaces.create({ name: "Younger" });
      expect(await asked()).toBe("Acme & Sons");
    });

    it("is the one named, by name or by id", async () => {
      const all = await store.api.workspaces.list();
      expect(all.map(({ name, demo }) => [name, demo])).toEqual([
        ["Fernhill Software", true],
        ["Acme & Sons", false],
        ["Younger", false],
      ]);
      for (const { id, name } of all) {
        expect(await asked(name)).toBe(name);
        expect(await asked(id)).toBe(name);
      }
      expect(await asked("Nobody's")).toMatch(/no workspace called/);
    });

    it("is never guessed where a rename made two names alike, and is still told by its id", async () => {
      const { id } = await createWorkspace(store.house.db, { name: "Renamed later" });
      await store.apiAs({ kind: "operator", workspaceId: id }).workspace.change({ name: "Younger" });
      expect(await asked("Younger")).toMatch(/2 workspaces are called/);
      expect(await asked(id)).toBe("Younger");
    });

    it("is made once under a name", async () => {
      await expect(store.api.workspaces.create({ name: "Acme & Sons" })).rejects.toMatchObject({
        code: "PRECONDITION_FAILED",
      });
    });
  });
});
