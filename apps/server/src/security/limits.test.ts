import { permissions } from "@termwise/core/access";
import { asOwner, connect, dropOldLimits, inIdentity } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, procedures, request, routesOf } from "./calls.ts";
import { type Person, personIn, rowsOf, type Target, target } from "./target.ts";

const on = testEngine("postgres");

describe("how much one caller may ask (SEC-12)", () => {
  const servers: Target[] = [];
  const ends: (() => Promise<void>)[] = [];
  let person: Person;
  beforeAll(async () => {
    const place = await on.migratedPlace();
    for (let n = 0; n < 2; n += 1) {
      const db = await connect({ ...place, connections: 4 });
      ends.push(() => db.close());
      servers.push(await target(db));
    }
    person = await personIn(server(), server().house.first, { role: "workspace_admin" });
  });
  afterAll(() => Promise.all(ends.map((end) => end())));
  const server = (n = 0): Target => {
    const found = servers[n];
    if (!found) throw new Error("There is no such server.");
    return found;
  };

  const counted = async (key: string) =>
    (
      await rowsOf<{ count: number }>(server(), `select count from identity.rate_limit where key = '${key}'`)
    )[0]?.count ?? 0;
  const setCount = (key: string, count: number, seconds = 60) =>
    rowsOf(
      server(),
      `insert into identity.rate_limit (key, count, ends_at) values ('${key}', ${count}, now() + interval '${seconds} seconds')
       on conflict (key) do update set count = excluded.count, ends_at = excluded.ends_at`,
    );
  const many = (count: number, comma = ",") =>
    `/api/trpc/${Array.from({ length: count }, () => "glossary.term").join(comma)}?batch=1&input=${encodeURIComponent(
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, n) => [n, { id: "nrr" }]))),
    )}`;
  const signIn = (n: number, email: string, body: object = {}) =>
    request(server(n), "/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password: "not the right one", ...body }),
    });

  it("is counted at the addresses beside the procedures too, and beyond it nothing is told to the audit log", async () => {
    const viewer = await personIn(server(), server().house.first, { role: "viewer" });
    const key = `api member ${viewer.memberId}`;
    const entries = async () => (await rowsOf(server(), "select 1 from audit.entry")).length;
    const paths = ["/api/audit.csv", "/api/workspace/export", "/api/imports/imp_1/refused.csv"];
    for (const path of paths) expect((await request(server(), path, viewer)).status).toBe(403);
    expect(await counted(key)).toBe(paths.length);
    await setCount(key, 3000);
    const before = await entries();
    for (const path of paths) expect((await request(server(1), path, viewer)).status).toBe(429);
    expect(await entries()).toBe(before);
  });

  it("is counted procedure by procedure, however the batch is written", async () => {
    const key = `api member ${person.memberId}`;
    for (const [comma, answers] of [
      [",", 10],
      ["%2C", 10],
      ["%2c", 10],
    ] as const) {
      const before = await counted(key);
      const heard = await request(server(), many(10, comma), person);
      const told = heard.status === 200 ? heard.text.split('"result"').length - 1 : 0;
      expect([comma, told <= answers]).toEqual([comma, true]);
      expect([comma, (await counted(key)) - before >= told]).toEqual([comma, true]);
    }
  });

  it("is ten procedures at once, and never eleven", async () => {
    for (const count of [11, 500]) expect((await request(server(), many(count), person)).status).toBe(400);
    const repeated = await request(server(), `${many(11)}&batch=1`, person);
    expect(repeated.status).toBe(400);
  });

  it("ends with 429 and when to come back, on both servers alike", async () => {
    const other = await personIn(server(), server().house.first, { role: "viewer" });
    await setCount(`api member ${other.memberId}`, 3_000);
    for (const n of [0, 1])
      for (const path of ["/api/trpc/glossary.list", many(10)]) {
        const { status, headers, text } = await request(server(n), path, other);
        expect([status, Number(headers.get("retry-after")) > 0]).toEqual([429, true]);
        expect(text).toContain("Too many");
      }
    expect((await request(server(), "/api/trpc/glossary.list", person)).status).toBe(200);
  });

  it("holds for imports and exports as for procedures, so that no denial fills the audit log", async () => {
    const other = await personIn(server(), server().house.first, { role: "viewer" });
    await setCount(`api member ${other.memberId}`, 3_000);
    const routes = routesOf(server()).filter(({ name }) => / \/api\/(?!auth)/.test(name));
    expect(routes.length).toBeGreaterThan(4);
    const told = () => rowsOf(server(), `select from audit.entry where actor_id = '${other.memberId}'`);
    for (const one of routes) {
      const { status, headers } = await call(server(), one, undefined, other);
      expect([one.name, status, Number(headers.get("retry-after")) > 0]).toEqual([one.name, 429, true]);
    }
    expect(await told()).toEqual([]);
  });

  it("does not let doors or exports into a batch", async () => {
    const doors = Object.keys(permissions).filter((name) => / \/api\/(?!trpc)/.test(name));
    for (const name of doors) {
      const [method = "", path = ""] = name.split(" ");
      const twice = `${path},${path.replace("/api/", "")}?batch=1`;
      const headers = { ...person.headers, "content-type": "application/json" };
      const heard = await request(server(), twice, {
        method,
        headers,
        ...(method === "POST" && { body: "{}" }),
      });
      expect([name, heard.status]).toEqual([name, 404]);
      const inside = await request(server(), `/api/trpc/${path.slice(1)},session.get?batch=1`, person);
      expect([name, inside.status === 404 || inside.status === 207]).toEqual([name, true]);
      expect(inside.text).not.toMatch(/totpURI|"ok"/);
    }
  });

  it("weighs no more than 20 passwords of an account in 15 minutes, whoever asks and from wherever", async () => {
    const email = "victim@example.com";
    expect((await signIn(0, email)).status).toBe(401);
    const [row] = await rowsOf<{ key: string }>(
      server(),
      `select key from identity.rate_limit where key like 'sign-in account %'`,
    );
    await setCount(row?.key ?? "", 20, 900);
    for (const n of [0, 1])
      for (const written of [email, "VICTIM@example.com", " victim@example.com "]) {
        const { status, headers } = await signIn(n, written);
        expect([status, Number(headers.get("retry-after")) > 60]).toEqual([429, true]);
      }
  });

  it("keeps no mail address among its counts, and drops what is over", async () => {
    await signIn(0, "somebody.secret@example.com");
    const keys = await rowsOf<{ key: string }>(server(), "select key from identity.rate_limit");
    expect(keys.map(({ key }) => key).join()).not.toMatch(/secret|@/);
    await rowsOf(
      server(),
      `insert into identity.rate_limit (key, count, ends_at)
      select 'old ' || n, 1, now() - interval '1 second' from generate_series(1, 10000) n`,
    );
    await inIdentity(server().house.db, (tx) => dropOldLimits(tx, server().house.now()));
    const left = await rowsOf(server(), "select from identity.rate_limit where key like 'old %'");
    expect(left).toEqual([]);
  });

  it("is answered for reading and refused for signing in when it cannot be counted", async () => {
    await rowsOf(server(), "alter table identity.rate_limit rename to gone");
    const [read, entered] = [
      await request(server(), "/api/trpc/workspace.get", person),
      await signIn(0, "somebody@example.com"),
    ];
    await rowsOf(server(), "alter table identity.gone rename to rate_limit");
    expect([read.status, entered.status >= 500]).toEqual([200, true]);
  });

  it("is not waited for while somebody else holds all counts: one reads on, and nobody signs in", async () => {
    const gates = { letGo: () => {}, isLocked: () => {} };
    const held = new Promise<void>((resolve) => Object.assign(gates, { letGo: resolve }));
    const locked = new Promise<void>((resolve) => Object.assign(gates, { isLocked: resolve }));
    const holding = asOwner(server(1).house.db, async (tx) => {
      await tx.run("lock table identity.rate_limit in access exclusive mode", [], "objects");
      gates.isLocked();
      await held;
    });
    await locked;
    const read = await request(server(), "/api/trpc/workspace.get", person);
    const entered = await signIn(0, "somebody@example.com");
    gates.letGo();
    await holding;
    expect([read.status, entered.status]).toEqual([200, 503]);
    expect(Number(entered.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("counts a mutation like a query", async () => {
    const key = `api member ${person.memberId}`;
    const before = await counted(key);
    const rename = procedures.find(({ name }) => name === "account.rename");
    if (rename) await call(server(), rename, { name: "Another" }, person);
    expect(await counted(key)).toBe(before + 1);
  });
});
