import { join } from "node:path";
import { type Callable, permissions } from "@termwise/core/access";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { bodies } from "./bodies.ts";
import { call, type Heard, procedures, request, routesOf } from "./calls.ts";
import { type Company, company, tells } from "./canaries.ts";
import { inputs } from "./inputs.ts";
import { type Person, personIn, rowsOf, type Target, target } from "./target.ts";

const on = testEngine("postgres");
const inside =
  /\b(select|insert|update|delete)\b[^"]{0,60}\b(from|into|set)\b|relation \\?"|permission denied|schema|column|constraint|\.ts\b|\.js\b|node_modules|SQLSTATE|42501|postgres|drizzle|better.?auth|\bstack\b|\bat \w+ \(/i;
/** What everybody is told they may call, and reads like a file of code. */
const scriptOfOurs = "GET /array/:id/config.js" satisfies Callable;
/** Where the code of this server lies. */
const checkout = join(import.meta.dirname, "../../../..");

describe("what went wrong inside is told to nobody but the log (SEC-18)", () => {
  let server: Target;
  let own: Company;
  let compensation: Person;
  beforeAll(async () => {
    server = await target(await on.open());
    own = await company(server, "bilbyours");
    compensation = await personIn(server, own.workspaceId, { role: "comp_admin" });
  });

  const headersFor = (name: string) => {
    const permission = permissions[name as Callable];
    if (permission === "operator") return server.operator;
    return permission === "pay_grant" || permission === "pay_manage"
      ? compensation.headers
      : own.admin.headers;
  };
  const faultsLogged = () =>
    server
      .logged()
      .split("\n")
      .filter((line) => /"level":[45]0/.test(line))
      .join();
  const told = (name: string, { status, text, headers }: Heard): void => {
    // A backup is the store itself, for the operator alone: of its names it makes no secret.
    if (name === "POST /api/local/backup" && status === 200) return;
    const inIt = inside.exec(text.replaceAll(scriptOfOurs, ""))?.[0] ?? null;
    expect([name, inIt, text.includes(checkout)]).toEqual([name, null, false]);
    if (status < 500) return;
    expect([name, text]).toEqual([name, expect.stringMatching(/Something went wrong|unavailable/)]);
    const id = headers.get("x-request-id") ?? "";
    expect([name, id.length, text.includes(id), faultsLogged().includes(id)]).toEqual([name, 36, true, true]);
  };

  /** Breaks something below, calls everything, and tells how many calls failed for it. */
  async function broken(breaking: string, mending: string): Promise<string[]> {
    await rowsOf(server, breaking);
    const failed: string[] = [];
    try {
      for (const one of [...procedures, ...routesOf(server)]) {
        const input = (inputs[one.name as Callable] ?? bodies[one.name as Callable])?.(own.ids);
        const heard = await call(server, one, input ?? undefined, {
          headers: headersFor(one.name),
          id: own.ids.import,
        });
        told(one.name, heard);
        if (heard.status >= 500) failed.push(one.name);
      }
    } finally {
      await rowsOf(server, mending);
    }
    return failed;
  }

  it("when the workspace's tables cannot be read: every procedure that reads them says no more than an id", async () => {
    const schemas = "ledger, intake, derived, people, access, audit";
    const failed = await broken(
      `revoke all on all tables in schema ${schemas}, workspace from termwise_app`,
      "select 1",
    );
    expect(failed).toEqual(
      expect.arrayContaining([
        "workspace.get",
        "accounts.list",
        "members.invite",
        "contacts.add",
        "audit.list",
      ]),
    );
    expect(failed.length).toBeGreaterThan(35);
  });

  it("when nothing can be told to the audit log, nothing is done", async () => {
    const failed = await broken(
      "alter table audit.entry rename to gone",
      "alter table audit.gone rename to entry",
    );
    expect(failed.length).toBeGreaterThan(0);
  });

  it("when sessions cannot be looked up, nobody gets in and nobody learns why", async () => {
    const failed = await broken(
      "alter table identity.session rename to gone",
      "alter table identity.gone rename to session",
    );
    expect(failed).toEqual(expect.arrayContaining(["session.get", "workspace.get", "account.sessions"]));
  });

  it("and the log has the fault, with no data in it", async () => {
    expect(server.logged()).toMatch(/permission denied|does not exist/);
    expect(tells(server.logged(), own.canary)).toBe(false);
    expect(await request(server, "/healthz")).toMatchObject({ status: 200 });
  });
});
