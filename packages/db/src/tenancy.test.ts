import { Failure, instant, type WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { anyFacts } from "./arbitraries.ts";
import type { Database } from "./database.ts";
import { errorCode } from "./errors.ts";
import {
  appendFacts,
  asOwner,
  connect,
  createWorkspace,
  inWorkspace,
  loadFacts,
  loadWorkspaces,
  markAsDemo,
  migrate,
  removeDemo,
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

interface Table {
  name: string;
  key: string;
  enabled: boolean;
  forced: boolean;
  owned: boolean;
  policies: string;
}

/** Every table of ours, as the catalog knows it. */
const tables = (db: Database) =>
  asOwner(db, (tx) =>
    tx.query<Table>(sql`
      select c.oid::regclass::text as name,
        case when n.nspname = 'workspace' then 'id' else 'workspace_id' end as key,
        c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        pg_get_userbyid(c.relowner) = 'termwise_app' as owned,
        (select string_agg(polname, ',' order by polname) from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'drizzle') order by 1`),
  );

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

    it("holds row-level security, forced, on every table, none of which the application owns", async () => {
      const all = await tables(db);
      expect(all.length).toBeGreaterThanOrEqual(13);
      for (const table of all) {
        const policies = table.name === "workspace.workspace" ? "owner_creates,owner_lists,tenant" : "tenant";
        expect(table).toEqual({ ...table, enabled: true, forced: true, owned: false, policies });
      }
    });

    it("has the workspace id first in the primary key and in every index", async () => {
      const indexes = await asOwner(db, (tx) =>
        tx.query<{ name: string; first: string }>(sql`
          select i.indexrelid::regclass::text as name, a.attname as first
          from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where n.nspname in ('intake', 'ledger', 'derived')`),
      );
      expect(indexes.length).toBeGreaterThan(13);
      expect(indexes.filter(({ first }) => first !== "workspace_id")).toEqual([]);
    });

    it("gives the application a role that cannot log in or see past the policies", async () => {
      const roles = await asOwner(db, (tx) =>
        tx.query(
          sql`select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname = 'termwise_app'`,
        ),
      );
      expect(roles).toEqual([
        {
          rolsuper: false,
          rolbypassrls: false,
          rolcanlogin: false,
          rolcreaterole: false,
          rolcreatedb: false,
        },
      ]);
    });

    it("shows no row of any table without a workspace, and none of another with one", async () => {
      for (const { name, key } of await tables(db)) {
        const count = (which: "all" | "foreign") =>
          sql`select count(*)::int as n from ${sql.raw(name)} where ${which === "all" ? sql`true` : sql`${sql.identifier(key)} <> ${ours}::uuid`}`;
        const unset = await asOwner(db, async (tx) => {
          await tx.query(sql`set local role termwise_app`);
          return tx.query(count("all"));
        });
        expect([name, unset]).toEqual([name, [{ n: 0 }]]);
        const foreign = await inWorkspace(db, ours, (tx) => tx.query(count("foreign")));
        expect([name, foreign]).toEqual([name, [{ n: 0 }]]);
      }
    });

    it("gives each workspace its own facts", async () => {
      expect(await inWorkspace(db, ours, (tx) => loadFacts(tx))).toEqual(someFacts(1));
      expect(await inWorkspace(db, theirs, (tx) => loadFacts(tx))).toEqual(someFacts(2));
    });

    it("refuses to write a row of another workspace", async () => {
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

    it("holds tenants apart over 200 interleaved transactions on one pool", async () => {
      const seen = await Promise.all(
        Array.from({ length: 200 }, (_, n) => {
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

  it("migrates, works and removes a demo like any other", async () => {
    const db = await connect(await placeOwnedBy(`maker_${process.pid}`, "createrole"));
    await migrate(db);
    const { id } = await createWorkspace(db, { name: "Managed" });
    await markAsDemo(db, id);
    await inWorkspace(db, id, (tx) => appendFacts(tx, someFacts(3)));
    expect(await inWorkspace(db, id, (tx) => loadFacts(tx))).toEqual(someFacts(3));
    expect((await loadWorkspaces(db)).map((workspace) => workspace.name)).toEqual(["Managed"]);
    await removeDemo(db, id, instant("2026-01-01T00:00:00Z"));
    expect((await inWorkspace(db, id, (tx) => loadFacts(tx))).lines).toEqual([]);
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
