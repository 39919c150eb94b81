import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import {
  asOwner,
  connect,
  createWorkspace,
  ensureWorkspace,
  isMigrated,
  loadStore,
  loadWorkspaces,
  migrate,
  moveStore,
  type Place,
  passing,
  readStore,
  verifyAudit,
} from "../index.ts";
import { applyMigrations, ownMigrations } from "../migrate.ts";
import { fillWorkspace, testEngine } from "../testing.ts";
import { storedTables, storeSchemas } from "./stored-tables.ts";

const embedded = testEngine("embedded");
const server = testEngine("postgres");

/** A database whose user owns it and is no superuser, as managed PostgreSQL gives; and the superuser's way into it. */
async function owned(): Promise<{ place: Place; admin: Place }> {
  const admin = await server.place();
  const user = `mover_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const db = await connect(admin);
  const name = new URL(admin.url ?? "").pathname.slice(1);
  await asOwner(db, async (tx) => {
    await tx.query(sql.raw(`create role ${user} login createrole`));
    for (const role of ["termwise_app", "termwise_identity"]) {
      const there = await tx.query(sql`select from pg_roles where rolname = ${role}`);
      if (there.length === 0) await tx.query(sql.raw(`create role ${role} nologin`));
      await tx.query(sql.raw(`grant ${role} to ${user}`));
    }
    await tx.query(sql.raw(`alter database ${name} owner to ${user}`));
  });
  await db.close();
  const url = new URL(admin.url ?? "");
  url.username = user;
  return { place: { ...admin, url: url.href }, admin };
}

const hashesOf = async (db: Database) => (await readStore(db, async () => {})).tables;
const nothing = async () => {};
const awkward = '"quoted", {braced} \\ \t\r\n\f\u0001 \u2028 😀 \\u0000';

describe("a store copied to another", () => {
  let source: Database;
  let over: Database;
  let back: Database;
  let rows: Map<string, number>;
  beforeAll(async () => {
    const { place, admin } = await owned();
    source = await connect(place);
    await migrate(source);
    const first = await createWorkspace(source, { name: "Ours" });
    const second = await createWorkspace(source, { name: 'Zwölf Räuber\n"quoted" \\ 😀 \u2028' });
    const superuser = await connect(admin);
    await fillWorkspace(superuser, first.id, "canary-ours");
    await fillWorkspace(superuser, second.id, "canary theirs'\u2028😀 é");
    await asOwner(superuser, (tx) =>
      tx.query(
        sql`update people.contact set note = ${awkward}, title = '' where workspace_id = ${second.id}::uuid`,
      ),
    );
    // Every count there is, as only a superuser can take it.
    rows = new Map(
      await asOwner(superuser, async (tx) => {
        const counts: [string, number][] = [];
        for (const { name, quoted } of await storedTables(tx)) {
          const [found] = await tx.query<{ n: number }>(
            sql`select count(*)::int as n from ${sql.raw(quoted)}`,
          );
          counts.push([name, found?.n ?? 0]);
        }
        return counts;
      }),
    );
    await superuser.close();
    over = await embedded.open();
    await moveStore(source, over, "over");
    back = await connect((await owned()).place);
    await moveStore(over, back, "back");
  });

  it("M-7: holds every row of every table, the same to the byte, on the other engine and back", async () => {
    const told = await hashesOf(source);
    expect(new Map(told.map((one) => [one.table, one.rows]))).toEqual(rows);
    expect([...rows.values()].filter((n) => n === 0).length).toBeLessThan(9);
    expect(await hashesOf(over)).toEqual(told);
    expect(await hashesOf(back)).toEqual(told);
  });

  it("covers every schema of ours, and every table but the mark of what this store has derived", async () => {
    const found = await asOwner(source, (tx) =>
      tx.query<{ name: string; schema: string }>(sql`
        select n.nspname || '.' || c.relname as name, n.nspname::text as schema
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|drizzle|public)'`),
    );
    expect(new Set(found.map(({ schema }) => schema))).toEqual(new Set(storeSchemas));
    expect(found.map(({ name }) => name).sort()).toEqual([...rows.keys(), "derived.mark"].sort());
  });

  it("goes on numbering where the other one stood, and holds tenants apart as any store", async () => {
    const sequences = async (db: Database) => (await readStore(db, nothing)).sequences;
    expect(await sequences(over)).toEqual(await sequences(source));
    const [next] = await asOwner(back, (tx) =>
      tx.query<{ seq: bigint }>(sql`select nextval(pg_get_serial_sequence('ledger.fx_rate', 'seq')) as seq`),
    );
    const [last] = (await sequences(source)).filter(({ sequence }) => sequence === "ledger.fx_rate_seq_seq");
    expect(next?.seq).toBe(BigInt(last!.value) + 1n);
    const forced = async (db: Database) =>
      asOwner(db, (tx) =>
        tx.query(sql`select relname::text, relrowsecurity, relforcerowsecurity from pg_class
          where relkind = 'r' and relnamespace = 'ledger'::regnamespace order by 1`),
      );
    expect(await forced(back)).toEqual(await forced(source));
  });

  it("is refused where something is already, which stays as it was", async () => {
    const used = await embedded.open();
    await ensureWorkspace(used, { name: "In use" });
    const before = await hashesOf(used);
    await expect(moveStore(over, used, "used")).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("used is in use: it holds workspaces or people. Nothing was changed."),
    });
    expect(await hashesOf(used)).toEqual(before);
    const foreign = await connect(await server.place());
    await asOwner(foreign, (tx) => tx.query(sql`create schema audit`));
    await expect(moveStore(over, foreign, "foreign")).rejects.toThrow("not of Termwise");
    await foreign.close();
  });

  it("is taken by a store that was migrated and never used", async () => {
    const fresh = await server.open();
    await moveStore(over, fresh, "fresh");
    expect((await hashesOf(fresh)).find(({ table }) => table === "ledger.journal")?.rows).toBe(2);
  });

  it("leaves who is signed in and what was asked for by mail out of what is kept", async () => {
    const { tables } = await readStore(source, nothing, { without: passing });
    expect(tables.map(({ table }) => table).filter((table) => passing.has(table))).toEqual([]);
    expect(tables.length).toBe(rows.size - passing.size);
  });
});

