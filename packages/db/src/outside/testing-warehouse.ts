// A warehouse of one's own, and a connection to it that can be held up.

import { once } from "node:events";
import { createServer, connect as dial, type Socket } from "node:net";
import pg from "pg";

/** A database that stands for somebody's warehouse. */
export interface Warehouse {
  /** Through a connection that {@link Warehouse.holding} holds up. */
  readonly url: string;
  /** Around it. */
  readonly direct: string;
  ask(text: string): Promise<void>;
  /** Two contract lines, as at the beginning of each test. */
  fresh(): Promise<void>;
  /** Holds answers up while the work goes on, until it releases them. */
  holding<T>(work: (release: () => void) => Promise<T>): Promise<T>;
  /** Comes when a question has reached the held-up connection. */
  reached(): Promise<void>;
  drop(): Promise<void>;
}

/** Makes a warehouse on a throwaway server. */
export async function warehouse(adminUrl: string, name: string): Promise<Warehouse> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const direct = new URL(adminUrl);
  direct.pathname = `/${name}`;
  const own = new pg.Client({ connectionString: direct.toString() });
  await own.connect();
  let held: Promise<void> | null = null;
  let told = () => {};
  let arrived = new Promise<void>(() => {});
  const sockets = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = dial(Number(direct.port || 5432), direct.hostname);
    for (const [from, to, back] of [
      [near, far, false],
      [far, near, true],
    ] as const) {
      sockets.add(from);
      from.on("error", () => to.destroy()).on("close", () => to.destroy());
      from.on("data", async (piece: Buffer) => {
        if (back && held) {
          told();
          await held;
        }
        to.write(piece);
      });
    }
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const through = new URL(direct);
  through.host = `127.0.0.1:${(proxy.address() as { port: number }).port}`;
  return {
    url: through.toString(),
    direct: direct.toString(),
    ask: async (text) => void (await own.query(text)),
    fresh: async () => {
      await own.query(`drop table if exists line;
        create table line (sub text, customer text, product text, arr numeric(20,10), currency text,
          starts_on date, ends_on date, changed_at timestamptz);
        insert into line values
          ('S1', 'C1', 'Core', 1200, 'EUR', '2026-01-01', '2026-12-31', '2026-11-20 09:00:00.123456+01'),
          ('S2', 'C2', 'Core', 2400, 'EUR', '2026-01-01', '2026-12-31', '2026-11-20 09:00:00.123457+01')`);
    },
    holding: async (work) => {
      let release = () => {};
      held = new Promise((resolve) => {
        release = () => {
          held = null;
          resolve();
        };
      });
      arrived = new Promise((resolve) => {
        told = resolve;
      });
      try {
        return await work(release);
      } finally {
        release();
      }
    },
    reached: () => arrived,
    drop: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await own.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}
