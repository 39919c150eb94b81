import { randomUUID } from "node:crypto";
import { type Instant, instant, type WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { errorCode } from "../errors.ts";
import {
  type AuditEvent,
  appendAudit,
  asOwner,
  createWorkspace,
  inIdentity,
  inWorkspace,
  loadAudit,
  updateSettings,
  verifyAudit,
} from "../index.ts";
import { eachEngine } from "../testing.ts";

const at = instant("2026-11-21T12:00:00.123Z");
const acting = { at, actor: { kind: "member", id: "mem_1" } } as const;
const event = (details: Record<string, unknown> = {}): AuditEvent => ({
  ...acting,
  action: "workspace_changed",
  subject: { kind: "member", id: "mem_2" },
  details,
  requestId: "request",
  origin: { address: "192.0.2.1", userAgent: "a browser" },
});

eachEngine((on) => {
  describe("the audit log", () => {
    let db: Database;
    beforeAll(async () => {
      db = await on.open();
    });
    const workspace = async (entries = 0): Promise<WorkspaceId> => {
      const { id } = await createWorkspace(db, { name: randomUUID() });
      for (let n = 1; n <= entries; n++) await inWorkspace(db, id, (tx) => appendAudit(tx, id, event({ n })));
      return id;
    };
    const all = (id: WorkspaceId) => inWorkspace(db, id, (tx) => loadAudit(tx, { after: 0, limit: 10_000 }));
    /** What whoever owns the database can do to the log behind the application's back. */
    const tamper = (id: WorkspaceId, statement: string) =>
      asOwner(db, (tx) => tx.query(sql.raw(statement)), { workspaceId: id });

    it("SEC-19: 200 changes by 8 writers at once are 200 entries without a gap, and the chain fits", async () => {
      const id = await workspace();
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        for (let change = 0; change < 25; change++)
          await inWorkspace(db, id, async (tx) => {
            await updateSettings(tx, { name: `Renamed ${writer}.${change}` });
            await appendAudit(tx, id, event({ writer, change }));
          });
      });
      await Promise.all(writers);
      const entries = await all(id);
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
      expect(new Set(entries.map(({ details }) => JSON.stringify(details))).size).toBe(200);
      expect(await verifyAudit(db, id)).toEqual({ ok: true, count: 200, lastHash: entries.at(-1)?.hash });
    });

    it("SEC-19: tells of a change if and only if it was made", async () => {
      const id = await workspace(1);
      const undone = inWorkspace(db, id, async (tx) => {
        await appendAudit(tx, id, event());
        throw new Error("undone");
      });
      await expect(undone).rejects.toThrow("undone");
      expect((await all(id)).length).toBe(1);
      await inIdentity(db, (tx) => appendAudit(tx, id, event()));
      await asOwner(db, (tx) => appendAudit(tx, id, event()), { workspaceId: id });
      expect(await verifyAudit(db, id)).toMatchObject({ ok: true, count: 3 });
    });

    it("gives back what was told, whatever it was, with a hash that still fits", async () => {
      const id = await workspace();
      const told = fc.sample(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), {
        numRuns: 60,
        seed: 7,
      });
      const odd = {
        big: 2n ** 80n,
        nul: "a\u0000b",
        half: "\ud800",
        minusZero: -0,
        none: undefined,
        emoji: "🧾",
      };
      for (const details of [...told, odd, JSON.parse('{"__proto__":{"a":1},"2":1,"1":2}')])
        await inWorkspace(db, id, (tx) => appendAudit(tx, id, event(details)));
      expect(await verifyAudit(db, id)).toMatchObject({ ok: true, count: 62 });
      expect((await all(id)).at(-2)?.details).toEqual({
        big: "1208925819614629174706176",
        nul: "a\ufffdb",
        half: "\ufffd",
        minusZero: 0,
        emoji: "🧾",
      });
    });

    it("keeps moments as the store does, however precisely and in whichever zone they were told", async () => {
      const id = await workspace();
      for (const moment of [
        "2026-11-21T12:00:00Z",
        "2026-11-21T12:00:00.1234567Z",
        "2026-11-21T14:00:00+02:00",
      ])
        await inWorkspace(db, id, (tx) => appendAudit(tx, id, { ...event(), at: moment as Instant }));
      expect((await all(id)).map((entry) => entry.at)).toEqual([
        "2026-11-21T12:00:00.000Z",
        "2026-11-21T12:00:00.123Z",
        "2026-11-21T12:00:00.000Z",
      ]);
      expect(await verifyAudit(db, id)).toMatchObject({ ok: true });
    });

    it("never forks: a transaction with a snapshot that may be stale is refused", async () => {
      const id = await workspace(1);
      for (const isolation of ["repeatable read", "serializable"] as const)
        await expect(
          inWorkspace(db, id, (tx) => appendAudit(tx, id, event()), { isolation }),
        ).rejects.toThrow("read committed");
      expect(await verifyAudit(db, id)).toMatchObject({ ok: true, count: 1 });
    });

    it("SEC-19: is append-only by grant, for both of the application's roles", async () => {
      const id = await workspace(1);
      for (const change of [
        "update audit.entry set action = 'sign_in'",
        "delete from audit.entry",
        "truncate audit.entry",
      ])
        for (const run of [
          () => inWorkspace(db, id, (tx) => tx.query(sql.raw(change))),
          () => inIdentity(db, (tx) => tx.query(sql.raw(change))),
        ])
          expect([change, await run().catch(errorCode)]).toEqual([change, "42501"]);
      const origin = inWorkspace(db, id, (tx) => tx.query(sql`update audit.origin set address = null`));
      expect(await origin.catch(errorCode)).toBe("42501");
    });

    it("SEC-19: finds one flipped byte, in whichever column", async () => {
      const flips = {
        at: "at + interval '1 millisecond'",
        actor_kind: "'operator'",
        actor_id: "'mem_3'",
        action: "'sign_in'",
        subject_kind: "'key'",
        subject_id: "null",
        details: `replace(details::text, '2', '3')::json`,
        request_id: "'other'",
        previous_hash: "overlay(previous_hash placing 'x' from 1)",
        hash: "overlay(hash placing 'x' from 64)",
      };
      for (const [column, flipped] of Object.entries(flips)) {
        const id = await workspace(3);
        await tamper(
          id,
          `update audit.entry set ${column} = ${flipped} where workspace_id = '${id}' and seq = 2`,
        );
        expect([column, await verifyAudit(db, id)]).toEqual([
          column,
          { ok: false, count: 1, seq: 2, fault: "changed" },
        ]);
      }
    });

    it("finds a detail hidden behind another of the same name", async () => {
      const id = await workspace(2);
      await tamper(
        id,
        `update audit.entry set details = '{"n":9,"n":1}' where workspace_id = '${id}' and seq = 1`,
      );
      expect(await verifyAudit(db, id)).toMatchObject({ ok: false, seq: 1, fault: "changed" });
    });

    it("finds what was taken out, put in, exchanged, or brought from another workspace", async () => {
      const [out, early, exchanged, ours, theirs] = [
        await workspace(3),
        await workspace(2),
        await workspace(3),
        await workspace(1),
        await workspace(1),
      ];
      await tamper(out, `delete from audit.entry where workspace_id = '${out}' and seq = 2`);
      expect(await verifyAudit(db, out)).toEqual({ ok: false, count: 1, seq: 3, fault: "gap" });
      await tamper(
        early,
        `insert into audit.entry select workspace_id, 0, at, actor_kind, actor_id, action, subject_kind, subject_id, details, request_id, previous_hash, hash
         from audit.entry where workspace_id = '${early}' and seq = 1`,
      );
      expect(await verifyAudit(db, early)).toEqual({ ok: false, count: 0, seq: 0, fault: "gap" });
      for (const [from, to] of [
        [2, 9],
        [3, 2],
        [9, 3],
      ] as const)
        await tamper(
          exchanged,
          `update audit.entry set seq = ${to} where workspace_id = '${exchanged}' and seq = ${from}`,
        );
      expect(await verifyAudit(db, exchanged)).toMatchObject({ ok: false, seq: 2, fault: "changed" });
      await tamper(ours, `delete from audit.entry where workspace_id = '${ours}'`);
      await asOwner(db, async (tx) => {
        await tx.query(sql`set local role termwise_identity`);
        await tx.query(sql`insert into audit.entry select ${ours}::uuid, seq, at, actor_kind, actor_id, action, subject_kind, subject_id,
          details, request_id, previous_hash, hash from audit.entry where workspace_id = ${theirs}::uuid`);
      });
      expect(await verifyAudit(db, ours)).toMatchObject({ ok: false, seq: 1, fault: "changed" });
    });

    it("finds an end that was cut off by the origins left over, and any by a hash that was noted", async () => {
      const id = await workspace(5);
      const [, second, , , fifth] = await all(id);
      const noted = ({ seq, hash }: { seq: number; hash: string }) => ({ seq, hash });
      expect(await verifyAudit(db, id, noted(fifth!))).toMatchObject({ ok: true });
      await tamper(id, `delete from audit.entry where workspace_id = '${id}' and seq > 3`);
      expect(await verifyAudit(db, id)).toEqual({ ok: false, count: 3, seq: 4, fault: "cut" });
      await tamper(id, `delete from audit.origin where workspace_id = '${id}' and seq > 3`);
      expect(await verifyAudit(db, id)).toMatchObject({ ok: true, count: 3 });
      expect(await verifyAudit(db, id, noted(fifth!))).toEqual({ ok: false, count: 3, seq: 5, fault: "cut" });
      expect(await verifyAudit(db, id, noted(second!))).toMatchObject({ ok: true });
      expect(await verifyAudit(db, id, { seq: 2, hash: fifth!.hash })).toMatchObject({
        seq: 2,
        fault: "rewritten",
      });
    });

    it("walks a log of many slices", async () => {
      const id = await workspace();
      await inWorkspace(db, id, async (tx) => {
        for (let n = 1; n <= 1_001; n++) await appendAudit(tx, id, { ...acting, action: "sign_in" });
      });
      expect(await verifyAudit(db, id)).toMatchObject({ ok: true, count: 1_001 });
      await tamper(id, `update audit.entry set actor_id = 'x' where workspace_id = '${id}' and seq = 1001`);
      expect(await verifyAudit(db, id)).toEqual({ ok: false, count: 1_000, seq: 1_001, fault: "changed" });
    });

    it("tells nothing of a workspace that is not there", async () => {
      const gone = "00000000-0000-4000-8000-000000000000" as WorkspaceId;
      await expect(inWorkspace(db, gone, (tx) => appendAudit(tx, gone, event()))).rejects.toMatchObject({
        code: "not_found",
      });
    });
  });
});