describe("a store filled from rows", () => {
  const content = async () => {
    const db = await embedded.open();
    const { id } = await createWorkspace(db, { name: "Kept" });
    await fillWorkspace(db, id, "canary");
    const parts: { table: string; columns: readonly string[]; lines: readonly string[] }[] = [];
    const told = await readStore(db, async (of, lines) => void parts.push({ ...of, lines }));
    return { parts, told };
  };

  it("M-5: stays empty when a row differs from what was told, and takes the right ones then", async () => {
    const { parts, told } = await content();
    const db = await connect(await server.place());
    const fill = (change: (line: string, table: string) => string) =>
      loadStore(
        db,
        told.migrations,
        async (put) => {
          for (const { lines, ...of } of parts)
            await put(
              of,
              lines.map((line) => change(line, of.table)),
            );
          return told;
        },
        "db",
      );
    await expect(
      fill((line, table) => (table === "people.contact" ? line.replace("canary", "Canary") : line)),
    ).rejects.toMatchObject({
      code: "refused",
      message: expect.stringContaining("people.contact is damaged"),
    });
    expect(await isMigrated(db)).toBe(false);
    await fill((line) => line);
    expect((await readStore(db, nothing)).tables).toEqual(told.tables);
    const [{ id } = { id: undefined }] = await loadWorkspaces(db);
    // The rows of the test are no chain, and are found not to be one on either side.
    expect(await verifyAudit(db, id!)).toMatchObject({ ok: false });
    await db.close();
  });

  it("M-1: brings a copy of an older schema up to this version after its rows are in", async () => {
    const all = ownMigrations();
    const old = await connect(await server.place());
    // Roles first, as a migration would.
    await migrate(await server.open());
    await asOwner(old, (tx) => applyMigrations(tx, all.slice(0, 5)));
    const { id } = await createOld(old);
    const migrations = all.slice(0, 5).map(({ hash }) => hash);
    const over = await connect(await server.place());
    const { later } = await loadStore(over, migrations, (put) => readStore(old, put), "over");
    expect(later).toBe(all.length - 5);
    expect(await isMigrated(over)).toBe(true);
    expect((await loadWorkspaces(over)).map((one) => [one.id, one.name])).toEqual([[id, "Old"]]);
    await old.close();
    await over.close();
  });

  async function createOld(db: Database): Promise<{ id: string }> {
    const id = "0198c0de-0000-7000-8000-000000000001";
    await asOwner(db, (tx) =>
      tx.query(sql`insert into workspace.workspace (id, name) values (${id}::uuid, 'Old')`),
    );
    return { id };
  }

  it("M-6: refuses one of a newer version, and one of a schema that never was", async () => {
    const db = await connect(await server.place());
    const known = ownMigrations().map(({ hash }) => hash);
    const none = async () => ({ tables: [], sequences: [] });
    await expect(loadStore(db, [...known, "of tomorrow"], none, "db")).rejects.toThrow("newer version");
    await expect(loadStore(db, ["of elsewhere"], none, "db")).rejects.toThrow("migration 1 is another one");
    await expect(loadStore(db, [], none, "db")).rejects.toThrow("holds nothing");
    expect(await isMigrated(db)).toBe(false);
    await db.close();
  });
});
