import { Failure } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { errorCode } from "./errors.ts";
import { asOwner } from "./transaction.ts";

/** The role all work on tenants' data runs as: no login, no superuser, no way round row-level security, owner of nothing. */
export const appRole = "termwise_app";

/** Sees that the application's role exists, is as weak as it must be, and can be taken on by this connection's user. */
export async function ensureAppRole(db: Database): Promise<void> {
  if (!(await find(db))) await create(db);
  const role = await find(db);
  if (role?.powerful)
    throw new Failure(
      "refused",
      `The database role ${appRole} may bypass row-level security, so tenants would not be held apart. ` +
        `A database administrator can mend it with: ALTER ROLE ${appRole} NOSUPERUSER NOBYPASSRLS;`,
    );
  if (await canTakeOn(db)) return;
  await attempt(db, `grant ${appRole} to current_user`);
}

const create = (db: Database) => attempt(db, `create role ${appRole} nologin`);

/** Roles belong to the whole server: another store on it may be making the same one now. */
const madeByAnother = new Set(["42710", "23505"]);

async function attempt(db: Database, statement: string): Promise<void> {
  try {
    await asOwner(db, (tx) => tx.query(sql.raw(statement)));
  } catch (error) {
    if (madeByAnother.has(errorCode(error))) return;
    if (errorCode(error) !== "42501") throw error;
    const { user } = await identity(db);
    throw new Failure(
      "refused",
      `The database user ${user} may not ${statement.startsWith("create") ? "create roles" : `take on the role ${appRole}`}. ` +
        `Ask a database administrator to run: CREATE ROLE ${appRole} NOLOGIN; GRANT ${appRole} TO ${user}; ` +
        "(leave out the first statement where the role exists), then start again.",
    );
  }
}

async function identity(db: Database): Promise<{ user: string }> {
  const rows = await asOwner(db, (tx) =>
    tx.query<{ user: string }>(sql`select quote_ident(current_user) as user`),
  );
  return { user: rows[0]?.user ?? "current_user" };
}

async function find(db: Database): Promise<{ powerful: boolean } | undefined> {
  const rows = await asOwner(db, (tx) =>
    tx.query<{ powerful: boolean }>(
      sql`select rolsuper or rolbypassrls as powerful from pg_roles where rolname = ${appRole}`,
    ),
  );
  return rows[0];
}

async function canTakeOn(db: Database): Promise<boolean> {
  try {
    await asOwner(db, (tx) => tx.query(sql.raw(`set local role ${appRole}`)));
    return true;
  } catch (error) {
    if (errorCode(error) === "42501") return false;
    throw error;
  }
}
