import { instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import {
  ask,
  auditOf,
  goodPassword,
  memberOf,
  ownerOf,
  rowsOf,
  tokenOf,
  withoutAudit,
} from "../auth/testing.ts";
import { dataOf, firstAdmin } from "../http/testing.ts";
import { openMail } from "../mail/mail.ts";
import { keptLog, mailServer, partsOf } from "../mail/testing.ts";
import { type Opened, opened } from "../testing.ts";

const asBody = (input: object) => ({ body: input });

eachEngine((on) => {
  describe("invitations", () => {
    let server: Opened;
    let api: Opened["api"];
    let ahead = 0;
    const now = () => instant(new Date(Date.now() + ahead).toISOString());
    beforeAll(async () => {
      server = await opened(await on.open(), { clock: { now } });
      const admin = await memberOf(server, { role: "workspace_admin", email: "admin@example.com" });
      api = server.apiAs(admin.who);
    });
    const offer = { role: "csm", scope: "own" } as const;
    const isOpen = async (link: string | null) =>
      (await ask(server, "/api/auth/invitation", asBody({ token: tokenOf(link) }))).status === 200;

    it("lead to this server, and keep of the token no more than its hash", async () => {
      const { link, mailed } = await api.members.invite({ ...offer, email: "  Link@Example.COM " });
      expect([mailed, link]).toEqual([
        false,
        expect.stringMatching(/^http:\/\/localhost:4700\/invitation#\w{43}$/),
      ]);
      expect((await api.members.invitations()).at(-1)).toMatchObject({
        email: "link@example.com",
        invitedBy: "admin",
        expired: false,
        ...offer,
      });
      const kept = JSON.stringify([
        await rowsOf(server, "select i::text from access.invitation i"),
        await rowsOf(server, "select e::text from audit.entry e"),
      ]);
      expect(kept).not.toContain(tokenOf(link));
    });

    it("of one address are one: a second one renews the first with what it offers, and its old link is dead", async () => {
      const first = await api.members.invite({ ...offer, email: "twice@example.com" });
      const second = await api.members.invite({ email: "TWICE@example.com", role: "viewer", scope: "all" });
      expect(second.id).toBe(first.id);
      expect([await isOpen(first.link), await isOpen(second.link)]).toEqual([false, true]);
      const pending = (await api.members.invitations()).filter(({ email }) => email === "twice@example.com");
      expect(pending).toMatchObject([{ role: "viewer", scope: "all" }]);
      expect((await auditOf(server)).at(-1)).toMatchObject({
        action: "invitation_renewed",
        details: { before: offer, after: { role: "viewer", scope: "all" } },
      });
      const many = await Promise.all(
        Array.from({ length: 5 }, () => api.members.invite({ ...offer, email: "storm@example.com" })),
      );
      expect(new Set(many.map(({ id }) => id)).size).toBe(1);
      expect((await Promise.all(many.map(({ link }) => isOpen(link)))).filter(Boolean)).toHaveLength(1);
    });

    it("of a member are refused, of a disabled one with the remedy", async () => {
      const { id } = await memberOf(server, { role: "csm", email: "in@example.com" });
      const again = () => api.members.invite({ ...offer, email: "in@example.com", role: "workspace_admin" });
      await expect(again()).rejects.toThrow(/a member already/);
      await api.members.disable({ memberId: id });
      await expect(again()).rejects.toThrow(/Enable them instead/);
    });

    it("are renewed, also when they have expired, and revoked; what is over stays over", async () => {
      const { id, link } = await api.members.invite({ ...offer, email: "late@example.com" });
      ahead += 8 * 86_400_000;
      expect((await api.members.invitations()).find((pending) => pending.id === id)?.expired).toBe(true);
      const renewed = await api.members.renewInvitation({ id });
      expect([renewed.id, await isOpen(link), await isOpen(renewed.link)]).toEqual([id, false, true]);
      await api.members.revokeInvitation({ id });
      expect(await isOpen(renewed.link)).toBe(false);
      for (const call of [api.members.renewInvitation, api.members.revokeInvitation])
        await expect(call({ id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect((await auditOf(server)).slice(-3).map(({ action }) => action)).toEqual([
        "member_invited",
        "invitation_renewed",
        "invitation_revoked",
      ]);
      ahead = 0;
    });

    it("SEC-11: are taken back when who sent them sees less than before", async () => {
      const sender = await memberOf(server, { role: "workspace_admin", email: "sender@example.com" });
      const offer = { email: "offered@example.com", role: "exec", scope: "all" } as const;
      const { link } = await server.apiAs(sender.who).members.invite(offer);
      await server.api.members.change({ memberId: sender.id, scope: "all", title: "Sender" });
      expect(await isOpen(link)).toBe(true);
      await server.api.members.change({ memberId: sender.id, scope: "own" });
      expect(await isOpen(link)).toBe(false);
    });

    it("go out by mail where there is mail, and are handed to the inviter when the mail server takes none", async () => {
      const mail = await mailServer();
      const { log } = keptLog();
      const from = "termwise@example.com";
      const post = openMail({ url: mail.url, from, log });
      const posting = await opened(await on.open(), {
        edge: { mail: post, publicUrl: "https://termwise.example.com" },
      });
      const response = await posting.app.request("/api/trpc/members.invite", {
        method: "POST",
        headers: { ...posting.operator, "content-type": "application/json" },
        body: JSON.stringify({ ...offer, email: "mailed@example.com" }),
      });
      expect(await response.json()).toEqual({
        result: { data: { id: expect.stringMatching(/^inv_/), link: null, mailed: true } },
      });
      expect(mail.received.map(({ to }) => to)).toEqual([["mailed@example.com"]]);
      const [text] = partsOf(mail.received[0]?.raw ?? "");
      expect(text?.text).toContain("An administrator invites you");
      expect(text?.text).toMatch(/https:\/\/termwise.example.com\/invitation#_\w{43}\s/);
      await mail.close();
      const kept = await posting.api.members.invite({ ...offer, email: "kept@example.com" });
      expect([kept.mailed, tokenOf(kept.link)]).toEqual([false, expect.stringMatching(/^\w{43}$/)]);
    });

    it("taken up by the letter's link show whose the address is; by one the inviter was given they do not", async () => {
      const mail = await mailServer();
      const { log } = keptLog();
      const post = openMail({ url: mail.url, from: "termwise@example.com", log });
      const posting = await opened(await on.open(), { edge: { mail: post } });
      const boss = await firstAdmin(posting);
      const takenUp = async (email: string) => {
        const invited = dataOf<{ link: string | null }>(
          await boss.ask("/api/trpc/members.invite", { ...offer, email }),
        );
        const [letter] = partsOf(mail.received.at(-1)?.raw ?? "");
        const [, sent = ""] = /#(\w+)/.exec(letter?.text ?? "") ?? [];
        const token = invited.link === null ? sent : tokenOf(invited.link);
        const body = { token, name: "Somebody", password: goodPassword };
        expect((await ask(posting, "/api/auth/accept-invitation", asBody(body))).status).toBe(200);
        return rowsOf(posting, `select email_verified from identity."user" where email = '${email}'`);
      };
      expect(await takenUp("mailed@example.com")).toEqual([{ email_verified: true }]);
      await mail.close();
      expect(await takenUp("handed@example.com")).toEqual([{ email_verified: false }]);
    });

    it("are not sent by people of the demo company, who are entered by a click", async () => {
      const demo = await opened(await on.open(), { demo: true });
      const boss = (await demo.api.members.list()).find(({ role }) => role === "workspace_admin");
      const entered = await ask(demo, "/api/auth/demo", asBody({ memberId: boss?.id }));
      const who = await ownerOf(demo, entered.cookie);
      await expect(
        demo.apiAs(who).members.invite({ ...offer, email: "squatter@example.com" }),
      ).rejects.toThrow(/Set your own workspace up first/);
    });

    it("SEC-19: are made and told of together, or not at all", async () => {
      const before = await api.members.invitations();
      await withoutAudit(server, () =>
        expect(api.members.invite({ ...offer, email: "untold@example.com" })).rejects.toMatchObject({
          code: "INTERNAL_SERVER_ERROR",
        }),
      );
      expect(await api.members.invitations()).toEqual(before);
    });
  });
});
