import { type AccountId, day, instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { writeHouseEntry } from "../journal/write-entry.ts";
import { type Opened, openedDemo } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

let seconds = 0;
/** Each look at the clock is a second later, so that one assignment follows another. */
const clock = {
  now: () => {
    seconds += 1;
    return instant(new Date(Date.UTC(2026, 10, 21, 9, 0, seconds)).toISOString());
  },
};

eachEngine((on) => {
  describe("how an account is looked after", () => {
    let store: Opened;
    let accountId: AccountId;
    beforeAll(async () => {
      store = await openedDemo(on, { clock });
      const list = await store.api.accounts.list({
        pageSize: 500,
        filters: { segment: ["Small business"] },
        status: ["customer"],
        sort: "arr",
      });
      accountId = list.rows[0]!.accountId;
      // The demo company has rules of its own; here they are those of the house to begin with.
      for (const { entryId, entry } of (await store.api.journal.rules({})).entries)
        if (/_rules?$|_set$/.test(entry.of))
          await store.api.journal.withdraw({ entryId, reason: "Not in this test" });
    });
    const assign = (
      attribute: "csm" | "am" | "ae" | "renewal_owner" | "expansion_owner",
      value: string | null,
    ) => store.api.assignments.set({ accountId, attribute, value });
    const gaps = async () => (await store.api.coverage.ofAccount({ accountId })).gaps.map(({ of }) => of);

    it("S-11 a small customer without a CSM: the AM has relationship, renewal and growth, support is pooled", async () => {
      await assign("csm", null);
      await assign("am", "Rita Solano");
      await assign("renewal_owner", "am");
      await assign("expansion_owner", "am");
      const { covered } = await store.api.coverage.ofAccount({ accountId });
      const rita = { role: "am", name: "Rita Solano" };
      expect(covered).toMatchObject({
        model: "am",
        relationship: rita,
        renewal: rita,
        expansion: rita,
        support: "pooled",
      });
    });

    it("S-36 with neither CSM nor AM who sold retains too, and its ARR counts in NRR all the same", async () => {
      await assign("am", null);
      await assign("ae", "Theo Novak");
      const { covered } = await store.api.coverage.ofAccount({ accountId });
      expect(covered).toMatchObject({ model: "ae", bothModes: true, support: "pooled" });
      const { contribution } = await store.api.accounts.one({ accountId });
      expect(contribution.nrr.own.numerator).not.toBeNull();
    });

    it("O-11 that the AM owned it does not make the next one own it: a role nobody has is a gap", async () => {
      expect(await gaps()).toEqual(expect.arrayContaining(["renewal_owner", "expansion_owner"]));
      await assign("renewal_owner", "ae");
      await assign("expansion_owner", "ae");
      expect(await gaps()).not.toEqual(expect.arrayContaining(["renewal_owner"]));
    });

    it("who held the account on any day is told, with the days", async () => {
      await store.api.assignments.set({
        accountId,
        attribute: "cse",
        value: "Noor Aziz",
        from: "2026-02-01",
      });
      await store.api.assignments.set({ accountId, attribute: "cse", value: "Ida Blum", from: "2026-07-01" });
      const { owners } = await store.api.coverage.ofAccount({ accountId });
      expect(owners.find(({ attribute }) => attribute === "cse")?.held).toEqual([
        { value: "Noor Aziz", from: "2026-02-01", until: "2026-07-01" },
        { value: "Ida Blum", from: "2026-07-01", until: null },
      ]);
    });

    it("rules hold from their day; the days before keep theirs, and fit is known from the profile on", async () => {
      await store.api.journal.setRule({
        on: "2026-06-01",
        entry: {
          of: "coverage_rules",
          tiers: [],
          touch: [
            { model: "tech_touch", everyDays: 180, when: [{ attribute: "segment", in: ["Small business"] }] },
          ],
          strategic: [],
        },
      });
      await store.api.journal.setRule({
        on: "2026-06-01",
        entry: {
          of: "icp_rules",
          conditions: [{ name: "Small", weight: 2, when: { attribute: "segment", in: ["Small business"] } }],
        },
      });
      const now = await store.api.coverage.ofAccount({ accountId });
      expect(now.coverage.touch).toEqual({ value: "tech_touch", because: "rules" });
      expect(now.fit).toMatchObject({ fit: "1.0000", since: "2026-06-01" });
      const before = await store.api.coverage.ofAccount({ accountId, on: "2026-05-31" });
      expect(before.coverage.touch).toEqual({ value: "low_touch", because: "house_rules" });
      expect(before.fit).toBeNull();
      const rules = await store.api.rules.inForce({});
      expect(rules.coverage.since).toBe("2026-06-01");
      expect(rules.tally.touch.find(({ value }) => value === "tech_touch")?.customers).toBeGreaterThan(0);
      expect((await store.api.rules.inForce({ on: "2026-05-31" })).coverage.since).toBeNull();
    });

    it("S-35 of criteria and adoption rules the latest of each segment holds; numbers come with their range", async () => {
      const criteria = (text: string) => ({
        technical_completion: text,
        adoption_trigger: text,
        success_milestone: text,
        sponsor_confirmation: text,
      });
      const set = (segment: string | null, text: string, from: string) =>
        store.api.journal.setRule({
          on: from,
          entry: { of: "criteria_set", segment, criteria: criteria(text) },
        });
      await set(null, "All", "2026-01-01");
      await set("Enterprise", "First", "2026-01-01");
      await set("Enterprise", "Second", "2026-06-01");
      await set("Enterprise", "Later", "2027-01-01");
      const policy = {
        of: "lifecycle_policy",
        parameters: { renewalOpensDays: 150, handoffPacketHours: 24 },
      } as const;
      const acting = {
        at: store.house.now(),
        actor: { kind: "operator", id: null },
        requestId: "test",
      } as const;
      await writeHouseEntry(
        store.termwise,
        { entry: policy, on: day("2026-06-01") },
        { acting, by: null, role: null },
      );
      const { criteria: now, parameters } = await store.api.rules.inForce({});
      expect(now.map(({ entry, since }) => [entry.segment, entry.criteria.adoption_trigger, since])).toEqual([
        [null, "All", "2026-01-01"],
        ["Enterprise", "Second", "2026-06-01"],
      ]);
      expect(parameters.find(({ name }) => name === "renewalOpensDays")).toEqual({
        group: "lifecycle",
        name: "renewalOpensDays",
        value: 150,
        house: 120,
        min: 1,
        max: 730,
        term: { id: "lifecycle-management", name: "Lifecycle management" },
      });
      expect(parameters.find(({ name }) => name === "handoffPacketHours")).toMatchObject({
        value: 24,
        house: 48,
      });
    });

    it("the gaps of all accounts add up by kind, and everybody sees those of their own accounts", async () => {
      const all = await store.api.coverage.gaps();
      for (const { of, accounts } of all.kinds)
        expect(all.rows.filter(({ gaps: own }) => own.some((gap) => gap.of === of))).toHaveLength(accounts);
      const csm = store.apiAs(await demoPerson(store.house, "csm"));
      const seen = new Set((await csm.accounts.list({ pageSize: 500 })).rows.map((row) => row.accountId));
      const own = await csm.coverage.gaps();
      expect(own.rows.filter((row) => !seen.has(row.accountId))).toEqual([]);
      expect(own.rows.length).toBeLessThan(all.rows.length);
    });
  });
});
