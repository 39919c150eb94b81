import { Currency, instant } from "@termwise/core/kernel";
import { createWorkspace, findWorkspace, inWorkspace, loadAudit } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { houseOn } from "../house.ts";
import { type Opened, openedDemo, someoneAs } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

const clock = { now: () => instant("2026-11-21T20:00:00Z") };

eachEngine((on) => {
  describe("the settings of a workspace", () => {
    let store: Opened;
    beforeAll(async () => {
      store = await openedDemo(on, { clock });
    });
    const lastEntry = async () => (await store.termwise.read((tx) => loadAudit(tx, { limit: 1 })))[0];

    it("are changed and told of, before and after", async () => {
      const { api } = store;
      expect(await api.workspace.settings()).toMatchObject({ timeZone: "UTC", workingDays: [1, 2, 3, 4, 5] });
      await api.workspace.change({ name: "Renamed", workingDays: [7, 1, 4], fiscalYearStart: 4 });
      expect(await api.workspace.settings()).toMatchObject({ name: "Renamed", workingDays: [1, 4, 7] });
      expect(await lastEntry()).toMatchObject({
        action: "workspace_changed",
        details: {
          before: { workingDays: [1, 2, 3, 4, 5], fiscalYearStart: 1 },
          after: { name: "Renamed", workingDays: [1, 4, 7], fiscalYearStart: 4 },
        },
      });
    });

    it("move what day it is, here and on another server of the same store", async () => {
      const other = await (await houseOn(store.house.db, { clock })).termwise(store.house.first);
      await other.books();
      expect(store.termwise.today()).toBe("2026-11-21");
      await store.api.workspace.change({ timeZone: "Asia/Tokyo" });
      expect(store.termwise.today()).toBe("2026-11-22");
      await other.books();
      expect(other.today()).toBe("2026-11-22");
      await store.api.workspace.change({ timeZone: "UTC" });
    });

    it("move figures: the fiscal year their periods, the currency their amounts", async () => {
      const { api } = store;
      const period = async () => (await api.metrics.value({ term: "arr", period: "FY2026" })).period;
      await api.workspace.change({ fiscalYearStart: 1 });
      expect(await period()).toMatchObject({ from: "2026-01-01", to: "2026-12-31" });
      await api.workspace.change({ fiscalYearStart: 4 });
      expect(await period()).toMatchObject({ from: "2025-04-01", to: "2026-03-31" });
      const asked = { term: "arr", period: "2026-09" } as const;
      const before = await api.metrics.value(asked);
      const changed = before.currency === "EUR" ? "USD" : "EUR";
      await api.workspace.change({ reportingCurrency: Currency.parse(changed) });
      const after = await api.metrics.value(asked);
      expect([after.currency, (await api.workspace.get()).reportingCurrency]).toEqual([changed, changed]);
      expect(after.value).not.toBe(before.value);
      await api.workspace.change({ reportingCurrency: Currency.parse(before.currency ?? "USD") });
      expect((await api.metrics.value(asked)).value).toBe(before.value);
    });

    it("SEC-5: take nothing but what they are, and nothing that cannot be", async () => {
      const wrong = [
        {},
        { demo: false },
        { id: "00000000-0000-4000-8000-000000000000", name: "x" },
        { name: "" },
        { name: "two\nlines" },
        { timeZone: "Mars/Olympus" },
        { timeZone: "+02:00" },
        { fiscalYearStart: 13 },
        { fiscalYearStart: 1.5 },
        { workingDays: [] },
        { workingDays: [1, 1] },
        { workingDays: [0] },
        { reportingCurrency: "euro" },
        { secondFactorRequired: "yes" },
      ];
      const change = store.api.workspace.change as (input: unknown) => Promise<null>;
      for (const input of wrong)
        expect([input, await change(input).catch((error: { code: string }) => error.code)]).toEqual([
          input,
          "BAD_REQUEST",
        ]);
      for (const timeZone of ["Europe/Paris", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "UTC"])
        expect(await change({ timeZone })).toBeNull();
    });

    it("SEC-1: are RevOps' and the admin's to change; a second factor is the admin's to require", async () => {
      const { id } = await createWorkspace(store.house.db, { name: "Strict" });
      const strict = await store.house.termwise(id);
      const as = async (role: "revops" | "workspace_admin" | "csm", secondFactor = false) => {
        const who = await someoneAs(strict, role);
        return store.apiAs(who.kind === "member" ? { ...who, secondFactor } : who).workspace;
      };
      await expect((await as("csm")).change({ name: "x" })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await (await as("revops")).change({ name: "Stricter" });
      const required = { secondFactorRequired: true };
      await expect((await as("revops", true)).change(required)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect((await as("workspace_admin")).change(required)).rejects.toThrow(
        "your own second factor first",
      );
      await (await as("workspace_admin", true)).change(required);
      expect(await inWorkspace(store.house.db, id, findWorkspace)).toMatchObject({
        ...required,
        name: "Stricter",
      });
      await expect((await as("workspace_admin")).settings()).rejects.toThrow("asks for a second factor");
      await expect(store.api.workspace.change(required)).rejects.toThrow("have no passwords");
    });
  });

  describe("a workspace that is removed", () => {
    it("ends for everybody in it at once, and leaves the store with an empty one", async () => {
      const store = await openedDemo(on, { clock });
      const admin = await demoPerson(store.house, "workspace_admin");
      const { first } = store.house;
      const signedIn = await store.app.request("/api/auth/demo", {
        method: "POST",
        headers: { host: "localhost:4700", "content-type": "application/json" },
        body: JSON.stringify({ memberId: admin.membership.member.id }),
      });
      const cookie = signedIn.headers
        .getSetCookie()
        .map((set) => set.split(";")[0])
        .join("; ");
      const page = () =>
        store.app.request("/api/trpc/workspace.get", { headers: { host: "localhost:4700", cookie } });
      expect((await page()).status).toBe(200);
      const { name } = await store.api.workspace.settings();
      const viewer = store.apiAs(await someoneAs(store.termwise, "revops"));
      await expect(viewer.workspace.remove({ name })).rejects.toMatchObject({ code: "FORBIDDEN" });
      const asAdmin = store.apiAs(admin);
      await expect(asAdmin.workspace.remove({ name: `${name}!` })).rejects.toMatchObject({
        code: "PRECONDITION_FAILED",
      });
      expect((await page()).status).toBe(200);
      expect(await asAdmin.workspace.remove({ name })).toBeNull();
      expect((await page()).status).toBe(401);
      expect(store.house.first).not.toBe(first);
      await expect(store.house.termwise(first)).rejects.toMatchObject({ code: "not_found" });
      const { "x-termwise-workspace": _, ...unnamed } = store.operator;
      const left = await store.app.request("/api/trpc/workspace.get", { headers: unnamed });
      expect(await left.json()).toMatchObject({ result: { data: { name: "Workspace", empty: true } } });
    });
  });
});
