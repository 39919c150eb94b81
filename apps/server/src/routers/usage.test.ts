import { addDays } from "@termwise/core/kernel";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditOf, memberOf } from "../auth/testing.ts";
import { countAllUses } from "../events/count-uses.ts";
import { type Opened, opened } from "../testing.ts";

describe("sources of events, as people look after them", () => {
  const on = testEngine("embedded");
  let server: Opened;
  let api: Opened["api"];
  let key: { id: string; secret: string };
  beforeAll(async () => {
    server = await opened(await on.open());
    api = server.apiAs((await memberOf(server, { role: "revops", email: "ops@example.com" })).who);
    await server.termwise.importFiles({
      files: [{ name: "accounts.csv", bytes: Buffer.from("account_id,name\nM1,Maple\n") }],
      dryRun: false,
    });
  });
  let made = 0;
  const addKey = (name: string) =>
    api.usage.addKey({ name, expiresOn: addDays(server.termwise.today(), 30) });
  beforeEach(async () => {
    key = await addKey(`Web app ${++made}`);
  });
  const send = async (...batch: object[]) => {
    const response = await server.app.request("/v1/batch", {
      method: "POST",
      headers: { host: "localhost:4700", "content-type": "application/json" },
      body: JSON.stringify({ batch, writeKey: key.secret }),
    });
    return response.json();
  };
  const own = async (id = key.id) => (await api.usage.sources()).sources.find((source) => source.id === id);
  const track = (messageId: string, more: object = {}) => ({
    ...{ type: "track", messageId, userId: "ada", event: "Opened" },
    ...more,
  });

  it("have keys, of which a second takes over from the first without being another source", async () => {
    const expiresOn = addDays(server.termwise.today(), 60);
    const next = await api.usage.addKey({ name: "Web app, next", sourceId: key.id, expiresOn });
    await send(track("m1"));
    const first = key;
    key = next;
    expect(await send(track("m1"))).toMatchObject({ duplicate: 1 });
    expect(await own(first.id)).toMatchObject({
      name: `Web app ${made}`,
      keys: [
        { name: "Web app, next", state: "active" },
        { name: `Web app ${made}`, state: "active" },
      ],
      total: { received: 2, stored: 1, duplicate: 1, dead: 0 },
    });
    await expect(api.usage.addKey({ name: "X", sourceId: "key_of_nobody", expiresOn })).rejects.toThrow(
      "There is no such source",
    );
  });

  it("I-7: show what could not be taken in; what is mended is replayed, and the count goes on to be exact", async () => {
    const old = addDays(server.termwise.today(), -120);
    await send(track("old", { timestamp: old, context: { groupId: "M1" } }), {
      type: "track",
      messageId: "nobody",
    });
    const { letters } = await api.usage.deadLetters({ where: { sourceId: key.id } });
    expect(letters.map(({ code }) => code).sort()).toEqual(["no_user", "too_old"]);
    expect(letters.find(({ code }) => code === "too_old")?.reason).toContain(`It happened on ${old}.`);
    const ids = letters.map(({ id }) => id);
    expect(await api.usage.replay({ ids })).toEqual({ stored: 0, duplicate: 0, dead: 2, next: null });
    await api.usage.setRawDays({ days: 365 });
    expect(await api.usage.replay({ ids })).toEqual({ stored: 1, duplicate: 0, dead: 1, next: null });
    expect(await own()).toMatchObject({ total: { received: 2, stored: 1, duplicate: 0, dead: 1 }, open: 1 });
    expect(await api.usage.dismiss({ ids })).toEqual({ dismissed: 1 });
    expect(await own()).toMatchObject({ total: { received: 2, dead: 1 }, open: 0 });
    const actions = (await auditOf(server)).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(["usage_raw_days_set", "dead_letters_replayed", "dead_letters_dismissed"]),
    );
  });

  it("are called each by its own name, and show what waits and since when", async () => {
    await expect(addKey(` web APP ${made} `)).rejects.toThrow("There is a source called");
    await send(track("q1"), track("q2", { context: { groupId: "g-1" } }));
    expect((await own())?.queue).toMatchObject({ fresh: 2, waiting: 0, oldest: expect.any(String) });
    await countAllUses(server.termwise);
    expect((await own())?.queue).toEqual({ fresh: 0, waiting: 2, oldest: null });
  });

  it("I-7: have dead letters that are looked at page by page, and replayed or dismissed by what is wrong with them", async () => {
    const { today } = server.termwise;
    const old = Array.from({ length: 250 }, (_, n) =>
      track(`old ${n}`, { timestamp: addDays(today(), -500), context: { groupId: "M1" } }),
    );
    await send(...old, track("bad", { timestamp: "soon" }));
    const where = { sourceId: key.id, code: "too_old" };
    const page = (from: number) => api.usage.deadLetters({ where, from, most: 100 });
    const pages = await Promise.all([page(0), page(100), page(200)]);
    expect(pages.map(({ letters }) => letters.length)).toEqual([100, 100, 50]);
    expect(new Set(pages.flatMap(({ letters }) => letters.map(({ id }) => id))).size).toBe(250);
    expect(pages[0]?.reasons).toEqual(
      expect.arrayContaining([
        { ...where, count: 250 },
        { ...where, code: "bad_time", count: 1 },
      ]),
    );
    await api.usage.setRawDays({ days: 730 });
    expect(await api.usage.replay({ where })).toEqual({ stored: 250, duplicate: 0, dead: 0, next: null });
    expect(await own()).toMatchObject({ total: { received: 251, stored: 250, dead: 1 }, open: 1 });
    expect(await api.usage.dismiss({ where })).toEqual({ dismissed: 0 });
    expect(await api.usage.dismiss({ where: { sourceId: key.id } })).toEqual({ dismissed: 1 });
  });

  it("bring uses nobody knows the account of, which are counted once somebody says", async () => {
    await send(track("w1", { context: { groupId: "g-77" } }), track("w2", { context: { groupId: "g-77" } }));
    await countAllUses(server.termwise);
    const [unknown] = await api.usage.unknownAccounts();
    expect(unknown).toMatchObject({ key: "group:g-77", uses: 2, users: 1, sources: [key.id] });
    const [maple] = (await server.termwise.books()).known.now.accounts;
    if (!maple) throw new Error("There is no account.");
    expect(await api.usage.mapAccount({ key: "group:g-77", accountId: maple.accountId })).toEqual({
      counted: 2,
      waiting: 0,
    });
    expect((await api.usage.unknownAccounts()).map(({ key: one }) => one)).not.toContain("group:g-77");
    await expect(
      api.usage.mapAccount({ key: "group:g-77", accountId: "acc_of_nobody" as never }),
    ).rejects.toThrow();
  });
});

describe("sources of events on a server with many connections", () => {
  it("I-7: keep names apart also where two people make a key of one name at the same moment", async () => {
    const server = await opened(await testEngine("postgres").open());
    const api = server.apiAs((await memberOf(server, { role: "revops", email: "ops@example.com" })).who);
    const expiresOn = addDays(server.termwise.today(), 30);
    const made = await Promise.allSettled(
      Array.from({ length: 4 }, () => api.usage.addKey({ name: "Mobile app", expiresOn })),
    );
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await api.usage.sources()).sources.map(({ name }) => name)).toEqual(["Mobile app"]);
  });
});
