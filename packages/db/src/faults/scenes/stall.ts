import { openProxy } from "../proxy.ts";
import { connections, type Finding, leaked, pause, type Stage, unfinished } from "../stage.ts";

/** The database stalls again and again under 800 outstanding inserts, among them transactions that fail. */
export async function stall({ database, open, rounds, stored }: Stage): Promise<Finding> {
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
