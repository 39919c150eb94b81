import { Failure, instant, type WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { anyFacts } from "./arbitraries.ts";
import type { Database } from "./database.ts";
import { errorCode } from "./errors.ts";
import {
  appendAudit,
  appendFacts,
  asOwner,
  connect,
  createWorkspace,
  inIdentity,
  inWorkspace,
  loadFacts,
  loadWorkspaces,
  markAsDemo,
  migrate,
  removeDemo,
  removeWorkspace,
} from "./index.ts";
import { eachEngine, testEngine } from "./testing.ts";

const someFacts = (seed: number) =>
  fc.sample(
    anyFacts.filter((facts) => Object.values(facts).every((some) => some.length > 0)),
    { numRuns: 1, seed },
  )[0]!;

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => "nothing",
    (error: unknown) => errorCode(error),
  );

/** Every table of ours, as the catalog knows it. */
const tables = (db: Database) =>
  asOwner(db, (tx) =>
    tx.query<{
      name: string;
      schema: string;
      short: string;
      enabled: boolean;
      forced: boolean;
      owner: string;
      policies: string;
    }>(sql`
      select c.oid::regclass::text as name, n.nspname::text as schema, c.relname::text as short,
        c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        pg_get_userbyid(c.relowner)::text as owner,
        (select string_agg(polname || ' to ' || coalesce((select string_agg(rolname, '+' order by rolname)
            from pg_roles where oid = any(polroles)), 'all') || case polcmd when '*' then '' else ' for ' || polcmd::text end, ', ' order by polname)
          from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'drizzle') order by 1`),
  );

/** Whom each table's rows are shown to: the workspace's own, and who people are to the role that finds that out. */
const policiesOf = (schema: string, short: string, owner: string): string => {
  const tenant = "tenant to all";
  const identity = "identity to termwise_identity";
  if (schema === "identity")
    return (
      {
        user: `${identity}, member to termwise_app for r`,
        session: `${identity}, member to termwise_app`,
      }[short] ?? identity
    );
  if (schema === "access" || schema === "audit") return `${identity}, ${tenant}`;
  if (schema !== "workspace") return tenant;
  return short === "removed"
    ? `owner_removes to ${owner}`
    : `${identity}, owner_creates to ${owner} for a, owner_deletes to ${owner} for d, owner_lists to ${owner} for r, ${tenant}`;
};

const tenantSchemas = "'intake', 'ledger', 'derived', 'people', 'usage', 'work', 'access', 'audit'";

describe("tenants are held apart below the code", () => {
  eachEngine((on) => {
    let db: Database;
    let ours: WorkspaceId;
    let theirs: WorkspaceId;
    beforeAll(async () => {
      db = await on.open();
      ours = (await createWorkspace(db, { name: "Ours" })).id;
      theirs = (await createWorkspace(db, { name: "Theirs" })).id;
      await inWorkspace(db, ours, (tx) => appendFacts(tx, someFacts(1)));
      await inWorkspace(db, theirs, (tx) => appendFacts(tx, someFacts(2)));
    });

    it("SEC-3: holds row-level security, forced, on every table, none of which the application owns", async () => {
      const all = await tables(db);
      expect(all.length).toBeGreaterThanOrEqual(27);
      const owners = new Set(all.map(({ owner }) => owner));
      expect([owners.size, owners.has("termwise_app"), owners.has("termwise_identity")]).toEqual([
        1,
        false,
        false,
      ]);
      for (const table of all) {
        const policies = policiesOf(table.schema, table.short, table.owner);
        expect(table).toEqual({ ...table, enabled: true, forced: true, policies });
      }
    });

    it("SEC-3: has the workspace id, never null, first in the primary key and in every index of a tenant's table", async () => {
      const indexes = await asOwner(db, (tx) =>
        tx.query<{ name: string; first: string }>(sql`
          select i.indexrelid::regclass::text as name, a.attname as first
          from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where n.nspname in (${sql.raw(tenantSchemas)}) order by 1`),
      );
      expect(indexes.length).toBeGreaterThan(20);
      // A secret is looked up before it is known whose it is, and a person's memberships are of several workspaces.
      expect(indexes.filter(({ first }) => first !== "workspace_id").map(({ name }) => name)).toEqual([
        "access.api_key_hash",
        "access.invitation_token",
        "access.member_by_user",
      ]);
      const nullable = await asOwner(db, (tx) =>
        tx.query(sql`select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
          join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and n.nspname in (${sql.raw(tenantSchemas)}) and a.attname = 'workspace_id' and not a.attnotnull`),
      );
      expect(nullable).toEqual([]);
    });

    it("SEC-3: gives the application roles that cannot log in or see past the policies, nor be each other", async () => {
      const roles = await asOwner(db, (tx) =>
        tx.query<{ name: string }>(
          sql`select rolname::text as name, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb,
                (select count(*)::int from pg_auth_members m where m.member = r.oid) as "isAlso"
              from pg_roles r where rolname like 'termwise\\_%' order by 1`,
        ),
      );
      const weak = {
        rolsuper: false,
        rolbypassrls: false,
        rolcanlogin: false,
        rolcreaterole: false,
        rolcreatedb: false,
      };
      expect(roles).toEqual(
        ["termwise_app", "termwise_identity"].map((name) => ({ name, ...weak, isAlso: 0 })),
      );
    });

    it("gives each workspace its own facts", async () => {
      expect(await inWorkspace(db, ours, (tx) => loadFacts(tx))).toEqual(someFacts(1));
      expect(await inWorkspace(db, theirs, (tx) => loadFacts(tx))).toEqual(someFacts(2));
    });

    it("SEC-3: refuses to write a row of another workspace", async () => {
      const write = inWorkspace(db, ours, (tx) =>
        tx.query(
          sql`insert into derived.mark (workspace_id, policy_key, snapshot) values (${theirs}::uuid, 'p', '1')`,
        ),
      );
      expect(await thrown(write)).toBe("42501");
    });

    it("never changes or deletes a fact or a received row", async () => {
      const held = (await tables(db)).filter(({ name }) => /^(ledger|intake)\./.test(name));
      expect(held.length).toBeGreaterThanOrEqual(9);
      for (const { name } of held) {
        for (const change of [
          `update ${name} set workspace_id = workspace_id`,
          `delete from ${name}`,
          `truncate ${name}`,
        ]) {
          const tried = inWorkspace(db, ours, (tx) => tx.query(sql.raw(change)));
          expect([change, await thrown(tried)]).toEqual([change, "42501"]);
        }
      }
    });

    it("does not let the application make tables, workspaces or demos", async () => {
      for (const statement of [
        "create table ledger.own (id int)",
        "create table public.own (id int)",
        `insert into workspace.workspace (id, name) values (gen_random_uuid(), 'x')`,
        "update workspace.workspace set demo = true",
      ])
        expect(await thrown(inWorkspace(db, ours, (tx) => tx.query(sql.raw(statement))))).toBe("42501");
    });

    it("SEC-3: holds tenants apart over 1,000 interleaved transactions on one pool", async () => {
      const seen = await Promise.all(
        Array.from({ length: 1_000 }, (_, n) => {
          const id = n % 2 ? ours : theirs;
          return inWorkspace(db, id, async (tx) => {
            const rows = await tx.query<{ id: string }>(
              sql`select distinct workspace_id::text as id from ledger.contract_line`,
            );
            return rows.every((row) => row.id === id) && rows.length === 1;
          });
        }),
      );
      expect(seen).toEqual(seen.map(() => true));
    });
  });
});

