import { randomText } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { setupToken } from "../auth/setup-token.ts";
import { call, type Heard, procedures, request, routesOf } from "./calls.ts";
import { idsOfNothing } from "./input-ids.ts";
import { inputs } from "./inputs.ts";
import { keyOf, type Person, personIn, rowsOf, type Target, target } from "./target.ts";

const on = testEngine("postgres");
const planted = (name: string) => `planted${name}${randomText(24)}`;

describe("secrets stay where they were put (SEC-15)", () => {
  const signing = planted("signing");
  const password = `${planted("password")} lanterns`;
  const secrets = new Map<string, string>([
    ["the server's secret", signing],
    ["a password", password],
    ["a wrong password", planted("wrong")],
    ["a client secret", planted("oidc")],
    ["the password in a header for a proxy", Buffer.from(`proxy:${planted("basic")}`).toString("base64")],
  ]);
  const heard: Heard[] = [];
  let server: Target;
  let admin: Person;
  beforeAll(async () => {
    server = await target(await on.open(), {
      edge: {
        secrets: { signing, believed: [signing] },
        oidc: {
          issuer: "https://identity.invalid",
          clientId: "termwise",
          clientSecret: secrets.get("a client secret") ?? "",
          label: "Identity",
        },
      },
    });
    secrets.set("the setup token", (await setupToken(server.house)) ?? "");
    secrets.set("the command line's token", server.gate.operatorToken);
    admin = await personIn(server, server.house.first, {
      role: "workspace_admin",
      email: "admin@example.com",
      password,
    });
    secrets.set("a session", decodeURIComponent(admin.headers["cookie"] ?? "").split(/[=.]/)[2] ?? "");
    const key = await keyOf(server, server.house.first, admin.memberId, ["book_read", "imports_read"]);
    secrets.set("a key", key.secret);
    await everythingIsTried(key.headers);
  });

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const json = { "content-type": "application/json", ...headers };
    const answer = await request(server, path, { method: "POST", headers: json, body: JSON.stringify(body) });
    heard.push(answer);
    return answer;
  };

  /** Signs in and up, rightly and wrongly, invites, resets, makes keys, and asks for everything. */
  async function everythingIsTried(keyed: Record<string, string>): Promise<void> {
    const wrong = secrets.get("a wrong password");
    const basic = secrets.get("the password in a header for a proxy") ?? "";
    const door = (path: string, body: object, headers = {}) => post(`/api/auth/${path}`, body, headers);
    await door("sign-in/email", { email: "admin@example.com", password: wrong });
    await door("sign-in/email", { email: "admin@example.com", password, more: 1 });
    await door(
      "sign-in/email",
      { email: "admin@example.com", password },
      { authorization: `Basic ${basic}` },
    );
    await door("sign-in/oauth2", { providerId: "oidc", callbackURL: "/" });
    await door("first-run", { token: secrets.get("the setup token"), name: "A", email: "not one", password });
    await door("change-password", { currentPassword: wrong, newPassword: password }, admin.headers);
    await door("two-factor/verify-totp", { code: "000000" });
    const invited = await post(
      "/api/trpc/members.invite",
      { email: "i@example.com", role: "viewer", scope: "own" },
      admin.headers,
    );
    secrets.set("an invitation's token", /#([\w-]+)/.exec(heard.pop()?.text ?? "")?.[1] ?? "");
    expect(invited.status).toBe(200);
    const token = secrets.get("an invitation's token");
    await door("invitation", { token });
    await door("accept-invitation", { token, name: "I", password: "short" });
    await post("/api/trpc/account.resetLink", { email: "admin@example.com" }, server.operator);
    secrets.set("a reset's token", /#([\w-]+)/.exec(heard.pop()?.text ?? "")?.[1] ?? "");
    await door("reset-password", { token: secrets.get("a reset's token"), newPassword: "short" });
    for (const headers of [admin.headers, keyed, server.operator])
      for (const one of [...procedures, ...routesOf(server)].filter(
        ({ name, kind }) => kind === "query" || name.startsWith("GET "),
      ))
        heard.push(
          await call(server, one, inputs[one.name as keyof typeof inputs]?.(idsOfNothing()), { headers }),
        );
    await rowsOf(server, "alter table identity.session rename to gone");
    await door("sign-in/email", { email: "admin@example.com", password });
    heard.push(await request(server, "/api/trpc/session.get", admin));
    await rowsOf(server, "alter table identity.gone rename to session");
    await rowsOf(server, "alter table identity.account rename to gone");
    await door("sign-in/email", { email: "admin@example.com", password });
    await door("reset-password", { token: secrets.get("a reset's token"), newPassword: password });
    await rowsOf(server, "alter table identity.gone rename to account");
    heard.push(await request(server, `/api/auth/callback/oidc?code=${planted("code")}&state=${token}`));
    heard.push(await request(server, `/?token=${token}`));
  }

  it("has planted them all", () => {
    for (const [name, secret] of secrets) expect([name, secret.length >= 24]).toEqual([name, true]);
  });

  it("in no line of the log, in no form", () => {
    expect(server.logged().split("\n").length).toBeGreaterThan(100);
    for (const [name, secret] of secrets)
      for (const form of [
        secret,
        encodeURIComponent(secret),
        Buffer.from(secret).toString("base64").slice(0, 30),
      ])
        expect([name, server.logged().includes(form)]).toEqual([name, false]);
    expect(/\$scrypt\$|"cookie"|"authorization"/i.test(server.logged())).toBe(false);
  });

  it("in no answer, but the cookie of a session that begins", () => {
    const all = heard
      .map(
        ({ text, headers }) => text + JSON.stringify([...headers].filter(([name]) => name !== "set-cookie")),
      )
      .join("\n");
    for (const [name, secret] of secrets) expect([name, all.includes(secret)]).toEqual([name, false]);
    expect(all).not.toMatch(/\$scrypt\$/);
  });

  it("in no table as they are: keys, invitations, resets and setup tokens are hashes there", async () => {
    const tables = await rowsOf<{ name: string }>(
      server,
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('identity', 'access', 'audit', 'workspace', 'people', 'intake')`,
    );
    // A session's token is kept: what opens one is its signature, which needs the server's secret.
    const kept = [...secrets].filter(([name]) => name !== "a session");
    for (const { name } of tables)
      for (const { row } of await rowsOf<{ row: string }>(server, `select t::text as row from ${name} t`))
        for (const [what, secret] of kept)
          expect([name, what, row.includes(secret)]).toEqual([name, what, false]);
  });
});
