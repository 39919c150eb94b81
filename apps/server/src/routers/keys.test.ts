import { type ApiKeyId, addDays, addMonths, day, instant } from "@termwise/core/kernel";
import { createWorkspace } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask, auditOf, memberOf, rowsOf, withoutAudit } from "../auth/testing.ts";
import { type Opened, opened, someoneAs } from "../testing.ts";

const page = "/api/trpc/workspace.get";
const imports = "/api/imports?dryRun=1";

eachEngine((on) => {
  describe("API keys", () => {
    let server: Opened;
    let admin: Awaited<ReturnType<typeof memberOf>>;
    let api: Opened["api"];
    let ahead = 0;
    const now = () => instant(new Date(Date.now() + ahead).toISOString());
    beforeAll(async () => {
      server = await opened(await on.open(), { clock: { now } });
      admin = await memberOf(server, { role: "workspace_admin", email: "admin@example.com" });
      api = server.apiAs(admin.who);
    });
    beforeEach(() => rowsOf(server, "delete from identity.rate_limit"));
    const today = () => server.termwise.today();
    const aKey = (rights: ("book_read" | "imports_write" | "imports_read")[] = ["book_read"], of = api) =>
      of.keys.create({ name: "Nightly", rights, expiresOn: addDays(today(), 30) });
    const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
    const withKey = async (secret: string, path = page) => (await ask(server, path, bearer(secret))).status;
    const hand = (headers: { authorization?: string; cookie?: string }) =>
      ask(server, imports, { body: { files: [{ name: "accounts.csv", content: "YQpi" }] }, ...headers });

    it("are shown once and kept as a hash; people tell them by their beginning", async () => {
      const { id, secret, prefix } = await aKey(["book_read", "imports_write"]);
      expect(secret).toMatch(/^tw_[0-9A-Za-z]{43}$/);
      expect(secret.startsWith(prefix)).toBe(true);
      const key = (await api.keys.list()).find((listed) => listed.id === id);
      expect(key).toMatchObject({
        name: "Nightly",
        prefix,
        rights: ["book_read", "imports_write"],
        createdBy: "admin",
        state: "active",
        lastUsedAt: null,
        revokedAt: null,
      });
      const kept = JSON.stringify([
        key,
        await rowsOf(server, "select k::text from access.api_key k"),
        await rowsOf(server, "select e::text from audit.entry e"),
      ]);
      expect(kept).not.toContain(secret.slice(prefix.length));
      expect(key).not.toHaveProperty("hash");
    });

    it("do what they were given, at the API and for imports, and leave a trace of being used", async () => {
      const reads = await aKey();
      expect(await withKey(reads.secret)).toBe(200);
      expect(await withKey(reads.secret, "/api/trpc/members.list")).toBe(403);
      expect(await withKey(reads.secret, "/api/trpc/keys.list")).toBe(403);
      expect((await hand(bearer(reads.secret))).status).toBe(403);
      const writes = await aKey(["imports_write"]);
      expect((await hand(bearer(writes.secret))).status).toBe(200);
      expect(await withKey(writes.secret)).toBe(403);
      const used = (await api.keys.list()).find(({ id }) => id === reads.id);
      expect(used?.lastUsedAt).toMatch(/^\d{4}-.*Z$/);
    });

    it("have some of their creator's own rights, of those a key may have, for a year at most", async () => {
      const over = (expiresOn: string) =>
        api.keys.create({ name: "x", rights: ["book_read"], expiresOn: day(expiresOn) });
      await expect(over(addDays(addMonths(today(), 12), 1))).rejects.toThrow(/A key ends between/);
      await expect(over(addDays(today(), -1))).rejects.toThrow(/A key ends between/);
      await expect(over(addMonths(today(), 12))).resolves.toMatchObject({ secret: expect.any(String) });
      for (const rights of [[], ["members_manage"], ["pay_read"], ["audit_read"], ["workspace_leave"]]) {
        const body = { name: "x", rights, expiresOn: addDays(today(), 1) };
        const { status } = await ask(server, "/api/trpc/keys.create", { body, cookie: admin.cookie });
        expect([rights, status]).toEqual([rights, 400]);
      }
      const finance = server.apiAs(await someoneAs(server.termwise, "finance"));
      await expect(aKey(["book_read"], finance)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(aKey(["book_read"], server.api)).rejects.toThrow(/Sign in to make one/);
    });

    it("SEC-4: end at once when they are revoked, expire, or their creator is disabled or may no longer", async () => {
      const revoked = await aKey();
      expect(await withKey(revoked.secret)).toBe(200);
      await api.keys.revoke({ id: revoked.id });
      const after = await Promise.all(Array.from({ length: 50 }, () => withKey(revoked.secret)));
      expect(new Set(after)).toEqual(new Set([401]));
      await expect(api.keys.revoke({ id: revoked.id })).rejects.toMatchObject({ code: "NOT_FOUND" });

      const { secret: short } = await api.keys.create({
        name: "Today",
        rights: ["book_read"],
        expiresOn: today(),
      });
      expect(await withKey(short)).toBe(200);
      ahead = 86_400_000;
      expect(await withKey(short)).toBe(401);
      ahead = 0;

      const ops = await memberOf(server, { role: "revops", email: "ops@example.com" });
      const theirs = await aKey(["imports_write", "book_read"], server.apiAs(ops.who));
      await api.members.change({ memberId: ops.id, role: "viewer" });
      expect((await hand(bearer(theirs.secret))).status).toBe(403);
      expect(await withKey(theirs.secret)).toBe(200);
      await api.members.disable({ memberId: ops.id });
      expect(await withKey(theirs.secret)).toBe(403);
      expect((await api.keys.list()).find(({ id }) => id === theirs.id)?.state).toBe("creator_disabled");
    });

    it("SEC-4: stop while their creator lacks the second factor the workspace asks for", async () => {
      const { secret } = await aKey();
      const required = (is: boolean) =>
        rowsOf(server, `update workspace.workspace set second_factor_required = ${is}`);
      await required(true);
      expect(await withKey(secret)).toBe(403);
      await rowsOf(server, `update identity."user" set two_factor_enabled = true`);
      expect(await withKey(secret)).toBe(200);
      await rowsOf(server, `update identity."user" set two_factor_enabled = false`);
      await required(false);
      expect(await withKey(secret)).toBe(200);
    });

    it("that are wrong are nobody's: never taken for the browser whose cookie comes along", async () => {
      const { secret } = await aKey();
      const { cookie } = admin;
      const wrong = [
        `Bearer ${secret}x`,
        `Bearer ${secret.slice(0, -1)}`,
        `Bearer ${secret.toUpperCase()}`,
        "Bearer",
        "Bearer tw_",
        `Bearer\t${secret}`,
        secret,
        `Token ${secret}`,
        `Bearer ${"x".repeat(14_000)}`,
        `Bearer ${secret} ${secret}`,
      ];
      for (const authorization of wrong) {
        expect([
          authorization.slice(0, 60),
          (await ask(server, page, { authorization, cookie })).status,
        ]).toEqual([authorization.slice(0, 60), 401]);
        expect((await hand({ authorization, cookie })).status).toBe(401);
      }
      for (const scheme of ["bearer", "BEARER", "Bearer "])
        expect((await ask(server, page, { authorization: `${scheme} ${secret}` })).status).toBe(200);
      const proxied = { authorization: `Basic ${Buffer.from("a:b").toString("base64")}` };
      expect((await ask(server, page, { ...proxied, cookie })).status).toBe(200);
      expect((await ask(server, page, proxied)).status).toBe(401);
    });

    it("SEC-2: work for their own workspace only, and those of others are told of like ones there never were", async () => {
      const { secret } = await aKey();
      const named = await server.app.request(page, {
        headers: {
          host: "localhost:4700",
          authorization: `Bearer ${secret}`,
          "x-termwise-workspace": "Other company",
          "x-workspace-id": server.house.first,
        },
      });
      expect(JSON.parse(await named.text())).toMatchObject({ result: { data: { name: "Workspace" } } });
      const { id: workspaceId } = await createWorkspace(server.house.db, { name: "Other company" });
      const elsewhere = await server.house.termwise(workspaceId);
      const theirAdmin = await someoneAs(elsewhere, "workspace_admin");
      const foreign = await aKey(["book_read"], server.apiAs(theirAdmin));
      const told = (id: ApiKeyId) =>
        api.keys
          .revoke({ id })
          .catch((error: { code: string; message: string }) => `${error.code} ${error.message}`);
      expect(await told(foreign.id)).toBe(await told("key_000000000000000000000000" as ApiKeyId));
      expect((await api.keys.list()).map(({ id }) => id)).not.toContain(foreign.id);
      expect((await server.apiAs(theirAdmin).keys.list())[0]).toMatchObject({
        id: foreign.id,
        revokedAt: null,
      });
    });

    it("SEC-19: are made and revoked and told of together, or not at all", async () => {
      const { id } = await aKey();
      expect((await auditOf(server)).at(-1)).toMatchObject({
        action: "key_created",
        actorId: admin.id,
        subjectId: id,
        details: { rights: ["book_read"] },
      });
      const before = await api.keys.list();
      await withoutAudit(server, async () => {
        await expect(aKey()).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
        await expect(api.keys.revoke({ id })).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
      });
      expect(await api.keys.list()).toEqual(before);
      await api.keys.revoke({ id });
      expect((await auditOf(server)).at(-1)).toMatchObject({ action: "key_revoked", subjectId: id });
    });
  });
});
