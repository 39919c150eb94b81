import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProxy } from "@termwise/db/testing";
import { startPostgres, type ThrowawayPostgres } from "@termwise/test-setup/pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginImport } from "./begin-import.ts";
import { ask, endLeftovers, manyLines, type Serving, shown, startServer, until } from "./testing.ts";

endLeftovers();
const readings = ["workspace.get", "imports.list", "retention.bridge?input={}"];

describe("a server whose PostgreSQL goes away", () => {
  let cluster: ThrowawayPostgres;
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let server: Serving;
  beforeAll(async () => {
    cluster = await startPostgres();
    proxy = await openProxy(cluster.adminUrl);
    server = await startServer({ url: proxy.url, dataDir: mkdtempSync(join(tmpdir(), "termwise-away-")) });
    const begun = await beginImport(server, manyLines(50, 100));
    await begun.report;
  });
  afterAll(async () => {
    server.kill("SIGKILL");
    await proxy.close();
    await cluster.remove();
  });

  /** Status and code of many questions at once; a question not answered within 10 seconds fails the test. */
  const questions = () =>
    Promise.all(
      Array.from({ length: 24 }, async (_, n) => {
        const path = `/api/trpc/${readings[n % readings.length]}`;
        const response = await fetch(server.address + path, {
          headers: await shown(server),
          signal: AbortSignal.timeout(10_000),
        });
        const body = (await response.json()) as { error?: { data: { code: string }; message: string } };
        return { status: response.status, code: body.error?.data.code, message: body.error?.message };
      }),
    );
  const recovered = () =>
    until(async () => (await questions()).every(({ status }) => status === 200), server.ended);
  const isReady = async () => (await fetch(`${server.address}/readyz`)).status;

  it("answers again by itself after every connection was cut", async () => {
    const asked = questions();
    proxy.cut();
    for (const { status } of await asked) expect([200, 503]).toContain(status);
    await recovered();
  });

  it("says within 10 seconds that the store is away when it answers nothing, and goes on when it answers again", async () => {
    const stalled = proxy.stall(11_000);
    expect(await isReady()).toBe(503);
    for (const answer of await questions())
      expect(answer).toEqual({
        status: 503,
        code: "SERVICE_UNAVAILABLE",
        message: expect.stringMatching(/^The database (cannot be reached|takes too long)/),
      });
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    await stalled;
    await recovered();
    expect(await isReady()).toBe(200);
  });

  it("says so while the database is down, whole imports only, and goes on when it is back", async () => {
    const begun = await beginImport(server, manyLines(3_000, 110));
    await cluster.crash();
    const report = await begun.report.catch((error: unknown) => String(error));
    for (const { status, message } of await questions()) {
      expect(status).toBe(503);
      expect(message).not.toMatch(/127\.0\.0\.1|postgres:|select/);
    }
    expect(await isReady()).toBe(503);
    await cluster.start();
    await recovered();
    const { counts } = await ask<{ counts: { lines: number } }>(server, "workspace.get");
    if (typeof report === "string") {
      expect(report).toMatch(/The database (cannot be reached|went away)/);
      expect([50, 3_000]).toContain(counts.lines);
    } else expect(counts.lines).toBe(3_000);
  });

  it("has not met a single fault of its own, and stops in order", async () => {
    server.kill("SIGTERM");
    expect(await server.ended).toMatchObject({
      code: 0,
      err: "",
      out: expect.not.stringContaining('"level":50'),
    });
  });
});
