import { connect } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, type Heard, procedures, request } from "./calls.ts";
import { keyOf, type Person, personIn, rowsOf, type Target, target } from "./target.ts";

const on = testEngine("postgres");
const password = "lanterns over quiet harbours";

describe("a right that was taken away is gone with the answer that says so, on every server (SEC-4)", () => {
  const servers: Target[] = [];
  let admin: Person;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const place = await on.migratedPlace();
    for (let n = 0; n < 2; n += 1) {
      const db = await connect({ ...place, connections: 6 });
      ends.push(() => db.close());
      servers.push(await target(db));
    }
    admin = await personIn(first(), first().house.first, { role: "workspace_admin" });
  });
  afterAll(() => Promise.all(ends.map((end) => end())));

  const first = (): Target => {
    const [server] = servers;
    if (!server) throw new Error("There is no server.");
    return server;
  };
  const does = async (name: string, input: unknown, { headers } = admin) => {
    const one = procedures.find((each) => each.name === name);
    if (!one) throw new Error(`There is no ${name}.`);
    return call(first(), one, input, { headers });
  };

  /** 50 at once ask both servers without end; what was begun after the change was answered must not succeed. */
  async function takenAway(headers: Record<string, string>, change: () => Promise<Heard>, path: string) {
    let changed = false;
    const after: number[] = [];
    let before = 0;
    const asking = async (n: number) => {
      for (let late = 0; late < 2; ) {
        const begunAfter = changed;
        const { status } = await request(servers[n % 2] ?? first(), path, { headers });
        if (begunAfter) late = after.push(status) && late + 1;
        else if (status === 200) before += 1;
      }
    };
    const all = Promise.all(Array.from({ length: 50 }, (_, n) => asking(n)));
    while (before < 50) await new Promise((resolve) => setTimeout(resolve, 5));
    const answer = await change();
    changed = true;
    await all;
    return {
      answer: answer.status,
      succeeded: after.filter((status) => status < 400).length,
      asked: after.length,
    };
  }
  const gone = { answer: 200, succeeded: 0, asked: 100 };
  const accounts = "/api/trpc/accounts.list?input={}";
  const members = "/api/trpc/members.list";
  const someone = (more: Partial<Parameters<typeof personIn>[2]> = {}) =>
    personIn(first(), first().house.first, { role: "cs_ops", ...more });

  it.each(["members.disable", "members.change"])("after %s", async (name) => {
    const person = await someone();
    const more = name === "members.change" ? { role: "csm", scope: "own" } : {};
    const change = () => does(name, { memberId: person.memberId, ...more });
    expect(await takenAway(person.headers, change, members)).toEqual(gone);
  });

  it("after a key was revoked, its maker disabled, or its maker's role changed", async () => {
    const [one, other] = [await someone(), await someone()];
    const workspace = first().house.first;
    const key = await keyOf(first(), workspace, admin.memberId, ["book_read"]);
    const ofOne = await keyOf(first(), workspace, one.memberId, ["book_read"]);
    const ofOther = await keyOf(first(), workspace, other.memberId, ["imports_read"]);
    expect(await takenAway(key.headers, () => does("keys.revoke", { id: key.id }), accounts)).toEqual(gone);
    const disabled = () => does("members.disable", { memberId: one.memberId });
    expect(await takenAway(ofOne.headers, disabled, accounts)).toEqual(gone);
    const changed = () => does("members.change", { memberId: other.memberId, role: "viewer" });
    expect(await takenAway(ofOther.headers, changed, "/api/trpc/imports.list")).toEqual(gone);
  });

  it("after signing out, and for the other sessions after ending those", async () => {
    const [person, other] = [await someone(), await someone()];
    const json = { ...person.headers, "content-type": "application/json" };
    const signOut = () =>
      request(first(), "/api/auth/sign-out", { method: "POST", headers: json, body: "{}" });
    expect(await takenAway(person.headers, signOut, accounts)).toEqual(gone);
    const ended = () => does("account.endSession", { id: other.sessionId }, other);
    expect(await takenAway(other.headers, ended, accounts)).toEqual(gone);
  });

  it("after the password was reset by a link", async () => {
    const person = await someone({ email: "reset@example.com", password });
    const link = await does(
      "account.resetLink",
      { email: "reset@example.com" },
      { ...admin, headers: first().operator },
    );
    const token = /#([\w-]+)/.exec(link.text)?.[1];
    const reset = () =>
      request(first(), "/api/auth/reset-password", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token, newPassword: "harbours under quiet lanterns" }),
      });
    expect(await takenAway(person.headers, reset, accounts)).toEqual(gone);
  });

  it("after the workspace came to require a second factor, for who has none", async () => {
    const person = await someone({ secondFactor: false });
    const required = () => does("workspace.change", { secondFactorRequired: true });
    expect(await takenAway(person.headers, required, accounts)).toEqual(gone);
    expect((await does("workspace.change", { secondFactorRequired: false })).status).toBe(200);
  });

  it("after a team was taken from its manager: its accounts are", async () => {
    const lead = await personIn(first(), first().house.first, { role: "cs_manager", scope: "team" });
    const report = await someone({ role: "csm", knownAs: ["Tess Team"] });
    const termwise = await first().house.termwise(first().house.first);
    const bytes = Buffer.from("account_id,name,csm\nA1,Alder,Tess Team\n");
    await termwise.importFiles({ files: [{ name: "accounts.csv", bytes }], dryRun: false });
    const leads = (managerId: string | null) =>
      does("members.setManager", { memberId: report.memberId, managerId, on: "2026-01-01" });
    const seen = () =>
      Promise.all(
        servers.map(async (server) => (await request(server, accounts, lead)).text.includes("Alder")),
      );
    expect([(await leads(lead.memberId)).status, await seen()]).toEqual([200, [true, true]]);
    expect([(await leads(null)).status, await seen()]).toEqual([200, [false, false]]);
  });

  it("leaves no session of a disabled member in the store", async () => {
    const open = await rowsOf(
      first(),
      `select s.id from identity.session s join access.member m on m.id = s.member_id where m.disabled`,
    );
    expect(open).toEqual([]);
  });
});
