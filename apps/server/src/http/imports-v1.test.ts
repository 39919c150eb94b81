import { createWorkspace } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keyOf, type Person, personIn, type Target, target } from "../security/target.ts";

const accounts = "account_id,name\nM1,Maple\nM2,Oak\n";
const lines =
  "line_id,account_id,product,arr,currency,starts_on,ends_on\nL1,M1,Core,1200,EUR,2026-01-01,2026-12-31\nL2,M9,Core,1,EUR,2026-01-01,2026-12-31\n";
const ambiguous = "line_id,account_id,product,arr,currency,starts_on\nL1,M1,Core,1200,EUR,05/01/2026\n";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const json = (...files: [name: string, text: string][]) =>
  JSON.stringify({ files: files.map(([name, text]) => ({ name, content: base64(text) })) });

describe("POST /api/v1/imports", () => {
  const on = testEngine("postgres");
  let server: Target;
  let admin: Person;
  let workspace: Target["house"]["first"];
  let key: Record<string, string>;
  beforeAll(async () => {
    server = await target(await on.open());
  });
  beforeEach(async () => {
    workspace = (await createWorkspace(server.house.db, { name: `W ${Math.random()}` })).id;
    admin = await personIn(server, workspace, { role: "workspace_admin" });
    key = (await keyOf(server, workspace, admin.memberId, ["imports_write", "imports_read"])).headers;
  });

  async function send(
    body: string | FormData | Uint8Array<ArrayBuffer>,
    {
      query = "",
      headers = {},
      as = key,
    }: { query?: string; headers?: Record<string, string>; as?: Record<string, string> } = {},
  ) {
    const type = body instanceof FormData ? {} : { "content-type": "application/json" };
    const response = await server.app.request(`/api/v1/imports${query}`, {
      method: "POST",
      headers: { host: "localhost:4700", ...type, ...as, ...headers },
      body,
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: JSON.parse(text || "null") };
  }
  const count = async () =>
    (await server.house.termwise(workspace)).read(async (tx) => {
      const [row] = await tx.run(
        "select count(*)::int as n from intake.batch where workspace_id = $1",
        [workspace],
        "objects",
      );
      return (row as { n: number }).n;
    });

  it("takes files as JSON, as a form and as a raw body, and gives one report of them all", async () => {
    const form = new FormData();
    form.set("file", new File([accounts], "accounts.csv"));
    const raw = { query: "?dryRun=1&name=accounts.csv", headers: { "content-type": "text/csv" } };
    const told = [
      await send(json(["accounts.csv", accounts]), { query: "?dryRun=1" }),
      await send(form, { query: "?dryRun=1" }),
      await send(accounts, raw),
    ];
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [first, ...others] = told.map(({ body: { recordedAt: _, ...report } }) => report);
    for (const report of others) expect(report).toEqual(first);
    expect(first).toMatchObject({ id: null, committed: false, counts: { new: 2, refused: 0 } });
    expect(await count()).toBe(0);
  });

  it("answers 201 with where the report is, which says of refused rows what mends them", async () => {
    const { status, headers, body } = await send(json(["accounts.csv", accounts], ["lines.csv", lines]));
    expect([status, headers.get("location")]).toEqual([201, `/api/v1/imports/${body.id}`]);
    expect(body).toMatchObject({
      counts: { new: 3, refused: 1 },
      refusals: [{ file: "lines.csv", line: 3, code: "E_REF_NOT_FOUND" }],
    });
    const read = (path: string) => server.app.request(path, { headers: { host: "localhost:4700", ...key } });
    expect(await (await read(headers.get("location") ?? "")).json()).toMatchObject({
      id: body.id,
      counts: body.counts,
    });
    expect(await (await read(`/api/v1/imports/${body.id}/refused.csv`)).text()).toContain("L2");
    expect((await read("/api/v1/imports/imp_nothing")).status).toBe(404);
  });

  it("has one effect for an Idempotency-Key, however often and however much at once it is sent", async () => {
    const again = { headers: { "idempotency-key": "night-2026-11-28" } };
    const told = await Promise.all(
      Array.from({ length: 5 }, () => send(json(["accounts.csv", accounts]), again)),
    );
    expect(told.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(told.map(({ body }) => body.id)).size).toBe(1);
    expect(await count()).toBe(1);
    const other = await send(json(["accounts.csv", `${accounts}M3,Elm\n`]), again);
    expect([other.status, other.body.code]).toEqual([422, "E_IDEMPOTENCY_KEY"]);
    expect(await count()).toBe(1);
  });

  it("answers 422 with each reason, its place and its remedy when it stores nothing", async () => {
    const { status, headers, body } = await send(json(["accounts.csv", accounts], ["lines.csv", ambiguous]));
    expect([status, headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect(body).toMatchObject({ status: 422, code: "E_DATE_AMBIGUOUS", report: { committed: false } });
    expect(body.errors).toContainEqual(
      expect.objectContaining({
        file: "lines.csv",
        column: "starts_on",
        code: "E_DATE_AMBIGUOUS",
        remedy: expect.stringContaining('"dmy"'),
      }),
    );
    expect(await count()).toBe(0);
  });

  it("reads by a saved mapping, by name, and says which there are when it has none of that name", async () => {
    const odd = "Ref;Kd;Was;Preis;Ab\nR1;K1;Core;100;01.02.2025\n";
    const mapping = {
      kind: "contract_lines",
      columns: { line_id: "Ref", account_id: "Kd", product: "Was", arr: "Preis", starts_on: "Ab" },
      constants: { currency: "EUR" },
    };
    const saved = await server.app.request("/api/trpc/imports.saveMapping", {
      method: "POST",
      headers: { host: "localhost:4700", ...admin.headers, "content-type": "application/json" },
      body: JSON.stringify({ name: "Billing", mapping }),
    });
    expect(saved.status).toBe(200);
    const raw = { headers: { "content-type": "text/csv" } };
    expect(await send(odd, { query: "?mapping=billing", ...raw })).toMatchObject({
      status: 201,
      body: { counts: { new: 1 } },
    });
    const wrong = await send(odd, { query: "?mapping=nothing", ...raw });
    expect([wrong.status, wrong.body.detail]).toEqual([404, expect.stringContaining("Billing")]);
    const bad = JSON.stringify({
      mapping: { kind: "poems" },
      files: [{ name: "a.csv", content: base64(odd) }],
    });
    expect(await send(bad)).toMatchObject({ status: 400, body: { status: 400 } });
  });

  it.each<[status: number, what: string, how: () => Parameters<typeof send>]>([
    [400, "no JSON", () => ["{"]],
    [400, "no file", () => [JSON.stringify({ files: [] })]],
    [400, "an unknown setting", () => [json(["a.csv", accounts]), { query: "?dryrun=yes" }]],
    [400, "deep nesting", () => ["[".repeat(10_000)]],
    [
      400,
      "a key of odd characters",
      () => [json(["a.csv", accounts]), { headers: { "idempotency-key": "a b" } }],
    ],
    [401, "a wrong key", () => [json(["a.csv", accounts]), { as: { authorization: "Bearer tw_nothing" } }]],
    [404, "an unknown source", () => [json(["a.csv", accounts]), { query: "?source=nowhere" }]],
    [415, "another kind of content", () => ["<a/>", { headers: { "content-type": "application/xml" } }]],
    [
      415,
      "a form of another kind",
      () => ["a=1", { headers: { "content-type": "application/x-www-form-urlencoded" } }],
    ],
    [415, "no kind of content", () => [new Uint8Array([1]), { headers: { "content-type": "" } }]],
  ])("answers %i, as a problem, for %s", async (status, _what, how) => {
    const told = await send(...how());
    expect(told).toMatchObject({
      status,
      body: { status, type: expect.any(String), title: expect.any(String) },
    });
    expect(told.headers.get("content-type")).toBe("application/problem+json");
    expect(await count()).toBe(0);
  });

  it("is not for a key without the right to import, nor for whoever has no such right", async () => {
    const reading = (await keyOf(server, workspace, admin.memberId, ["imports_read", "book_read"])).headers;
    const csm = await personIn(server, workspace, { role: "csm" });
    for (const as of [reading, csm.headers])
      expect(await send(json(["a.csv", accounts]), { as })).toMatchObject({
        status: 403,
        body: { code: "forbidden" },
      });
    expect(await count()).toBe(0);
  });

  it("is not for a form of another site, whatever its kind", async () => {
    const form = new FormData();
    form.set("file", new File([accounts], "accounts.csv"));
    const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await send(form, { as: admin.headers, headers })).status).toBe(403);
    expect((await send(form, { as: admin.headers })).status).toBe(403);
    expect(await count()).toBe(0);
  });

  it("answers 413 for what is too large, 409 for a paused source, and puts what failed down with its remedy", async () => {
    const large = await server.app.request("/api/v1/imports", {
      method: "POST",
      headers: {
        host: "localhost:4700",
        ...key,
        "content-type": "text/csv",
        "content-length": String(200 * 1024 * 1024),
      },
      body: "x",
    });
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([413, "E_TOO_LARGE"]);
    const ask = (name: string, input: unknown) =>
      server.app.request(`/api/trpc/${name}`, {
        method: "POST",
        headers: { host: "localhost:4700", ...admin.headers, "content-type": "application/json" },
        body: JSON.stringify(input),
      });
    const made = await ask("sources.save", { name: "CRM nightly", system: "CRM", expectedMinutes: 60 });
    const { id } = ((await made.json()) as { result: { data: { id: string } } }).result.data;
    await ask("sources.pause", { id });
    const paused = await send(json(["a.csv", accounts]), { query: "?source=crm%20nightly" });
    expect([paused.status, paused.body.code]).toEqual([409, "E_PAUSED"]);
    await ask("sources.resume", { id });
    await send(json(["a.csv", ambiguous]), { query: "?source=crm%20nightly" });
    expect((await send(json(["a.csv", accounts]), { query: "?source=crm%20nightly" })).status).toBe(201);
    const one = await server.app.request(
      `/api/trpc/sources.one?input=${encodeURIComponent(JSON.stringify({ id }))}`,
      {
        headers: { host: "localhost:4700", ...admin.headers },
      },
    );
    const { runs, late, ageMinutes } = ((await one.json()) as { result: { data: Record<string, unknown> } })
      .result.data;
    expect(runs).toMatchObject([
      { state: "done", rows: 2, counts: { created: 2 } },
      { state: "stopped", error: { code: "E_DATE_AMBIGUOUS", remedy: expect.any(String) } },
    ]);
    expect([late, ageMinutes]).toEqual([false, 0]);
  });
});
