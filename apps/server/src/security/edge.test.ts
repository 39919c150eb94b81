import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Callable, permissions } from "@termwise/core/access";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { isForOtherSites } from "../http/event-addresses.ts";
import { bodies } from "./bodies.ts";
import { call, type Heard, procedures, request, routesOf } from "./calls.ts";
import { idsOfNothing } from "./input-ids.ts";
import { inputs } from "./inputs.ts";
import { type Person, personIn, rowsOf, type Target, target } from "./target.ts";

const on = testEngine("postgres");
const listed = "https://reports.example.com";

describe("another site's page", () => {
  let server: Target;
  let admin: Person;
  beforeAll(async () => {
    server = await target(await on.open(), { edge: { corsOrigins: new Set([listed]) } });
    admin = await personIn(server, server.house.first, { role: "workspace_admin" });
  });
  const writing = () => [
    ...procedures.filter(({ kind }) => kind === "mutation"),
    ...routesOf(server).filter(({ name }) => name.startsWith("POST ")),
  ];
  const sample = (name: string) => (inputs[name as Callable] ?? bodies[name as Callable])?.(idsOfNothing());
  /** Where any page may ask: nobody is known there by a session, and what needs nobody tells nothing. */
  const forPages = (name: string) => {
    if (!isForOtherSites(name.replace(/^(GET|POST) /, ""))) return undefined;
    return permissions[name as Callable] === "anyone" ? 200 : 401;
  };
  const rows = async () =>
    (await rowsOf<{ n: bigint }>(server, "select count(*) as n from audit.entry"))[0]?.n;

  it("changes nothing: whatever writes refuses a foreign Origin, a cross-site fetch and a form (SEC-10)", async () => {
    const before = await rows();
    const forged: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://localhost:4700.evil.example" },
      { origin: "https://localhost:4700" },
      { origin: "http://localhost:4701" },
      { origin: listed },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "http://localhost:4700", "sec-fetch-site": "cross-site" },
    ];
    for (const one of writing())
      for (const lie of forged) {
        const heard = await call(server, one, sample(one.name), { headers: { ...admin.headers, ...lie } });
        expect([one.name, lie, heard.status]).toEqual([one.name, lie, forPages(one.name) ?? 403]);
      }
    // A file as it is must say its kind, and taking an import back needs no body: there is none of this id.
    const untoldKind: Record<string, number> = {
      "POST /api/v1/imports": 415,
      "POST /api/v1/imports/:id/undo": 404,
    };
    const path = (name: string) => (name.startsWith("POST ") ? name.slice(5) : `/api/trpc/${name}`);
    for (const one of writing().filter(({ name }) => !name.startsWith("POST /api/local/")))
      for (const type of [
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "text/plain",
        "text/plain;application/json",
        "",
      ]) {
        const body = JSON.stringify(sample(one.name) ?? {});
        const headers = { ...admin.headers, "content-type": type };
        const heard = await request(server, path(one.name), { method: "POST", headers, body });
        const untold = untoldKind[one.name] ?? (forPages(one.name) === 200 ? 200 : 400);
        if (forPages(one.name) === undefined || type === "")
          expect([one.name, type, heard.status]).toEqual([one.name, type, type === "" ? untold : 403]);
        // Pages send events as a form or as text: without a key they bring none.
        else expect([one.name, type, [200, 400, 415].includes(heard.status)]).toEqual([one.name, type, true]);
      }
    expect(await rows()).toBe(before);
  });

  it("cannot have a change made by reading: a mutation over GET or HEAD is none", async () => {
    const before = await rows();
    for (const { name } of procedures.filter(({ kind }) => kind === "mutation"))
      for (const method of ["GET", "HEAD"]) {
        const query = `?input=${encodeURIComponent(JSON.stringify(sample(name) ?? {}))}`;
        const headers = { ...admin.headers, "x-http-method-override": "POST", "x-method-override": "POST" };
        const heard = await request(server, `/api/trpc/${name}${query}`, { method, headers });
        expect([name, method, heard.status]).toEqual([name, method, method === "GET" ? 405 : 204]);
      }
    for (const one of routesOf(server).filter(({ name }) => name.startsWith("POST ")))
      expect((await request(server, one.name.slice(5), { headers: admin.headers })).status).toBe(404);
    expect(await rows()).toBe(before);
  });

  it("is not led to data or files by a link, but to pages and back from the identity provider", async () => {
    const crossing = { ...admin.headers, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    for (const path of [
      "/api/audit.csv",
      "/api/workspace/export",
      "/api/trpc/members.list",
      "/api/trpc/session.get",
    ])
      expect([path, (await request(server, path, { headers: crossing })).status]).toEqual([path, 403]);
    expect((await request(server, "/api/auth/callback/oidc", { headers: crossing })).status).toBe(302);
    expect((await request(server, "/healthz", { headers: crossing })).status).toBe(200);
  });

  it("reads an answer only when it is listed, and never with a session", async () => {
    const path = "/api/trpc/workspace.get";
    const cors = ({ headers }: Heard) => [
      headers.get("access-control-allow-origin"),
      headers.get("access-control-allow-credentials"),
    ];
    for (const origin of [
      "https://evil.example",
      "null",
      `${listed}.evil.example`,
      "https://REPORTS.example.com",
    ])
      for (const method of ["GET", "OPTIONS"])
        expect(cors(await request(server, path, { method, headers: { ...admin.headers, origin } }))).toEqual([
          null,
          null,
        ]);
    const preflight = await request(server, path, {
      method: "OPTIONS",
      headers: {
        origin: listed,
        "access-control-request-method": "GET",
        "access-control-request-headers": "authorization",
      },
    });
    expect([preflight.status, ...cors(preflight)]).toEqual([204, listed, null]);
    const asked = await request(server, path, {
      headers: { ...server.operator, origin: listed, "sec-fetch-site": "cross-site" },
    });
    expect([asked.status, ...cors(asked)]).toEqual([200, listed, null]);
  });
});

