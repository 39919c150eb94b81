import { type Finding, leaked, type Stage } from "../stage.ts";

/** A transaction begins as the 101st request of a full connection, others write on, and then a transaction fails. */
export async function pipeline({ database, open, stored }: Stage): Promise<Finding> {
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
