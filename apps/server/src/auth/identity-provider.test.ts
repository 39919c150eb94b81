import type { Database } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Browser, firstAdmin } from "../http/testing.ts";
import { createLog } from "../log.ts";
import { type Opened, opened } from "../testing.ts";
import { openGate } from "./gate.ts";
import { identityProviderServer } from "./provider/testing.ts";
import { ask, auditOf, goodPassword, memberOf, ownerOf, rowsOf, tokenOf } from "./testing.ts";

const failed = "/sign-in?failed=oidc";
const people = {
  "sub-ana": { email: "ana@example.com", email_verified: true, name: "Ana Ruiz" },
  "sub-bo": { email: "Bo@example.com", email_verified: true, name: "Bo Lind" },
  "sub-cy": { email: "cy@example.com", email_verified: false, name: "Cy Roe" },
  "sub-stranger": { email: "stranger@example.com", email_verified: true, name: "Stranger" },
};

/** What brings the store back to its first admin, who never signed in through the provider. */
const forgotten = [
  "delete from access.invitation",
  `delete from access.member where user_id in (select id from identity."user" where email <> 'ana@example.com')`,
  `delete from identity."user" where email <> 'ana@example.com'`,
  "delete from identity.account where provider_id = 'oidc'",
  `update identity."user" set email_verified = true`,
  "update access.member set disabled = false",
  "update workspace.workspace set second_factor_required = false",
  "delete from identity.rate_limit",
];