describe("every answer carries the headers that keep a browser safe (SEC-13)", () => {
  const folder = mkdtempSync(join(tmpdir(), "termwise-pages-"));
  mkdirSync(join(folder, "assets"));
  for (const [file, text] of Object.entries({ "index.html": "<!doctype html>", "assets/a.js": "1" }))
    writeFileSync(join(folder, file), text);

  const policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  it.each([null, "https://termwise.example.com"])("served as %s", async (publicUrl) => {
    const db = await on.open();
    const server = await target(db, {
      pages: folder,
      edge: { publicUrl, local: publicUrl === null, corsOrigins: new Set([listed]) },
    });
    const { headers } = await personIn(server, server.house.first, { role: "workspace_admin" });
    const host = publicUrl === null ? "localhost:4700" : "termwise.example.com";
    const json = { ...headers, host, "content-type": "application/json" };
    await rowsOf(server, "alter table workspace.workspace rename to gone");
    const heard: Record<string, Heard> = {
      page: await request(server, "/", { headers: { host } }),
      asset: await request(server, "/assets/a.js", { headers: { host } }),
      "no asset": await request(server, "/assets/b.js", { headers: { host } }),
      climbing: await request(server, "/assets/..%2f..%2fpackage.json", { headers: { host } }),
      health: await request(server, "/healthz", { headers: { host } }),
      "no address": await request(server, "/api/nothing", { headers: { host } }),
      "no procedure": await request(server, "/api/trpc/nothing", { headers: { host } }),
      nobody: await request(server, "/api/trpc/workspace.get", { headers: { host } }),
      "foreign name": await request(server, "/api/trpc/session.get", { headers: { host: "evil.example" } }),
      foreign: await request(server, "/api/imports", {
        method: "POST",
        headers: { ...json, origin: "https://evil.example" },
      }),
      fault: await request(server, "/api/trpc/workspaces.list", { headers: { ...server.operator, host } }),
      "fault at a door": await request(server, "/api/auth/demo", {
        method: "POST",
        headers: json,
        body: '{"memberId":"mem_1"}',
      }),
      "too large": await request(server, "/api/auth/sign-out", {
        method: "POST",
        headers: { host, "content-type": "application/json", "content-length": "99999999" },
        body: "{}",
      }),
      "led on": await request(server, "/api/auth/callback/oidc", { headers: { host } }),
      preflight: await request(server, "/api/trpc/session.get", {
        method: "OPTIONS",
        headers: { host, origin: listed },
      }),
      "a file": await request(server, "/api/audit.csv", { headers: { ...headers, host } }),
      "a method nobody knows": await request(server, "/api/imports", {
        method: "PROPFIND",
        headers: { host },
      }),
    };
    const statuses = Object.fromEntries(Object.entries(heard).map(([name, { status }]) => [name, status]));
    expect(statuses).toMatchObject({
      page: 200,
      asset: 200,
      fault: 500,
      "too large": 413,
      "led on": 302,
      "foreign name": 403,
    });
    for (const [name, { headers: sent, text }] of Object.entries(heard)) {
      const told = (header: string) => [name, sent.get(header)];
      expect(told("content-security-policy")).toEqual([name, policy]);
      expect(told("x-content-type-options")).toEqual([name, "nosniff"]);
      expect(told("x-frame-options")).toEqual([name, "DENY"]);
      expect(told("referrer-policy")).toEqual([name, "no-referrer"]);
      expect(told("cross-origin-opener-policy")).toEqual([name, "same-origin"]);
      expect(told("cross-origin-resource-policy")).toEqual([name, "same-origin"]);
      expect(told("x-powered-by")).toEqual([name, null]);
      expect(told("server")).toEqual([name, null]);
      expect(told("strict-transport-security")).toEqual([
        name,
        publicUrl === null ? null : "max-age=63072000; includeSubDomains",
      ]);
      expect([name, text.includes("devDependencies")]).toEqual([name, false]);
      const ofApi = !["page", "asset", "no asset", "climbing", "health"].includes(name);
      if (ofApi) expect(told("cache-control")).toEqual([name, "no-store"]);
    }
  });

  it("is asked of every address there is", async () => {
    const server = await target(await on.open());
    for (const one of [...procedures, ...routesOf(server)]) {
      const heard = await call(server, one, undefined, {});
      expect([one.name, heard.headers.get("content-security-policy")]).toEqual([one.name, policy]);
      if (one.name in permissions && one.name.includes("/api/"))
        expect([one.name, heard.headers.get("cache-control")]).toEqual([one.name, "no-store"]);
    }
  });
});
