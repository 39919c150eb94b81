import { day, instant } from "@termwise/core/kernel";
import { asOwner, createWorkspace } from "@termwise/db";
import { eachEngine, fillWorkspace } from "@termwise/db/testing";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo, someoneAs } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

let now = "2026-11-21T09:00:00Z";
const clock = { now: () => instant(now) };

eachEngine((on) => {
  describe("the audit log, for a workspace admin", () => {
    let store: Opened;
    let admin: Opened["api"];
    let adminId: string;
    beforeAll(async () => {
      now = "2026-11-21T09:00:00Z";
      store = await openedDemo(on, { clock });
      const { id } = await createWorkspace(store.house.db, { name: "Theirs" });
      await fillWorkspace(store.house.db, id, "canary-theirs");
      const person = await demoPerson(store.house, "workspace_admin");
      adminId = person.membership.member.id;
      admin = store.apiAs(person);
      for (const fiscalYearStart of [2, 3, 4]) await admin.workspace.change({ fiscalYearStart });
      now = "2026-11-22T23:30:00Z";
      await store.api.workspace.change({ fiscalYearStart: 5 });
      await store
        .apiAs(await someoneAs(store.termwise, "viewer"))
        .audit.list({})
        .catch(() => {});
    });
    const csv = async (query = "") => {
      const response = await store.app.request(`/api/audit.csv${query}`, { headers: store.operator });
      return { response, text: await response.text() };
    };

    it("tells who did what, newest first, by the names of today", async () => {
      const { entries, next } = await admin.audit.list({});
      expect(next).toBeNull();
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => entries.length - i));
      const [denied, byCommandLine, byAdmin] = entries;
      expect(denied).toMatchObject({ action: "denied", actor: { kind: "member", name: "A former member" } });
      expect(byCommandLine).toMatchObject({ actor: { kind: "operator", id: null, name: "Command line" } });
      expect(byAdmin).toMatchObject({
        at: "2026-11-21T09:00:00.000Z",
        actor: { kind: "member", id: adminId },
        what: "Changed the workspace's settings",
        details: { before: { fiscalYearStart: 3 }, after: { fiscalYearStart: 4 } },
        requestId: "test",
      });
      expect(byAdmin?.actor.name).not.toBe("A former member");
      expect(entries.at(-1)).toMatchObject({ action: "demo_loaded", actor: { name: "Termwise" } });
    });

    it("is filtered by actor, action, subject and the days of the workspace's own time zone", async () => {
      const seqs = async (asked: Parameters<typeof admin.audit.list>[0]) =>
        (await admin.audit.list(asked)).entries.length;
      const total = await seqs({});
      expect(await seqs({ actor: adminId })).toBe(3);
      expect(await seqs({ actor: "operator" })).toBe(1);
      expect(await seqs({ action: "workspace_changed" })).toBe(4);
      expect(await seqs({ action: "workspace_changed", actor: adminId })).toBe(3);
      expect(await seqs({ subject: "audit.list" })).toBe(1);
      expect(await seqs({ subject: "nothing" })).toBe(0);
      expect(await seqs({ from: day("2026-11-22"), to: day("2026-11-22") })).toBe(2);
      await store.api.workspace.change({ timeZone: "Asia/Tokyo" });
      expect(await seqs({ to: day("2026-11-22") })).toBe(total - 2);
      expect(await seqs({ from: day("2026-11-23") })).toBe(3);
      await store.api.workspace.change({ timeZone: "UTC" });
    });

    it("is paged without a gap or a repetition", async () => {
      const all = (await admin.audit.list({ limit: 200 })).entries.map(({ seq }) => seq);
      const paged: number[] = [];
      let before: number | undefined;
      for (;;) {
        const { entries, next } = await admin.audit.list({ limit: 3, ...(before && { before }) });
        paged.push(...entries.map(({ seq }) => seq));
        if (next === null) break;
        before = next;
      }
      expect(paged).toEqual(all);
    });

    it("is verified to its last entry, and against one that was noted", async () => {
      const verdict = await admin.audit.verify();
      const [last] = (await admin.audit.list({ limit: 1 })).entries;
      expect(verdict).toEqual({ ok: true, count: last?.seq, lastHash: last?.hash });
      const beyond = { seq: 1_000, hash: "a".repeat(64) };
      expect(await admin.audit.verify(beyond)).toMatchObject({
        ok: false,
        seq: 1_000,
        why: "The log ends before this entry, which there was",
      });
    });

    it("SEC-19: goes out as a file that tells of itself, and holds nothing of another workspace", async () => {
      const { response, text } = await csv();
      expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(text).not.toContain("canary");
      const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
      expect(rows.map((row) => Number(row["seq"]))).toEqual(rows.map((_, i) => i + 1));
      expect(rows.at(-1)).toMatchObject({ action: "audit_exported", actor_name: "Command line" });
      expect((await admin.audit.list({ limit: 1 })).entries[0]).toMatchObject({
        seq: rows.length,
        hash: rows.at(-1)?.["hash"],
      });
      const some = parse((await csv(`?actor=${adminId}`)).text, { bom: true, columns: true });
      expect(some.length).toBe(3);
      expect((await csv("?workspaceId=1")).response.status).toBe(400);
      expect((await csv("?actor=%00")).response.status).toBe(400);
      expect((await csv("?from=2026-12-01&to=2026-01-01")).response.status).toBe(400);
    });

    it("SEC-17: goes out without a cell that a spreadsheet would run", async () => {
      const formula = '=HYPERLINK("http://evil")';
      await store.api.exports.note({ what: formula, address: "/accounts", rows: 1 });
      const { text } = await csv("?action=table_exported");
      expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
    });

    it("SEC-18: is cut off without a word of what went wrong inside", async () => {
      const response = await store.app.request("/api/audit.csv", { headers: store.operator });
      const asSuperuser = (text: string) => asOwner(store.house.db, (tx) => tx.run(text, [], "objects"));
      await asSuperuser("revoke select on audit.entry from termwise_app");
      const said = await response.text().catch((error: unknown) => String(error));
      await asSuperuser("grant select on audit.entry to termwise_app");
      expect(said).toMatch(/^Error: Something went wrong \([0-9a-f-]{36}\)$/);
    });

    it("SEC-1: is for nobody without the right, as a list, a verdict or a file", async () => {
      const viewer = store.apiAs(await someoneAs(store.termwise, "revops"));
      await expect(viewer.audit.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(viewer.audit.verify()).rejects.toMatchObject({ code: "FORBIDDEN" });
      const nobody = await store.app.request("/api/audit.csv", { headers: { host: "localhost:4700" } });
      expect(nobody.status).toBe(401);
    });

    it("says which entry was changed behind its back", async () => {
      await asOwner(
        store.house.db,
        (tx) => tx.run("update audit.entry set action = 'sign_in' where seq = 2", [], "objects"),
        { workspaceId: store.termwise.workspaceId },
      );
      expect(await admin.audit.verify()).toMatchObject({
        ok: false,
        count: 1,
        seq: 2,
        why: "The entry is not as it was written",
      });
    });
  });
});
