import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { beginImport } from "./begin-import.ts";
import {
  ask,
  beginServer,
  endLeftovers,
  exportsIn,
  fewFiles,
  manyLines,
  type Serving,
  startServer,
  termwise,
  until,
} from "./testing.ts";

endLeftovers();
interface Workspace {
  readonly demo: boolean;
  readonly empty: boolean;
  readonly counts: { readonly lines: number };
}
const workspaceOf = (server: Serving) => ask<Workspace>(server, "workspace.get");

async function stopped(server: Serving): Promise<number | null> {
  server.kill("SIGTERM");
  return (await server.ended).code;
}

describe("the demo company", () => {
  it("comes once into a new embedded data folder, and not again after it was removed", async () => {
    const place = await testEngine("embedded").place();
    const first = await startServer(place);
    expect(await workspaceOf(first)).toMatchObject({ demo: true, empty: false });
    expect(await termwise(place, "demo", "remove")).toMatchObject({ code: 0 });
    expect(await workspaceOf(first)).toMatchObject({ demo: false, empty: true });
    expect(await stopped(first)).toBe(0);
    const second = await startServer(place);
    expect(await workspaceOf(second)).toMatchObject({ demo: false, empty: true });
    expect(await stopped(second)).toBe(0);
  });

  it("never comes into a folder that an import used first", async () => {
    const place = await testEngine("embedded").migratedPlace();
    expect((await termwise(place, "import", ...exportsIn(place, fewFiles))).code).toBe(4);
    const server = await startServer(place);
    expect(await workspaceOf(server)).toMatchObject({ demo: false, counts: { lines: 2 } });
    expect(await stopped(server)).toBe(0);
  });

  it("comes into a PostgreSQL database only when asked for", async () => {
    const place = await testEngine("postgres").migratedPlace();
    const plain = await startServer(place);
    expect(await workspaceOf(plain)).toMatchObject({ demo: false, empty: true });
    expect(await stopped(plain)).toBe(0);
    const asked = await startServer(place, ["--demo"]);
    expect(await workspaceOf(asked)).toMatchObject({ demo: true, empty: false });
    expect(await stopped(asked)).toBe(0);
  });
});

describe("a server", () => {
  let place: Place;
  beforeAll(async () => {
    place = await testEngine("embedded").migratedPlace();
  });

  it("is refused a data folder that another holds, with its pid and path, and a port in use", async () => {
    const first = await startServer(place, ["--no-demo"]);
    const second = await beginServer(place).ended;
    expect(second).toMatchObject({ code: 1, out: "" });
    expect(second.err).toContain(`held by process ${first.pid} (${join(place.dataDir, "lock.json")})`);
    expect(await workspaceOf(first)).toMatchObject({ empty: true });

    const elsewhere = await testEngine("embedded").migratedPlace();
    const port = new URL(first.address).port;
    const third = await beginServer(elsewhere, ["--no-demo"], { PORT: port }).ended;
    expect(third).toMatchObject({ code: 1, out: "" });
    expect(third.err).toBe(`Port ${port} is in use. Stop what uses it, or set PORT to another one\n`);
    expect(await stopped(first)).toBe(0);
  });

  it("finishes an import it has begun before it stops, lets its data folder go and exits with 0", async () => {
    const server = await startServer(place);
    const begun = await beginImport(server, manyLines(5_000, 100));
    server.kill("SIGTERM");
    expect(await begun.report).toMatchObject({ committed: true, counts: { new: 5_000 } });
    expect((await server.ended).code).toBe(0);
    expect(() => readFileSync(join(place.dataDir, "lock.json"))).toThrow(/ENOENT/);
  });

  it("stops at once with 1 on the second signal; the import is there whole or not at all", async () => {
    const server = await startServer(place);
    expect(await workspaceOf(server)).toMatchObject({ counts: { lines: 5_000 } });
    const begun = await beginImport(server, manyLines(6_000, 110));
    server.kill("SIGTERM");
    await until(() => server.out().includes("Stopping"), server.ended);
    server.kill("SIGTERM");
    expect(await begun.report).toBe(null);
    expect((await server.ended).code).toBe(1);
    const next = await startServer(place);
    expect([5_000, 6_000]).toContain((await workspaceOf(next)).counts.lines);
    expect(await stopped(next)).toBe(0);
  });
});
