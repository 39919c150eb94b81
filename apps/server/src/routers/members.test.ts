import { type Callable, permissions } from "@termwise/core/access";
import { day, type MemberId } from "@termwise/core/kernel";
import { createWorkspace } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, auditOf, memberOf, ownerOf, rowsOf, tokenOf, withoutAudit } from "../auth/testing.ts";
import { type Opened, opened, someoneAs } from "../testing.ts";

const page = "/api/trpc/workspace.get";
const unknown = "mem_000000000000000000000000" as MemberId;
const asBody = (input: object) => ({ body: input });

eachEngine((on) => {
  describe("members", () => {
    let server: Opened;
    let admin: Awaited<ReturnType<typeof memberOf>>;
    let api: Opened["api"];
    beforeAll(async () => {
      server = await opened(await on.open());
      admin = await memberOf(server, { role: "workspace_admin", email: "admin@example.com" });
      api = server.apiAs(admin.who);
    });
    beforeEach(() => rowsOf(server, "delete from identity.rate_limit"));
    const listed = async (id: MemberId) => (await api.members.list()).find((member) => member.id === id);
    const last = async () => (await auditOf(server)).at(-1);

    it("are listed with what they are, and to whoever manages them with what is for them alone", async () => {
      const ana = await memberOf(server, { role: "csm", email: "ana@example.com" });
      await api.members.change({ memberId: ana.id, title: "Senior CSM", knownAs: ["Ana E.", "AE"] });
      expect(await listed(ana.id)).toMatchObject({
        name: "ana",
        email: "ana@example.com",
        role: "csm",
        scope: "own",
        title: "Senior CSM",
        knownAs: ["Ana E.", "AE"],
        disabled: false,
        manager: null,
        demo: false,
        secondFactor: false,
        lastSeenAt: expect.stringMatching(/^\d{4}-.*Z$/),
      });
      const seen = await server.apiAs(await someoneAs(server.termwise, "exec")).members.list();
      expect(seen.find(({ id }) => id === ana.id)).toMatchObject({ secondFactor: null, lastSeenAt: null });
    });

    it("SEC-1: are managed by workspace admins and whoever runs the command line, nobody else", async () => {
      const names = (Object.keys(permissions) as Callable[]).filter(
        (name) => permissions[name] === "members_manage",
      );
      expect(names.length).toBeGreaterThanOrEqual(8);
      for (const role of ["exec", "cs_manager", "revops", "cs_ops", "comp_admin", "viewer"] as const) {
        const other = server.apiAs(await someoneAs(server.termwise, role));
        const offer = { email: "mole@example.com", role: "workspace_admin", scope: "all" } as const;
        await expect(other.members.invite(offer)).rejects.toMatchObject({ code: "FORBIDDEN" });
        await expect(other.members.change({ memberId: admin.id, role: "viewer" })).rejects.toMatchObject({
          code: "FORBIDDEN",
        });
        await expect(other.members.invitations()).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
      await expect(server.apiAs(null).members.invitations()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    });

    it("SEC-4: lose their sessions with the change of role or scope: no request after it succeeds", async () => {
      for (const change of [{ role: "viewer" as const }, { scope: "team" as const }, { disabled: true }]) {
        const email = `${Object.keys(change)[0]?.toLowerCase()}@stale.example`;
        const { id, cookie } = await memberOf(server, { role: "csm", email });
        expect((await ask(server, page, { cookie })).status).toBe(200);
        if ("disabled" in change) await api.members.disable({ memberId: id });
        else await api.members.change({ memberId: id, ...change });
        const after = await Promise.all(Array.from({ length: 50 }, () => ask(server, page, { cookie })));
        expect(new Set(after.map(({ status }) => status))).toEqual(new Set([401]));
      }
    });

    it("SEC-4: keep their sessions through a change that gives and takes nothing", async () => {
      const { id, cookie } = await memberOf(server, { role: "csm", email: "steady@example.com" });
      await api.members.change({ memberId: id, title: "Lead", role: "csm", scope: "own" });
      expect((await ask(server, page, { cookie })).status).toBe(200);
    });

    it("who are disabled cannot sign in until they are enabled, in the role they had", async () => {
      const { id } = await memberOf(server, { role: "revops", email: "away@example.com" });
      const signIn = () =>
        ask(server, "/api/auth/sign-in/email", {
          body: { email: "away@example.com", password: "lanterns over quiet harbours" },
        });
      await api.members.disable({ memberId: id });
      expect(await signIn()).toMatchObject({ status: 403, cookie: "" });
      await api.members.enable({ memberId: id });
      const back = await signIn();
      expect((await ownerOf(server, back.cookie))?.membership.member.role).toBe("revops");
    });

    it("cannot change their own role or scope, nor shut themselves out", async () => {
      const own = { memberId: admin.id };
      await expect(api.members.change({ ...own, role: "comp_admin" })).rejects.toThrow(/your own role/);
      await expect(api.members.change({ ...own, scope: "own" })).rejects.toThrow(/your own scope/);
      await expect(api.members.disable(own)).rejects.toThrow(/your own access/);
      await expect(api.members.change({ ...own, title: "Founder" })).resolves.toBeNull();
    });

    it("keep at least one workspace admin, whoever asks and however many at once", async () => {
      const store = await opened(await on.open());
      const [one, two] = [
        await memberOf(store, { role: "workspace_admin", email: "one@example.com" }),
        await memberOf(store, { role: "workspace_admin", email: "two@example.com" }),
      ];
      const tries = await Promise.allSettled([
        store.apiAs(one.who).members.change({ memberId: two.id, role: "viewer" }),
        store.apiAs(two.who).members.disable({ memberId: one.id }),
      ]);
      expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const admins = (await store.api.members.list()).filter(
        (member) => member.role === "workspace_admin" && !member.disabled,
      );
      expect(admins).toHaveLength(1);
      for (const change of [
        () => store.api.members.change({ memberId: admins[0]!.id, role: "exec" }),
        () => store.api.members.disable({ memberId: admins[0]!.id }),
      ])
        await expect(change()).rejects.toThrow(/last workspace admin/);
    });

    it("SEC-11: are not given more than whoever invites or changes them has", async () => {
      const narrow = server.apiAs(await someoneAs(server.termwise, "workspace_admin", "team"));
      const offer = { email: "wide@example.com", role: "viewer", scope: "all" } as const;
      await expect(narrow.members.invite(offer)).rejects.toMatchObject({ code: "FORBIDDEN" });
      const { id } = await memberOf(server, { role: "csm", email: "narrow@example.com" });
      await expect(narrow.members.change({ memberId: id, scope: "all" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    });

    it("report to a manager from a day on, with history; never to themselves, directly or not", async () => {
      const [a, b, c] = [
        await memberOf(server, { role: "csm", email: "a@line.example" }),
        await memberOf(server, { role: "csm", email: "b@line.example" }),
        await memberOf(server, { role: "csm", email: "c@line.example" }),
      ];
      await api.members.setManager({ memberId: b.id, managerId: a.id, on: day("2026-01-01") });
      await api.members.setManager({ memberId: c.id, managerId: b.id, on: day("2026-01-01") });
      const up = { memberId: a.id, managerId: c.id };
      for (const on of [day("2026-01-01"), day("2026-03-01"), day("2025-12-31")])
        await expect(api.members.setManager({ ...up, on })).rejects.toThrow(/their own manager/);
      await expect(
        api.members.setManager({ memberId: a.id, managerId: a.id, on: day("2026-01-01") }),
      ).rejects.toThrow(/their own manager/);
      await api.members.setManager({ memberId: b.id, managerId: null, on: day("2026-02-01") });
      await api.members.setManager({ ...up, on: day("2026-03-01") });
      expect((await listed(c.id))?.manager).toEqual({ memberId: b.id, name: "b" });
      const lines = (await api.members.reportingLines()).filter(({ memberId }) => memberId === b.id);
      expect(lines.map(({ managerId, effectiveOn }) => [managerId, effectiveOn])).toEqual([
        [a.id, "2026-01-01"],
        [null, "2026-02-01"],
      ]);
      expect(await last()).toMatchObject({ action: "manager_set", actorId: admin.id, subjectId: a.id });
    });

    it("SEC-6: are not put under somebody by that somebody, who would read their pay by it", async () => {
      const rep = await memberOf(server, { role: "ae", email: "rep@pay.example" });
      const middle = await memberOf(server, { role: "cs_manager", email: "middle@pay.example" });
      const on = day("2026-01-01");
      const set = (memberId: MemberId, managerId: MemberId) =>
        api.members.setManager({ memberId, managerId, on });
      await expect(set(rep.id, admin.id)).rejects.toThrow(/yourself above others/);
      await expect(
        api.members.setManager({ memberId: rep.id, managerId: admin.id, on: day("2030-01-01") }),
      ).rejects.toThrow(/yourself above others/);
      await server.api.members.setManager({ memberId: middle.id, managerId: admin.id, on });
      await expect(set(rep.id, middle.id)).rejects.toThrow(/yourself above others/);
      await server.api.members.setManager({ memberId: rep.id, managerId: middle.id, on });
      await expect(set(rep.id, middle.id)).resolves.toBeNull();
    });

    it("SEC-2: of another workspace are told of like ones there never were, and stay as they are", async () => {
      const { id: workspaceId } = await createWorkspace(server.house.db, { name: "Other company" });
      const other = server.apiAs({ kind: "operator", workspaceId });
      const { link } = await other.members.invite({
        email: "theirs@other.example",
        role: "csm",
        scope: "own",
      });
      const body = { token: tokenOf(link), name: "Canary Other", password: "lanterns over quiet harbours" };
      await ask(server, "/api/auth/accept-invitation", { body });
      await other.members.invite({ email: "open@other.example", role: "viewer", scope: "all" });
      const foreign = (await other.members.list())[0]!.id;
      const invitation = (await other.members.invitations())[0]!.id;
      const rows = () =>
        rowsOf(
          server,
          `select md5(string_agg(t::text, ',' order by t::text)) as md5 from (
            select m::text as t from access.member m where workspace_id = '${workspaceId}'
            union all select i::text from access.invitation i where workspace_id = '${workspaceId}'
            union all select r::text from access.reporting_line r where workspace_id = '${workspaceId}') all_rows`,
        );
      const before = await rows();
      const on = day("2026-01-01");
      const told = async (call: (id: MemberId) => Promise<unknown>) =>
        Promise.all(
          [foreign, unknown].map((id) =>
            call(id).then(
              (answer) => JSON.stringify(answer),
              (error: { code: string; message: string }) => `${error.code} ${error.message}`,
            ),
          ),
        );
      for (const call of [
        (memberId: MemberId) => api.members.change({ memberId, role: "workspace_admin" }),
        (memberId: MemberId) => api.members.disable({ memberId }),
        (memberId: MemberId) => api.members.enable({ memberId }),
        (memberId: MemberId) => api.members.setManager({ memberId, managerId: null, on }),
        (managerId: MemberId) => api.members.setManager({ memberId: admin.id, managerId, on }),
      ]) {
        const [theirs, none] = await told(call);
        expect(theirs).toBe(none);
        expect(theirs).toBe("NOT_FOUND There is no such member");
      }
      for (const call of [api.members.renewInvitation, api.members.revokeInvitation])
        await expect(call({ id: invitation })).rejects.toThrow("There is no such invitation");
      expect(await rows()).toEqual(before);
      expect(JSON.stringify([await api.members.list(), await api.members.invitations()])).not.toMatch(
        /other\.example|Canary/,
      );
    });

    it("SEC-5: are changed by what is asked for and nothing else: an extra key is refused", async () => {
      const { id } = await memberOf(server, { role: "csm", email: "strict@example.com" });
      const { cookie } = admin;
      const extras = {
        workspaceId: server.house.first,
        userId: "usr_x",
        id: "mem_x",
        joinedAt: "2020-01-01",
      };
      const calls: [string, object][] = [
        ["members.change", { memberId: id, title: "x" }],
        ["members.disable", { memberId: id }],
        ["members.enable", { memberId: id }],
        ["members.setManager", { memberId: id, managerId: null, on: "2026-01-01" }],
        ["members.invite", { email: "extra@example.com", role: "csm", scope: "own" }],
        ["keys.create", { name: "x", rights: ["book_read"], expiresOn: "2030-01-01" }],
      ];
      for (const [name, input] of calls)
        for (const [key, value] of Object.entries(extras)) {
          const { status, text } = await ask(server, `/api/trpc/${name}`, {
            ...asBody({ ...input, [key]: value }),
            cookie,
          });
          expect([name, key, status]).toEqual([name, key, 400]);
          expect(text).toContain("Unrecognized key");
        }
      for (const input of [
        { memberId: id },
        { memberId: id, role: "king" },
        { memberId: id, knownAs: ["a\u0000b"] },
      ])
        expect((await ask(server, "/api/trpc/members.change", { ...asBody(input), cookie })).status).toBe(
          400,
        );
      expect(await listed(id)).toMatchObject({ title: null, disabled: false, role: "csm" });
    });

    it("SEC-19: are changed and told of together, each change once, without names; else not at all", async () => {
      const { id } = await memberOf(server, { role: "csm", email: "told@example.com" });
      const on = day("2026-01-01");
      const changes: [string, () => Promise<unknown>][] = [
        ["member_changed", () => api.members.change({ memberId: id, role: "ae", knownAs: ["Secret Name"] })],
        ["member_disabled", () => api.members.disable({ memberId: id })],
        ["member_enabled", () => api.members.enable({ memberId: id })],
        ["manager_set", () => api.members.setManager({ memberId: id, managerId: null, on })],
      ];
      const state = async () => JSON.stringify([await listed(id), await api.members.reportingLines()]);
      for (const [action, change] of changes) {
        const [before, count] = [await state(), (await auditOf(server)).length];
        await withoutAudit(server, () =>
          expect(change()).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" }),
        );
        expect([action, await state()]).toEqual([action, before]);
        await change();
        const log = await auditOf(server);
        expect([action, log.length]).toEqual([action, count + 1]);
        expect(log.at(-1)).toMatchObject({ action, actorId: admin.id, subjectId: id });
      }
      const told = JSON.stringify(await auditOf(server));
      expect(told).toContain('"before":{"role":"csm","scope":"own","disabled":false}');
      expect(told).not.toMatch(/Secret Name|example\.com/);
    });
  });
});
