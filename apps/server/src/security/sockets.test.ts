import { once } from "node:events";
import { type AddressInfo, connect as connectTo } from "node:net";
import type { ServerType } from "@hono/node-server";
import { testEngine } from "@termwise/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../http/listen.ts";
import { personIn, rowsOf, type Target, target } from "./target.ts";

const on = testEngine("postgres");

describe("what comes over the wire, written by hand (SEC-20)", () => {
  let server: Target;
  let http: ServerType;
  let cookie: string;
  let port: number;
  beforeAll(async () => {
    server = await target(await on.open());
    http = await listen(server.app.fetch, server.edge, { host: "127.0.0.1", port: 0 });
    ({ port } = http.address() as AddressInfo);
    const admin = await personIn(server, server.house.first, { role: "workspace_admin" });
    cookie = admin.headers["cookie"] ?? "";
  });
  afterAll(() => new Promise((resolve) => http.close(resolve)));

  /** Writes text to the server and hears all it says until it is done. */
  async function wire(text: string): Promise<string> {
    const socket = connectTo(port, "127.0.0.1");
    let heard = "";
    socket.setEncoding("latin1").on("data", (chunk) => (heard += chunk));
    socket.on("error", () => {});
    socket.write(text);
    await Promise.race([once(socket, "close"), new Promise((resolve) => setTimeout(resolve, 2_000))]);
    socket.destroy();
    return heard;
  }
  const statusOf = (heard: string) => Number(/^HTTP\/1.1 (\d+)/.exec(heard)?.[1] ?? 0);
  const own = () => `Host: localhost:${port}\r\nConnection: close\r\n`;
  const get = (path: string, headers = "") => wire(`GET ${path} HTTP/1.1\r\n${own()}${headers}\r\n`);
  const post = (path: string, body: string, headers: string) =>
    wire(
      `POST ${path} HTTP/1.1\r\n${own()}Cookie: ${cookie}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`,
    );
  const members = async () =>
    Number((await rowsOf<{ n: bigint }>(server, "select count(*) as n from audit.entry"))[0]?.n);

  it("gives up on who sends headers slowly within 15 seconds, and on a request within two minutes", () => {
    expect(http).toMatchObject({ headersTimeout: 15_000, requestTimeout: 120_000 });
  });

  it("keeps a connection between two requests longer than the minute proxies and clients keep theirs", () => {
    expect(http).toMatchObject({ keepAliveTimeout: 65_000 });
  });

  it("keeps its security headers in what the parser refuses", async () => {
    for (const [text, status] of [
      [`GET / HTTP/1.1\r\n${own()}X-Long: ${"x".repeat(20_000)}\r\n\r\n`, 431],
      ["NONSENSE\r\n\r\n", 400],
      [`GET / HTTP/9.9\r\n${own()}\r\n`, 400],
    ] as const) {
      const heard = await wire(text);
      expect(statusOf(heard)).toBe(status);
      expect(heard).toMatch(/content-security-policy: default-src 'self'/);
      expect(heard).toMatch(/x-content-type-options: nosniff/);
    }
  });

  it("keeps its security headers for who names no host, or expects what nobody knows", async () => {
    for (const [text, status] of [
      ["GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 403],
      [`GET /healthz HTTP/1.1\r\n${own()}Expect: nonsense\r\n\r\n`, 417],
    ] as const) {
      const heard = await wire(text);
      expect(statusOf(heard)).toBe(status);
      expect(heard).toMatch(/content-security-policy: default-src 'self'/);
      expect(heard).toMatch(/x-content-type-options: nosniff/);
    }
  });

  it("does not let two lengths, or a length and chunks, smuggle a second request", async () => {
    const before = await members();
    const second = `POST /api/trpc/workspace.loadDemo HTTP/1.1\r\n${own()}Cookie: ${cookie}\r\nContent-Length: 0\r\n\r\n`;
    for (const headers of [
      "Content-Length: 4\r\nContent-Length: 200\r\n",
      "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
      "Transfer-Encoding: chunked, identity\r\n",
      "Transfer-Encoding : chunked\r\n",
      "Content-Length: +4\r\n",
    ]) {
      const heard = await wire(
        `POST /api/auth/sign-out HTTP/1.1\r\nHost: localhost:${port}\r\n${headers}\r\n0\r\n\r\n${second}`,
      );
      expect([headers, statusOf(heard), heard.split("HTTP/1.1 ").length]).toEqual([headers, 400, 2]);
    }
    expect(await members()).toBe(before);
  });

  it("answers under no second name, whichever comes first", async () => {
    for (const hosts of [
      `Host: localhost:${port}\r\nHost: evil.example\r\n`,
      `Host: evil.example\r\nHost: localhost:${port}\r\n`,
      "Host: evil.example\r\n",
      "Host: \r\n",
      `Host: localhost:${port}@evil.example\r\n`,
      `Host: evil.example\r\nX-Forwarded-Host: localhost:${port}\r\n`,
    ]) {
      const heard = await wire(`GET /api/trpc/session.get HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`);
      expect([hosts, [400, 403].includes(statusOf(heard))]).toEqual([hosts, true]);
    }
    const absolute = await wire(`GET http://evil.example/api/trpc/session.get HTTP/1.1\r\n${own()}\r\n`);
    expect([200, 400, 403]).toContain(statusOf(absolute));
    expect(absolute).not.toMatch(/evil\.example/);
  });

  it("knows two Origins from one, and headers of any name do nothing", async () => {
    const headers = (origins: string) => `Content-Type: application/json\r\n${origins}`;
    const rename = (origins: string) =>
      post("/api/trpc/account.rename", '{"name":"Another"}', headers(origins));
    expect(statusOf(await rename(`Origin: http://localhost:${port}\r\n`))).toBe(200);
    for (const origins of [
      `Origin: http://localhost:${port}\r\nOrigin: https://evil.example\r\n`,
      `Origin: https://evil.example\r\nOrigin: http://localhost:${port}\r\n`,
      `Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n`,
    ])
      expect([origins, statusOf(await rename(origins))]).toEqual([origins, 403]);
    const odd =
      "__proto__: x\r\nconstructor: x\r\ntoString: x\r\nX-HTTP-Method-Override: DELETE\r\nX-Original-URL: /api/local/rebuild\r\n";
    expect(statusOf(await get("/healthz", odd))).toBe(200);
    expect(
      statusOf(
        await get("/api/trpc/workspace.get", `${odd}X-Forwarded-User: admin\r\nX-Remote-User: admin\r\n`),
      ),
    ).toBe(401);
  });

  it("checks what is sent whatever its type is called", async () => {
    const before = await members();
    for (const [type, status] of [
      ["application/json\t", 400],
      ["application/json ;charset=utf-8", 400],
      ["APPLICATION/JSON", 400],
      ["application/json;", 400],
      ["application/json\u000b", 400],
      ["application/jsonx", 400],
      [" ", 400],
      ["multipart/form-data; boundary=a", 403],
      ["application/octet-stream", 400],
    ] as const) {
      const heard = await post(
        "/api/trpc/members.invite",
        '{"email":"not one","role":"owner"}',
        `Content-Type: ${type}\r\n`,
      );
      expect([type, statusOf(heard)]).toEqual([type, status]);
    }
    const form = '--a\r\nContent-Disposition: form-data; name="__proto__[x]"\r\n\r\n1\r\n--a--\r\n';
    expect(
      statusOf(
        await post("/api/trpc/account.rename", form, "Content-Type: multipart/form-data; boundary=a\r\n"),
      ),
    ).toBe(403);
    expect(await members()).toBe(before);
  });

  it("does nothing for methods that are not asked for, and echoes no header back", async () => {
    for (const method of ["TRACE", "TRACK", "CONNECT", "PUT", "DELETE", "PATCH", "PROPFIND", "OPTIONS"]) {
      const heard = await wire(
        `${method} /api/trpc/account.rename HTTP/1.1\r\n${own()}X-Secret: echo-me\r\nCookie: ${cookie}\r\n\r\n`,
      );
      expect([method, statusOf(heard) === 200]).toEqual([method, false]);
      expect(heard).not.toContain("echo-me");
      expect(statusOf(heard)).toBeLessThan(500);
    }
    const head = await wire(`HEAD /api/trpc/session.get HTTP/1.1\r\n${own()}\r\n`);
    expect(head.split("\r\n\r\n")[1]).toBe("");
  });

  it("does not tire of long addresses and many commas", async () => {
    for (const path of [
      `/api/trpc/${"glossary.list,".repeat(800)}?batch=1`,
      `/api/trpc/${"%2C".repeat(4_000)}?batch=1`,
      `/api/trpc/${"a.".repeat(5_000)}`,
      `/${"../".repeat(4_000)}etc/passwd`,
      `/${"%2e%2e%2f".repeat(1_000)}etc/passwd`,
      `/api/imports/${"x".repeat(12_000)}/refused.csv`,
    ]) {
      const heard = await get(path, `Cookie: ${cookie}\r\n`);
      expect([path.slice(0, 30), statusOf(heard) >= 400 && statusOf(heard) < 500]).toEqual([
        path.slice(0, 30),
        true,
      ]);
    }
    expect(statusOf(await get(`/${"x".repeat(70_000)}`))).toBe(431);
  });

  it("ends a body that grows beyond its limit, with or without a length, and says 413", async () => {
    const chunk = `4000\r\n${"x".repeat(0x4000)}\r\n`;
    const heard = await wire(
      `POST /api/auth/sign-in/email HTTP/1.1\r\n${own()}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}0\r\n\r\n`,
    );
    expect(statusOf(heard)).toBe(413);
    expect(heard).toMatch(/content-security-policy/);
    const claimed = await wire(
      `POST /api/trpc/account.rename HTTP/1.1\r\n${own()}Content-Type: application/json\r\nContent-Length: 999999999\r\n\r\n`,
    );
    expect(statusOf(claimed)).toBe(413);
  });
});