describe("an owner without superuser rights, as managed PostgreSQL gives", () => {
  const on = testEngine("postgres");

  async function placeOwnedBy(user: string, rights: string) {
    const place = await on.place();
    const admin = await connect(place);
    await asOwner(admin, async (tx) => {
      await tx.query(sql.raw(`create role ${user} login ${rights} password 'secret-${user}'`));
      await tx.query(sql.raw(`grant create on database ${new URL(place.url!).pathname.slice(1)} to ${user}`));
    });
    await admin.close();
    const url = new URL(place.url!);
    url.username = user;
    url.password = `secret-${user}`;
    return { ...place, url: url.href };
  }

  it("migrates, works, removes a demo and a workspace like any other", async () => {
    const db = await connect(await placeOwnedBy(`maker_${process.pid}`, "createrole"));
    await migrate(db);
    const { id } = await createWorkspace(db, { name: "Managed" });
    await markAsDemo(db, id);
    await inWorkspace(db, id, (tx) => appendFacts(tx, someFacts(3)));
    expect(await inWorkspace(db, id, (tx) => loadFacts(tx))).toEqual(someFacts(3));
    expect((await loadWorkspaces(db)).map((workspace) => workspace.name)).toEqual(["Managed"]);
    const now = instant("2026-01-01T00:00:00Z");
    await removeDemo(db, id, now);
    expect((await inWorkspace(db, id, (tx) => loadFacts(tx))).lines).toEqual([]);
    const acting = { at: now, actor: { kind: "system", id: null } } as const;
    await inIdentity(db, async (tx) => {
      await tx.query(
        sql`insert into identity."user" (id, name, email) values ('usr_1', 'Ada', 'ada@example.com')`,
      );
      await tx.query(sql`insert into access.member (workspace_id, id, user_id, role, scope, known_as, joined_at)
        values (${id}::uuid, 'mem_1', 'usr_1', 'csm', 'own', '{}', now())`);
      await appendAudit(tx, id, { ...acting, action: "member_joined" });
    });
    await removeWorkspace(db, id, { name: "Managed", now, acting });
    expect(await loadWorkspaces(db)).toEqual([]);
    expect(await inIdentity(db, (tx) => tx.query(sql`select id from identity."user"`))).toEqual([]);
    await db.close();
  });

  it("is told which statement an administrator must run when it may not create or take on the role", async () => {
    const user = `plain_${process.pid}`;
    const db = await connect(await placeOwnedBy(user, ""));
    const refused = await migrate(db).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Failure);
    expect(String(refused)).toContain(`CREATE ROLE termwise_app NOLOGIN; GRANT termwise_app TO ${user};`);
    expect(String(refused)).not.toContain("secret");
    await db.close();
  });
});
