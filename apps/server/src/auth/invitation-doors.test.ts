import { instant } from "@termwise/core/kernel";
import { createWorkspace, inIdentityUnit, loadMembers } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Opened, opened } from "../testing.ts";
import { joinByInvitation } from "./invitation-join.ts";
import { takingNotes } from "./notes.ts";
import { ask, auditOf, goodPassword, memberOf, ownerOf, rowsOf, tokenOf, withoutAudit } from "./testing.ts";

const read = "/api/auth/invitation";
const accept = "/api/auth/accept-invitation";

eachEngine((on) => {
  describe("an invitation", () => {
    let server: Opened;
    // Sessions live by the machine's clock: ours runs ahead of it.
    let ahead = 0;
    const inMinutes = (minutes: number) =>
      instant(new Date(Date.now() + (ahead + minutes) * 60_000).toISOString());
    beforeAll(async () => {
      server = await opened(await on.open(), { clock: { now: () => inMinutes(0) } });
    });
    const forgetCounts = () => rowsOf(server, "delete from identity.rate_limit");
    beforeEach(forgetCounts);
    const invited = async (
      email: string,
      role: "csm" | "viewer" | "workspace_admin" = "csm",
      api = server.api,
    ) => tokenOf((await api.members.invite({ email, role, scope: "all" })).link);
    const taking = (token: string, more: object = { name: "Ana Example", password: goodPassword }) =>
      ask(server, accept, { body: { token, ...more } });
    const people = () => server.termwise.read((tx) => loadMembers(tx, tx.workspaceId));
    const actions = async () => (await auditOf(server)).map(({ action }) => action);
    const usersOf = (email: string) =>
      rowsOf<{ id: string }>(server, `select id from identity."user" where email = '${email}'`);
    const otherWorkspace = async (name: string) => {
      const { id: workspaceId } = await createWorkspace(server.house.db, { name });
      return { workspaceId, api: server.apiAs({ kind: "operator", workspaceId }) };
    };

    it("tells whoever holds its link what it is, and makes them a member with a session of that role", async () => {
      const token = await invited("ana@example.com");
      expect(token).toHaveLength(43);
      const told = await ask(server, read, { body: { token } });
      expect(told.said).toEqual({
        workspace: "Workspace",
        invitedBy: null,
        role: "csm",
        email: "ana@example.com",
        existing: false,
        needs: "password",
        expiresAt: expect.any(String),
      });
      const days = (Date.parse(String(told.said["expiresAt"])) - Date.parse(inMinutes(0))) / 86_400_000;
      expect(days).toBeCloseTo(7, 2);
      const taken = await taking(token);
      expect([taken.status, taken.said]).toEqual([200, {}]);
      const who = await ownerOf(server, taken.cookie);
      expect(who).toMatchObject({ email: "ana@example.com", name: "Ana Example" });
      expect(who?.membership.member).toMatchObject({ role: "csm", scope: "all" });
      expect((await actions()).slice(-3)).toEqual(["member_invited", "member_joined", "sign_in"]);
      const again = await ask(server, "/api/auth/sign-in/email", {
        body: { email: "ANA@example.com", password: goodPassword },
      });
      expect(again.status).toBe(200);
    });

    it("SEC-11: works once; used, revoked, renewed, expired and invented ones all answer the same", async () => {
      const used = await invited("used@example.com");
      expect((await taking(used)).status).toBe(200);
      const revoked = await invited("revoked@example.com");
      const [pending] = (await server.api.members.invitations()).filter(({ email }) =>
        email.startsWith("revoked"),
      );
      await server.api.members.revokeInvitation({ id: pending!.id });
      const renewed = await invited("renewed@example.com");
      await invited("renewed@example.com");
      const expired = await invited("expired@example.com");
      const answers = [];
      ahead += 7 * 24 * 60;
      for (const token of [used, revoked, renewed, expired, "x".repeat(43)])
        for (const path of [read, accept]) {
          const body = { token, ...(path === accept && { name: "Mal", password: goodPassword }) };
          const { status, said } = await ask(server, path, { body });
          answers.push({ status, code: said["code"], message: said["message"] });
        }
      ahead -= 7 * 24 * 60;
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ status: 404, code: "not_found" });
    });

    it("SEC-11: of 20 who take it up at once exactly one becomes a member", async () => {
      const token = await invited("race@example.com");
      const tries = await Promise.all(Array.from({ length: 20 }, () => taking(token)));
      expect(tries.map(({ status }) => status).sort()).toEqual([
        200,
        ...Array.from({ length: 19 }, () => 404),
      ]);
      expect((await people()).filter(({ email }) => email === "race@example.com")).toHaveLength(1);
      expect(await usersOf("race@example.com")).toHaveLength(1);
    });

    it("SEC-11: is for its address: nobody names another one, and who is signed in with another is refused", async () => {
      const mallory = await memberOf(server, { role: "viewer", email: "mallory@example.com" });
      const token = await invited("victim@example.com", "workspace_admin");
      const before = await people();
      for (const extra of [
        { email: "mallory@example.com" },
        { role: "exec" },
        { workspaceId: server.house.first },
      ]) {
        const refused = await taking(token, { name: "Mal", password: goodPassword, ...extra });
        expect([refused.status, refused.said["code"]]).toEqual([400, "bad_input"]);
      }
      const body = { token, name: "Mal", password: goodPassword };
      const asOther = await ask(server, accept, { body, cookie: mallory.cookie });
      expect([asOther.status, asOther.said["code"]]).toEqual([403, "forbidden"]);
      expect(await people()).toEqual(before);
      expect((await ask(server, read, { body: { token } })).status).toBe(200);
    });

    it("SEC-11: nobody signs up by themselves, so an address cannot be taken before its invitation", async () => {
      const body = { email: "early@example.com", password: goodPassword, name: "Early" };
      for (const path of ["/api/auth/sign-up/email", "/api/auth/sign-up", "/api/auth/signup"])
        expect((await ask(server, path, { body })).status).toBe(404);
      expect(await people()).not.toContainEqual(expect.objectContaining({ email: "early@example.com" }));
    });

    it("SEC-7: refuses a password that is weak or made of what is known", async () => {
      const token = await invited("weak@example.com");
      for (const password of ["short", "weak@example.com", "password1234"]) {
        const refused = await taking(token, { name: "Weak", password });
        expect([refused.status, refused.said["code"]]).toEqual([400, "bad_input"]);
      }
      expect((await taking(token, { name: "W\0ak", password: goodPassword })).status).toBe(400);
      expect((await taking(token, { password: goodPassword })).status).toBe(400);
      expect((await taking(token)).status).toBe(200);
    });

    it("joins a known person by their password, counted and told like a sign-in; they stay one person", async () => {
      const known = await memberOf(server, { role: "viewer", email: "known@example.com" });
      const { workspaceId, api } = await otherWorkspace("Second company");
      const token = await invited("known@example.com", "csm", api);
      const told = await ask(server, read, { body: { token } });
      expect(told.said).toMatchObject({ existing: true, needs: "password", workspace: "Second company" });
      const wrong = await taking(token, { password: "not it, not it, not it" });
      expect([wrong.status, wrong.said["code"]]).toEqual([401, "signed_out"]);
      expect(await actions()).toContain("sign_in_failed");
      const right = await taking(token, { password: goodPassword });
      const who = await ownerOf(server, right.cookie);
      expect(who?.userId).toBe(known.who.userId);
      expect(who?.membership.workspace.id).toBe(workspaceId);
      expect(await ownerOf(server, known.cookie)).toMatchObject({ userId: known.who.userId });
    });

    it("SEC-8: weighs a known person's password at most 20 times in 15 minutes, from wherever it is tried", async () => {
      await memberOf(server, { role: "viewer", email: "guessed@example.com" });
      const { api } = await otherWorkspace("Guessers");
      const token = await invited("guessed@example.com", "csm", api);
      await forgetCounts();
      const statuses: number[] = [];
      for (let i = 0; i < 22; i++)
        statuses.push((await taking(token, { password: `guess number ${i}` })).status);
      expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429, 429]);
      const signIn = { email: "guessed@example.com", password: goodPassword };
      expect((await ask(server, "/api/auth/sign-in/email", { body: signIn })).status).toBe(429);
    });

    it("never lets a password alone pass a second factor: it is taken up while signed in, with a new session", async () => {
      const careful = await memberOf(server, { role: "viewer", email: "careful@example.com" });
      await rowsOf(
        server,
        `update identity."user" set two_factor_enabled = true where email = 'careful@example.com'`,
      );
      const { workspaceId, api } = await otherWorkspace("Careful company");
      const token = await invited("careful@example.com", "csm", api);
      expect((await ask(server, read, { body: { token } })).said["needs"]).toBe("sign_in");
      const refused = await taking(token, { password: goodPassword });
      expect([refused.status, refused.cookie]).toEqual([401, ""]);
      const { cookie } = careful;
      expect((await ask(server, read, { body: { token }, cookie })).said["needs"]).toBe(null);
      const taken = await ask(server, accept, { body: { token }, cookie });
      expect(taken.status).toBe(200);
      expect((await ownerOf(server, taken.cookie))?.membership.workspace.id).toBe(workspaceId);
      expect(await ownerOf(server, cookie)).toBe(null);
    });

    it("is as good as whoever sent it: it dies when they are disabled or may no longer invite", async () => {
      const chief = await memberOf(server, { role: "workspace_admin", email: "chief@example.com" });
      for (const [n, change] of [{ disabled: true }, { role: "viewer" as const }].entries()) {
        const sender = await memberOf(server, { role: "workspace_admin", email: `sender${n}@example.com` });
        const token = await invited(
          `accomplice${n}@example.com`,
          "workspace_admin",
          server.apiAs(sender.who),
        );
        const told = await ask(server, read, { body: { token } });
        expect(told.said["invitedBy"]).toBe(`sender${n}`);
        const api = server.apiAs(chief.who);
        if (change.disabled) await api.members.disable({ memberId: sender.id });
        else await api.members.change({ memberId: sender.id, role: "viewer" });
        expect((await taking(token)).status).toBe(404);
      }
    });

    it("SEC-19: is taken up and told together, or not at all", async () => {
      const token = await invited("undone@example.com");
      const failed = await withoutAudit(server, () => taking(token));
      expect([failed.status, failed.cookie]).toEqual([500, ""]);
      expect(await usersOf("undone@example.com")).toEqual([]);
      expect((await taking(token)).status).toBe(200);
    });

    it("is taken up by a first sign-in through an identity provider that vouches for its address", async () => {
      const member = await memberOf(server, { role: "viewer", email: "vouched@example.com" });
      const { api } = await otherWorkspace("Vouching company");
      await invited("vouched@example.com", "csm", api);
      const join = (email: string) =>
        takingNotes({}, (notes) =>
          inIdentityUnit(
            server.house.db,
            async () => notes,
            async (tx) =>
              void (await joinByInvitation(tx, { email, userId: member.who.userId, now: inMinutes(0) })),
          ),
        );
      expect((await join("somebody@example.com")).joined).toBeUndefined();
      expect((await join("Vouched@example.com")).joined).toMatchObject([{ invitation: { role: "csm" } }]);
      expect((await join("vouched@example.com")).joined).toBeUndefined();
    });
  });
});
