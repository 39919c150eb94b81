import type { Callable } from "@termwise/core/access";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { bodies } from "./bodies.ts";
import { type Call, call, type Heard, procedures, request, routesOf, shapes } from "./calls.ts";
import { type Company, company } from "./canaries.ts";
import { documentOf, textsOf, withAt } from "./fields.ts";
import { idsOfNothing } from "./input-ids.ts";
import { inputs } from "./inputs.ts";
import { personIn, rowsOf, type Target, target } from "./target.ts";

const on = testEngine("postgres");
const deep = process.env["TERMWISE_DEEP"] === "1";
/** In the short run each field is tried with every third payload, the next field with the next ones. */
const share = deep ? 1 : 3;

const payloads = {
  "a quote that ends a statement": "'; drop table access.member cascade; --",
  "a union": `1) union select password from identity."account" --`,
  "a function that waits": "'||pg_sleep(10)||'",
  "a template": "{{7*7}} $" + "{7*7} <%= 7*7 %> #{7*7}",
  "a new header": "x\r\nSet-Cookie: planted=1\r\n\r\n<html>",
  "a log line": '\n{"level":60,"msg":"planted"}\n\u001b[2J',
  "a script": `"><script>alert(1)</script><img src=x onerror=alert(1)>`,
  "no character": "\u0000",
  "half a character": "\ud800",
  "characters that turn around": "\u202egnp.exe\u2066\ufeff",
  "far too much": "x".repeat(20_000),
  "a name of everything": "__proto__",
};

describe("text is never taken for anything but text (SEC-17)", () => {
  let server: Target;
  let own: Company;
  beforeAll(async () => {
    server = await target(await on.open());
    own = await company(server, "numbatours");
  });

  const unharmed = (where: unknown[], { status, text, headers }: Heard): void => {
    expect([...where, status < 500, status >= 500 ? text : ""]).toEqual([...where, true, ""]);
    expect([...where, headers.getSetCookie().filter((line) => line.includes("planted"))]).toEqual([
      ...where,
      [],
    ]);
    // What was put on record in the 49th second of a minute says so.
    const timeless = text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "");
    expect([...where, /syntax error|root:x:0|\b49\b.*\b49\b/.test(timeless)]).toEqual([...where, false]);
  };

  // Renamed to what is tried, a workspace could be removed by that name.
  const last = ({ name }: Call): boolean => name === "workspace.change" || name.endsWith("sign-out");
  const inOrder = (calls: readonly Call[]) => [...calls.filter((one) => !last(one)), ...calls.filter(last)];

  it.each(Object.keys(payloads))("in no field of any procedure: %s", async (name) => {
    const payload = payloads[name as keyof typeof payloads];
    const turn = Object.keys(payloads).indexOf(name);
    let tried = 0;
    for (const one of inOrder(procedures)) {
      const { headers } = own.admin;
      const base = inputs[one.name as Callable]?.(own.ids);
      // So many questions in a minute are not asked by people, and would be refused for that alone.
      await rowsOf(server, "delete from identity.rate_limit");
      const fields = (shapes.get(one.name) ?? []).flatMap((shape) => textsOf(documentOf(shape)));
      for (const [n, { path }] of fields.entries()) {
        if ((n + turn) % share !== 0) continue;
        unharmed([one.name, path], await call(server, one, withAt(base, path, payload), { headers }));
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(50);
  });

  it("in no body, address or header", async () => {
    const { headers } = await personIn(server, own.workspaceId, { role: "workspace_admin" });
    for (const [name, payload] of Object.entries(payloads)) {
      for (const one of inOrder(routesOf(server)).filter((each) => each.name.startsWith("POST /api/"))) {
        if (/sign-in\/email|password|two-factor|first-run|accept|demo|sign-out|rebuild|backup/.test(one.name))
          continue;
        const body = bodies[one.name as Callable]?.(idsOfNothing());
        for (const field of Object.keys(Object(body)))
          unharmed(
            [name, one.name, field],
            await call(server, one, withAt(body, [field], payload), { headers }),
          );
      }
      const file = {
        name: payload.slice(0, 200),
        content: Buffer.from(`account_id,name\n${payload},x\n`).toString("base64"),
      };
      const json = { ...headers, "content-type": "application/json" };
      const post = { method: "POST", headers: json, body: JSON.stringify({ files: [file] }) };
      unharmed([name, "import"], await request(server, "/api/imports", post));
      const text = encodeURIComponent(payload.replace(/\p{Cs}/gu, "?").slice(0, 2_000));
      for (const path of [
        `/api/imports/${own.ids.import}/refused.csv?file=${text}`,
        `/api/imports/${text}/refused.csv`,
        `/api/audit.csv?actor=${text}&subject=${text}`,
        `/api/audit.csv?action=${text}`,
        `/api/trpc/${text}`,
        `/api/trpc/glossary.term?input=${text}`,
        `/api/trpc/glossary.term?batch=1&input=${text}`,
        `/${text}`,
      ])
        unharmed([name, path], await request(server, path, { headers }));
      const sent = payload.replace(/[^\t\x20-\x7e]/g, "").slice(0, 4_000);
      for (const header of [
        "user-agent",
        "cookie",
        "authorization",
        "x-forwarded-for",
        "forwarded",
        "accept",
        "x-request-id",
        "content-type",
        "sec-fetch-site",
        "x-termwise-workspace",
        "accept-language",
        "if-none-match",
        "range",
      ])
        unharmed(
          [name, header],
          await request(server, "/api/trpc/session.get", { headers: { [header]: sent } }),
        );
    }
  });

  it("not in an address that is no text at all, nor in the name of a workspace for the command line", async () => {
    const { headers } = own.admin;
    for (const path of [
      "/%",
      "/%ff",
      "/api/%E0%A4%A",
      "/api/trpc/%E0%A4%A",
      "/api/imports/%ff/refused.csv",
      "/api/audit.csv?actor=%ff",
      "/api/trpc/glossary.term?input=%",
      "/assets/%2e%2e/%2e%2e/package.json",
    ])
      unharmed([path], await request(server, path, { headers }));
    for (const named of ["%", "%E0%A4%A", "%00", "nothing"]) {
      const heard = await request(server, "/api/trpc/workspace.get", {
        headers: { ...server.operator, "x-termwise-workspace": named },
      });
      expect([named, heard.status]).toEqual([named, 404]);
    }
  });

  it("left every log line one line of JSON, and every table in its place", async () => {
    const lines = server.logged().trim().split("\n");
    expect(lines.length).toBeGreaterThan(500);
    const kinds = lines.map((line) => JSON.parse(line) as { level: number; msg: string });
    expect(kinds.filter(({ level, msg }) => level >= 50 || msg === "planted")).toEqual([]);
    const [row] = await rowsOf<{ n: bigint }>(server, "select count(*) as n from access.member");
    expect(Number(row?.n)).toBeGreaterThan(2);
  });

  it("is a cell and no formula in the files that leave", async () => {
    const { headers } = own.admin;
    const formula = "=HYPERLINK(0)";
    for (const name of ["exports.note"]) {
      const one = procedures.find((each) => each.name === name);
      if (one) await call(server, one, { what: formula, address: "/accounts", rows: 1 }, { headers });
    }
    const csv = (await request(server, "/api/audit.csv?action=table_exported", { headers })).text;
    expect(csv).toContain(`"'${formula}"`);
  });
});
