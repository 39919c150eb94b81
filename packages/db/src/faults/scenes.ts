import type { ThrowawayPostgres } from "@termwise/test-setup/pg";
import type { Driver } from "./drivers.ts";
import { openProxy } from "./proxy.ts";

/** What a scene did to the data, in counts; all zeros when the driver stood it. */
export interface Finding {
  /** Inserts that were acknowledged and are not stored. */
  lost: number;
  /** Transactions of which a part is stored, or the whole after a rollback. */
  torn: number;
  /** Transactions that had not ended ten seconds after the fault. */
  stuck: number;
  /** Connections of the pool that can no longer be had. */
  leaked: number;
}

export interface Stage {
  database: ThrowawayPostgres;
  open(url: string, connections: number): Driver;
  /** How long the scene plays; 1 in the commit run. */
  rounds: number;
  /** Rows of `written` as another connection sees them. */
  stored(): Promise<{ id: number; part: string }[]>;
}

const connections = 5;

export const scenes = { disconnect, pipeline, stall, restart };
export type SceneName = keyof typeof scenes;

/** The network breaks inside a transaction; others carry on, and then its own work sends the second half. */
async function disconnect({ database, open, stored }: Stage): Promise<Finding> {
  const proxy = await openProxy(database.adminUrl);
  const driver = open(proxy.url, connections);
  const transaction = driver.transaction(async (insert) => {
    await insert(1, "first half");
    proxy.cut();
    await pause(100);
    await Promise.allSettled(Array.from({ length: 2 * connections }, () => driver.insert(2, "of others")));
    await insert(1, "second half");
  });
  const committed = await transaction.then(
    () => true,
    () => false,
  );
  await pause(300);
  const rows = (await stored()).filter(({ id }) => id === 1);
  const finding = {
    lost: committed && rows.length === 0 ? 1 : 0,
    torn: rows.length === 1 ? 1 : 0,
    stuck: 0,
    leaked: await leaked(driver, connections),
  };
  await driver.close().catch(() => {});
  await proxy.close();
  return finding;
}

/** A transaction begins as the 101st request of a full connection, others write on, and then a transaction fails. */
async function pipeline({ database, open, stored }: Stage): Promise<Finding> {
  const driver = open(database.adminUrl, 1);
  for (const id of [1, 2]) await driver.insert(id, "so that the statement is prepared");
  const acknowledged = new Set<number>();
  const insert = (id: number) =>
    driver.insert(id, "alone").then(
      () => acknowledged.add(id),
      () => {},
    );
  const refuse = (id: number) =>
    driver
      .transaction(async (insertInside) => {
        await insertInside(id, "rolled back");
        throw new Error("refused");
      })
      .catch(() => {});
  const hundred = (from: number) => Array.from({ length: 100 }, (_, index) => insert(from + index));
  await Promise.all([...hundred(1000), refuse(1), ...hundred(2000)]);
  await Promise.all([...hundred(3000), refuse(2)]);
  const rows = await stored();
  const ids = new Set(rows.map(({ id }) => id));
  const finding = {
    lost: [...acknowledged].filter((id) => !ids.has(id)).length,
    torn: rows.filter(({ part }) => part === "rolled back").length,
    stuck: 0,
    leaked: await leaked(driver, 1),
  };
  await driver.close().catch(() => {});
  return finding;
}

/** The database stalls again and again under 800 outstanding inserts, among them transactions that fail. */
async function stall({ database, open, rounds, stored }: Stage): Promise<Finding> {
  const proxy = await openProxy(database.adminUrl);
  const driver = open(proxy.url, connections);
  const acknowledged = new Set<number>();
  const rolledBack = new Set<number>();
  let next = 0;
  let over = false;
  const worker = async () => {
    while (!over) {
      const id = ++next;
      if (id % 160 === 0) {
        rolledBack.add(id);
        await driver
          .transaction(async (insert) => {
            await insert(id, "rolled back");
            throw new Error("refused");
          })
          .catch(() => {});
      } else {
        await driver.insert(id, "alone").then(
          () => acknowledged.add(id),
          () => {},
        );
      }
    }
  };
  const workers = Array.from({ length: 800 }, worker);
  for (let round = 0; round < 12 * rounds; round++) {
    await pause(100);
    await proxy.stall(150);
  }
  over = true;
  const stuck = await unfinished(workers);
  const ids = new Set((await stored()).map(({ id }) => id));
  const finding = {
    lost: [...acknowledged].filter((id) => !ids.has(id)).length,
    torn: [...rolledBack].filter((id) => ids.has(id)).length,
    stuck,
    leaked: await leaked(driver, connections),
  };
  await driver.close().catch(() => {});
  await proxy.close();
  return finding;
}

/** The database crashes and comes back under 60 concurrent transactions of two rows each. */
async function restart({ database, open, rounds, stored }: Stage): Promise<Finding> {
  const driver = open(database.adminUrl, connections);
  const acknowledged = new Set<number>();
  let next = 0;
  let over = false;
  const worker = async () => {
    while (!over) {
      const id = ++next;
      await driver
        .transaction(async (insert) => {
          await insert(id, "first");
          await insert(id, "second");
        })
        .then(
          () => acknowledged.add(id),
          () => pause(20),
        );
    }
  };
  const workers = Array.from({ length: 60 }, worker);
  for (let round = 0; round < 3 * rounds; round++) {
    await pause(400);
    await database.crash();
    await database.start();
  }
  await pause(400);
  over = true;
  const stuck = await unfinished(workers);
  const parts = new Map<number, number>();
  for (const { id } of await stored()) parts.set(id, (parts.get(id) ?? 0) + 1);
  const finding = {
    lost: [...acknowledged].filter((id) => !parts.has(id)).length,
    torn: [...parts.values()].filter((count) => count !== 2).length,
    stuck,
    leaked: await leaked(driver, connections),
  };
  await driver.close().catch(() => {});
  return finding;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** How many of the workers are still at it after ten seconds. */
async function unfinished(workers: Promise<void>[]): Promise<number> {
  let left = workers.length;
  const all = Promise.all(workers.map((worker) => worker.then(() => left--)));
  await Promise.race([all, pause(10_000)]);
  return left;
}

/** How many of the pool's connections cannot be held all at once. */
async function leaked(driver: Driver, size: number): Promise<number> {
  let held = 0;
  const all = new Promise<void>((resolve) => {
    for (let index = 0; index < size; index++) {
      const hold = async () => {
        if (++held === size) resolve();
        await Promise.race([all, pause(3_000)]);
      };
      driver.transaction(hold).catch(() => {});
    }
  });
  await Promise.race([all, pause(3_000)]);
  return size - held;
}
