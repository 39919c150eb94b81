import { Failure } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "./database.ts";
import { asOwner, connect, createWorkspace, inWorkspace, type Transaction } from "./index.ts";
import { eachEngine, testEngine } from "./testing.ts";

const put = (tx: Transaction, n: number) => tx.query(sql`insert into public.seen values (${n}::int)`);
const seen = async (db: Database) =>
  (await asOwner(db, (tx) => tx.query<{ n: number }>(sql`select n from public.seen order by n`))).map(
    ({ n }) => n,
  );

eachEngine((on) => {
  let db: Database;
  beforeAll(async () => {
    db = await on.open();
    await asOwner(db, (tx) => tx.query(sql`create table public.seen (n int)`));
  });

  it("commits what a transaction did and gives what it returned", async () => {
    expect(await asOwner(db, async (tx) => [await put(tx, 1), "done"].at(-1))).toBe("done");
    expect(await seen(db)).toContain(1);
  });

  it("undoes all of it when the work throws, and throws the same", async () => {
    const thrown = new Error("mine");
    const work = asOwner(db, async (tx) => {
      await put(tx, 2);
      throw thrown;
    });
    await expect(work).rejects.toBe(thrown);
    expect(await seen(db)).not.toContain(2);
  });

  it("undoes all of it when a statement failed, even where the work caught that", async () => {
    const work = asOwner(db, async (tx) => {
      await put(tx, 3);
      await tx.query(sql`select 1 / 0`).catch(() => {});
    });
    await expect(work).rejects.toMatchObject({ code: "22012" });
    expect(await seen(db)).not.toContain(3);
  });

  it("refuses its handle after it ended, and runs nothing that was not awaited", async () => {
    let escaped: Transaction | undefined;
    let late: Promise<unknown> = Promise.resolve();
    await asOwner(db, async (tx) => {
      escaped = tx;
      await put(tx, 4);
      const running = tx.query(sql`select pg_sleep(0.05)`);
      late = Promise.allSettled([running, put(tx, 5)]);
    });
    expect(await late).toMatchObject([{}, { status: "rejected" }]);
    await expect(put(escaped!, 6)).rejects.toThrow("after its end");
    expect(await seen(db)).toEqual(expect.not.arrayContaining([5, 6]));
  });

  it("refuses one inside another, where PGlite would wait for itself", async () => {
    const nested = asOwner(db, async () => {
      await asOwner(db, (tx) => put(tx, 7));
    });
    await expect(nested).rejects.toThrow("inside another");
  });

  it("keeps values out of what the query builder throws", async () => {
    const { id } = await createWorkspace(db, { name: "Errors" });
    const { workspaces } = await import("./workspace/tables/workspace.ts");
    const thrown: unknown = await inWorkspace(db, id, (tx) =>
      tx.tables.insert(workspaces).values({ id, name: "canary 918273" }),
    ).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: "42501" });
    expect(String(thrown)).not.toContain("918273");
  });

  it("lets nothing of a workspace's transaction reach the next one on its connection", async () => {
    const { id } = await createWorkspace(db, { name: "Left behind" });
    await inWorkspace(db, id, (tx) => tx.query(sql`select 1`));
    const left = await asOwner(db, (tx) =>
      tx.query(
        sql`select current_user <> 'termwise_app' as own, current_setting('termwise.workspace', true) as id`,
      ),
    );
    expect(left).toEqual([{ own: true, id: expect.toBeOneOf([null, ""]) }]);
  });

  it("refuses writes where it was asked only to read", async () => {
    await expect(asOwner(db, (tx) => put(tx, 8), { readOnly: true })).rejects.toMatchObject({
      code: "25006",
    });
  });

  it("gives days as days, instants as instants in UTC, and integers whole", async () => {
    const [row] = await asOwner(db, (tx) =>
      tx.query(sql`select '2026-03-31'::date as day, '2026-03-31 23:30:00.5-05:30'::timestamptz as at,
        9223372036854775807::int8 as big, 0.10::numeric as exact`),
    );
    expect(row).toEqual({
      day: "2026-03-31",
      at: "2026-04-01T05:00:00.500Z",
      big: 9223372036854775807n,
      exact: "0.10",
    });
  });
});

describe("on PostgreSQL", () => {
  const on = testEngine("postgres");

  it("retries what could not be serialized, and each of 32 writers counts once (FLT-8)", async () => {
    const db = await on.open();
    await asOwner(db, (tx) => tx.query(sql`create table public.counter as select 0 as n`));
    let runs = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 32 }, () =>
        asOwner(
          db,
          async (tx) => {
            runs++;
            const [row] = await tx.query<{ n: number }>(sql`select n from public.counter`);
            await tx.query(sql`update public.counter set n = ${(row?.n ?? 0) + 1}::int`);
          },
          { isolation: "serializable" },
        ),
      ),
    );
    const done = results.filter(({ status }) => status === "fulfilled").length;
    const rows = await asOwner(db, (tx) => tx.query(sql`select n from public.counter`));
    expect(rows).toEqual([{ n: done }]);
    expect(runs).toBeGreaterThan(done);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "40001" });
  });

  it("names neither URL nor password when the server is away or the URL is wrong", async () => {
    const dataDir = "/nonexistent";
    const away = await connect({ url: "postgres://ann:hunter2@127.0.0.1:1/books", dataDir });
    const refused: unknown = await asOwner(away, (tx) => tx.query(sql`select 1`)).catch(
      (error: unknown) => error,
    );
    await away.close();
    const unreadable: unknown = await connect({ url: "postgres//ann:hunter2@host/books", dataDir }).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ code: "unavailable" });
    expect(unreadable).toMatchObject({ code: "bad_input" });
    for (const error of [refused, unreadable]) {
      expect(error).toBeInstanceOf(Failure);
      expect(JSON.stringify(error) + String(error) + (error as Error).stack).not.toMatch(/hunter2|ann:/);
    }
  });

  it("answers that it is unavailable when its connection is cut, and works on the next one", async () => {
    const db = await on.open();
    const cut = asOwner(db, async (tx) => {
      const [me] = await tx.query<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      const admin = await on.open();
      const acquired = await admin.acquire(null);
      await acquired.command(`select pg_terminate_backend(${me?.pid})`);
      acquired.release(false);
      await tx.query(sql`select 1`);
    });
    await expect(cut).rejects.toMatchObject({ code: "unavailable" });
    expect(await asOwner(db, (tx) => tx.query(sql`select 1 as n`))).toEqual([{ n: 1 }]);
  });
});
