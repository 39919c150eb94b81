import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Place } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { startPostgres } from "@termwise/test-setup/pg";
import { afterAll, describe, expect, it } from "vitest";
import { accountIdOf } from "../ingest/keys.ts";
import { beginImport } from "./begin-import.ts";
import { heldAgainst, writing } from "./journal-of-contacts.ts";
import { endLeftovers, manyLines, startServer, until } from "./testing.ts";

// A disk of its own is mounted for each, which takes root.
endLeftovers();
const ends: (() => void)[] = [];
afterAll(() => {
  for (const end of ends.reverse()) end();
});

function disk(megabytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), "termwise-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=1777`, "tmpfs", folder]);
  ends.push(() => execFileSync("umount", ["-l", folder]));
  return folder;
}

/** Fills a disk but for some room, and gives it back. */
function fill(folder: string, but: number): () => void {
  const { bavail, bsize } = statfsSync(folder);
  const ballast = join(folder, "ballast");
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - but)));
  return () => rmSync(ballast);
}

async function throughAFullDisk(place: Place, folder: string, held: Place): Promise<void> {
  const server = await startServer(place, ["--no-demo"]);
  await (await beginImport(server, manyLines(10, 100))).report;
  const client = writing(() => server, accountIdOf("csv", "A0"), 8);
  await until(() => client.acknowledged() > 30, server.ended);
  const makeRoom = fill(folder, 200_000);
  await until(() => (client.statuses.get(503) ?? 0) > 20, server.ended);
  // An import is refused as a passing fault too, and leaves nothing of itself.
  const tried = await beginImport(server, manyLines(20_000, 110)).then(
    ({ report }) => report.catch(String),
    String,
  );
  expect(String(tried)).toMatch(/disk is full|cannot be reached|went away|503/);
  expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  makeRoom();
  const from = client.acknowledged();
  await until(() => client.acknowledged() > from + 30, server.ended);
  await client.end();
  console.log(
    `${place.url ? "PostgreSQL" : "embedded"}: ${JSON.stringify(Object.fromEntries(client.statuses))}`,
  );
  expect([...client.statuses.keys()].filter((status) => ![200, 429, 503].includes(status))).toEqual([]);
  if (!place.url) {
    server.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
  }
  expect(await heldAgainst(held, client.journal())).toMatchObject({ lost: 0, twice: 0, torn: 0 });
  server.kill("SIGKILL");
}

describe("FLT-2: a disk that fills up and is given room again loses nothing that was acknowledged", () => {
  it("of the embedded database", { timeout: 300_000 }, async () => {
    const folder = disk(160);
    const dataDir = join(folder, "data");
    mkdirSync(dataDir);
    cpSync((await testEngine("embedded").migratedPlace()).dataDir, dataDir, { recursive: true });
    await throughAFullDisk({ dataDir }, folder, { dataDir });
  });

  it("of PostgreSQL", { timeout: 300_000 }, async () => {
    const folder = disk(220);
    const before = process.env["TMPDIR"];
    process.env["TMPDIR"] = folder;
    const cluster = await startPostgres(["max_wal_size=64MB", "min_wal_size=32MB"]).finally(() => {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
    });
    const place = { url: cluster.adminUrl, dataDir: mkdtempSync(join(tmpdir(), "termwise-full-")) };
    await throughAFullDisk(place, folder, place);
    await cluster.remove();
  });
});
