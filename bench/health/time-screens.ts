import { monitorEventLoopDelay } from "node:perf_hooks";
import type { JournalFact } from "@termwise/core/facts";
import { addDays, type Day, EntryId, type Instant } from "@termwise/core/kernel";
import { appendFacts } from "@termwise/db";
import type { apiOf, openHouse } from "@termwise/server/for-benches";
import type pg from "pg";
import { median } from "../measure/rounds.ts";

/** Milliseconds of lists that are told from everything on record of everybody. */
export interface ScreenTimes {
  /** The first question for features and for plays, asked together, when nothing of either was made yet. */
  readonly listsFirst: number;
  /** Both again. */
  readonly lists: number;
  /** The longest the event loop was held by the first. */
  readonly listsHeld: number;
  /** The days of use of everybody, read bare. */
  readonly useRows: number;
}

type House = Awaited<ReturnType<typeof openHouse>>;

interface Company {
  readonly house: House;
  readonly api: Awaited<ReturnType<typeof apiOf>>;
  readonly client: pg.Client;
  readonly accounts: number;
}

const names = ["export", "board", "alerts"];

/** Features and use of them by every fifth customer on every other day of six weeks: what {@link timeScreens} needs. */
export async function addFeatures({ house, client, accounts }: Omit<Company, "api">): Promise<void> {
  const whole = await house.termwise(house.first);
  const today = whole.today();
  await whole.write((tx) => appendFacts(tx, { journal: names.map((name) => featureOf(name, today)) }));
  await client.query(`
    insert into usage.daily_use (workspace_id, account_id, on_day, user_id, feature, activity, uses)
    select '${house.first}', 'acc_b' || n * 5, date '${today}' - back, 'u' || n,
      (array['${names.join("','")}'])[1 + (n + back) % 3], 'use', 3 + (n + back) % 7
    from generate_series(0, ${Math.ceil(accounts / 5) - 1}) as n, generate_series(1, 42, 2) as back`);
}

/** Times the lists of features and plays of a company nobody asked for them yet. */
export async function timeScreens({ house, api, client }: Company): Promise<ScreenTimes> {
  const asked = async () => {
    const started = performance.now();
    const lists = [untilAnswered(() => api.features.adoption()), untilAnswered(() => api.plays.catalogue())];
    await Promise.all(lists);
    return performance.now() - started;
  };
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const listsFirst = await asked();
  delay.disable();
  const [lists, useRows]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round++) {
    lists.push(await asked());
    const started = performance.now();
    await client.query({ text: bareUse(house.first), rowMode: "array" });
    useRows.push(performance.now() - started);
  }
  return { listsFirst, lists: median(lists), listsHeld: delay.max / 1e6, useRows: median(useRows) };
}

/** Who waits too long is told so, and what was begun goes on: whoever asks again has it. */
async function untilAnswered(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      await ask();
      return;
    } catch (cause) {
      if (tries === 20) throw cause;
    }
}

const bareUse = (workspaceId: string): string => `
  select account_id, on_day::text, user_id, feature, activity, uses from usage.daily_use
  where workspace_id = '${workspaceId}' order by account_id, on_day`;

function featureOf(feature: string, today: Day): JournalFact {
  const [recordedAt, effectiveOn] = ["2026-01-01T00:00:00.000Z" as Instant, addDays(today, -130)];
  return {
    ...{
      kind: "journal",
      entryId: EntryId.parse(`ent_${feature}`),
      accountId: null,
      by: null,
      withdrawn: null,
    },
    ...{ at: recordedAt, recordedAt, effectiveOn },
    source: { system: "bench", key: `feature ${feature}`, file: null, line: null },
    entry: {
      ...{ of: "feature", feature, area: "Core", tier: "core", workflow: "A user does their work with it." },
      ...{ segments: [], gaOn: addDays(today, -120), owner: null, retired: false },
      activeUse: { usesAWeek: 2, weeks: 3, agreedOn: effectiveOn },
    },
  };
}
