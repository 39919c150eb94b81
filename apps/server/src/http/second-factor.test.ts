import { eachEngine } from "@termwise/db/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { auditOf, rowsOf } from "../auth/testing.ts";
import { openMail } from "../mail/mail.ts";
import { keptLog, mailServer } from "../mail/testing.ts";
import { type Opened, opened } from "../testing.ts";
import { Browser, codeOf, dataOf, firstAdmin, password, withSecondFactor } from "./testing.ts";

const email = "ana@example.com";

eachEngine((on) => {
  describe("a second factor (SEC-7, SEC-8)", () => {
    let server: Opened;
    let letters: Awaited<ReturnType<typeof mailServer>>;
    let ana: Browser;
    beforeEach(async () => {
      letters = await mailServer();
      const mail = openMail({ url: letters.url, from: "Termwise <t@example.com>", log: keptLog().log });
      server = await opened(await on.open(), { edge: { mail } });
      ana = await firstAdmin(server);
      return () => letters.close();
    });
    const actions = async () => (await auditOf(server)).map(({ action }) => action);
    /** A browser that has given the password and is asked for a code. */
    const asked = async () => {
      const browser = new Browser(server);
      const answer = await browser.signIn(email);
      expect(answer.said).toEqual({ twoFactorRedirect: true });
      return browser;
    };

    it("is begun with the password, and on once its first code was given: the session rotates, others end", async () => {
      const other = new Browser(server);
      await other.signIn(email);
      expect((await ana.door("two-factor/enable", { password: "not the password" })).status).toBe(401);
      const before = ana.cookies.get("termwise.session_token");

      const begun = await ana.door("two-factor/enable", { password });
      expect(Object.keys(begun.said)).toEqual(["totpURI", "backupCodes"]);
      const { totpURI = "", backupCodes } = begun.said as { totpURI?: string; backupCodes?: string[] };
      expect(new Set(backupCodes).size).toBe(10);
      expect(totpURI).toMatch(
        /^otpauth:\/\/totp\/Termwise:ana%40example.com\?secret=[A-Z2-7]+&issuer=Termwise/,
      );
      expect((await ana.door("two-factor/verify-totp", { code: "000000" })).status).toBe(401);
      expect(await ana.who()).toMatchObject({ user: { secondFactor: false } });

      expect((await ana.door("two-factor/verify-totp", { code: codeOf(totpURI) })).text).toBe("{}");
      expect(ana.cookies.get("termwise.session_token")).not.toBe(before);
      expect(await ana.who()).toMatchObject({ user: { secondFactor: true } });
      expect(await other.who()).toBeNull();
      expect(await actions()).toEqual(["first_run", "sign_in", "sign_in_failed", "second_factor_on"]);
      await expect.poll(() => letters.received.length).toBe(1);
      expect(letters.received[0]?.raw).toContain("A second factor was set up");
    });

    it("neither secret nor codes can be read in the store, and no answer says them again", async () => {
      const { totpURI, codes } = await withSecondFactor(ana);
      const rows = JSON.stringify(await rowsOf(server, "select * from identity.two_factor"));
      for (const secret of [new URL(totpURI).searchParams.get("secret") ?? "", ...codes])
        expect(rows).not.toContain(secret);
      expect((await ana.door("two-factor/enable", { password })).status).toBe(400);
      expect((await ana.door("two-factor/get-totp-uri", { password })).status).toBe(404);
    });

    it("is asked for after the password, and nobody is in before; no device is trusted", async () => {
      const { totpURI } = await withSecondFactor(ana);
      const browser = await asked();
      expect(await browser.who()).toBeNull();
      expect([...browser.cookies.keys()]).toEqual(["termwise.two_factor"]);
      const code = codeOf(totpURI, 1);
      expect((await browser.door("two-factor/verify-totp", { code, trustDevice: true })).status).toBe(400);
      expect((await browser.door("two-factor/verify-totp", { code: "123" })).status).toBe(401);
      expect((await browser.door("two-factor/verify-totp", { code })).text).toBe("{}");
      expect(await browser.who()).toMatchObject({ user: { email } });
      expect([...browser.cookies.keys()]).toEqual(["termwise.session_token"]);
      expect((await actions()).slice(-2)).toEqual(["sign_in_failed", "sign_in"]);
    });

    it("a code counts once, also for two who give it at the same time", async () => {
      const { totpURI } = await withSecondFactor(ana);
      const code = codeOf(totpURI, 1);
      const both = await Promise.all([asked(), asked()]);
      const answers = await Promise.all(
        both.map((browser) => browser.door("two-factor/verify-totp", { code })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
      const replaying = await asked();
      expect((await replaying.door("two-factor/verify-totp", { code })).status).toBe(401);
      expect(await replaying.who()).toBeNull();
    });

    it("each recovery code opens one session; new codes make the old ones void", async () => {
      const { codes } = await withSecondFactor(ana);
      const [first = "", second = ""] = codes;
      const browser = await asked();
      expect((await browser.door("two-factor/verify-backup-code", { code: first })).text).toBe("{}");
      expect(await browser.who()).toMatchObject({ user: { email } });
      expect((await (await asked()).door("two-factor/verify-backup-code", { code: first })).status).toBe(401);
      expect((await ana.door("two-factor/generate-backup-codes", { password: "wrong one" })).status).toBe(
        401,
      );
      const renewed = await ana.door("two-factor/generate-backup-codes", { password });
      expect(Object.keys(renewed.said)).toEqual(["backupCodes"]);
      expect((await (await asked()).door("two-factor/verify-backup-code", { code: second })).status).toBe(
        401,
      );
      const [fresh = ""] = renewed.said["backupCodes"] as string[];
      expect((await (await asked()).door("two-factor/verify-backup-code", { code: fresh })).status).toBe(200);
      expect(await actions()).toContain("recovery_codes_renewed");
    });

    it("a storm of codes over ever new challenges stops at ten for the account, and the session at work goes on", async () => {
      const { totpURI, codes } = await withSecondFactor(ana);
      const challenges = await Promise.all(Array.from({ length: 6 }, asked));
      const tries = challenges.flatMap((browser) =>
        ["111111", "222222", "333333", "444444"].map((code, i) =>
          browser.door(i % 2 === 0 ? "two-factor/verify-totp" : "two-factor/verify-backup-code", { code }),
        ),
      );
      const statuses = (await Promise.all(tries)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(10);
      expect(statuses.filter((status) => status === 429)).toHaveLength(14);
      const browser = await asked();
      const late = await browser.door("two-factor/verify-totp", { code: codeOf(totpURI, 1) });
      expect(late.status).toBe(429);
      expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(Number(late.headers.get("retry-after"))).toBeLessThanOrEqual(900);
      expect((await browser.door("two-factor/verify-backup-code", { code: codes[0] ?? "" })).status).toBe(
        429,
      );
      expect(await ana.who()).toMatchObject({ user: { email } });
    });

    it("who shows an API key as well is held to the same ten, and the audit log is told of each", async () => {
      await withSecondFactor(ana);
      const key = { name: "a program", rights: ["book_read"], expiresOn: server.house.now().slice(0, 10) };
      const { secret } = dataOf<{ secret: string }>(await ana.ask("/api/trpc/keys.create", key));
      const statuses: number[] = [];
      for (let i = 0; i < 3; i++) {
        const browser = await asked();
        for (let j = 0; j < 4; j++) {
          const shown = { authorization: `Bearer ${secret}` };
          const tried = await browser.ask("/api/auth/two-factor/verify-totp", { code: "111111" }, shown);
          statuses.push(tried.status);
        }
      }
      expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
      expect((await actions()).filter((action) => action === "sign_in_failed")).toHaveLength(10);
    });

    it("after a reset of the password it is still asked for", async () => {
      await withSecondFactor(ana);
      const { path } = await server.api.account.resetLink({ email });
      const browser = new Browser(server);
      const body = { token: path.split("#")[1], newPassword: "granite drifts beneath the ferry" };
      expect((await browser.door("reset-password", body)).status).toBe(200);
      const answer = await browser.signIn(email, body.newPassword);
      expect([answer.said, await browser.who()]).toEqual([{ twoFactorRedirect: true }, null]);
    });

    it("is given up with the password, unless a workspace asks for it", async () => {
      await withSecondFactor(ana);
      const require = (required: boolean) =>
        rowsOf(server, `update workspace.workspace set second_factor_required = ${required}`);
      await require(true);
      const kept = await ana.door("two-factor/disable", { password });
      expect([kept.status, kept.said["code"]]).toEqual([412, "refused"]);
      await require(false);
      expect((await ana.door("two-factor/disable", { password: "wrong one" })).status).toBe(401);
      const before = ana.cookies.get("termwise.session_token");
      expect((await ana.door("two-factor/disable", { password })).text).toBe("{}");
      expect(ana.cookies.get("termwise.session_token")).not.toBe(before);
      expect((await new Browser(server).signIn(email)).text).toBe("{}");
      expect((await actions()).slice(-2)).toEqual(["second_factor_off", "sign_in"]);
    });

    it("is taken away by whoever runs the command line, for who lost it: sessions end, and a letter says so", async () => {
      await withSecondFactor(ana);
      const waiting = await asked();
      await server.api.account.removeSecondFactor({ email: "ANA@example.com" });
      expect([
        await ana.who(),
        (await waiting.door("two-factor/verify-totp", { code: "123456" })).status,
      ]).toEqual([null, 401]);
      expect((await ana.signIn(email)).text).toBe("{}");
      expect((await auditOf(server)).slice(-2)).toMatchObject([
        { action: "second_factor_off", actorId: null },
        { action: "sign_in" },
      ]);
      await expect.poll(() => letters.received.at(-1)?.raw).toContain("second factor was removed");
      await expect(server.api.account.removeSecondFactor({ email })).rejects.toThrow(/no second factor/);
    });

    it("where a workspace asks for it, nothing but one's own account works until it is set up", async () => {
      await rowsOf(server, "update workspace.workspace set second_factor_required = true");
      expect(await ana.who()).toMatchObject({ must: "second_factor" });
      expect((await ana.ask("/api/trpc/workspace.get")).status).toBe(403);
      expect((await ana.ask("/api/imports", { files: [] })).status).toBe(403);
      expect((await ana.ask("/api/trpc/account.sessions")).status).toBe(200);
      await withSecondFactor(ana);
      expect(await ana.who()).toMatchObject({ must: null });
      expect((await ana.ask("/api/trpc/workspace.get")).status).toBe(200);
    });

    it("no door of a second factor opens for nobody", async () => {
      const nobody = new Browser(server);
      for (const path of ["enable", "disable", "generate-backup-codes"])
        expect((await nobody.door(`two-factor/${path}`, { password })).status).toBe(401);
      for (const path of ["verify-totp", "verify-backup-code"])
        expect((await nobody.door(`two-factor/${path}`, { code: "123456" })).status).toBe(401);
    });
  });
});
