import type { WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { fillWorkspace } from "../fill-workspace.ts";
import { asOwner, createWorkspace, exportRows, inWorkspace, replaceMovements } from "../index.ts";
import { eachEngine } from "../testing.ts";
import { tenantSchemas, tenantTables } from "./tenant-tables.ts";

eachEngine((on) => {
  describe("the rows of a workspace, told one by one", () => {
    let db: Database;
    let ours: WorkspaceId;
    beforeAll(async () => {
      db = await on.open();
      ours = (await createWorkspace(db, { name: "Ours" })).id;
      await fillWorkspace(db, ours, "canary-ours");
      const { id } = await createWorkspace(db, { name: "Theirs" });
      await fillWorkspace(db, id, "canary-theirs");
    });
    const told = async () => {
      const rows: { table: string; json: string }[] = [];
      const options = { isolation: "repeatable read", readOnly: true } as const;
      const tables = await inWorkspace(
        db,
        ours,
        (tx) => exportRows(tx, (row) => void rows.push(row)),
        options,
      );
      return { tables, rows };
    };

    it("are every row of every tenant table but SEC-6: of pay, the settings and the members' names", async () => {
      const { tables, rows } = await told();
      const all = await asOwner(db, (tx) => tenantTables(tx, tenantSchemas));
      const ofPay = ["access.pay_grant", "pay.record", "pay.statement", "pay.statement_step"];
      // What they hold is told as rows of daily use: their own test says so.
      const packed = ["usage.packed_month", "usage.packed_name"];
      const tenants = all.filter((name) => ![...ofPay, ...packed].includes(name));
      expect(tenants.length).toBe(all.length - ofPay.length - packed.length);
      const plain = tenants.map((name) => name.replaceAll('"', ""));
      expect([...tables].sort()).toEqual([...plain, "workspace.workspace", "identity.user"].sort());
      for (const table of tenants) {
        const held = await asOwner(db, (tx) =>
          tx.query<{ n: number }>(
            sql`select count(*)::int as n from ${sql.raw(table)} where workspace_id = ${ours}::uuid`,
          ),
        );
        const plainName = table.replaceAll('"', "");
        expect([table, rows.filter((row) => row.table === plainName).length]).toEqual([table, held[0]?.n]);
      }
      expect(JSON.parse(rows.find(({ table }) => table === "identity.user")?.json ?? "")).toEqual({
        id: "canary-ours",
        name: "canary-ours",
        email: "canary-ours@canary.invalid",
        two_factor_enabled: false,
        demo: false,
      });
    });

    it("SEC-15: hold no hash of a secret, and SEC-2: nothing of another workspace", async () => {
      const { rows } = await told();
      expect(JSON.stringify(rows)).not.toContain("theirs");
      for (const { table, json } of rows) {
        const columns = Object.keys(JSON.parse(json) as object);
        const secret = columns.filter(
          (name) => /hash|token|password|secret/.test(name) && !table.startsWith("audit."),
        );
        expect([table, secret]).toEqual([table, table === "intake.row" ? ["hash"] : []]);
      }
    });

    it("carry amounts as text, exactly", async () => {
      const policy = "exact";
      await inWorkspace(db, ours, async (tx) => {
        await replaceMovements(tx, policy, []);
        await tx.query(sql`insert into derived.movement (workspace_id, policy_key, account_id, "on", currency, kind, amount, balance, life_began, parts)
          values (${ours}::uuid, ${policy}, 'acc_1', '2026-01-01', 'USD', 'new', 9007199254740993, 9007199254740993, '2026-01-01', '[]')`);
      });
      const { rows } = await told();
      const exact = rows.find(({ table, json }) => table === "derived.movement" && json.includes("exact"));
      expect(JSON.parse(exact?.json ?? "")).toMatchObject({ amount: "9007199254740993", on: "2026-01-01" });
    });
  });
});
