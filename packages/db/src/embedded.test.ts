import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { asOwner, connect } from "./index.ts";
import { testEngine } from "./testing.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), "termwise-embedded-")), "data");
});
afterEach(() => rmSync(join(dataDir, ".."), { recursive: true, force: true }));

/** A folder that holds a store already: to make one takes seconds. */
const made = testEngine("embedded").migratedPlace;

it("keeps what was stored in a folder of its own, for its user alone, and leaves no lock behind", async () => {
  const first = await connect({ dataDir });
  await asOwner(first, (tx) => tx.query(sql`create table public.kept as select 1 as n`));
  await expect(connect({ dataDir })).rejects.toThrow(`process ${process.pid}`);
  await Promise.all([first.close(), first.close()]);
  expect(readdirSync(dataDir)).toEqual(["pg"]);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  const second = await connect({ dataDir });
  expect(await asOwner(second, (tx) => tx.query(sql`select n from public.kept`))).toEqual([{ n: 1 }]);
  await second.close();
  await expect(asOwner(second, (tx) => tx.query(sql`select 1`))).rejects.toMatchObject({
    code: "unavailable",
  });
});

it("waits for the transactions in progress before it closes", async () => {
  const db = await connect(await made());
  const done: string[] = [];
  const work = asOwner(db, async (tx) => {
    await tx.query(sql`select pg_sleep(0.1)`);
    done.push("work");
  });
  await asOwner(db, async () => {});
  const late = asOwner(db, async (tx) => {
    await tx.query(sql`select pg_sleep(0.1)`);
    done.push("late");
  });
  await db.close();
  done.push("closed");
  await Promise.all([work, late]);
  expect(done).toEqual(["work", "late", "closed"]);
});

it("starts afresh where the process that created it was killed before it was whole", async () => {
  mkdirSync(join(dataDir, "pg.new", "base"), { recursive: true });
  writeFileSync(join(dataDir, "pg.new", "PG_VERSION"), "18\n");
  const db = await connect({ dataDir });
  expect(await asOwner(db, (tx) => tx.query(sql`select 1 as n`))).toEqual([{ n: 1 }]);
  await db.close();
});

it("refuses a folder of another PostgreSQL format by name, and lets go of the lock", async () => {
  mkdirSync(join(dataDir, "pg"), { recursive: true });
  writeFileSync(join(dataDir, "pg", "PG_VERSION"), "17\n");
  await expect(connect({ dataDir })).rejects.toThrow("format of PostgreSQL 17");
  expect(readdirSync(dataDir)).toEqual(["pg"]);
});

it("says so when its files are damaged, and lets go of the lock", async () => {
  const place = await made();
  rmSync(join(place.dataDir, "pg", "global", "pg_control"));
  await expect(connect(place)).rejects.toMatchObject({ code: "unavailable" });
  expect(readdirSync(place.dataDir)).toEqual(["pg"]);
});

it("tidies up after large writes, since nothing else does", async () => {
  const db = await connect(await made());
  const size = async () => {
    const [row] = await asOwner(db, (tx) =>
      tx.query<{ bytes: number; known: boolean }>(
        sql`select pg_relation_size(oid)::int as bytes, reltuples >= 0 as known from pg_class where relname = 'much'`,
      ),
    );
    return row;
  };
  await asOwner(db, async (tx) => {
    await tx.query(sql`create table public.much (n int)`);
    await tx.query(sql`insert into public.much select generate_series(1, 1000)`);
  });
  await asOwner(db, (tx) => tx.query(sql`delete from public.much`));
  expect(await size()).toEqual({ bytes: expect.toSatisfy((bytes) => bytes > 0), known: false });
  await db.tidy();
  expect(await size()).toEqual({ bytes: 0, known: true });
  await db.close();
});
