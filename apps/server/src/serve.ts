import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { ServerType } from "@hono/node-server";
import { dropOldLimits, inIdentity } from "@termwise/db";
import { openGate } from "./auth/gate.ts";
import { setupToken } from "./auth/setup-token.ts";
import { openEdge } from "./edge/edge.ts";
import type { Env } from "./env.ts";
import { openCounting } from "./events/keep-counting.ts";
import { serveHealth } from "./health/serve-health.ts";
import { type House, openHouse } from "./house.ts";
import { createApp } from "./http/app.ts";
import { listen } from "./http/listen.ts";
import type { Log } from "./log.ts";
import { serveTimers } from "./plays/serve-timers.ts";
import { connectionsIn } from "./sources/connections.ts";
import { serveSources } from "./sources/serve-sources.ts";

/** How a server is started. `demo` null: the demo company goes into an embedded store that is new. */
export interface ServeOptions {
  readonly env: Env;
  readonly demo: boolean | null;
  readonly pages: string;
  readonly log: Log;
}

/** What is in progress may take this long after the first signal; then its connections are cut, and later all ends. */
const patience = { requests: 25_000, bringing: 3_000, all: 30_000 };

/** Milliseconds: counts, sessions and tokens that are over are thrown away so often. */
const sweeping = 10 * 60 * 1000;

/** Opens the store, serves it, prints the address, and stops in order on SIGINT or SIGTERM; a second signal stops at once. */
export async function serveTermwise({ env, demo, pages, log }: ServeOptions): Promise<void> {
  const house = await openHouse({ url: env.databaseUrl, usageUrl: env.usageUrl, dataDir: env.dataDir, demo });
  let draining = false;
  const stopping = new AbortController();
  const counting = openCounting({ house, log });
  house.onImport(counting.accountsCame);
  const server = await (async () => {
    const edge = await openEdge(env, log);
    const gate = openGate({ house, edge, log });
    const parts = {
      gate,
      edge,
      log,
      pages,
      draining: () => draining,
      stopping: stopping.signal,
      arriving: counting.after,
    };
    return listen(createApp(parts).fetch, edge, env);
  })().catch(async (error: unknown) => {
    await house.close();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  const address = `http://${env.host.includes(":") ? `[${env.host}]` : env.host}:${port}`;
  house.db.lock?.announce(address);
  const place = env.databaseUrl ? "PostgreSQL (DATABASE_URL)" : `embedded database in ${env.dataDir}`;
  console.log(`Termwise is ready: ${address}  (${place})`);
  const setup = await setupToken(house);
  if (setup !== null)
    console.log(
      `Set up your own workspace: ${env.publicUrl ?? address}/setup#${setup}  (works once, and only until somebody has)`,
    );
  const counted = counting.run(stopping.signal);
  const bringing = serveSources({
    house,
    connections: connectionsIn(process.env),
    folders: env.watch,
    workspace: env.workspace ?? null,
    log,
    signal: stopping.signal,
  });
  const acting = serveTimers({ house, log, signal: stopping.signal });
  const measuring = serveHealth({ house, log, signal: stopping.signal });
  const sweep = setInterval(
    () => void inIdentity(house.db, (tx) => dropOldLimits(tx, house.now())).catch(() => {}),
    sweeping,
  );
  sweep.unref();

  const stop = (): void => {
    if (draining) process.exit(1);
    draining = true;
    stopping.abort();
    console.log("Stopping; what is in progress is finished first");
    setTimeout(() => process.exit(1), env.drainSeconds * 1_000 + patience.all).unref();
    // A proxy is given time to see that this server is no longer ready before it stops accepting.
    const drained = wait(env.drainSeconds * 1_000);
    void drained
      .then(() => closeDown(server, house, Promise.all([bringing, acting, measuring, counted])))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, "stopping failed");
          process.exit(1);
        },
      );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("unhandledRejection", (error) => {
    log.fatal({ err: error }, "a promise nobody waited for failed");
    process.exit(1);
  });
}

/** Stops accepting, lets what is in progress finish, closes the store. */
async function closeDown(server: ServerType, house: House, bringing: Promise<unknown>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  const late = setTimeout(() => {
    if ("closeAllConnections" in server) server.closeAllConnections();
  }, patience.requests);
  await closed;
  clearTimeout(late);
  // What is being brought is finished; what takes too long is gone on with after the next start.
  await Promise.race([bringing, wait(patience.bringing, undefined, { ref: false })]);
  await house.close();
}
