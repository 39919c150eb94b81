import { equal } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay, PerformanceObserver } from "node:perf_hooks";
import type { AccountId, Day } from "@termwise/core/kernel";
import { appendFacts } from "@termwise/db";
import { apiOf, lastWeekOver, measureDue, openHouse, settleHealth } from "@termwise/server/for-benches";
import { startPostgres } from "@termwise/test-setup/pg";
import pg from "pg";
import { median } from "../measure/rounds.ts";
import { factsOf } from "./facts.ts";
import { peerScores, peerTables } from "./sql-peer.ts";
import { addFeatures, type ScreenTimes, timeScreens } from "./time-screens.ts";

/** Milliseconds, medians of the rounds. */
export interface HealthTimes extends ScreenTimes {
  readonly accounts: number;
  /** A week of everybody measured: scored, explained, stored, by a server that holds their use. */
  readonly measured: number;
  /** The same by one that has just started: use read first, and code that runs for the first time. */
  readonly measuredFirst: number;
  /** The same scores by one statement that reads and inserts, without what explains them. */
  readonly sql: number;
  /** The same with what each line was read from, as JSON. */
  readonly sqlExplained: number;
  /** The longest the event loop was held while everybody was measured. */
  readonly held: number;
  /** The longest that garbage was collected in one go meanwhile: on a busy machine most of what held it. */
  readonly collected: number;
  /** Megabytes the process grew by while everybody was measured. */
  readonly grown: number;
  /** Everybody weighed anew under another model, from the readings that were stored. */
  readonly weighed: number;
  /** The same for the first time, readings of thirteen weeks read from the store. */
  readonly weighedFirst: number;
  readonly panel: number;
  /** The rows a panel is made of, read bare. */
  readonly panelRows: number;
  readonly overview: number;
  readonly queue: number;
  /** The scores of thirteen weeks of everybody, read bare. */
  readonly scoreRows: number;
}

