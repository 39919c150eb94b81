import { AccountId as Account, type AccountId, instant } from "@termwise/core/kernel";
import { asOwner, dumpDerived, loadAudit } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo, someoneAs } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };
const ada = {
  name: "Ada Canary-Lovelace",
  email: "Ada@Canary.example",
  phone: "+44 20 canary",
  title: "Head of Canaries",
  note: "Likes\ncanaries",
};

eachEngine((on) => {
  describe("contacts of an account", () => {
    let store: Opened;
    let csm: Opened["api"];
    let own: AccountId;
    let foreign: AccountId;
    beforeAll(async () => {
      store = await openedDemo(on, { clock });
      csm = store.apiAs(await demoPerson(store.house, "csm"));
      const [mine, all] = [await csm.accounts.list({}), await store.api.accounts.list({ pageSize: 500 })];
      const seen = new Set(mine.rows.map(({ accountId }) => accountId));
      own = mine.rows[0]!.accountId;
      foreign = all.rows.find(({ accountId }) => !seen.has(accountId))!.accountId;
    });
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => "done",
        ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
      );
    const lastEntry = async () => (await store.termwise.read((tx) => loadAudit(tx, { limit: 1 })))[0]!;

    it("are added, changed and shown by whoever looks after the account", async () => {
      const { id } = await csm.contacts.add({ accountId: own, ...ada });
      const { id: nameless } = await csm.contacts.add({ accountId: own, name: "Only A Name" });
      await csm.contacts.change({ contactId: id, phone: null, title: "CTO" });
      const shown = await csm.contacts.ofAccount({ accountId: own });
      expect(shown.find((contact) => contact.id === id)).toMatchObject({
        ...ada,
        id,
        email: "ada@canary.example",
        phone: null,
        title: "CTO",
        erasedAt: null,
      });
      expect(shown.find((contact) => contact.id === nameless)).toMatchObject({
        name: "Only A Name",
        email: null,
        note: null,
      });
    });

    it("SEC-2: of an account one does not see are those of an account there is not", async () => {
      const none = Account.parse("acc_none");
      const { id } = await store.api.contacts.add({ accountId: foreign, name: "Foreign" });
      const differing = (answer: string) => answer.replaceAll(foreign, "ID").replaceAll(none, "ID");
      expect(differing(await codeOf(csm.contacts.ofAccount({ accountId: foreign })))).toBe(
        "NOT_FOUND There is no account ID",
      );
      for (const ask of [
        (accountId: AccountId) => csm.contacts.ofAccount({ accountId }),
        (accountId: AccountId) => csm.contacts.add({ accountId, name: "x" }),
      ])
        expect(differing(await codeOf(ask(foreign)))).toBe(differing(await codeOf(ask(none))));
      const missing = `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}` as typeof id;
      const told = await Promise.all(
        [id, missing].map((contactId) => codeOf(csm.contacts.change({ contactId, name: "x" }))),
      );
      expect(told).toEqual(Array(2).fill("NOT_FOUND There is no such contact"));
      const untouched = await store.api.contacts.ofAccount({ accountId: foreign });
      expect(untouched.find((contact) => contact.id === id)?.name).toBe("Foreign");
    });

    it("SEC-19: are told of in the log by id and by the names of fields, never by what is personal", async () => {
      const { id } = await csm.contacts.add({ accountId: own, ...ada });
      expect(await lastEntry()).toMatchObject({
        action: "contact_added",
        subject: { kind: "contact", id },
        details: { accountId: own },
      });
      await csm.contacts.change({ contactId: id, email: "other@canary.example", note: null });
      expect(await lastEntry()).toMatchObject({
        action: "contact_changed",
        details: { fields: ["email", "note"] },
      });
      await store.api.contacts.erase({ contactId: id });
      expect(await lastEntry()).toMatchObject({ action: "contact_erased", subject: { id }, details: {} });
      const all = await store.termwise.read((tx) => loadAudit(tx, { limit: 10_000 }));
      expect(JSON.stringify(all).toLowerCase()).not.toContain("canary");
    });

    it("SEC-6: leave nothing personal anywhere in the store once erased; the id stays", async () => {
      const { id } = await csm.contacts.add({ accountId: own, ...ada, name: "Zeppelin Unmistakable" });
      await store.api.contacts.erase({ contactId: id });
      const [row] = (await asOwner(
        store.house.db,
        (tx) =>
          tx.run(`select to_json(c)::text as text from people.contact c where id = '${id}'`, [], "objects"),
        { workspaceId: store.termwise.workspaceId },
      )) as { text: string }[];
      expect(JSON.parse(row?.text ?? "")).toMatchObject({
        id,
        ...Object.fromEntries(Object.keys(ada).map((field) => [field, null])),
      });
      const shown = (await csm.contacts.ofAccount({ accountId: own })).find((contact) => contact.id === id);
      expect(shown).toMatchObject({
        name: "Erased contact",
        email: null,
        erasedAt: "2026-11-21T09:00:00.000Z",
      });
      expect(await codeOf(csm.contacts.change({ contactId: id, name: "Back" }))).toContain(
        "PRECONDITION_FAILED",
      );
      expect(await codeOf(store.api.contacts.erase({ contactId: id }))).toContain("PRECONDITION_FAILED");
      expect(await store.termwise.read(dumpDerived)).not.toContain("Unmistakable");
    });

    it("SEC-1: are read by most, changed in one's own scope, erased by CS Ops and the admin", async () => {
      const { id } = await csm.contacts.add({ accountId: own, name: "Kept" });
      for (const role of ["csm", "ae", "revops", "exec"] as const)
        expect([
          role,
          await codeOf(store.apiAs(await someoneAs(store.termwise, role)).contacts.erase({ contactId: id })),
        ]).toEqual([role, expect.stringContaining("FORBIDDEN")]);
      const finance = store.apiAs(await someoneAs(store.termwise, "finance"));
      expect(await codeOf(finance.contacts.ofAccount({ accountId: own }))).toContain("FORBIDDEN");
      const product = store.apiAs(await someoneAs(store.termwise, "product"));
      expect((await product.contacts.ofAccount({ accountId: own })).length).toBeGreaterThan(0);
      expect(await codeOf(product.contacts.change({ contactId: id, name: "x" }))).toContain("FORBIDDEN");
      const ops = store.apiAs(await someoneAs(store.termwise, "cs_ops"));
      expect(await codeOf(ops.contacts.erase({ contactId: id }))).toBe("done");
    });

    it("SEC-5: take no key that is not theirs, and nothing unreadable", async () => {
      const add = csm.contacts.add as (input: unknown) => Promise<unknown>;
      const change = csm.contacts.change as (input: unknown) => Promise<unknown>;
      const { id } = await csm.contacts.add({ accountId: own, name: "Strict" });
      for (const extra of [
        { id: "con_1" },
        { workspaceId: "x" },
        { addedBy: "mem_1" },
        { erasedAt: null },
        { email: "no" },
        { name: "\u0007" },
      ])
        expect([extra, await codeOf(add({ accountId: own, name: "x", ...extra }))]).toEqual([
          extra,
          expect.stringContaining("BAD_REQUEST"),
        ]);
      for (const extra of [{}, { accountId: foreign }, { workspaceId: "x" }])
        expect(await codeOf(change({ contactId: id, ...extra }))).toContain("BAD_REQUEST");
    });
  });
});
