import type { AccountEntry } from "@termwise/core/facts";
import { AccountId, type EntryId, instant } from "@termwise/core/kernel";
import { dumpDerived } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo, someoneAs } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

const began = Date.parse("2026-11-21T23:30:00Z");
let after = 0;
/** The time goes on by itself a second at each look. */
const clock = {
  now: () => {
    after += 1_000;
    return instant(new Date(began + after).toISOString());
  },
};
const note = (text: string): AccountEntry => ({
  of: "touchpoint",
  type: "note",
  direction: null,
  contacts: [],
  text,
  outcome: null,
  nextStep: null,
});
const evidence = (observed: string): AccountEntry => ({
  of: "evidence",
  criterion: "success_milestone",
  observed,
  link: null,
  expiresOn: null,
});
const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );

eachEngine((on) => {
  describe("the journal", () => {
    let store: Opened;
    let [csm, manager, ops]: Opened["api"][] = [];
    let [mine, others]: AccountId[] = [];
    let name: string;
    const of = async (accountId = mine!, more = {}) => store.api.journal.ofAccount({ accountId, ...more });
    const put = (entry: AccountEntry, more = {}, api = csm!) =>
      api.journal.record({ accountId: mine!, entry, ...more });

    beforeAll(async () => {
      store = await openedDemo(on, { clock });
      const person = await demoPerson(store.house, "csm");
      name = person.name;
      csm = store.apiAs(person);
      manager = store.apiAs(await demoPerson(store.house, "cs_manager"));
      ops = store.apiAs(await demoPerson(store.house, "cs_ops"));
      const own = await csm.accounts.list({ status: ["customer"], pageSize: 500 });
      const all = await store.api.accounts.list({ status: ["customer"], pageSize: 500 });
      const ownIds = new Set(own.rows.map(({ accountId }) => accountId));
      const team = await manager.accounts.list({ status: ["customer"], pageSize: 500 });
      mine = team.rows.find(({ accountId }) => ownIds.has(accountId))!.accountId;
      others = all.rows.find(({ accountId }) => !ownIds.has(accountId))!.accountId;
    });

    it("takes a note, tells it first in the timeline with who wrote it, and leaves it in the audit log", async () => {
      const before = await of();
      const { entryId } = await put(note("They open a second site"));
      const { entries, total } = await of();
      expect(total).toBe(before.total + 1);
      expect(entries[0]).toMatchObject({
        entryId,
        accountId: mine,
        byName: name,
        name: "Touchpoint",
        entry: { text: "They open a second site" },
        source: { system: "termwise", key: entryId },
        withdrawn: null,
      });
      const { entries: audit } = await store.api.audit.list({ subject: entryId });
      expect(audit.map(({ action, details }) => [action, details])).toEqual([
        ["entry_recorded", { kind: "touchpoint", accountId: mine }],
      ]);
    });

    it("is paged and read by kind", async () => {
      for (const text of ["One", "Two", "Three"]) await put(note(text));
      const page = await of(mine, { kinds: ["touchpoint"], page: 2, pageSize: 2 });
      const { entries } = await of(mine, { kinds: ["touchpoint"], pageSize: 500 });
      expect(page.entries).toEqual(entries.slice(2, 4));
      expect(new Set(entries.map(({ entry }) => entry.of))).toEqual(new Set(["touchpoint"]));
      expect(page.total).toBe(entries.length);
    });

    it("dates an entry by the day of its moment in the workspace's time zone", async () => {
      await store.api.workspace.change({ timeZone: "Asia/Tokyo" });
      const { entryId } = await put(note("Late in UTC"), { at: instant("2026-11-20T20:00:00Z") });
      const written = (await of()).entries.find((entry) => entry.entryId === entryId);
      expect(written).toMatchObject({ at: "2026-11-20T20:00:00.000Z", effectiveOn: "2026-11-21" });
      await store.api.workspace.change({ timeZone: "UTC" });
    });

    it("refuses what is to come, what is too long, and accounts that are not there", async () => {
      expect(await told(put(note("Soon"), { at: instant("2026-12-24T10:00:00Z") }))).toMatch(
        /^BAD_REQUEST .*is in the future/,
      );
      expect(await told(put(note("x".repeat(100_000))))).toMatch(/^BAD_REQUEST/);
      const nowhere = { accountId: AccountId.parse("acc_nowhere") };
      expect(await told(put(note("To nobody"), nowhere))).toMatch(/^NOT_FOUND/);
    });

    it("of an account outside of one's scope is as if it were not there: to write, to read and to take back", async () => {
      const { entryId } = await put(note("Not theirs"), { accountId: others }, store.api);
      expect(await told(put(note("Not mine"), { accountId: others }))).toMatch(/^NOT_FOUND/);
      expect(await told(csm!.journal.ofAccount({ accountId: others! }))).toMatch(/^NOT_FOUND/);
      expect(await told(csm!.journal.withdraw({ entryId, reason: "Not so" }))).toMatch(/^NOT_FOUND/);
      expect((await of(others)).entries[0]?.entryId).toBe(entryId);
    });

    it("takes the right of each kind: waivers from managers, rules from operations, nothing from viewers", async () => {
      const waiver = (role: string | null): AccountEntry =>
        ({
          of: "waiver",
          criterion: "success_milestone",
          reason: "Agreed with the sponsor",
          role,
          expiresOn: "2027-01-31",
        }) as AccountEntry;
      expect(await told(put(waiver(null)))).toMatch(/^FORBIDDEN .*waive a criterion/);
      const { entryId } = await put(waiver("workspace_admin"), {}, manager);
      const given = (await of()).entries.find((entry) => entry.entryId === entryId);
      expect(given?.entry).toMatchObject({ role: "cs_manager" });
      const rule = { entry: { of: "icp_rules" as const, conditions: [] } };
      expect(await told(csm!.journal.setRule(rule))).toMatch(/^FORBIDDEN/);
      expect(await told(ops!.journal.setRule(rule))).toBe("done");
      const viewer = store.apiAs(await someoneAs(store.termwise, "viewer"));
      expect(await told(put(note("I may not"), {}, viewer))).toMatch(/^FORBIDDEN/);
      const denied = await store.api.audit.list({ action: "denied" });
      expect(denied.entries.map(({ subject }) => subject?.id)).toContain("journal.record waiver");
    });

    it("keeps a later version in the place of the earlier, of the same kind and account alone", async () => {
      const { entryId } = await put(note("First"));
      await put(note("Put better"), { entryId });
      const versions = (await of()).entries.filter((entry) => entry.entryId === entryId);
      expect(versions.map(({ entry }) => entry)).toEqual([note("Put better")]);
      expect(await told(put(evidence("Seen"), { entryId }))).toMatch(/^BAD_REQUEST .*of the kind touchpoint/);
      const foreign = { entryId, accountId: others };
      expect(await told(put(note("Elsewhere"), foreign, store.api))).toMatch(/^NOT_FOUND/);
      expect(await told(put(note("Nothing"), { entryId: "ent_nothing" as EntryId }))).toMatch(/^NOT_FOUND/);
    });

    it("takes an entry back with its reason: it no longer counts, can still be read, and is taken back once", async () => {
      const { entryId } = await put(note("A mistake"));
      await csm!.journal.withdraw({ entryId, reason: "Wrong account" });
      expect((await of()).entries.some((entry) => entry.entryId === entryId)).toBe(false);
      const { entries } = await of(mine, { withdrawn: true });
      expect(entries.find((entry) => entry.entryId === entryId)).toMatchObject({
        withdrawn: "Wrong account",
        byName: name,
        entry: { text: "A mistake" },
      });
      expect(await told(csm!.journal.withdraw({ entryId, reason: "Again" }))).toMatch(/^NOT_FOUND/);
      expect(await told(put(note("Back again"), { entryId }))).toMatch(/^NOT_FOUND/);
      const actions = (await store.api.audit.list({ subject: entryId })).entries.map(({ action }) => action);
      expect(actions).toEqual(["entry_withdrawn", "entry_recorded"]);
    });

    it("of two who move an account from the same view one wins, and the other is told what changed and by whom", async () => {
      const seen = (await csm!.lifecycle.account({ accountId: mine! })).journalToken;
      const moves = await Promise.all([
        told(put(evidence("As I saw it"), { seen })),
        told(put(evidence("As I saw it too"), { seen }, manager)),
      ]);
      expect(moves.filter((answer) => answer === "done")).toHaveLength(1);
      const refused = moves.find((answer) => answer !== "done");
      expect(refused).toMatch(
        /^CONFLICT This account has changed since you opened it\. .+ put "Evidence" on record at/,
      );
      const fresh = (await csm!.lifecycle.account({ accountId: mine! })).journalToken;
      expect(await told(put(evidence("Looked again"), { seen: fresh }))).toBe("done");
    });

    it("names who took something back since, and lets notes pass whatever was seen", async () => {
      const { entryId, journalToken: seen } = await put(evidence("Seen on their screen"));
      await csm!.journal.withdraw({ entryId, reason: "It was another's screen" });
      expect(await told(put(note("Just a note"), { seen }))).toBe("done");
      expect(await told(put(evidence("Another"), { seen }))).toMatch(
        new RegExp(`^CONFLICT .*${name} took "Evidence" back at`),
      );
    });

    it("keeps rules with the day they hold from; numbers that teams agree on are set by nobody alone", async () => {
      const rule = { of: "icp_rules" as const, conditions: [] };
      const { entryId } = await ops!.journal.setRule({ entry: rule, on: "2026-12-01" as never });
      const { entries } = await store.api.journal.rules({ kinds: ["icp_rules"] });
      expect(entries.find((entry) => entry.entryId === entryId)).toMatchObject({
        effectiveOn: "2026-12-01",
        accountId: null,
        entry: { conditions: [] },
      });
      const numbers = { of: "lifecycle_policy" as const, parameters: { seatShare: 70 } };
      expect(await told(ops!.journal.setRule({ entry: numbers }))).toMatch(
        /^PRECONDITION_FAILED .*Propose a change on the page of their term/,
      );
      await ops!.journal.withdraw({ entryId, reason: "Decided otherwise" });
      const left = await store.api.journal.rules({ kinds: ["icp_rules"] });
      expect(left.entries.some((entry) => entry.entryId === entryId)).toBe(false);
    });

    it("does not let a criterion be dated before a kickoff that was held", async () => {
      const criterion: AccountEntry = {
        of: "criterion",
        criterion: "success_milestone",
        text: "Ten reports a week",
        from: null,
      };
      const { entries } = await of(mine, { kinds: ["kickoff"], pageSize: 500 });
      const held = entries[0]?.at ?? clock.now();
      if (entries.length === 0)
        await put(
          {
            of: "kickoff",
            attendedBy: [],
            successCriteria: null,
            timeline: null,
            goLiveOn: null,
            plan: null,
          },
          { at: held },
        );
      const early = instant(new Date(Date.parse(held) - 60_000).toISOString());
      expect(await told(put(criterion, { at: early }))).toMatch(
        /^PRECONDITION_FAILED The kickoff of .* locked/,
      );
      expect(await told(put(criterion))).toBe("done");
    });

    it("moves no figure: what is derived from contracts is the same, and a rebuild finds nothing to change", async () => {
      const before = await store.termwise.read(dumpDerived);
      await put(note("Nothing to do with money"));
      await store.termwise.books();
      expect(await store.termwise.read(dumpDerived)).toBe(before);
      await store.termwise.rebuild();
      expect(await store.termwise.read(dumpDerived)).toBe(before);
      expect((await of()).entries[0]?.entry).toEqual(note("Nothing to do with money"));
    });
  });
});
