import { equal } from "node:assert/strict";
import { startPostgres } from "@termwise/test-setup/pg";
import pg from "pg";
import type { Goal } from "../goals.ts";
import { interleaved } from "../measure/rounds.ts";
import { type Booking, book, createRollups, rollUp, seriesOfRollup } from "./rollup-tables.ts";

const [writers, callers, perTurn] = [8, 32, 320];
const bookings: readonly Booking[] = Array.from({ length: perTurn }, (_, n) => ({
  account: (n * 7_919) % 100_000,
  amount: 100 + n,
}));

/** Milliseconds of each: a question, and writes of one account, with and without the optional rollups in PostgreSQL. */
export type RollupTimes = Readonly<
  Record<"emptyTrip" | "series" | "ledgerOne" | "rolledOne" | "ledgerMany" | "rolledMany", number>
>;

/** Times the rollups in turns with what they are compared with, on one server and the same connections. */
export async function timeRollups(rounds: number): Promise<RollupTimes> {
  const server = await startPostgres(["shared_buffers=512MB"]);
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  const pool = new pg.Pool({ connectionString: server.adminUrl, max: writers });
  try {
    await createRollups(client);
    const inOne = async (on: pg.ClientBase, work: () => Promise<unknown>) => {
      await on.query("begin");
      await work();
      await on.query("commit");
    };
    let account = 0;
    const one = (): Booking[] => {
      account = (account + 37) % 100_000;
      return [{ account, amount: 100 }];
    };
    const timings = await interleaved(
      [
        { name: "emptyTrip", run: () => client.query("select") },
        { name: "series", run: () => client.query({ text: seriesOfRollup, rowMode: "array" }) },
        { name: "ledgerOne", run: () => inOne(client, () => book(client, one())) },
        {
          name: "rolledOne",
          run: () => {
            const booked = one();
            return inOne(client, async () => {
              await book(client, booked);
              await rollUp(client, booked);
            });
          },
        },
        { name: "ledgerMany", run: () => ledgerOnly(pool) },
        { name: "rolledMany", run: () => throughTheLane(pool) },
      ],
      rounds,
    );
    await assertSame(client);
    const of = (name: string) => timings.get(name)?.median ?? Number.NaN;
    return {
      emptyTrip: of("emptyTrip"),
      series: of("series"),
      ledgerOne: of("ledgerOne"),
      rolledOne: of("rolledOne"),
      ledgerMany: of("ledgerMany"),
      rolledMany: of("rolledMany"),
    };
  } finally {
    await pool.end();
    await client.end();
    await server.remove();
  }
}

/** Eight writers, a transaction for each booking. */
async function ledgerOnly(pool: pg.Pool): Promise<void> {
  let next = 0;
  const writer = async () => {
    const client = await pool.connect();
    for (let at = next++; at < perTurn; at = next++) {
      await client.query("begin");
      await book(client, bookings.slice(at, at + 1));
      await client.query("commit");
    }
    client.release();
  };
  await Promise.all(Array.from({ length: writers }, writer));
}

/** 32 callers, each waiting for its booking, which one lane stores together with those that wait: rollups in the same transaction. */
async function throughTheLane(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  let waiting: { booking: Booking; done: () => void }[] = [];
  let wake = () => {};
  let left = perTurn;
  const lane = (async () => {
    while (left > 0) {
      if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const [taken, booked] = [waiting, waiting.map(({ booking }) => booking)];
      waiting = [];
      await client.query("begin");
      await book(client, booked);
      await rollUp(client, booked);
      await client.query("commit");
      left -= taken.length;
      for (const { done } of taken) done();
    }
  })();
  let next = 0;
  const caller = async () => {
    for (let at = next++; at < perTurn; at = next++)
      await new Promise<void>((done) => {
        waiting.push({ booking: bookings[at] ?? { account: 0, amount: 0 }, done });
        wake();
      });
  };
  await Promise.all([lane, ...Array.from({ length: callers }, caller)]);
  client.release();
}

/** What was rolled up is what was booked through it: the same count in every slice. */
async function assertSame(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ slice: number; n: string }>(
    "select slice, sum(n) - 4 * 3 as n from arr_flow where kind = 1 and begun = 12 and month = 36 group by slice",
  );
  equal(new Set(rows.map(({ n }) => n)).size, 1, "the slices of the rollups differ");
}

/** The goals of the optional rollups. */
export function rollupGoals(times: RollupTimes): Goal[] {
  return [
    {
      id: "P6",
      what: "writes with rollups, 32 callers in one lane, against 8 writers without: throughput",
      bound: "at least",
      goal: 0.9,
      unit: "×",
      measured: times.ledgerMany / times.rolledMany,
    },
    {
      id: "P7",
      what: "series from the rollups against an empty round trip",
      bound: "at most",
      goal: 12,
      unit: "×",
      measured: times.series / times.emptyTrip,
    },
    {
      id: "P7",
      what: "one account written with rollups against without",
      bound: "at most",
      goal: 4,
      unit: "×",
      measured: times.rolledOne / times.ledgerOne,
    },
  ];
}
