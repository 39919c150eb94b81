import { instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../log.ts";
import { type Opened, opened } from "../testing.ts";
import { createApp } from "./app.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };
const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const file = (name: string, text: string) => ({ name, content: Buffer.from(text).toString("base64") });

eachEngine((on) => {
  describe("the server", () => {
    let server: Opened;
    let app: ReturnType<typeof createApp>;
    let draining = false;
    const log = createLog("silent");
    beforeAll(async () => {
      server = await opened(await on.open(), { clock });
      const { gate, edge } = server;
      app = createApp({ gate, edge, log, pages: "", draining: () => draining });
    });
    const get = (path: string, headers = {}) =>
      app.request(path, { headers: { ...server.operator, ...headers } });
    const post = (path: string, body: unknown, headers = {}) =>
      app.request(path, {
        method: "POST",
        headers: { ...server.operator, "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });

    // What came back is compared with literals below; its type is the reader's to see.
    const bodyOf = async (response: Response) => (await response.json()) as Record<string, never>;

    it("is alive without the store, and ready with it until it drains", async () => {
      expect((await get("/healthz")).status).toBe(200);
      expect((await get("/readyz")).status).toBe(200);
      draining = true;
      expect((await get("/readyz")).status).toBe(503);
      draining = false;
    });

    it("answers this machine only: a foreign name, or another site's page that changes something, is refused", async () => {
      const page = "/api/trpc/session.get";
      expect((await get(page, { host: "evil.example" })).status).toBe(403);
      expect((await get(page, { host: "127.0.0.1:4700" })).status).toBe(200);
      expect((await get(page, { host: "[::1]:4700" })).status).toBe(200);
      const body = { files: [] };
      expect((await post("/api/imports", body, { origin: "https://evil.example" })).status).toBe(403);
      expect((await post("/api/imports", body, { "sec-fetch-site": "cross-site" })).status).toBe(403);
      expect((await post("/api/imports", body, { origin: "http://localhost:4700" })).status).toBe(400);
    });

    it("carries security headers on every answer, found or not", async () => {
      for (const path of ["/healthz", "/api/nothing", "/api/trpc/nothing"]) {
        const { headers } = await get(path);
        expect(headers.get("content-security-policy")).toContain("script-src 'self'");
        expect(headers.get("content-security-policy")).not.toContain("unsafe");
        expect(headers.get("x-content-type-options")).toBe("nosniff");
        expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      }
      expect((await get("/api/trpc/workspace.get")).headers.get("cache-control")).toBe("no-store");
    });

    it("says what is wrong with a request and nothing of what is inside", async () => {
      const answer = async (response: Response) => JSON.stringify([response.status, await response.json()]);
      expect(await answer(await get(`/api/trpc/metrics.value?input=${input({ term: "nope" })}`))).toMatch(
        /400.*term/s,
      );
      expect(
        await answer(await get(`/api/trpc/metrics.value?input=${input({ term: "nrr", extra: 1 })}`)),
      ).toMatch(/400/);
      expect(await answer(await get(`/api/trpc/metrics.value?input=${input({ term: "nrr" })}`))).toMatch(
        /404.*There are no contract lines yet/s,
      );
      const nothing = await answer(await get("/api/trpc/secret.procedure"));
      expect(nothing).toMatch(/404.*There is no such procedure/s);
    });

    it("bounds what it takes: batches, depth, size, content type", async () => {
      const many = Array.from({ length: 11 }, () => "glossary.list").join(",");
      expect((await get(`/api/trpc/${many}?batch=1&input={}`)).status).toBe(400);
      expect((await get(`/api/trpc/glossary.term?input=${"[".repeat(30)}`)).status).toBe(400);
      expect(
        (await post("/api/trpc/workspace.loadDemo", "x=1", { "content-type": "text/plain" })).status,
      ).toBe(403);
      const large = JSON.stringify({ id: "x".repeat(300_000) });
      expect(
        (await post("/api/trpc/workspace.loadDemo", large, { "content-length": String(large.length) }))
          .status,
      ).toBe(413);
      const handIn = async (path: string, bytes: number) => {
        const body = JSON.stringify({ name: "glossary.csv", content: "A".repeat(bytes) });
        return (await post(path, body, { "content-length": String(body.length) })).status;
      };
      expect([
        await handIn("/api/trpc/glossary.checkFile", 300_000),
        await handIn("/api/trpc/glossary.checkFile", 4_000_000),
        await handIn("/api/trpc/glossary.checkFile,glossary.checkFile?batch=1", 300_000),
      ]).toEqual([200, 413, 413]);
    });

    it("hides the message of a fault and gives an id to ask about instead", async () => {
      const { gate, edge, house, termwise, operator } = server;
      const broken = { ...termwise, books: () => Promise.reject(new Error("secret postgres://u:pw@h/db")) };
      const faultyGate = { ...gate, house: { ...house, termwise: () => Promise.resolve(broken) } };
      const faulty = createApp({ gate: faultyGate, edge, log, pages: "", draining: () => false });
      const response = await faulty.request("/api/trpc/workspace.get", { headers: operator });
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(text).toContain("Something went wrong");
      expect(text).toContain(response.headers.get("x-request-id"));
      expect(text).not.toMatch(/secret|postgres|stack|\.ts/);
    });

    it("lists accounts that have no contract yet", async () => {
      const alone = await opened(await on.open(), { clock });
      const bytes = Buffer.from("account_id,name\nP1,Prospect\n");
      await alone.termwise.importFiles({ files: [{ name: "accounts.csv", bytes }], dryRun: false });
      const list = await bodyOf(
        await alone.app.request("/api/trpc/accounts.list?input={}", { headers: alone.operator }),
      );
      expect(list["result"]?.["data"]).toMatchObject({
        total: 1,
        rows: [{ name: "Prospect", status: "prospect", arr: "0" }],
      });
    });

    it("takes exports in, keeps the good rows, and hands the bad ones back with the reason", async () => {
      const accounts = "account_id,name,segment\nA1,Alder,Growth\nA2,Birch,Growth\n";
      const lines =
        "line_id,account_id,product,quantity,unit_price,billing_interval,starts_on,ends_on,currency\n" +
        "L1,A1,Platform,10,100,month,2025-01-01,2027-12-31,USD\n" +
        "L2,A2,Platform,1,50,month,2025-01-01,2026-03-31,USD\n" +
        "L3,A9,Platform,1,50,month,2025-01-01,2026-03-31,USD\n";
      const files = [file("accounts.csv", accounts), file("lines.csv", lines)];
      const dry = await bodyOf(await post("/api/imports?dryRun=1", { files }));
      expect(dry).toMatchObject({ committed: false, id: null, counts: { new: 4, refused: 1 } });
      expect((await server.termwise.books()).known.all.lines).toHaveLength(0);

      const done = await bodyOf(await post("/api/imports", { files }));
      expect(done).toMatchObject({
        committed: true,
        counts: { new: 4, changed: 0, unchanged: 0, refused: 1 },
      });
      expect(done["refusals"]?.[0]).toMatchObject({ file: "lines.csv", line: 4, code: "E_REF_NOT_FOUND" });
      const refused = await (await get(`/api/imports/${done["id"]}/refused.csv?file=lines.csv`)).text();
      expect(refused.split(/\r?\n/)[0]).toContain("_line");
      expect(refused).toContain("L3");
      expect(refused).not.toContain("L1,");
      expect(await (await get(`/api/imports/${done["id"]}/refused.csv`)).text()).toBe(refused);

      const again = await bodyOf(await post("/api/imports", { files }));
      expect(again["counts"]).toMatchObject({ new: 0, changed: 0, unchanged: 4, refused: 1 });
      const nrr = await bodyOf(
        await get(`/api/trpc/metrics.value?input=${input({ term: "nrr", period: "ttm:2026-09" })}`),
      );
      expect(nrr["result"]?.["data"]).toMatchObject({
        numerator: "1200000",
        denominator: "1260000",
        contributors: 2,
      });
    });
  });
});
