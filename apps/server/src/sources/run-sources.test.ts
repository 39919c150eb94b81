import { randomBytes } from "node:crypto";
import { type Instant, instant } from "@termwise/core/kernel";
import { createWorkspace, loadRuns } from "@termwise/db";
import { testEngine, type Warehouse, warehouse } from "@termwise/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { bySystem } from "../auth/acting.ts";
import type { House } from "../house.ts";
import { createLog } from "../log.ts";
import type { Termwise } from "../termwise.ts";
import { opened } from "../testing.ts";
import { connectionsIn } from "./connections.ts";
import { pull } from "./pull.ts";
import { pullOnce } from "./pull-once.ts";
import { runDue } from "./run-sources.ts";
import { sourceNow } from "./source-list.ts";

const name = `wh_${randomBytes(5).toString("hex")}`;
const query = `select sub as line_id, customer as account_id, product, arr, currency, starts_on, ends_on, changed_at
  from line where changed_at > {{since}}`;
const settings = { connection: "WH", query, cursor: "changed_at", everyMinutes: 60 };

describe("sources that are fetched from a warehouse", () => {
  const on = testEngine("postgres");
  let far: Warehouse;
  let house: House;
  let api: Awaited<ReturnType<typeof opened>>["api"];
  let termwise: Termwise;
  let now: Instant;
  const clock = { now: () => now };
  const log = createLog("silent");
  const runner = () => ({
    house,
    log,
    connections: connectionsIn({ TERMWISE_SOURCE_WH_URL: far.url }),
    patience: 5_000,
  });
  const later = (minutes: number) => {
    now = instant(new Date(Date.parse(now) + minutes * 60_000).toISOString());
  };
  const runs = () => termwise.read((tx) => loadRuns(tx));
  const arr = async () => (await api.metrics.value({ term: "arr", period: "2026-10" })).value;
  const one = { trigger: "schedule", state: "done" } as const;

  beforeAll(async () => {
    far = await warehouse(inject("postgres").adminUrl, name);
  });
  afterAll(() => far.drop());
  beforeEach(async () => {
    now = instant("2026-11-20T09:30:00Z");
    await far.fresh();
    const all = await opened(await on.open(), { clock });
    ({ house, api, termwise } = all);
  });
  const define = (more: Partial<typeof settings> = {}) =>
    api.sources.define({
      name: "Billing",
      system: "Billing",
      brings: ["contract_lines"],
      expectedMinutes: 120,
      pull: { ...settings, ...more },
    });

  it("are run by the server when their time has come, and go on from where they stopped", async () => {
    await define();
    expect(await runDue(runner())).toBe(0);
    later(30);
    expect(await runDue(runner())).toBe(1);
    expect(await runs()).toMatchObject([
      { ...one, created: 2, unchanged: 0, dueKey: "2026-11-20T10:00:00.000Z" },
    ]);
    expect(await arr()).toBe("360000");
    expect(await runDue(runner())).toBe(0);
    await far.ask("update line set arr = 2400.50, changed_at = '2026-11-20 10:05+01' where sub = 'S1'");
    later(60);
    await runDue(runner());
    expect((await runs())[0]).toMatchObject({ ...one, created: 0, changed: 1, unchanged: 0 });
    expect(await arr()).toBe("480050");
    later(60);
    await runDue(runner());
    expect((await runs())[0]).toMatchObject({ ...one, created: 0, changed: 0, unchanged: 0, importId: null });
  });

  it("that missed their times are run once, the latest (FLT-6)", async () => {
    await define();
    later(60 * 24 * 21);
    expect(await runDue(runner())).toBe(1);
    expect(await runs()).toMatchObject([{ dueKey: "2026-12-11T09:00:00.000Z" }]);
  });

  it("have one effect however many servers look at once (FLT-5)", async () => {
    await define();
    later(30);
    const second = await opened(house.db, { clock });
    const begun = await Promise.all([
      runDue(runner()),
      runDue({ ...runner(), house: second.house }),
      runDue(runner()),
      runDue({ ...runner(), house: second.house }),
    ]);
    expect(begun.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(await runs()).toMatchObject([{ ...one, created: 2, attempt: 1 }]);
    expect(await api.imports.list()).toHaveLength(1);
  });

  it("are taken over from a server that was lost mid-way, which then stores nothing more (FLT-5)", async () => {
    await define();
    later(30);
    const held = await far.holding(async (release) => {
      const first = runDue(runner());
      await far.reached();
      later(20);
      // The first one has been silent past its lease, and a second server has a connection of its own.
      const other = { ...runner(), connections: connectionsIn({ TERMWISE_SOURCE_WH_URL: far.direct }) };
      const second = await runDue(other);
      release();
      return [second, await first];
    });
    expect(held[0]).toBe(1);
    expect(await runs()).toMatchObject([{ ...one, attempt: 2, created: 2 }]);
    expect(await api.imports.list()).toHaveLength(1);
  });

  it("are tried again after a while when the warehouse is away, five times, and then fail with a remedy (FLT-9)", async () => {
    await define();
    later(30);
    const away = {
      ...runner(),
      connections: connectionsIn({ TERMWISE_SOURCE_WH_URL: "postgres://me:secret@127.0.0.1:1/x" }),
    };
    for (const wait of [0, 1, 4, 16]) {
      later(wait);
      expect(await runDue(away)).toBe(1);
      expect(await runDue(away)).toBe(0);
      expect((await runs()).find(({ dueKey }) => dueKey === "2026-11-20T10:00:00.000Z")).toMatchObject({
        state: "waiting",
        errorCode: "E_UNREACHABLE",
      });
    }
    later(64);
    await runDue(away);
    const all = await runs();
    expect(all.find(({ dueKey }) => dueKey === "2026-11-20T10:00:00.000Z")).toMatchObject({
      state: "failed",
      attempt: 5,
      errorRemedy: expect.any(String),
    });
    expect(JSON.stringify(all)).not.toContain("secret");
    later(2);
    await runDue(runner());
    expect(await arr()).toBe("360000");
  });

  it("are not run while they are paused, nor while the operator names no connection", async () => {
    const { id } = await define();
    await api.sources.pause({ id });
    later(90);
    expect(await runDue(runner())).toBe(0);
    await api.sources.resume({ id });
    later(60);
    await runDue({ ...runner(), connections: connectionsIn({}) });
    expect((await runs())[0]).toMatchObject({
      state: "failed",
      errorCode: "E_CONNECTION",
      errorRemedy: expect.stringContaining("TERMWISE_SOURCE_WH_URL"),
    });
  });

  it("are run when somebody asks for it, once", async () => {
    const { id } = await define({ everyMinutes: null as never });
    await api.sources.runNow({ id });
    expect(await runDue(runner())).toBe(1);
    expect(await runs()).toMatchObject([{ trigger: "manual", state: "done", created: 2 }]);
  });

  it("store nothing when a column has gone or has become another, until that is said to be meant", async () => {
    const { id } = await define();
    later(30);
    await runDue(runner());
    await far.ask("alter table line rename ends_on to finished_on");
    await define({ query: query.replace("ends_on", "finished_on") });
    await far.ask("update line set changed_at = '2026-11-20 12:00+01'");
    later(60);
    await runDue(runner());
    expect((await runs())[0]).toMatchObject({
      state: "failed",
      errorCode: "E_COLUMNS",
      errorMessage: expect.stringContaining('"ends_on" is gone'),
    });
    expect(await api.imports.list()).toHaveLength(1);
    const source = await termwise.read((tx) => sourceNow(tx, id));
    const meant = {
      url: far.url,
      query: source.pull?.query ?? "",
      cursor: "changed_at",
      source,
      dryRun: false,
      acceptColumns: true,
    };
    expect(await pull(termwise, meant, bySystem(now))).toMatchObject({ rows: 2, stopped: false });
  });

  it("go on after a kill between two parts, losing and doubling nothing", async () => {
    await far.ask(
      "insert into line select 'M' || n, 'A' || n, 'Core', 10, 'EUR', '2026-01-01', '2026-12-31', timestamptz '2026-11-01 00:00+00' + n / 3 * interval '1 minute' from generate_series(1, 90) n",
    );
    const { id } = await define();
    const source = await termwise.read((tx) => sourceNow(tx, id));
    const asked = {
      url: far.url,
      query,
      cursor: "changed_at",
      source,
      dryRun: false,
      most: { rows: 20, bytes: 1e9 },
    };
    // Killed: the third part never comes.
    let parts = 0;
    const dying: Termwise = {
      ...termwise,
      importFiles: (...given) =>
        ++parts > 2 ? Promise.reject(new Error("killed")) : termwise.importFiles(...given),
    };
    await expect(pullOnce(dying, asked, bySystem(now))).rejects.toThrow("killed");
    const before = (await api.accounts.list({})).total;
    expect(before).toBeGreaterThan(0);
    const rest = await pullOnce(termwise, asked, bySystem(now));
    expect(rest.stopped).toBe(false);
    const done = await runs();
    expect(done.map(({ state }) => state).sort()).toEqual(["done", "failed"]);
    expect(done.reduce((sum, { created }) => sum + (created ?? 0), 0)).toBe(92);
    expect(done.reduce((sum, { unchanged, refused }) => sum + (unchanged ?? 0) + (refused ?? 0), 0)).toBe(0);
    expect(await arr()).toBe(String(360_000 + 90 * 1_000));
  });

  it("are fetched again from where an import was undone", async () => {
    await define();
    later(30);
    await runDue(runner());
    const [first] = await runs();
    await termwise.undoImport(first?.importId as never);
    later(60);
    await runDue(runner());
    expect((await runs())[0]).toMatchObject({ state: "done", refused: 0, unchanged: 0 });
    expect(await arr()).toBe("360000");
  });

  it("are looked at without a trace in a dry run", async () => {
    const { id } = await define();
    const source = await termwise.read((tx) => sourceNow(tx, id));
    const told = await pull(
      termwise,
      { url: far.url, query, cursor: "changed_at", source, dryRun: true },
      bySystem(now),
    );
    expect(told).toMatchObject({ rows: 2, reports: [{ counts: { new: 2 }, committed: false }] });
    expect([await runs(), await api.imports.list()]).toEqual([[], []]);
  });

  it("keep to their workspace", async () => {
    await define();
    const other = await house.termwise((await createWorkspace(house.db, { name: "Other" })).id);
    later(30);
    await runDue(runner());
    expect(await other.read((tx) => loadRuns(tx))).toEqual([]);
  });
});
