import { connections, type Finding, leaked, pause, type Stage, unfinished } from "../stage.ts";

/** The database crashes and comes back under 60 concurrent transactions of two rows each. */
export async function restart({ database, open, rounds, stored }: Stage): Promise<Finding> {
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
