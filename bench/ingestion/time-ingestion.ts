import { equal } from "node:assert/strict";
import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { findPostgresBinaries, startPostgres } from "@termwise/test-setup/pg";
import pg from "pg";
import { median } from "../measure/rounds.ts";
import { bodiesOf, copyRows, eventsOf, rawTable } from "./events.ts";
import { type Load, sendAll } from "./load.ts";
import { type Product, startProduct } from "./product.ts";

const perRound = 30_000;

/** Events a second: through the product until all are counted, until all are kept, and a bare `psql \copy`. */
export interface IngestionTimes {
  /** Kept and counted: from the first request until nothing waits to be counted. */
  readonly counted: number;
  /** Kept, while counting goes on beside it. */
  readonly kept: number;
  /** Kept, of events that tell nothing of use. */
  readonly raw: number;
  readonly copy: number;
  readonly p99: { readonly counted: number; readonly raw: number };
  /** The longest it took until the last event that was answered for was counted, in milliseconds. */
  readonly lag: number;
  readonly events: number;
}

/**
 * Times taking events in over HTTP in turns with the same endpoint without counting and with `psql \copy` of the same
 * events into a table with the same key, on one server; ends the product as a crash would in between, and recounts.
 */
export async function timeIngestion(rounds: number): Promise<IngestionTimes> {
  const server = await startPostgres(["shared_buffers=1GB", "max_wal_size=8GB"]);
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  const product = await startProduct(server.adminUrl);
  try {
    await client.query(rawTable);
    const turns: Turn[] = [];
    for (let round = 0; round <= rounds; round++)
      turns.push(await turn({ product, client, url: server.adminUrl }, round));
    const crashed = await crashedLoad(product, client);
    await recount(client, turns.length * perRound + crashed);
    // The first turn is to be warm.
    const of = (rate: (turn: Turn) => number) => median(turns.slice(1).map(rate));
    return {
      counted: of(({ counted, drain }) => perSecond(counted.ms + drain)),
      kept: of(({ counted }) => perSecond(counted.ms)),
      raw: of(({ raw }) => perSecond(raw.ms)),
      copy: of(({ copy }) => perSecond(copy)),
      p99: { counted: of(({ counted }) => counted.p99), raw: of(({ raw }) => raw.p99) },
      lag: Math.max(...turns.slice(1).map(({ drain }) => drain)),
      events: turns.length * perRound + crashed,
    };
  } finally {
    await product.close();
    await client.end();
    await server.remove();
  }
}

const perSecond = (ms: number): number => (perRound / ms) * 1_000;

interface Turn {
  readonly raw: Load;
  readonly counted: Load;
  /** Milliseconds from the last answer until all was counted. */
  readonly drain: number;
  readonly copy: number;
}

interface Sides {
  readonly product: Product;
  readonly client: pg.Client;
  readonly url: string;
}

async function turn({ product, client, url }: Sides, round: number): Promise<Turn> {
  const made = (type: "alias" | "track") =>
    bodiesOf(eventsOf(`${type}-${round}`, perRound, { type, now: Date.now() }), product.writeKey);
  const loaded = async (bodies: readonly Buffer[]) => {
    const load = await sendAll(product.address(), bodies);
    equal(load.refused, 0, "requests were refused");
    return load;
  };
  const raw = await loaded(made("alias"));
  const counted = await loaded(made("track"));
  const drain = await drained(client);
  return { raw, counted, drain, copy: await copied({ client, url }, round) };
}

/** Milliseconds until nothing waits to be counted any more. */
async function drained(client: pg.Client): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { rows } = await client.query<{ left: boolean }>(
      "select exists (select from usage.queued_batch) or exists (select from usage.waiting_use) as left",
    );
    if (rows[0]?.left === false) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function copied({ client, url }: Pick<Sides, "client" | "url">, round: number): Promise<number> {
  const file = join(tmpdir(), `termwise-bench-${process.pid}.tsv`);
  writeFileSync(file, copyRows(eventsOf(`copy-${round}`, perRound, { type: "track", now: Date.now() })));
  await client.query("truncate raw_event");
  const binaries = findPostgresBinaries();
  const psql = binaries ? join(binaries, "psql") : "psql";
  const started = performance.now();
  await promisify(execFile)(psql, [url, "-qc", `\\copy raw_event from '${file}'`], { cwd: dirname(psql) });
  const ms = performance.now() - started;
  rmSync(file);
  return ms;
}

/** A load during which the server is killed once; whatever was not answered for is sent again. Answers with how many events it had. */
async function crashedLoad(product: Product, client: pg.Client): Promise<number> {
  const bodies = bodiesOf(eventsOf("crash", perRound, { type: "track", now: Date.now() }), product.writeKey);
  const load = sendAll(product.address(), bodies);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await product.crash();
  await load;
  await sendAll(product.address(), bodies);
  await drained(client);
  return perRound;
}

/** What was counted is what is kept, customer by customer and day by day, and nothing is missing. */
async function recount(client: pg.Client, events: number): Promise<void> {
  const { rows } = await client.query<{ kept: number; differing: number }>(`
    with kept as (
      select split_part(group_id, 'A', 2)::int as customer, on_day, count(*)::int as n, count(distinct user_id)::int as users
      from usage.event where kind = 'track' group by 1, 2),
    counted as (
      select split_part(external, 'A', 2)::int as customer, on_day, uses::int as n, active_users::int as users
      from usage.account_day join (
        select account_id, value as external from ledger.account, json_each_text(external_ids)) as named using (account_id))
    select (select sum(n)::int from kept) as kept,
      (select count(*)::int from kept k full join counted c using (customer, on_day)
        where k.n is distinct from c.n or k.users is distinct from c.users) as differing`);
  equal(rows[0]?.kept, events, "events are missing");
  equal(rows[0]?.differing, 0, "what was counted is not what is kept");
}
