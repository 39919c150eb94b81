import { instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { auditOf, rowsOf } from "../auth/testing.ts";
import { type Opened, opened } from "../testing.ts";
import { Browser, codeOf, dataOf, firstAdmin, password, withSecondFactor } from "./testing.ts";

const email = "ana@example.com";
const hour = 3_600_000;
const session = "termwise.session_token";

eachEngine((on) => {
  describe("sessions (SEC-4, SEC-7)", () => {
    let server: Opened;
    let ana: Browser;
    let later = 0;
    beforeEach(async () => {
      later = 0;
      const clock = { now: () => instant(new Date(Date.now() + later).toISOString()) };
      server = await opened(await on.open(), { clock });
      ana = await firstAdmin(server);
    });
    const call = async (browser: Browser, name: string, input: unknown = undefined) =>
      browser.ask(`/api/trpc/${name}`, input ?? {});
    const mine = (browser: Browser) =>
      browser.query<{ id: string; device: string; address: string | null; current: boolean }[]>(
        "account.sessions",
      );

    it("a session's token is new at every sign-in, whatever cookie was there before (fixation)", async () => {
      const browser = new Browser(server);
      const planted = ana.cookies.get(session) ?? "";
      browser.cookies.set(session, planted);
      await browser.signIn(email);
      expect(browser.cookies.get(session)).not.toBe(planted);
      // The browser signed in anew: the session it had is over, for whoever else holds its cookie.
      expect(await ana.who()).toBeNull();
      const forged = new Browser(server);
      forged.cookies.set(
        session,
        "0123456789abcdef0123456789abcdef.bm90IGEgc2lnbmF0dXJlIGF0IGFsbCwgbm8hISEhISE%3D",
      );
      expect(await forged.who()).toBeNull();
    });

    it("its cookie is the browser's own: HttpOnly, Lax, for all paths, a day long", async () => {
      const { set } = await new Browser(server).signIn(email);
      expect(set).toHaveLength(1);
      expect(set[0]).toMatch(
        new RegExp(`^${session}=[\\w%.-]+; Max-Age=86400; Path=/; HttpOnly; SameSite=Lax$`),
      );
    });

    it("signing out ends it on the server, and leaves no cookie", async () => {
      const copy = new Browser(server);
      copy.cookies.set(session, ana.cookies.get(session) ?? "");
      expect((await ana.door("sign-out", {})).status).toBe(200);
      expect([await copy.who(), ana.cookies.size]).toEqual([null, 0]);
      expect((await auditOf(server)).at(-1)?.action).toBe("sign_out");
    });

    it("it ends a day after it was last used, and goes on while it is used", async () => {
      later = 23 * hour;
      expect(await ana.who()).not.toBeNull();
      later += 23 * hour;
      expect(await ana.who()).not.toBeNull();
      later += 25 * hour;
      expect(await ana.who()).toBeNull();
    });

    it("it ends fourteen days after sign-in, however much it was used, for the doors too", async () => {
      for (; later < 14 * 24 * hour; later += 20 * hour) expect(await ana.who()).not.toBeNull();
      later = 14 * 24 * hour + 1;
      expect(await ana.who()).toBeNull();
      expect((await ana.door("two-factor/enable", { password })).status).toBe(401);
    });

    it("one sees where one is signed in, and ends others; tokens are not told", async () => {
      const agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0";
      const other = new Browser(server, { "user-agent": agent });
      await other.signIn(email);
      const seen = await mine(ana);
      expect(seen.map(({ device, address, current }) => [device, address, current])).toEqual([
        ["Firefox on Windows", "127.0.0.1", false],
        ["Unknown device", "127.0.0.1", true],
      ]);
      const text = JSON.stringify(seen);
      for (const browser of [ana, other])
        expect(text).not.toContain(decodeURIComponent(browser.cookies.get(session) ?? "").split(".")[0]);
      expect((await call(ana, "account.endSession", { id: seen[0]?.id })).status).toBe(200);
      expect([await other.who(), (await mine(ana)).length]).toEqual([null, 1]);

      for (let i = 0; i < 2; i++) await new Browser(server).signIn(email);
      expect(dataOf(await call(ana, "account.endOtherSessions"))).toEqual({ ended: 2 });
      expect(await mine(ana)).toMatchObject([{ current: true }]);
      const ended = (await auditOf(server)).filter(({ action }) => action === "session_ended");
      expect(ended).toMatchObject([{ subjectId: seen[0]?.id }, { details: { others: 2 } }]);
    });

    it("somebody else's session is as one that does not exist (SEC-2)", async () => {
      await rowsOf(
        server,
        `with u as (insert into identity."user" (id, name, email) values ('usr_bo', 'Bo', 'bo@example.com') returning id)
         insert into identity.session (id, user_id, token, expires_at) select 'ses_bo', id, 'tok', now() + interval '1 day' from u`,
      );
      const [theirs, none] = [
        await call(ana, "account.endSession", { id: "ses_bo" }),
        await call(ana, "account.endSession", { id: "ses_none" }),
      ];
      const told = ({ said }: typeof theirs) => (said["error"] as { message: string }).message;
      expect([theirs.status, told(theirs)]).toEqual([404, told(none)]);
      expect(await rowsOf(server, "select 1 from identity.session where id = 'ses_bo'")).toHaveLength(1);
    });

    it("over https its cookies, and those of a second factor, name their host and travel encrypted only", async () => {
      const edge = { publicUrl: "https://termwise.example.com" };
      const secure = await opened(server.house.db, { edge });
      const own = { host: "termwise.example.com" };
      const browser = new Browser(secure, own);
      const first = await browser.signIn(email);
      const marks = "Max-Age=86400; Path=/; HttpOnly; Secure; SameSite=Lax";
      expect(first.set).toEqual([
        expect.stringMatching(new RegExp(`^__Host-${session}=[\\w%.-]+; ${marks}$`)),
      ]);
      expect(await browser.who()).not.toBeNull();
      const { totpURI } = await withSecondFactor(browser);
      const asked = new Browser(secure, own);
      const { set } = await asked.signIn(email);
      for (const line of set)
        expect(line).toMatch(/^__Host-termwise\.\w+=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      expect([...asked.cookies.keys()]).toEqual(["__Host-termwise.two_factor"]);
      expect((await asked.door("two-factor/verify-totp", { code: codeOf(totpURI, 1) })).status).toBe(200);
      expect([...asked.cookies.keys()]).toEqual([`__Host-${session}`]);
      // A cookie without the prefix, as a sister host or a plain connection could plant it, opens nothing.
      const planted = new Browser(secure, own);
      planted.cookies.set(session, asked.cookies.get(`__Host-${session}`) ?? "");
      expect(await planted.who()).toBeNull();
    });

    it("a session and a second factor survive a new secret while the old one is believed", async () => {
      const { totpURI, codes } = await withSecondFactor(ana);
      const [old = ""] = server.edge.secrets.believed;
      const next = "another secret only tests know, 40 bytes";
      const rotated = await opened(server.house.db, {
        edge: { secrets: { signing: next, believed: [next, old] } },
      });
      const same = new Browser(rotated);
      for (const [name, value] of ana.cookies) same.cookies.set(name, value);
      expect(await same.who()).not.toBeNull();
      expect((await same.door("two-factor/generate-backup-codes", { password: "wrong" })).status).toBe(401);
      const browser = new Browser(rotated);
      await browser.signIn(email);
      const answer = await browser.door("two-factor/verify-totp", { code: codeOf(totpURI, 1) });
      expect(answer.status).toBe(200);
      // Having signed in under the new one, they no longer need the old one.
      const after = await opened(server.house.db, { edge: { secrets: { signing: next, believed: [next] } } });
      const later = new Browser(after);
      await later.signIn(email);
      const [code = ""] = codes;
      expect((await later.door("two-factor/verify-backup-code", { code })).status).toBe(200);
      expect((await later.door("two-factor/disable", { password })).status).toBe(200);
    });

    it("one renames oneself and says how the screens should be; neither is believed beyond that (SEC-5)", async () => {
      expect((await call(ana, "account.rename", { name: "  Ana R. Ruiz " })).status).toBe(200);
      expect(await ana.who()).toMatchObject({ user: { name: "Ana R. Ruiz" } });
      for (const name of ["", " ", "A\u0000na", "A\nna", "x".repeat(121)])
        expect((await call(ana, "account.rename", { name })).status).toBe(400);
      expect((await call(ana, "account.rename", { name: "Ana", role: "exec" })).status).toBe(400);

      const usual = {
        theme: "system",
        density: "compact",
        locale: null,
        timeZone: null,
        singleKeys: true,
      };
      expect(await ana.query("account.preferences")).toEqual(usual);
      const changed = {
        ...usual,
        theme: "dark",
        locale: "fr-CH",
        timeZone: "Europe/Zurich",
        singleKeys: false,
      };
      expect((await call(ana, "account.setPreferences", changed)).status).toBe(200);
      expect(await ana.query("account.preferences")).toEqual(changed);
      for (const wrong of [
        { theme: "pink" },
        { locale: "not a locale" },
        { locale: "xx-YY-1234567890123" },
        { timeZone: "Mars/Olympus" },
        { extra: 1 },
      ])
        expect((await call(ana, "account.setPreferences", { ...usual, ...wrong })).status).toBe(400);
      expect(await ana.query("account.preferences")).toEqual(changed);
      const told = (await auditOf(server)).slice(-2);
      expect(told).toMatchObject([
        { action: "profile_changed", details: { changed: ["name"] } },
        { action: "profile_changed", details: { before: usual, after: changed } },
      ]);
      expect(JSON.stringify(told)).not.toContain("Ruiz");
    });

    it("an account is a person's: keys and the command line have none", async () => {
      await expect(server.api.account.sessions()).rejects.toThrow(/not for you/);
      await expect(server.apiAs(null).account.sessions()).rejects.toThrow(/Sign in/);
    });
  });
});
