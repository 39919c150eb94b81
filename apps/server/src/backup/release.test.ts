import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { instant } from "@termwise/core/kernel";
import { readStore, verifyAudit } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { describe, expect, it } from "vitest";
import { opened } from "../testing.ts";
import { openBackup } from "./read-backup.ts";
import { figuresIn } from "./release-figures.ts";
import { restoreBackup } from "./restore-backup.ts";

const folder = join(import.meta.dirname, "releases");
const versions = readdirSync(folder)
  .filter((name) => name.endsWith(".backup.gz"))
  .map((name) => name.slice(0, -".backup.gz".length));

describe("M-1: what a released version kept", () => {
  it("is in the repository", () => expect(versions.length).toBeGreaterThan(0));

  it.each(versions)("%s, brought up to this version, tells every figure as it did then", async (version) => {
    const db = await testEngine("postgres").open();
    const backup = await openBackup(join(folder, `${version}.backup.gz`));
    await restoreBackup(db, backup, "the store");
    const store = await opened(db, { clock: { now: () => instant("2026-06-02T09:00:00Z") } });
    expect(await figuresIn(store)).toEqual(
      JSON.parse(readFileSync(join(folder, `${version}.figures.json`), "utf8")),
    );
    expect(await verifyAudit(db, store.house.first)).toMatchObject({ ok: true });
    // Nothing was lost on the way up: every table that was kept is there with its rows.
    const held = new Map(
      (await readStore(db, async () => {})).tables.map(({ table, rows }) => [table, rows]),
    );
    for (const { table, rows } of backup.manifest.tables)
      if (!table.startsWith("derived.")) expect([table, held.get(table)]).toEqual([table, rows]);
  });
});
