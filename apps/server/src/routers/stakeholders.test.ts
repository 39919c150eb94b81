import { type AccountId, instant } from "@termwise/core/kernel";
import { loadAudit, loadContacts } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo } from "../testing.ts";
import { demoPerson, everybodyLeft } from "../testing-people.ts";

const clock = { now: () => instant("2026-11-21T09:00:00Z") };

eachEngine((on) => {
  describe("the people at an account", () => {
    let store: Opened;
    let csm: Opened["api"];
    let accountId: AccountId;
    let foreign: AccountId;
    beforeAll(async () => {
      store = await openedDemo(on, { clock });
      csm = store.apiAs(await demoPerson(store.house, "csm"));
      const [mine, all] = [
        await csm.accounts.list({ pageSize: 500 }),
        await store.api.accounts.list({ pageSize: 500 }),
      ];
      const seen = new Set(mine.rows.map((row) => row.accountId));
      accountId = mine.rows.at(-1)!.accountId;
      await everybodyLeft(csm, accountId);
      foreign = all.rows.find((row) => !seen.has(row.accountId))!.accountId;
    });
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => "done",
        ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
      );
    const personOf = async (id: string | null) =>
      (await csm.stakeholders.ofAccount({ accountId })).people.find(({ contactId }) => contactId === id);

    it("are added with their role in one go, and told to the audit log without a name", async () => {
      const { contactId } = await csm.stakeholders.add({
        accountId,
        person: { name: "Vera Canary", title: "VP Revenue", email: "Vera@Customer.example" },
        role: { role: "sponsor", since: "2026-11-01", counterpart: "Mara Kestenholz", influence: 3 },
      });
      expect(await personOf(contactId)).toMatchObject({
        name: "Vera Canary",
        email: "vera@customer.example",
        key: true,
        reachable: false,
        lastTouch: { on: null, days: null },
        roles: [{ role: "sponsor", state: "active", since: "2026-11-01", counterpart: "Mara Kestenholz" }],
      });
      const told = await store.termwise.read((tx) => loadAudit(tx, { limit: 2 }));
      expect(told.map(({ action }) => action)).toEqual(["entry_recorded", "contact_added"]);
      expect(JSON.stringify(told)).not.toContain("Canary");
    });

    it("a role from a day to come is refused, and then the person was not added either", async () => {
      const refused = await codeOf(
        csm.stakeholders.add({
          accountId,
          person: { name: "Early Bird" },
          role: { role: "champion", since: "2026-12-01" },
        }),
      );
      expect(refused).toMatch(/^PRECONDITION_FAILED .*still to come/);
      const contacts = await store.termwise.read((tx) => loadContacts(tx, [accountId]));
      expect(contacts.map(({ name }) => name)).not.toContain("Early Bird");
    });

    it("S-14 a champion who leaves is missing the same day, until a successor was spoken to", async () => {
      const person = (name: string, since: string) =>
        csm.stakeholders.add({ accountId, person: { name }, role: { role: "champion", since } });
      const { contactId: ana } = await person("Ana", "2026-03-01");
      await csm.journal.record({
        accountId,
        entry: {
          of: "contact_role",
          contactId: ana!,
          role: "champion",
          state: "left",
          since: "2026-11-20",
          influence: null,
          sentiment: null,
          counterpart: null,
          note: null,
        },
      });
      const gaps = async () => (await csm.stakeholders.ofAccount({ accountId })).gaps;
      expect(await gaps()).toContainEqual({
        of: "champion_left",
        contactId: ana,
        state: "left",
        since: "2026-11-20",
        successor: null,
      });
      const { contactId: ben } = await person("Ben", "2026-11-20");
      expect(await gaps()).toContainEqual(expect.objectContaining({ of: "champion_left", successor: ben }));
      const { entryId } = await csm.journal.record({
        accountId,
        entry: {
          of: "touchpoint",
          type: "call",
          direction: "ours",
          contacts: [ben!],
          text: "First call",
          outcome: null,
          nextStep: null,
        },
      });
      expect((await gaps()).map(({ of }) => of)).not.toContain("champion_left");
      await csm.journal.withdraw({ entryId, reason: "It was somebody else" });
      expect((await gaps()).map(({ of }) => of)).toContain("champion_left");
    });

    it("S-15 the sponsor stands on the renewal with the last review, whatever she used", async () => {
      const { people } = await csm.stakeholders.ofAccount({ accountId });
      const sponsor = people.find(({ name }) => name === "Vera Canary")!.contactId;
      await csm.journal.record({
        accountId,
        at: "2026-11-10T10:00:00Z",
        entry: {
          of: "touchpoint",
          type: "qbr",
          direction: null,
          contacts: [sponsor],
          text: "Executive deck",
          outcome: "good",
          nextStep: null,
        },
      });
      expect((await csm.stakeholders.ofAccount({ accountId })).approvers).toContainEqual({
        contactId: sponsor,
        role: "sponsor",
        lastTouchOn: "2026-11-10",
        lastReviewOn: "2026-11-10",
      });
    });

    it("a sponsor who was erased approves nothing any more and is missing", async () => {
      const other = (await csm.accounts.list({ pageSize: 500 })).rows.at(-2)!.accountId;
      await everybodyLeft(csm, other);
      const { contactId } = await csm.stakeholders.add({
        accountId: other,
        person: { name: "Erasable" },
        role: { role: "sponsor", since: "2026-10-01" },
      });
      const before = await csm.stakeholders.ofAccount({ accountId: other });
      expect(before.approvers.map((one) => one.contactId)).toContain(contactId);
      await store.api.contacts.erase({ contactId: contactId! });
      const after = await csm.stakeholders.ofAccount({ accountId: other });
      expect(after.approvers.map((one) => one.contactId)).not.toContain(contactId);
      expect(after.gaps.length).toBeGreaterThan(0);
      expect(after.people.find((one) => one.contactId === contactId)?.key).toBe(false);
    });

    it("of somebody who was erased the role stays, and no name", async () => {
      const { contactId } = await csm.stakeholders.add({
        accountId,
        person: { name: "Gone Canary", email: "gone@customer.example" },
        role: { role: "objector", since: "2026-10-01" },
      });
      await store.api.contacts.erase({ contactId: contactId! });
      expect(await personOf(contactId)).toMatchObject({
        name: null,
        email: null,
        erased: true,
        roles: [{ role: "objector" }],
      });
    });

    it("SEC-2: of an account one does not see are those of an account there is not", async () => {
      const asked = await codeOf(csm.stakeholders.ofAccount({ accountId: foreign }));
      expect(asked).toBe(`NOT_FOUND There is no account ${foreign}`);
      const added = await codeOf(
        csm.stakeholders.add({
          accountId: foreign,
          person: { name: "Nobody" },
          role: { role: "sponsor", since: "2026-11-01" },
        }),
      );
      expect(added).toBe(`NOT_FOUND There is no account ${foreign}`);
    });

    it("who may not read contacts is not told of them, and who only reads adds none", async () => {
      const viewer = store.apiAs(await demoPerson(store.house, "viewer"));
      expect(await codeOf(viewer.stakeholders.ofAccount({ accountId }))).toMatch(/^FORBIDDEN/);
      const added = viewer.stakeholders.add({
        accountId,
        person: { name: "Nobody" },
        role: { role: "sponsor", since: "2026-11-01" },
      });
      expect(await codeOf(added)).toMatch(/^FORBIDDEN/);
    });
  });
});
