import { rmSync } from "node:fs";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { folderWith } from "./crash/more-migrations.ts";
import { asOwner, connect, isMigrated, migrate } from "./index.ts";
import { eachEngine, testEngine } from "./testing.ts";

describe("migrations", () => {
  eachEngine((on) => {
    it("are applied once, and again do nothing", async () => {
      const db = await connect(await on.place());
      expect(await isMigrated(db)).toBe(false);
      expect(await migrate(db)).toBeGreaterThan(0);
      expect(await isMigrated(db)).toBe(true);
      expect(await migrate(db)).toBe(0);
      await db.close();
    });

    it("are all applied or none, and mended ones go on from there", async () => {
      const db = await on.open();
      const broken = folderWith("create table public.one (id int)", "select 1 / 0");
      await expect(migrate(db, broken)).rejects.toMatchObject({ code: "22012" });
      const mended = folderWith("create table public.one (id int)");
      expect(await migrate(db, mended)).toBe(1);
      expect(await asOwner(db, (tx) => tx.query(sql`select count(*)::int as n from public.one`))).toEqual([
        { n: 0 },
      ]);
      for (const folder of [broken, mended]) rmSync(folder, { recursive: true });
    });

    it("refuse a store that a newer version wrote", async () => {
      const db = await on.open();
      const newer = folderWith("select 1");
      await migrate(db, newer);
      await expect(migrate(db)).rejects.toThrow("newer version of Termwise");
      rmSync(newer, { recursive: true });
    });
  });

  const postgres = testEngine("postgres");
  it("are applied by one of several servers that start together, while the others wait", async () => {
    const place = await postgres.place();
    const servers = await Promise.all(Array.from({ length: 4 }, () => connect(place)));
    const applied = await Promise.all(servers.map((db) => migrate(db)));
    expect(applied.toSorted((a, b) => a - b).slice(0, 3)).toEqual([0, 0, 0]);
    expect(Math.max(...applied)).toBeGreaterThan(0);
    await Promise.all(servers.map((db) => db.close()));
  });
});
