import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { findChromium, findPostgres, meetNeeds } from "./needs.mjs";

/** A directory with programs that only answer --version. */
function programs(answers) {
  const dir = mkdtempSync(join(tmpdir(), "termwise-needs-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const [name, answer] of Object.entries(answers))
    writeFileSync(join(dir, name), `#!/bin/sh\necho "${answer}"\n`, { mode: 0o755 });
  return dir;
}

it("takes the PostgreSQL that PG_BIN names, with its version", () => {
  const dir = programs({ initdb: "initdb (PostgreSQL) 17.4", postgres: "postgres (PostgreSQL) 17.4" });
  expect(findPostgres({ PG_BIN: dir })).toEqual({ path: dir, version: "17.4" });
});

it("refuses a PostgreSQL older than 15", () => {
  const dir = programs({ initdb: "initdb (PostgreSQL) 14.2", postgres: "postgres (PostgreSQL) 14.2" });
  expect(findPostgres({ PG_BIN: dir })).toBeNull();
});

it("finds a Chromium on PATH under the name of its package", () => {
  const dir = programs({ "chromium-browser": "Chromium 140.0.7339.80 snap" });
  expect(findChromium({ PATH: dir })).toEqual({
    path: join(dir, "chromium-browser"),
    version: "140.0.7339.80",
  });
});

it("prefers the headless shell to a Chromium with windows", () => {
  const dir = programs({
    chromium: "Chromium 156.0.8078.108",
    "chromium-headless-shell": "Chromium 156.0.8078.108",
  });
  expect(findChromium({ PATH: dir })?.path).toBe(join(dir, "chromium-headless-shell"));
});

it("names the variable when what it points to is not there, and installs nothing in its stead", async () => {
  const needs = await meetNeeds({
    PATH: process.env.PATH,
    PG_BIN: "/nowhere",
    CHROMIUM_PATH: "/nowhere/chromium",
  });
  expect(needs.ok).toBe(false);
  expect(needs.remedy).toContain("PG_BIN=/nowhere holds no initdb");
  expect(needs.remedy).toContain("CHROMIUM_PATH=/nowhere/chromium does not start");
});
