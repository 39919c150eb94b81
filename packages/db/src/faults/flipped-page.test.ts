import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { asOwner, connect, readStore } from "../index.ts";
import { testEngine } from "../testing.ts";

const on = testEngine("embedded");

it("FLT-11: a bit changed in a page on the disk is found when the page is read, and no wrong row is told", async () => {
  const { dataDir } = await on.migratedPlace();
  const first = await connect({ dataDir });
  const [file] = await asOwner(first, async (tx) => {
    await tx.query(
      sql`insert into workspace.workspace (id, name) values (gen_random_uuid(), 'Kept as it was written')`,
    );
    return tx.query<{ path: string }>(sql`select pg_relation_filepath('workspace.workspace') as path`);
  });
  await first.close();
  const path = join(dataDir, "pg", file?.path ?? "");
  const page = Buffer.alloc(8_192);
  const opened = openSync(path, "r+");
  readSync(opened, page, 0, page.length, 0);
  const at = page.indexOf("Kept as it was written");
  expect(at).toBeGreaterThan(0);
  // One bit of the name: a row that looks right and is not.
  writeSync(opened, Buffer.from([page[at]! ^ 1]), 0, 1, at);
  closeSync(opened);
  const second = await connect({ dataDir });
  const asked = asOwner(second, (tx) => tx.query(sql`select name from workspace.workspace`));
  await expect(asked).rejects.toMatchObject({ code: "XX001" });
  // A backup of it is not made either.
  await expect(readStore(second, async () => {})).rejects.toMatchObject({ code: "XX001" });
  await second.close().catch(() => {});
});
