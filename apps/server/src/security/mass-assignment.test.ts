import { type Callable, permissions } from "@termwise/core/access";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { doorPaths } from "../auth/door-paths.ts";
import { isForOtherSites } from "../http/event-addresses.ts";
import { bodies } from "./bodies.ts";
import { call, procedures, request, routesOf, shapes } from "./calls.ts";
import { documentOf, openObjects } from "./fields.ts";
import { idsOfNothing } from "./input-ids.ts";
import { inputs } from "./inputs.ts";
import { type Person, personIn, rowsOf, type Target, target } from "./target.ts";

const on = testEngine("postgres");

/** What nobody may set by sending it along. The text is sent as it stands: a program would not write some of it. */
const smuggled = [
  '"id":"mem_other"',
  '"workspaceId":"00000000-0000-4000-8000-000000000000"',
  '"workspace_id":"00000000-0000-4000-8000-000000000000"',
  '"orgId":1',
  '"role":"workspace_admin"',
  '"scope":"all"',
  '"ownerId":"usr_other"',
  '"userId":"usr_other"',
  '"createdAt":"2020-01-01T00:00:00Z"',
  '"emailVerified":true',
  '"demo":true',
  '"rememberMe":true',
  '"__proto__":{"role":"workspace_admin"}',
  '"constructor":{"prototype":{"role":"workspace_admin"}}',
];

const named = (extra: string): string => Object.keys(JSON.parse(`{${extra}}`))[0] ?? "";

/** A body with something more in it, as text. */
const withMore = (body: unknown, extra: string): string => {
  const text = JSON.stringify(body ?? {});
  return text === "{}" ? `{${extra}}` : `${text.slice(0, -1)},${extra}}`;
};

describe("nothing is set that a procedure does not ask for (SEC-5)", () => {
  let server: Target;
  let admin: Person;
  let compensation: Person;
  beforeAll(async () => {
    server = await target(await on.open());
    admin = await personIn(server, server.house.first, { role: "workspace_admin" });
    compensation = await personIn(server, server.house.first, { role: "comp_admin" });
  });

  const headersFor = (name: string): Record<string, string> => {
    const permission = permissions[name as Callable];
    if (permission === "operator") return server.operator;
    return permission === "pay_grant" || permission === "pay_manage" ? compensation.headers : admin.headers;
  };

  it("knows every name in the input of every procedure, at every depth", () => {
    const open = [...shapes].flatMap(([name, some]) =>
      some.flatMap((shape) => openObjects(documentOf(shape), name)),
    );
    expect(open).toEqual([]);
    const doors = Object.entries(doorPaths).flatMap(([name, { body }]) =>
      body === null ? [] : openObjects(documentOf(body), name),
    );
    expect(doors).toEqual([]);
  });

  const taking = procedures.filter(({ name }) => (shapes.get(name) ?? []).length > 0);
  it.each(taking.map((one) => [one.name, one] as const))(
    "%s refuses what it did not ask for",
    async (name, one) => {
      const before = await fingerprint();
      const own = inputs[name as Callable]?.(idsOfNothing()) ?? {};
      for (const extra of smuggled.filter(
        (more) => !(named(more) in Object(own)) || named(more) === "__proto__",
      )) {
        if (asks(name, named(extra))) continue;
        const raw = withMore(own, extra);
        const { status, text } = await call(server, one, undefined, { headers: headersFor(name), raw });
        expect([extra, status, text]).toEqual([extra, 400, expect.stringMatching(/nrecognized|BAD_REQUEST/)]);
      }
      expect(await fingerprint()).toBe(before);
    },
  );

  /** Whether an input takes a name at its top. */
  const asks = (name: string, key: string): boolean =>
    key !== "__proto__" &&
    (shapes.get(name) ?? []).some((shape) => Object.hasOwn(documentOf(shape).properties ?? {}, key));

  it("refuses it at every door and every address that takes a body", async () => {
    const before = await fingerprint();
    for (const one of routesOf(server)) {
      const own = bodies[one.name as Callable]?.(idsOfNothing()) ?? null;
      if (own === null || one.name.startsWith("POST /api/local/")) continue;
      // Of an event only what is named is read; the rest is kept as it came, and sets nothing. What clients in pages ask
      // before is answered to everybody alike, whatever they send.
      if (isForOtherSites(one.name.replace(/^POST /, ""))) continue;
      for (const extra of smuggled) {
        // Some answer only who is signed in; nobody's sign-out ends this session.
        const headers = headersFor(one.name);
        const { status, text } = await call(server, one, undefined, { headers, raw: withMore(own, extra) });
        expect([one.name, extra, status, text]).toEqual([
          one.name,
          extra,
          400,
          expect.stringContaining(named(extra)),
        ]);
      }
    }
    expect(await fingerprint()).toBe(before);
    expect((await request(server, "/api/trpc/account.sessions", admin)).status).toBe(200);
  });

  it("refuses it inside a batch, and in every way an answer can be asked for", async () => {
    const input = encodeURIComponent(
      '{"0":{"id":"nrr","__proto__":{"role":"workspace_admin"}},"__proto__":{"1":{}}}',
    );
    const ways: Record<string, string>[] = [
      {},
      { "trpc-accept": "application/jsonl" },
      { accept: "text/event-stream" },
    ];
    for (const headers of ways) {
      const path = `/api/trpc/glossary.term?batch=1&input=${input}&connectionParams=${encodeURIComponent('{"role":"x"}')}`;
      const heard = await request(server, path, { headers: { ...admin.headers, ...headers } });
      expect([headers, heard.text.includes('"result"'), heard.status < 500]).toEqual([headers, false, true]);
      const nobody = await request(server, "/api/trpc/members.list,session.get?batch=1", { headers });
      expect([headers, nobody.text.includes("admin")]).toEqual([headers, false]);
    }
  });

  it("cannot be poisoned: no object has become somebody's", () => {
    expect(Object.hasOwn(Object.prototype, "role")).toBe(false);
    expect(({} as Record<string, unknown>)["role"]).toBeUndefined();
  });

  /** What there is of people, rights and settings. */
  const fingerprint = async (): Promise<string> => {
    const rows = await rowsOf(
      server,
      `select (select md5(string_agg(t::text, ',' order by t::text)) from access.member t) as members,
        (select md5(string_agg(t.id || t.role || t.email, ',' order by t.id)) from access.invitation t) as invitations,
        (select count(*) from access.api_key) as keys, (select count(*) from identity."user") as users,
        (select md5(string_agg(t::text, ',' order by t::text)) from workspace.workspace t) as workspaces`,
    );
    return JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
  };
});