/** Times the health of a whole book beside SQL on the same server. */
export async function timeHealth(accounts: number, rounds: number): Promise<HealthTimes> {
  const server = await startPostgres(["shared_buffers=2GB", "work_mem=256MB", "jit=off", "max_wal_size=8GB"]);
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  const dataDir = mkdtempSync(join(tmpdir(), "termwise-bench-"));
  const house = await openHouse({ url: server.adminUrl, dataDir, demo: false });
  try {
    const whole = await house.termwise(house.first);
    const week = lastWeekOver(whole.today());
    for (let from = 0; from < accounts; from += 5_000) {
      const facts = factsOf(from, Math.min(accounts, from + 5_000), whole.today());
      await whole.write((tx) => appendFacts(tx, facts));
    }
    await client.query(useOf(house.first, accounts, whole.today()));
    await addFeatures({ house, client, accounts });
    await client.query(weekBefore(house.first, accounts, week));
    await client.query("vacuum analyze");
    for (const statement of peerTables(house.first)) await client.query(statement);
    await whole.books();
    const times = {
      measured: [],
      sql: [],
      sqlExplained: [],
      weighed: [],
      panel: [],
      panelRows: [],
      overview: [],
      queue: [],
      scoreRows: [],
    } as Record<
      Exclude<
        keyof HealthTimes,
        "accounts" | "held" | "collected" | "grown" | "measuredFirst" | "weighedFirst" | keyof ScreenTimes
      >,
      number[]
    >;
    const timed = async <T>(name: keyof typeof times, work: () => Promise<T>): Promise<T> => {
      const started = performance.now();
      const answer = await work();
      times[name].push(performance.now() - started);
      return answer;
    };
    let [grown, collected, held] = [0, 0, 0];
    const longest = (seen: readonly { readonly duration: number }[]) => {
      for (const { duration } of seen) collected = Math.max(collected, duration);
    };
    const collections = new PerformanceObserver((seen) => longest(seen.getEntries()));
    const began = performance.now();
    equal(await measureDue(whole), accounts, "not everybody was measured");
    const measuredFirst = performance.now() - began;
    for (let round = 0; round < rounds; round++) {
      await client.query("delete from ledger.health_measurement where week = $1", [week]);
      // No week is taken away in a store that is lived in: what that leaves behind is not to be paid for.
      await client.query("vacuum analyze ledger.health_measurement");
      const before = process.memoryUsage().rss;
      // One for each round: another would count what lies between two rounds as a wait.
      const delay = monitorEventLoopDelay({ resolution: 10 });
      delay.enable();
      collections.observe({ entryTypes: ["gc"] });
      equal(await timed("measured", () => measureDue(whole)), accounts, "not everybody was measured");
      delay.disable();
      held = Math.max(held, delay.max);
      longest(collections.takeRecords());
      collections.disconnect();
      grown = Math.max(grown, process.memoryUsage().rss - before);
      for (const [name, explained] of [
        ["sql", false],
        ["sqlExplained", true],
      ] as const) {
        await client.query("truncate peer.health");
        const { rowCount } = await timed(name, () => client.query(peerScores(week, { explained })));
        equal(rowCount, accounts, "SQL did not score everybody");
      }
    }
    for (const statement of pastWeeks(house.first, week)) await client.query(statement);
    const api = await apiOf(house);
    await settleHealth(whole);
    const screens = await timeScreens({ house, api, client, accounts });
    const tried = (usage: number) => api.health.preview({ parts: partsOf(usage) });
    const started = performance.now();
    // It is told how far that is after some seconds, and goes on when it is asked again.
    for (let asked = 0; (await tried(40)).reason !== null; asked++)
      equal(asked < 100, true, "a model was not tried on everybody");
    const weighedFirst = performance.now() - started;
    await api.health.overview();
    for (let round = 0; round < Math.max(3, rounds); round++) {
      await timed("weighed", () => tried(41 + round));
      await timed("overview", () => api.health.overview());
      await timed("queue", () => api.health.queue());
      await timed("scoreRows", () => client.query(scoreRows(house.first, week)));
      for (let n = 0; n < 10; n++) {
        const accountId = `acc_b${((round * 10 + n) * 97) % accounts}` as AccountId;
        await timed("panel", () => api.health.account({ accountId }));
        await timed("panelRows", () => client.query(panelRows(house.first, accountId)));
      }
    }
    const of = (name: keyof typeof times) => median(times[name]);
    return {
      ...screens,
      ...{
        accounts,
        held: held / 1e6,
        collected,
        grown: grown / 1e6,
        measured: of("measured"),
        measuredFirst,
        sql: of("sql"),
        sqlExplained: of("sqlExplained"),
      },
      ...{ panel: of("panel"), panelRows: of("panelRows"), overview: of("overview"), queue: of("queue") },
      ...{ scoreRows: of("scoreRows"), weighed: of("weighed"), weighedFirst },
    };
  } finally {
    await house.close();
    await client.end();
    await server.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Weights nobody tried before. */
const partsOf = (usage: number) => [
  { component: "usage" as const, weight: usage },
  { component: "engagement" as const, weight: 70 - usage },
  { component: "sentiment" as const, weight: 10 },
  { component: "support_load" as const, weight: 20 },
];

/** Use of eight weeks on working days, as events add up to it. */
const useOf = (workspaceId: string, accounts: number, today: Day): string => `
  insert into usage.account_day (workspace_id, account_id, on_day, active_users, logins, uses, features)
  select '${workspaceId}', 'acc_b' || n, date '${today}' - back, 3 + (n * 7 + back) % 11, 2 + (n + back) % 9,
    20 + (n * 3 + back * 5) % 90, 2 + (n + back) % 8
  from generate_series(0, ${accounts - 1}) as n, generate_series(1, 56) as back
  where extract(isodow from date '${today}' - back) < 6`;

/** That everybody was measured for the week before the last, so that one week is due. */
const weekBefore = (workspaceId: string, accounts: number, week: Day): string => `
  insert into ledger.health_measurement (workspace_id, account_id, week, model, version, low, high, measured_at, parts)
  select '${workspaceId}', 'acc_b' || n, date '${week}' - 7, 'house', 0, 50, 50, now(), '[]'
  from generate_series(0, ${accounts - 1}) as n`;

/** What was measured of twelve weeks before the last: what was read in the last, with other scores. */
const pastWeeks = (workspaceId: string, week: Day): string[] => [
  `delete from ledger.health_measurement where workspace_id = '${workspaceId}' and week < '${week}'`,
  `insert into ledger.health_measurement (workspace_id, account_id, week, model, version, low, high, measured_at, packed)
    select workspace_id, account_id, week - 7 * back, model, version, score, score, measured_at, packed
    from ledger.health_measurement, generate_series(1, 12) as back,
      lateral (select 20 + (substring(account_id from 6)::int * 13 + back * 3) % 75 as score) as s
    where workspace_id = '${workspaceId}' and week = '${week}'`,
  `insert into ledger.measured_week (workspace_id, week)
    select '${workspaceId}', date '${week}' - 7 * back from generate_series(1, 12) as back on conflict do nothing`,
  "vacuum analyze ledger.health_measurement",
];

const scoreRows = (workspaceId: string, week: Day) => ({
  text: `select account_id, week::text, model, version, low::text, high::text, measured_at::text from ledger.health_measurement
    where workspace_id = '${workspaceId}' and week > date '${week}' - 91 order by account_id, week`,
  rowMode: "array",
});

const panelRows = (workspaceId: string, accountId: string) => ({
  text: `select (select json_agg(m) from ledger.health_measurement m where workspace_id = '${workspaceId}' and account_id = $1),
    (select json_agg(d) from usage.account_day d where workspace_id = '${workspaceId}' and account_id = $1)`,
  values: [accountId],
});
