import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { passwordLane } from "../auth/passwords/password-lane.ts";
import { newHash } from "../auth/passwords/scrypt-hash.ts";
import { auditOf, rowsOf } from "../auth/testing.ts";
import { openMail } from "../mail/mail.ts";
import { keptLog, mailServer, partsOf } from "../mail/testing.ts";
import { type Opened, opened } from "../testing.ts";
import { Browser, firstAdmin, password } from "./testing.ts";

const email = "ana@example.com";
const next = "granite drifts beneath the ferry";

eachEngine((on) => {
  describe("a password of one's own (SEC-7)", () => {
    let server: Opened;
    let letters: Awaited<ReturnType<typeof mailServer>>;
    let first: Browser;
    beforeAll(async () => {
      letters = await mailServer();
      const mail = openMail({ url: letters.url, from: "Termwise <t@example.com>", log: keptLog().log });
      // Hashes cost here what they cost in the product.
      server = await opened(await on.open(), { edge: { mail, passwords: passwordLane() } });
      first = await firstAdmin(server);
      return () => letters.close();
    });
    const subjects = () => letters.received.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]);
    const tokens = () =>
      letters.received.flatMap(({ raw }) => /\/reset#([\w-]+)/.exec(partsOf(raw)[0]?.text ?? "")?.[1] ?? []);

    it("is changed by who knows it: the session rotates, every other one ends, and a letter says so", async () => {
      const other = new Browser(server);
      await other.signIn(email);
      const before = first.cookies.get("termwise.session_token");
      const stolen = new Browser(server);
      stolen.cookies.set("termwise.session_token", before ?? "");

      const wrong = await first.door("change-password", {
        currentPassword: "not it at all",
        newPassword: next,
      });
      expect([wrong.status, await other.who()]).toEqual([401, expect.anything()]);
      const weak = await first.door("change-password", {
        currentPassword: password,
        newPassword: "ana.ruiz.northwind",
      });
      expect(weak.status).toBe(400);
      expect(weak.said["message"]).toMatch(/your name/);

      expect(
        (await first.door("change-password", { currentPassword: password, newPassword: next })).status,
      ).toBe(200);
      expect(first.cookies.get("termwise.session_token")).not.toBe(before);
      expect(await first.who()).toMatchObject({ user: { email } });
      expect([await other.who(), await stolen.who()]).toEqual([null, null]);
      expect((await new Browser(server).signIn(email)).status).toBe(401);
      expect((await new Browser(server).signIn(email, next)).status).toBe(200);
      await expect.poll(subjects).toContain("Your Termwise password was changed");
      expect((await auditOf(server)).map(({ action }) => action)).toEqual([
        "first_run",
        "sign_in",
        "sign_in_failed",
        "password_changed",
        "sign_in_failed",
        "sign_in",
      ]);
    });

    it("is not changed by nobody, and nothing beyond what is asked for is taken (SEC-5)", async () => {
      const body = { currentPassword: next, newPassword: password };
      expect((await new Browser(server).door("change-password", body)).status).toBe(401);
      expect((await first.door("change-password", { ...body, userId: "usr_1" })).status).toBe(400);
    });

    it("is set anew by a link that was mailed, works once and for an hour; all sessions end and nobody is signed in by it", async () => {
      const asked = await new Browser(server).door("request-password-reset", { email });
      expect([asked.status, asked.text, asked.set]).toEqual([200, "{}", []]);
      await expect.poll(tokens).toHaveLength(1);
      const [token = ""] = tokens();
      const kept = await rowsOf<{ identifier: string }>(
        server,
        "select identifier from identity.verification",
      );
      expect(kept).toHaveLength(1);
      expect(kept[0]?.identifier).not.toContain(token);

      const browser = new Browser(server);
      const weak = await browser.door("reset-password", { token, newPassword: "ana.ruiz.2026" });
      expect([weak.status, await first.who()]).toEqual([400, expect.anything()]);
      expect((await browser.door("reset-password", { token, newPassword: password })).status).toBe(200);
      expect([await first.who(), await browser.who()]).toEqual([null, null]);
      expect((await browser.door("reset-password", { token, newPassword: next })).status).toBe(400);
      expect((await first.signIn(email)).status).toBe(200);
      const actions = (await auditOf(server)).map(({ action }) => action);
      expect(actions.slice(-3)).toEqual(["password_reset_asked", "password_reset", "sign_in"]);
    });

    it("a second link is dead once the password was set by the first", async () => {
      for (const length of [2, 3]) {
        await new Browser(server).door("request-password-reset", { email });
        await expect.poll(tokens).toHaveLength(length);
      }
      const [, one, two] = tokens();
      const browser = new Browser(server);
      expect((await browser.door("reset-password", { token: two, newPassword: next })).status).toBe(200);
      expect((await browser.door("reset-password", { token: one, newPassword: password })).status).toBe(400);
    });

    it("a link whose hour is over sets nothing", async () => {
      const { path } = await server.api.account.resetLink({ email });
      await rowsOf(server, "update identity.verification set expires_at = now() - interval '1 second'");
      const body = { token: path.split("#")[1], newPassword: password };
      expect((await new Browser(server).door("reset-password", body)).status).toBe(400);
    });

    it("whoever runs the command line can print a link, for people there are, and is in the audit log with it", async () => {
      await expect(server.api.account.resetLink({ email: "nobody@example.com" })).rejects.toThrow(/nobody/);
      const { path } = await server.api.account.resetLink({ email: " Ana@Example.com " });
      const browser = new Browser(server);
      const body = { token: path.split("#")[1], newPassword: password };
      expect((await browser.door("reset-password", body)).status).toBe(200);
      expect((await browser.signIn(email)).status).toBe(200);
    });

    it("a hash of an older cost is made anew at the next right sign-in, and the password stays", async () => {
      const old = await newHash(password, { log2N: 10, r: 8, p: 1 });
      await rowsOf(server, `update identity.account set password = '${old}'`);
      const hash = async () =>
        (await rowsOf<{ password: string }>(server, "select password from identity.account"))[0]?.password;
      expect((await new Browser(server).signIn(email, next)).status).toBe(401);
      expect(await hash()).toBe(old);
      expect((await new Browser(server).signIn(email)).status).toBe(200);
      expect(await hash()).toContain("ln=15,r=8,p=3");
      expect((await new Browser(server).signIn(email)).status).toBe(200);
    });
  });
});
