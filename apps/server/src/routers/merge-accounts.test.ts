import { AccountId, instant } from "@termwise/core/kernel";
import { dumpDerived, loadAudit } from "@termwise/db";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { bySystem } from "../auth/acting.ts";
import { type Opened, opened, someoneAs } from "../testing.ts";
import { at, tellOf, told } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";

let now = instant("2026-07-05T08:00:00Z");
const [north, south, gone, none] = ["north", "south", "gone", "nobody"].map((key) =>
  AccountId.parse(`acc_${key}`),
) as [AccountId, AccountId, AccountId, AccountId];
const reason = "South came back as a record of its own";

eachEngine((on) => {
  describe("merging two accounts", () => {
    let store: Opened;
    let revops: Opened["api"];
    const months = ["2026-01", "2026-06", "2026-07"];
    const arrOn = () =>
      Promise.all(months.map(async (period) => (await revops.metrics.value({ term: "arr", period })).value));
    beforeAll(async () => {
      store = await opened(await on.open(), { clock: { now: () => now } });
      // South begins on the day after Gone has ended: one customer under two records.
      const lines = plainCompany.lines.map((line) =>
        line.accountId === south ? { ...line, startsOn: "2026-07-01" as typeof line.startsOn } : line,
      );
      await tellOf(store)({ ...plainCompany, lines: at(lines, "2026-01-02T00:00:00Z") });
      revops = store.apiAs(await someoneAs(store.termwise, "revops"));
      await revops.periods.close({ period: "2026-Q2" });
    });

    it("is refused for itself, for an account there is not, and for whoever may not", async () => {
      expect(await told(revops.accounts.merge({ accountId: gone, intoId: gone, reason }))).toBe(
        "An account is not merged into itself",
      );
      for (const [accountId, intoId] of [
        [gone, none],
        [none, gone],
      ] as const)
        expect(await told(revops.accounts.merge({ accountId, intoId, reason }))).toBe(
          "There is no account acc_nobody",
        );
      for (const role of ["csm", "cs_ops", "finance", "exec", "viewer"] as const) {
        const api = store.apiAs(await someoneAs(store.termwise, role));
        const refused = 'needs the right to "record that two accounts are one customer';
        expect(await told(api.accounts.merge({ accountId: gone, intoId: south, reason }))).toContain(refused);
        expect(await told(api.accounts.together({ accountId: gone, intoId: south }))).toContain(refused);
      }
      const narrow = store.apiAs(await someoneAs(store.termwise, "revops", "own"));
      expect(await told(narrow.accounts.merge({ accountId: gone, intoId: south, reason }))).toContain(
        "needs the right",
      );
      expect((await revops.accounts.list({})).total).toBe(3);
    });

    it("is told of before: what they are together, and which closed periods it may restate", async () => {
      expect(await revops.accounts.together({ accountId: gone, intoId: south })).toMatchObject({
        account: { name: "Gone Ltd", arr: "0", records: 1 },
        into: { name: "Southridge", arr: "3000000", records: 1 },
        arr: "3000000",
        currency: "USD",
        closes: [{ number: 1, text: "2026-Q2" }],
      });
      expect((await revops.accounts.list({})).total).toBe(3);
    });

    it("leaves total ARR as it is on every day, and ends the churn and the new between the two, at once", async () => {
      const before = await arrOn();
      const nrr = () => revops.metrics.value({ term: "nrr", period: "2026-07" });
      expect((await nrr()).value).toBe("0.833333");
      now = instant("2026-07-06T08:00:00Z");
      expect(await revops.accounts.merge({ accountId: gone, intoId: south, reason })).toEqual({
        accountId: gone,
        intoId: south,
      });
      expect(await arrOn()).toEqual(before);
      // 60,000 and 12,000 became 60,000 and 30,000.
      expect((await nrr()).value).toBe("1.250000");
      expect((await revops.accounts.list({})).total).toBe(2);
      const one = await revops.accounts.one({ accountId: gone });
      expect(one).toMatchObject({ accountId: south, name: "Southridge" });
      expect(one.records.map(({ accountId }) => accountId).toSorted()).toEqual([gone, south]);
    });

    it("as of the day before it is not known, and a closed period keeps what was reported", async () => {
      const asked = { term: "nrr", period: "2026-07", asOf: "2026-07-05" } as const;
      expect((await revops.metrics.value(asked as never)).value).toBe("0.833333");
      expect(await revops.periods.verify({ number: 1 })).toMatchObject({ holds: true });
    });

    it("derives what a rebuild derives, and is on record: a note with the reason, and who did it", async () => {
      const dump = () => store.termwise.read((tx) => dumpDerived(tx));
      const derived = await dump();
      await store.termwise.rebuild(bySystem(now));
      expect(await dump()).toBe(derived);
      const { entries } = await revops.journal.ofAccount({ accountId: south });
      expect(entries[0]?.entry).toMatchObject({
        of: "touchpoint",
        type: "note",
        text: `Merged Gone Ltd (acc_gone) into this account. ${reason}`,
      });
      const log = await store.termwise.read((tx) => loadAudit(tx, { limit: 10 }));
      expect(log.find(({ action }) => action === "accounts_merged")).toMatchObject({
        actor: { kind: "member" },
        subject: { kind: "account", id: gone },
        details: { intoId: south, reason },
      });
    });

    it("never goes round: neither back, nor again, nor from two sides in one moment", async () => {
      for (const [accountId, intoId] of [
        [south, gone],
        [gone, south],
      ] as const)
        expect(await told(revops.accounts.merge({ accountId, intoId, reason }))).toBe(
          "These two are one customer already",
        );
      now = instant("2026-07-07T08:00:00Z");
      const both = await Promise.all([
        told(revops.accounts.merge({ accountId: north, intoId: gone, reason })),
        told(revops.accounts.merge({ accountId: south, intoId: north, reason })),
      ]);
      expect(both.toSorted()).toEqual(["These two are one customer already", "done"]);
      expect((await revops.accounts.list({})).total).toBe(1);
      expect((await revops.metrics.value({ term: "arr", period: "2026-07" })).value).toBe("9000000");
    });
  });
});
