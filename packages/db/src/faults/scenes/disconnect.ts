import { openProxy } from "../proxy.ts";
import { connections, type Finding, leaked, pause, type Stage } from "../stage.ts";

/** The network breaks inside a transaction; others carry on, and then its own work sends the second half. */
export async function disconnect({ database, open, stored }: Stage): Promise<Finding> {
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
