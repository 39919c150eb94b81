import { startPostgres } from "@termwise/test-setup/pg";
import type { Goal } from "../goals.ts";
import { bodiesOf, eventsOf } from "./events.ts";
import { sendAll } from "./load.ts";
import { startProduct } from "./product.ts";

const perRequest = 100;
const heldMs = 60_000;

/** What should hold of a load for a minute: events a second, and milliseconds 99 of 100 answers come within. */
const held = {
  postgres: { id: "L-1", on: "PostgreSQL", rate: 5_000, p99: 500 },
  embedded: { id: "L-2", on: "the embedded database", rate: 2_000, p99: 1_500 },
} as const;

/** Sends events for a minute as fast as they are answered, and measures against the goals of that engine. */
export async function holdLoad(engine: keyof typeof held): Promise<Goal[]> {
  const server =
    engine === "postgres" ? await startPostgres(["shared_buffers=1GB", "max_wal_size=8GB"]) : null;
  const product = await startProduct(server?.adminUrl);
  try {
    await sendAll(product.address(), bodiesFor(5_000, { name: "warm", writeKey: product.writeKey }));
    const bodies = bodiesFor(heldMs, { name: "held", writeKey: product.writeKey });
    const { requests, ms, p99, refused } = await sendAll(product.address(), bodies);
    const { id, on, ...goal } = held[engine];
    const of = `for a minute on ${on}`;
    return [
      {
        ...{
          id,
          what: `events taken in ${of}, none refused`,
          bound: "at least",
          goal: goal.rate,
          unit: "/s",
        },
        measured: refused > 0 ? 0 : (requests * perRequest * 1_000) / ms,
      },
      {
        ...{ id, what: `99th percentile of answers ${of}`, bound: "at most", goal: goal.p99, unit: "ms" },
        measured: p99,
      },
    ];
  } finally {
    await product.close();
    await server?.remove();
  }
}

/** Requests, made as they are sent, until so many milliseconds are over. */
function* bodiesFor(ms: number, { name, writeKey }: { name: string; writeKey: string }): Generator<Buffer> {
  const now = Date.now();
  for (let part = 0; ; part++)
    for (const body of bodiesOf(eventsOf(`${name}-${part}`, 10_000, { type: "track", now }), writeKey)) {
      if (Date.now() >= now + ms) return;
      yield body;
    }
}
