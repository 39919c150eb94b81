import { appendAudit, asOwner, createWorkspace, type Database } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, goodPassword, memberOf, ownerOf, rowsOf } from "../auth/testing.ts";
import { type Opened, opened } from "../testing.ts";

/** Which tables speak of something, as the owner of the database sees them. */
async function tablesWith(db: Database, text: string): Promise<string[]> {
  return asOwner(db, async (tx) => {
    const tables = (await tx.run(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'drizzle') order by 1`,
      [],
      "objects",
    )) as { name: string }[];
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await tx.run(
        `select 1 from ${name} as held where position($1 in lower(to_json(held)::text)) > 0`,
        [text],
        "objects",
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  });
}

eachEngine((on) => {
  describe("a former member's personal data", () => {
    let server: Opened;
    beforeAll(async () => {
      server = await opened(await on.open());
    });

    it("is gone from the whole store once erased, and the id stays for what speaks of it", async () => {
      const { id, who } = await memberOf(server, { role: "csm", email: "zebulon.quill@example.com" });
      await server.api.members.change({ memberId: id, title: "Quill keeper", knownAs: ["Z. Quill"] });
      await server.termwise.write((tx) =>
        appendAudit(tx, tx.workspaceId, {
          at: server.house.now(),
          actor: { kind: "member", id },
          action: "sign_in",
          origin: { address: "192.0.2.77", userAgent: "quill browser" },
        }),
      );
      await expect(server.api.members.erase({ memberId: id })).rejects.toMatchObject({
        code: "PRECONDITION_FAILED",
      });
      expect((await tablesWith(server.house.db, "quill")).length).toBeGreaterThan(2);
      await server.api.members.disable({ memberId: id });
      await server.api.members.erase({ memberId: id });
      expect(await tablesWith(server.house.db, "quill")).toEqual([]);
      expect(await tablesWith(server.house.db, "zebulon")).toEqual([]);
      expect(await tablesWith(server.house.db, "192.0.2.77")).toEqual([]);
      expect(await tablesWith(server.house.db, who.userId.toLowerCase())).toEqual([]);
      const left = (await server.api.members.list()).find((member) => member.id === id);
      expect(left).toMatchObject({ name: "Former member", title: null, knownAs: [], disabled: true });
      const { entries } = await server.api.audit.list({ limit: 1 });
      expect(entries[0]).toMatchObject({ action: "member_erased", subject: { id, name: "Former member" } });
      expect(await server.api.audit.verify()).toMatchObject({ ok: true });
    });

    it("goes from this workspace alone where the person is a member of another", async () => {
      const { id, who } = await memberOf(server, { role: "csm", email: "both@example.com" });
      const other = await createWorkspace(server.house.db, { name: "Other company" });
      await rowsOf(
        server,
        `insert into access.member (workspace_id, id, user_id, role, scope, known_as, joined_at)
         values ('${other.id}', 'mem_other', '${who.userId}', 'csm', 'own', '{}', now())`,
      );
      await server.api.members.disable({ memberId: id });
      await server.api.members.erase({ memberId: id });
      const body = { email: "both@example.com", password: goodPassword };
      const { cookie } = await ask(server, "/api/auth/sign-in/email", { body });
      expect((await ownerOf(server, cookie))?.membership.workspace.name).toBe("Other company");
      expect((await server.api.members.list()).find((member) => member.id === id)?.name).toBe(
        "Former member",
      );
    });

    it("SEC-2: of another workspace's member is that of a member there is not", async () => {
      const { id } = await memberOf(server, { role: "csm", email: "here@example.com" });
      const { id: workspaceId } = await createWorkspace(server.house.db, { name: "Elsewhere" });
      const elsewhere = server.apiAs({ kind: "operator", workspaceId });
      await expect(elsewhere.members.erase({ memberId: id })).rejects.toMatchObject({
        code: "NOT_FOUND",
        message: "There is no such member",
      });
    });
  });
});
