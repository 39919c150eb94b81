import { Failure } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { errorCode } from "./errors.ts";
import { appRole, identityRole } from "./role-names.ts";
import { asOwner } from "./transaction.ts";

const ourRoles = [appRole, identityRole] as const;
type OurRole = (typeof ourRoles)[number];

/** Sees that the application's roles exist, are as weak as they must be, and can be taken on by this connection's user. */
export async function ensureRoles(db: Database): Promise<void> {
  for (const role of ourRoles) await ensure(db, role);
}

async function ensure(db: Database, name: OurRole): Promise<void> {
  if (!(await find(db, name))) await attempt(db, name, "create");
  const role = await find(db, name);
  if (role?.powerful)
    throw new Failure(
      "refused",
      `The database role ${name} may bypass row-level security, so tenants would not be held apart. ` +
        `A database administrator can mend it with: ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS;`,
    );
  if (await canTakeOn(db, name)) return;
  await attempt(db, name, "grant");
}

/** Roles belong to the whole server: another store on it may be making the same one now. */
const madeByAnother = new Set(["42710", "23505"]);

async function attempt(db: Database, name: OurRole, what: "create" | "grant"): Promise<void> {
  const statement = what === "create" ? `create role ${name} nologin` : `grant ${name} to current_user`;
  try {
    await asOwner(db, (tx) => tx.query(sql.raw(statement)));
  } catch (error) {
    if (madeByAnother.has(errorCode(error))) return;
    if (errorCode(error) !== "42501") throw error;
    const { user } = await identity(db);
    throw new Failure(
      "refused",
      `The database user ${user} may not ${what === "create" ? "create roles" : `take on the role ${name}`}. ` +
        `Ask a database administrator to run: ${ourRoles.map((role) => `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO ${user};`).join(" ")} ` +
        "(leave out the first statement of a role that exists), then start again.",
    );
  }
}

async function identity(db: Database): Promise<{ user: string }> {
  const rows = await asOwner(db, (tx) =>
    tx.query<{ user: string }>(sql`select quote_ident(current_user) as user`),
  );
  return { user: rows[0]?.user ?? "current_user" };
}

async function find(db: Database, name: OurRole): Promise<{ powerful: boolean } | undefined> {
  const rows = await asOwner(db, (tx) =>
    tx.query<{ powerful: boolean }>(
      sql`select rolsuper or rolbypassrls as powerful from pg_roles where rolname = ${name}`,
    ),
  );
  return rows[0];
}

async function canTakeOn(db: Database, name: OurRole): Promise<boolean> {
  try {
    await asOwner(db, (tx) => tx.query(sql.raw(`set local role ${name}`)));
    return true;
  } catch (error) {
    if (errorCode(error) === "42501") return false;
    throw error;
  }
}