eachEngine((on) => {
  describe("sign-in through one's own identity provider (SEC-7, SEC-11)", () => {
    let server: Opened;
    let idp: Awaited<ReturnType<typeof identityProviderServer>>;
    let db: Database;
    beforeAll(async () => {
      db = await on.open();
      await firstAdmin(await opened(db));
    });
    beforeEach(async () => {
      idp = await identityProviderServer(people);
      server = await opened(db, { edge: { oidc: idp.settings } });
      for (const statement of forgotten) await rowsOf(server, statement);
      return () => idp.close();
    });
    /** Begins at our door, goes through the provider, and comes back with whatever it led to. */
    async function begin(
      who: keyof typeof people,
      browser = new Browser(server),
      callbackURL = "/accounts?x=1",
    ) {
      idp.state.signedIn = who;
      const begun = await browser.door("sign-in/oauth2", { providerId: "oidc", callbackURL });
      const back = new URL(await idp.follow(String(begun.said["url"])));
      return { browser, begun, back: `${back.pathname}${back.search}` };
    }
    async function through(who: keyof typeof people, browser?: Browser) {
      const { browser: used, back } = await begin(who, browser);
      const answer = await used.ask(back);
      return { browser: used, to: answer.headers.get("location"), status: answer.status, back };
    }
    const signedIn = (email: string) =>
      ask(server, "/api/auth/sign-in/email", { body: { email, password: goodPassword } });
    const accounts = () =>
      rowsOf<{ provider: string; tokens: string | null }>(
        server,
        "select provider_id as provider, concat(access_token, refresh_token, id_token) as tokens from identity.account order by 1",
      );
    const actions = async () => (await auditOf(server)).map(({ action }) => action);

    it("a person there is, with a verified address, gets in to the page asked for; nothing of the provider's is kept", async () => {
      const { browser, to, status } = await through("sub-ana");
      expect([status, to]).toEqual([302, "/accounts?x=1"]);
      expect(await browser.who()).toMatchObject({ user: { email: "ana@example.com", password: true } });
      expect(await accounts()).toEqual([
        { provider: "credential", tokens: "" },
        { provider: "oidc", tokens: "" },
      ]);
      expect((await through("sub-ana")).to).toBe("/accounts?x=1");
      expect(await accounts()).toHaveLength(2);
      expect((await auditOf(server)).slice(-2).map(({ action, details }) => [action, details])).toEqual([
        ["sign_in", { linked: "identity_provider" }],
        ["sign_in", {}],
      ]);
    });

    it("PKCE, state and nonce go to the provider, and the address asked for is one of ours", async () => {
      const { begun } = await begin("sub-ana");
      const asked = new URL(String(begun.said["url"])).searchParams;
      expect(Object.keys(begun.said)).toEqual(["url"]);
      expect([asked.get("code_challenge_method"), asked.get("response_type")]).toEqual(["S256", "code"]);
      for (const name of ["code_challenge", "state", "nonce"])
        expect(asked.get(name)?.length).toBeGreaterThan(20);
      for (const callbackURL of [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
      ]) {
        const answer = await new Browser(server).door("sign-in/oauth2", { providerId: "oidc", callbackURL });
        expect([callbackURL, answer.status]).toEqual([callbackURL, 400]);
      }
      const idToken = { providerId: "oidc", callbackURL: "/", idToken: { token: "x" } };
      expect((await new Browser(server).door("sign-in/oauth2", idToken)).status).toBe(400);
    });

    it("who is invited joins with their first sign-in, and who is not stays outside", async () => {
      await server.api.members.invite({ email: "bo@example.com", role: "csm", scope: "own" });
      const { browser, to } = await through("sub-bo");
      expect(to).toBe("/accounts?x=1");
      expect(await browser.who()).toMatchObject({ user: { email: "bo@example.com", password: false } });
      expect((await actions()).slice(-2)).toEqual(["member_joined", "sign_in"]);

      const stranger = await through("sub-stranger");
      expect([stranger.to, await stranger.browser.who()]).toEqual([failed, null]);
      const users = await rowsOf<{ email: string }>(server, `select email from identity."user" order by 1`);
      expect(users.map(({ email }) => email)).toEqual(["ana@example.com", "bo@example.com"]);
    });

    it("an address the provider did not verify is nobody's: neither an invitation nor a person of that name", async () => {
      await server.api.members.invite({ email: "cy@example.com", role: "csm", scope: "own" });
      expect((await through("sub-cy")).to).toBe(failed);
      await memberOf(server, { role: "viewer", email: "cy@example.com" }).catch(() => null);
      expect((await through("sub-cy")).to).toBe(failed);
      expect(await rowsOf(server, "select 1 from identity.account where provider_id = 'oidc'")).toEqual([]);
    });

    it("a row whose own address was never verified is not linked (pre-hijack)", async () => {
      await rowsOf(server, `update identity."user" set email_verified = false`);
      const { browser, to } = await through("sub-ana");
      expect([to, await browser.who()]).toEqual([failed, null]);
    });

    it("who took up a link that an admin was given to hand over is not the address's owner for that (pre-hijack, SEC-11)", async () => {
      const { link } = await server
        .apiAs(await ownerOf(server, (await signedIn("ana@example.com")).cookie))
        .members.invite({ email: "bo@example.com", role: "csm", scope: "own" });
      const taken = { token: tokenOf(link), name: "Bo", password: goodPassword };
      expect((await new Browser(server).door("accept-invitation", taken)).status).toBe(200);
      expect((await through("sub-bo")).to).toBe(failed);
      // A new password by a link to the mailbox shows whose the address is, and ends what was there before.
      const { path } = await server.api.account.resetLink({ email: "bo@example.com" });
      const reset = { token: path.split("#")[1], newPassword: "granite drifts beneath the ferry" };
      expect((await new Browser(server).door("reset-password", reset)).status).toBe(200);
      expect((await through("sub-bo")).to).toBe("/accounts?x=1");
    });

    it("a disabled member stays outside, and the door does not say why", async () => {
      expect((await through("sub-ana")).to).toBe("/accounts?x=1");
      await rowsOf(server, "update access.member set disabled = true");
      const { browser, to } = await through("sub-ana");
      expect([to, await browser.who()]).toEqual([failed, null]);
    });

    it.each([
      ["with a nonce that is not this sign-in's", { claims: { nonce: "another" } }],
      ["without a nonce", { claims: { nonce: undefined } }],
      ["for another client", { claims: { aud: "another" } }],
      ["of another issuer", { claims: { iss: "https://elsewhere.example" } }],
      ["that is over", { claims: { exp: 1_700_000_000, iat: 1_699_999_000 } }],
      ["signed with a key that is not the provider's", { foreignKey: true }],
      ["that was left out", { noIdToken: true }],
      ["about somebody else than the user-info answer", { claims: { sub: "sub-bo" } }],
    ])("an id token %s opens nothing", async (_, mischief) => {
      idp.state.mischief = mischief;
      const { browser, to } = await through("sub-ana");
      expect([to, await browser.who()]).toEqual([failed, null]);
      expect(await rowsOf(server, "select 1 from identity.account where provider_id = 'oidc'")).toEqual([]);
    });

    it("an id token that was signed anew, with the provider's key and nothing changed, opens as ever", async () => {
      idp.state.mischief = { claims: {} };
      expect((await through("sub-ana")).to).toBe("/accounts?x=1");
    });

    it("a provider that says it is another one is not believed", async () => {
      idp.state.mischief = { issuer: "http://127.0.0.1:1" };
      const answer = await new Browser(server).door("sign-in/oauth2", {
        providerId: "oidc",
        callbackURL: "/",
      });
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain("127.0.0.1");
    });

    it("what comes back opens nothing in another browser, with another state, a second time, or as an error", async () => {
      const { browser, back } = await begin("sub-ana");
      const victim = new Browser(server);
      expect((await victim.ask(back)).headers.get("location")).toBe(failed);
      expect(await victim.who()).toBeNull();
      const other = back.replace(/state=[^&]+/, "state=another");
      expect((await browser.ask(other)).headers.get("location")).toBe(failed);
      const { browser: again, back: good } = await begin("sub-ana");
      expect((await again.ask(good)).headers.get("location")).toBe("/accounts?x=1");
      expect((await again.ask(good)).headers.get("location")).toBe(failed);
      const bad = "/api/auth/callback/oidc?error=access_denied&error_description=%3Cscript%3E&state=x";
      const refused = await new Browser(server).ask(bad);
      expect([refused.status, refused.headers.get("location")]).toEqual([302, failed]);
    });

    it("the session before is not the one after (fixation)", async () => {
      const browser = new Browser(server);
      await browser.signIn("ana@example.com");
      const before = browser.cookies.get("termwise.session_token") ?? "";
      await through("sub-ana", browser);
      expect(browser.cookies.get("termwise.session_token")).not.toBe(before);
      const left = new Browser(server);
      left.cookies.set("termwise.session_token", before);
      expect(await left.who()).toBeNull();
    });

    it("who has no password here is not asked for a second factor of ours: it is the provider's to ask for", async () => {
      await server.api.members.invite({ email: "bo@example.com", role: "csm", scope: "own" });
      const bo = await through("sub-bo");
      const ana = await through("sub-ana");
      await rowsOf(server, "update workspace.workspace set second_factor_required = true");
      expect([await bo.browser.who(), await ana.browser.who()]).toMatchObject([
        { must: null },
        { must: "second_factor" },
      ]);
    });

    it("a provider that is away keeps nobody else outside", async () => {
      await idp.close();
      const away = await new Browser(server).door("sign-in/oauth2", { providerId: "oidc", callbackURL: "/" });
      expect([away.status, away.headers.get("retry-after")]).toEqual([503, "30"]);
      expect((await new Browser(server).signIn("ana@example.com")).status).toBe(200);
    });

    it("over http only a provider of this machine is believed", () => {
      const oidc = { ...idp.settings, issuer: "http://login.example.com" };
      const edge = { ...server.edge, oidc };
      expect(() => openGate({ house: server.house, edge, log: createLog("silent") })).toThrow(/https/);
    });
  });

  it("without a provider its doors are closed", async () => {
    const server = await opened(await on.open());
    const browser = new Browser(server);
    const answer = await browser.door("sign-in/oauth2", { providerId: "oidc", callbackURL: "/" });
    expect(answer.status).toBe(404);
    expect((await browser.ask("/api/auth/callback/oidc?code=1&state=2")).headers.get("location")).toBe(
      failed,
    );
  });
});
