import { instant, type WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { fillWorkspace } from "../fill-workspace.ts";
import {
  appendAudit,
  asOwner,
  createWorkspace,
  holdWriterLane,
  inWorkspace,
  loadAudit,
  loadWorkspaces,
  removeWorkspace,
} from "../index.ts";
import { eachEngine } from "../testing.ts";
import { tenantSchemas, tenantTables } from "./tenant-tables.ts";

const now = instant("2026-11-21T12:00:00Z");
const acting = { at: now, actor: { kind: "member", id: "mem_1" } } as const;

eachEngine((on) => {
  describe("a workspace that is removed", () => {
    let db: Database;
    beforeAll(async () => {
      db = await on.open();
    });
    const full = async (name: string, canary: string): Promise<WorkspaceId> => {
      const { id } = await createWorkspace(db, { name });
      await fillWorkspace(db, id, canary);
      return id;
    };
    /** How many rows of each table speak of something, as a superuser sees them. */
    const rowsWith = (text: string) =>
      asOwner(db, async (tx) => {
        const tables = await tx.query<{ name: string }>(
          sql`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'drizzle') order by 1`,
        );
        const found: string[] = [];
        for (const { name } of tables) {
          const rows = await tx.query(
            sql`select 1 from ${sql.raw(name)} as held where position(${text} in to_json(held)::text) > 0`,
          );
          if (rows.length > 0) found.push(name);
        }
        return found;
      });

    it("is gone whole, its people and sessions too, and leaves what others hold alone", async () => {
      const id = await full("Ours", "canary-gone");
      const other = await full("Theirs", "canary-stays");
      const before = await rowsWith("canary-stays");
      const tenants = await asOwner(db, (tx) => tenantTables(tx, tenantSchemas));
      expect(await rowsWith("canary-gone")).toEqual(before);
      // These hold numbers and days, and no text; the id of the workspace below finds them.
      const numbersAlone = ["usage.packed_month", "usage.counted_day", "ledger.measured_week"];
      const withText = tenants.filter((name) => !numbersAlone.includes(name));
      expect(before.sort()).toEqual([...withText, "identity.session", 'identity."user"'].sort());
      await removeWorkspace(db, id, { name: "Ours", now, acting });
      expect(await rowsWith("canary-gone")).toEqual([]);
      expect(await rowsWith(id)).toEqual(["workspace.removed"]);
      expect((await rowsWith("canary-stays")).sort()).toEqual(before);
      expect((await loadWorkspaces(db)).map((workspace) => workspace.id)).toEqual([other]);
    });

    it("leaves that it was removed, by whom, and the end of its audit log", async () => {
      const { id } = await createWorkspace(db, { name: "Logged" });
      for (let n = 0; n < 3; n++)
        await inWorkspace(db, id, (tx) => appendAudit(tx, id, { ...acting, action: "sign_in" }));
      await removeWorkspace(db, id, { name: "Logged", now, acting });
      const left = await asOwner(db, (tx) =>
        tx.query<{ hash: string }>(
          sql`select removed_at as at, removed_by as by, audit_entries as entries, audit_hash as hash
              from workspace.removed where id = ${id}::uuid`,
        ),
      );
      expect(left).toEqual([
        { at: now, by: "mem_1", entries: 4n, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]);
    });

    it("keeps a person who is a member of another, and ends their session in this one only", async () => {
      const id = await full("Shared", "canary-shared");
      const { id: other } = await createWorkspace(db, { name: "Other" });
      await asOwner(db, async (tx) => {
        await tx.query(sql`set local role termwise_identity`);
        await tx.query(sql`insert into access.member (workspace_id, id, user_id, role, scope, known_as, joined_at)
          values (${other}::uuid, 'mem_other', 'canary-shared', 'csm', 'own', '{}', now())`);
        await tx.query(sql`insert into identity.session (id, user_id, token, expires_at, member_id)
          values ('ses_other', 'canary-shared', 'other', now() + interval '1 day', 'mem_other')`);
      });
      await removeWorkspace(db, id, { name: "Shared", now, acting });
      const left = await asOwner(db, async (tx) => {
        await tx.query(sql`set local role termwise_identity`);
        return tx.query(sql`select u.id as user, s.id as session from identity."user" u
          join identity.session s on s.user_id = u.id where u.id = 'canary-shared'`);
      });
      expect(left).toEqual([{ user: "canary-shared", session: "ses_other" }]);
    });

    it("must be named exactly; a wrong name changes nothing", async () => {
      const id = await full("Exactly", "canary-exact");
      const before = await rowsWith(id);
      for (const name of ["exactly", "Exactly ", ""])
        await expect(removeWorkspace(db, id, { name, now, acting })).rejects.toMatchObject({
          code: "refused",
        });
      expect(await rowsWith(id)).toEqual(before);
      expect((await inWorkspace(db, id, (tx) => loadAudit(tx, { limit: 9 }))).length).toBe(1);
    });

    it("takes nothing more from whoever was writing to it meanwhile", async () => {
      const id = await full("Busy", "canary-busy");
      const late = Array.from({ length: 6 }, (_, n) =>
        inWorkspace(db, id, async (tx) => {
          if (n % 2) await holdWriterLane(tx);
          await tx.query(sql`insert into people.contact (workspace_id, id, account_id, name, added_at, changed_at)
            values (${id}::uuid, ${`con_${n}`}, 'acc_1', 'canary-busy', now(), now())`);
          await appendAudit(tx, id, { ...acting, action: "contact_added" });
        }).then(
          () => "done",
          (error: { code?: string }) => error.code,
        ),
      );
      const removed = removeWorkspace(db, id, { name: "Busy", now, acting });
      for (const said of await Promise.all(late)) expect(["done", "not_found"]).toContain(said);
      await removed;
      expect(await rowsWith("canary-busy")).toEqual([]);
    });
  });
});
