import type { WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { errorCode } from "./errors.ts";
import { fillWorkspace } from "./fill-workspace.ts";
import { asOwner, createWorkspace, inIdentity, inWorkspace } from "./index.ts";
import { eachEngine } from "./testing.ts";
import { tenantSchemas, tenantTables } from "./workspace/tenant-tables.ts";

/** What the role that works on a workspace's data may do. Where columns are named, it may do it to these alone. */
const ofApp = {
  "access.api_key": "insert, select, update(revoked_at)",
  "access.invitation":
    "insert, select, update(expires_at invited_by known_as revoked_at role scope title token_hash)",
  "access.member": "select, update(disabled known_as role scope title)",
  "access.pay_grant": "insert, select, update(withdrawn_at)",
  "access.reporting_line": "insert, select",
  "audit.entry": "insert, select",
  "audit.origin": "insert, select",
  "derived.account_ledger": "delete, insert, select, update",
  "derived.mark": "delete, insert, select, update",
  "derived.movement": "delete, insert, select, update",
  "identity.session": "delete, select(id member_id user_id)",
  "identity.user": "select(demo email id name two_factor_enabled)",
  "intake.batch": "insert, select, update(report)",
  "intake.file": "insert, select",
  "intake.row": "insert, select",
  "intake.source_run":
    "insert, select, update(attempt changed columns created cursor ended_at error_code error_message error_remedy file_name holder import_id lease_until refused retry_at sha256 started_at state unchanged)",
  "ledger.account": "insert, select",
  "ledger.account_attribute": "insert, select",
  "ledger.account_merge": "insert, select",
  "ledger.account_split": "insert, select",
  "ledger.closed_lines": "insert, select",
  "ledger.closed_view": "insert, select",
  "ledger.contract_line": "insert, select",
  "ledger.fx_rate": "insert, select",
  "ledger.health_measurement": "insert, select",
  "ledger.journal": "insert, select",
  "ledger.measured_week": "insert, select, update(xid)",
  "ledger.usage_reading": "insert, select",
  "pay.record": "insert, select",
  "pay.statement": "insert, select",
  "pay.statement_step": "insert, select",
  "people.contact": "insert, select, update",
  "people.import_draft": "delete, insert, select, update",
  "people.import_draft_part": "delete, insert, select",
  "work.notice": "insert, select, update(done_at snoozed_until)",
  "work.timer": "insert, select, update(done_at state)",
  "usage.account_day": "delete, insert, select, update(active_users features logins uses)",
  "usage.account_key": "insert, select, update(account_id mapped_at mapped_by)",
  "usage.counted_day": "insert, select, update(xid)",
  "usage.daily_use": "delete, insert, select, update(uses)",
  "usage.dead_letter": "insert, select, update(settled_at settlement)",
  "usage.event": "delete, insert, select",
  "usage.outbox": "delete, insert, select",
  "usage.packed_month": "delete, insert, select",
  "usage.packed_name": "insert, select, update(names)",
  "usage.person": "insert, select, update(domain domain_at group_at group_id)",
  "usage.queued_batch": "delete, insert, select, update(rows uses)",
  "usage.receipt": "delete, insert, select, update",
  "usage.setting": "insert, select, update(changed_by dropped_before raw_days reopened_by reopened_from)",
  "usage.waiting_use": "delete, insert, select, update(uses waiting_for)",
  "workspace.workspace":
    "select, update(fiscal_year_start name reporting_currency second_factor_required time_zone working_days)",
};

/** What the role that finds out who is asking may do. */
const ofIdentity = {
  "access.api_key": "select, update(last_used_at)",
  "access.invitation": "select, update(accepted_at email known_as revoked_at title)",
  "access.member": "delete, insert, select, update",
  "access.reporting_line": "delete, insert, select",
  "audit.entry": "insert, select",
  "audit.origin": "delete, insert, select",
  "identity.account": "delete, insert, select, update",
  "identity.preference": "delete, insert, select, update",
  "identity.rate_limit": "delete, insert, select, update",
  "identity.session": "delete, insert, select, update",
  "identity.setup_token": "delete, insert, select, update",
  "identity.two_factor": "delete, insert, select, update",
  "identity.user": "delete, insert, select, update",
  "identity.verification": "delete, insert, select, update",
  "workspace.workspace": "insert, select, update(fiscal_year_start name reporting_currency time_zone)",
};

const granted = (db: Database, role: string) =>
  asOwner(db, async (tx) => {
    const rows = await tx.query<{ table: string; may: string }>(sql`
      with given as (
        select n.nspname || '.' || c.relname as "table", lower(a.privilege_type) as what, null as col, a.grantee
        from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a where c.relkind = 'r'
        union all
        select n.nspname || '.' || c.relname, lower(a.privilege_type), t.attname, a.grantee
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid,
          aclexplode(t.attacl) a where c.relkind = 'r'),
      told as (
        select "table", what || coalesce('(' || string_agg(col, ' ' order by col) || ')', '') as may
        from given join pg_roles r on r.oid = grantee where rolname = ${role} group by "table", what)
      select "table", string_agg(may, ', ' order by may) as may from told group by "table" order by 1`);
    return Object.fromEntries(rows.map(({ table, may }) => [table, may]));
  });

eachEngine((on) => {
  describe("what the application's roles may do", () => {
    let db: Database;
    let ours: WorkspaceId;
    let tenants: string[];
    beforeAll(async () => {
      db = await on.open();
      ours = (await createWorkspace(db, { name: "Ours" })).id;
      await fillWorkspace(db, ours, "canary-ours");
      const { id } = await createWorkspace(db, { name: "Theirs" });
      await fillWorkspace(db, id, "canary-theirs");
      tenants = await asOwner(db, (tx) => tenantTables(tx, tenantSchemas));
    });
    const app = (text: string) =>
      inWorkspace(db, ours, (tx) => tx.query<Record<string, unknown>>(sql.raw(text)));
    const identity = (text: string) =>
      inIdentity(db, (tx) => tx.query<Record<string, unknown>>(sql.raw(text)));
    const codeOf = (work: Promise<unknown>) => work.then(() => "done", errorCode);

    it("SEC-3: is exactly what each needs", async () => {
      expect(await granted(db, "termwise_app")).toEqual(ofApp);
      expect(await granted(db, "termwise_identity")).toEqual(ofIdentity);
    });

    it("SEC-3: is nothing that everybody on the server could do instead", async () => {
      expect(await granted(db, "public")).toEqual({});
      const open = await asOwner(db, (tx) =>
        tx.query(sql`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace,
          aclexplode(c.relacl) a where c.relkind = 'r' and a.grantee = 0
          and n.nspname not in ('pg_catalog', 'information_schema')`),
      );
      expect(open).toEqual([]);
    });

    it("SEC-3: shows no row of any table without a workspace, and none of another with one", async () => {
      for (const table of [...tenants, 'identity."user"', "identity.session"]) {
        const count = `select count(*)::int as n from ${table}`;
        const unset = await asOwner(db, async (tx) => {
          await tx.query(sql`set local role termwise_app`);
          return tx.query(sql.raw(count));
        });
        expect([table, unset]).toEqual([table, [{ n: 0 }]]);
        expect([table, await app(count)]).toEqual([table, [{ n: 1 }]]);
      }
      expect(await app("select id from workspace.workspace")).toEqual([{ id: ours }]);
    });

    it("SEC-3: shows who people are without any tenant's data to one role", async () => {
      for (const table of tenants.filter((name) => !/^(access|audit)\./.test(name)))
        expect([table, await codeOf(identity(`select 1 from ${table}`))]).toEqual([table, "42501"]);
      expect(await codeOf(identity("select 1 from access.pay_grant"))).toBe("42501");
      expect(await codeOf(identity("select 1 from workspace.removed"))).toBe("42501");
    });

    it("SEC-3, SEC-15: and to the other one tenant's data without passwords, tokens or anybody else's people", async () => {
      for (const table of [
        "account",
        "preference",
        "rate_limit",
        "setup_token",
        "two_factor",
        "verification",
      ])
        expect([table, await codeOf(app(`select 1 from identity.${table}`))]).toEqual([table, "42501"]);
      expect(await codeOf(app("select token from identity.session"))).toBe("42501");
      expect(await codeOf(app("select 1 from workspace.removed"))).toBe("42501");
      expect(await app('select id, email from identity."user"')).toEqual([
        { id: "canary-ours", email: "canary-ours@canary.invalid" },
      ]);
      await app("delete from identity.session");
      expect(await identity("select id from identity.session")).toEqual([{ id: "canary-theirs" }]);
    });

    it("SEC-3: lets none write another workspace's rows, change what was done, or loosen what holds it", async () => {
      const foreign = `insert into people.contact (workspace_id, id, account_id, added_at, changed_at)
        select '00000000-0000-4000-8000-000000000000', 'con_1', 'acc_1', now(), now()`;
      expect(await codeOf(app(foreign))).toBe("42501");
      expect(await codeOf(app("update audit.entry set action = 'x'"))).toBe("42501");
      expect(await codeOf(app("update access.api_key set hash = 'x'"))).toBe("42501");
      expect(await codeOf(app("update access.member set user_id = 'canary-theirs'"))).toBe("42501");
      expect(await codeOf(app("alter table ledger.account disable row level security"))).toBe("42501");
    });
  });
});
