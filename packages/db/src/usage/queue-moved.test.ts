import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { connect } from "../client.ts";
import { ensureRoles } from "../ensure-roles.ts";
import { applyMigrations, migrate, ownMigrations } from "../migrate.ts";
import { testEngine } from "../testing.ts";
import { asOwner, inWorkspace } from "../transaction.ts";
import { ensureWorkspace } from "../workspace/ensure-workspace.ts";
import { takeWoken } from "./waiting-uses.ts";

/** How many migrations there were when each use stood in the queue by itself. */
const before = 24;

const on = testEngine("postgres");

it("uses that were in the queue one by one are counted after the migration, what waited too", async () => {
  const db = await connect(await on.place());
  try {
    await ensureRoles(db);
    await asOwner(db, (tx) => applyMigrations(tx, ownMigrations().slice(0, before)));
    const { id } = await ensureWorkspace(db, { name: "Acme" });
    await inWorkspace(db, id, (tx) =>
      tx.query(sql`
        insert into usage.queued_use
          (workspace_id, source_id, message_id, user_id, group_id, feature, activity, on_day, uses, waiting_for)
        select ${id}::uuid, 's', n::text, 'ada', nullif('g' || n % 2, 'g1'), 'F', 'use', '2026-11-29', 2,
          case when n > 2 then 'group:g0' end
        from generate_series(1, 4) as n`),
    );
    await migrate(db);
    const { uses } = await inWorkspace(db, id, takeWoken);
    expect(uses.map(({ row }) => row).sort()).toEqual([
      ["", "ada", "F", "use", "2026-11-29", 4],
      ["g0", "ada", "F", "use", "2026-11-29", 4],
    ]);
  } finally {
    await db.close();
  }
});
