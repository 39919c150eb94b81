import { spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  asOwner,
  connect,
  ensureWorkspace,
  inWorkspace,
  isMigrated,
  loadFacts,
  migrate,
  type Place,
  readStore,
} from "../index.ts";
import { testEngine } from "../testing.ts";
import { folderWith } from "./more-migrations.ts";

const deep = process.env["TERMWISE_DEEP"] === "1";
const kills = Number(process.env["TERMWISE_ROUNDS"] ?? (deep ? 10 : 1));
const nothing = async () => {};

/** Lets a process migrate a place, and kills it at once, some time after it began. */
async function migrateUntilKilled(place: Place, within: number): Promise<void> {
  const code = `
    import { connect, migrate } from ${JSON.stringify(new URL("../index.ts", import.meta.url).href)};
    const db = await connect(${JSON.stringify(place)});
    console.log("begun");
    await migrate(db);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), ended]);
  const timer = setTimeout(() => child.kill("SIGKILL"), Math.random() * within);
  await ended;
  clearTimeout(timer);
}

describe("M-2: kill -9 while a store is migrated", () => {
  // A new folder for each kill takes the embedded one seconds: that is left to the deep run.
  const engines = deep ? (["embedded", "postgres"] as const) : (["postgres"] as const);
  describe.each(engines)("on %s", (engine) => {
    const on = testEngine(engine);
    it("leaves the schema before or after, and the next start completes it", {
      timeout: 60_000 * kills,
    }, async () => {
      const whole = await on.open();
      const { tables } = await readStore(whole, nothing);
      for (let kill = 0; kill < kills; kill++) {
        const place = await on.place();
        await migrateUntilKilled(place, on.engine === "embedded" ? 700 : 250);
        const db = await connect(place);
        const found = await asOwner(db, (tx) =>
          tx.query(sql`select from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'`),
        );
        // All tables and the register of migrations, or none: never some.
        expect([0, found.length]).toContain((await isMigrated(db)) ? 0 : found.length);
        await migrate(db);
        expect((await readStore(db, nothing)).tables).toEqual(tables);
        await db.close();
      }
    });
  });
});

describe("M-3: a migration of a table that somebody reads for long", () => {
  it("keeps nobody waiting behind it for more than two seconds, and is done once the table is free", async () => {
    const on = testEngine("postgres");
    const place = await on.migratedPlace();
    const [server, reader, migrating] = await Promise.all([connect(place), connect(place), connect(place)]);
    const { id } = await ensureWorkspace(server, { name: "Busy" });
    const folder = folderWith("alter table ledger.journal add column later int");
    let letGo = () => {};
    const released = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const holding = asOwner(reader, async (tx) => {
      await tx.query(sql`select count(*) from ledger.journal`);
      await released;
    });
    const migrated = migrate(migrating, folder);
    let asked = 0;
    const waits = await (async () => {
      const queued = async () => {
        const [row] = await asOwner(server, (tx) =>
          tx.query<{ n: number }>(sql`select count(*)::int as n from pg_locks where not granted
            and relation = 'ledger.journal'::regclass and mode = 'AccessExclusiveLock'`),
        );
        return (row?.n ?? 0) > 0;
      };
      // Twice the migration waits and gives up; who asks meanwhile is answered, each within the patience it has.
      for (let seen = 0; seen < 2; ) {
        if (!(await queued())) continue;
        await inWorkspace(server, id, (tx) => loadFacts(tx), { readOnly: true, lockPatience: 4_000 });
        asked++;
        seen++;
      }
      return asked;
    })();
    expect(waits).toBe(2);
    letGo();
    await holding;
    expect(await migrated).toBe(1);
    // M-4: a server of the version before says that it is not ready, so that a proxy takes it out.
    await expect(isMigrated(server)).rejects.toThrow("newer version of Termwise");
    await Promise.all([server, reader, migrating].map((db) => db.close()));
  });
});
