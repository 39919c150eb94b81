import { randomBytes } from "node:crypto";
import { createServer, connect as dial, type Server, type Socket } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readOutside } from "./read-outside.ts";

const name = `warehouse_${randomBytes(6).toString("hex")}`;
const urlOf = (path: string) => {
  const url = new URL(inject("postgres").adminUrl);
  url.pathname = `/${path}`;
  return url.toString();
};

/** Everything a query brings, and how it was asked. */
async function all(question: Partial<Parameters<typeof readOutside>[0]> & { query: string }) {
  const rows = await readOutside({
    url: urlOf(name),
    cursor: null,
    since: null,
    timeZone: "UTC",
    ...question,
  });
  try {
    const found: (readonly (string | null)[])[] = [];
    for (let next = await rows.next(); next.length > 0; next = await rows.next()) found.push(...next);
    return { columns: rows.columns, rows: found };
  } finally {
    await rows.close();
  }
}

describe("another PostgreSQL-speaking server", () => {
  const admin = new pg.Client({ connectionString: inject("postgres").adminUrl });
  const warehouse = new pg.Client({ connectionString: urlOf(name) });
  beforeAll(async () => {
    await admin.connect();
    await admin.query(`create database ${name}`);
    await warehouse.connect();
    await warehouse.query(`create table line (id int, price numeric(30,10), starts date, changed timestamptz, live bool);
      insert into line select n, 1234567890123456789.0123456789 + n, date '2026-01-31' + n,
        timestamptz '2026-01-01 00:00:00.123456+01' + n * interval '1 hour', n % 2 = 0 from generate_series(1, 2500) n`);
  });
  afterAll(async () => {
    await warehouse.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });

  it("is read through a cursor, every value exactly as it stands there", async () => {
    const { columns, rows } = await all({
      query: "select * from line order by id;  ",
      timeZone: "Europe/Berlin",
    });
    expect(columns.map(({ type }) => type)).toEqual([
      "integer",
      "numeric",
      "date",
      "timestamp with time zone",
      "boolean",
    ]);
    expect(rows).toHaveLength(2500);
    expect(rows[0]).toEqual([
      "1",
      "1234567890123456790.0123456789",
      "2026-02-01",
      "2026-01-01 01:00:00.123456+01",
      "f",
    ]);
  });

  it("is asked for what is beyond a value that is bound, never pasted, in the order of that column", async () => {
    const query = "select id, changed from line where changed > {{since}} -- the newest";
    const first = await all({ query, cursor: "changed" });
    expect(first.rows).toHaveLength(2500);
    const since = first.rows[2497]?.[1] ?? "";
    expect((await all({ query, cursor: "changed", since })).rows.map(([id]) => id)).toEqual(["2499", "2500"]);
    const attack = "2026-01-01'; drop table line; --";
    await expect(all({ query, cursor: "changed", since: attack })).rejects.toMatchObject({
      details: { code: "E_QUERY" },
    });
    expect(
      (await all({ query: "select id from line where id > {{since}}", cursor: "id", since: "2499" })).rows,
    ).toEqual([["2500"]]);
  });

  it.each([
    ["with x as (delete from line returning 1) select * from x", "E_QUERY"],
    ["select pg_notify('a', 'b'), nextval('nothing')", "E_QUERY"],
    ["select 1; drop table line", "E_QUERY"],
    ["select 1 as a) x; drop table line; select * from (select 2 as b", "E_QUERY"],
    ["select 1 as a) x limit 0; commit; drop table line; select * from (select 2 as b", "E_QUERY"],
    ["select 1 as a, 2 as a", "E_HEADER"],
    ["select nowhere from line", "E_QUERY"],
  ])("refuses %s", async (query, code) => {
    await expect(all({ query })).rejects.toMatchObject({ details: { code } });
    expect((await all({ query: "select count(*) from line" })).rows).toEqual([["2500"]]);
  });

  it("does not write, whatever a function does", async () => {
    await warehouse.query(
      "create function sneak() returns int language sql as 'delete from line returning 1'",
    );
    await expect(all({ query: "select sneak()" })).rejects.toMatchObject({
      details: { code: "E_NOT_READING" },
    });
  });

  it("refuses a cursor that tells nothing, with what to do", async () => {
    const query = "select id, live from line where id > {{since}}";
    for (const cursor of ["live", "nowhere"])
      await expect(all({ query, cursor })).rejects.toMatchObject({
        code: "bad_input",
        details: { code: "E_CURSOR" },
      });
    await expect(all({ query: "select id from line", cursor: "id" })).rejects.toThrow("{{since}}");
  });

  it("never repeats where it is and who signs in there", async () => {
    const wrong = new URL(urlOf(name));
    wrong.password = "s3cret-of-the-warehouse";
    wrong.username = "nobody_of_that_name";
    const nowhere = "postgres://me:s3cret-of-the-warehouse@127.0.0.1:1/nothing";
    for (const url of [wrong.toString(), nowhere, "mysql://me:s3cret-of-the-warehouse@db.example"]) {
      const told = await all({ url, query: "select 1" }).catch(
        (error: Error) => `${error.message} ${JSON.stringify(error)}`,
      );
      expect(told).toMatch(/warehouse/i);
      expect(told).not.toMatch(/s3cret|nobody_of|127\.0\.0\.1|db\.example/);
    }
  });

  describe("that stalls or drops", () => {
    let proxy: Server;
    const sockets = new Set<Socket>();
    let carries = true;
    beforeAll(async () => {
      const { hostname, port } = new URL(urlOf(name));
      proxy = createServer((near) => {
        const far = dial(Number(port), hostname);
        for (const [from, to] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(from);
          from.on("error", () => to.destroy());
          from.on("close", () => to.destroy());
          from.on("data", (piece) => {
            if (carries) to.write(piece);
          });
        }
      });
      await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    });
    afterAll(async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    });
    const through = () => {
      const url = new URL(urlOf(name));
      url.host = `127.0.0.1:${(proxy.address() as { port: number }).port}`;
      return readOutside({
        url: url.toString(),
        query: "select * from line",
        cursor: null,
        since: null,
        timeZone: "UTC",
        patience: 300,
      });
    };

    it("is given up in time when it says nothing any more (FLT-1)", async () => {
      const rows = await through();
      expect(await rows.next()).toHaveLength(1000);
      carries = false;
      await expect(rows.next()).rejects.toMatchObject({
        code: "unavailable",
        details: { code: "E_TIMEOUT" },
      });
      await rows.close();
      carries = true;
    });

    it("is told to be away when the connection is cut mid-way (FLT-1)", async () => {
      const rows = await through();
      expect(await rows.next()).toHaveLength(1000);
      for (const socket of sockets) socket.destroy();
      await expect(rows.next()).rejects.toMatchObject({
        code: "unavailable",
        details: { code: "E_UNREACHABLE" },
      });
      await rows.close();
    });
  });
});
