import type { ThrowawayPostgres } from "@termwise/test-setup/pg";
import type { Driver } from "./drivers.ts";

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

/** Size of the pool in most scenes. */
export const connections = 5;

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** How many of the workers are still at it after ten seconds. */
export async function unfinished(workers: Promise<void>[]): Promise<number> {
  let left = workers.length;
  const all = Promise.all(workers.map((worker) => worker.then(() => left--)));
  await Promise.race([all, pause(10_000)]);
  return left;
}

/** How many of the pool's connections cannot be held all at once. */
export async function leaked(driver: Driver, size: number): Promise<number> {
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
