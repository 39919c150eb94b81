import { type AccountId, instant } from "@termwise/core/kernel";
import { eachEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, openedDemo } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

let seconds = 0;
/** Each look at the clock is a second later, so that what is said last counts. */
const clock = {
  now: () => {
    seconds += 1;
    return instant(new Date(Date.UTC(2026, 10, 21, 9, 0, seconds)).toISOString());
  },
};
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );

eachEngine((on) => {
  describe("divergence, as somebody sees it who sees some accounts", () => {
    let store: Opened;
    let csm: Opened["api"];
    let [mine, foreign]: AccountId[] = [];
    beforeAll(async () => {
      store = await openedDemo(on, { clock });
      csm = store.apiAs(await demoPerson(store.house, "csm"));
      const [own, all] = [
        await csm.accounts.list({ pageSize: 500, status: ["customer"] }),
        await store.api.accounts.list({ pageSize: 500, status: ["customer"] }),
      ];
      const seen = new Set(own.rows.map((row) => row.accountId));
      mine = own.rows.at(-1)?.accountId;
      foreign = all.rows.find((row) => !seen.has(row.accountId))?.accountId;
      await store.api.divergence.mapLabel({ system: "Tags", field: "Tag", label: "gone", means: "churn" });
      for (const accountId of [mine, foreign])
        await store.api.journal.record({
          accountId: accountId!,
          entry: { of: "claim", system: "Tags", field: "Tag", label: "Gone" },
        });
    });

    it("is told of their own accounts alone, in the report, its totals and the labels", async () => {
      const report = await csm.divergence.report({ systems: ["Tags"], kinds: ["contradicted"] });
      expect(report.lines.map(({ accountId }) => accountId)).toEqual([mine]);
      const { all } = await csm.divergence.totals({ by: "term", systems: ["Tags"] });
      expect(all.accounts).toBe(1);
      const { rows } = await csm.divergence.labels();
      expect(rows.find(({ system }) => system === "Tags")?.accounts).toBe(1);
      expect((await store.api.divergence.report({ systems: ["Tags"] })).total.accounts).toBe(2);
    });

    it("is handled for their own accounts alone", async () => {
      const { lines: all } = await store.api.divergence.report({ systems: ["Tags"] });
      const handle = (accountId: AccountId) =>
        codeOf(
          csm.divergence.handle({
            accountId,
            subject: all.find((line) => line.accountId === accountId)!.subject,
            how: { action: "record_evidence" },
          }),
        );
      expect(await handle(foreign!)).toMatch(/^NOT_FOUND/);
      expect(await handle(mine!)).toBe("done");
    });

    it("meanings of labels are not theirs to say, and numbers of the whole book not theirs to see", async () => {
      const said = csm.divergence.mapLabel({ system: "Tags", field: "Tag", label: "Gone", means: "won" });
      expect(await codeOf(said)).toMatch(/^FORBIDDEN/);
      expect(await codeOf(csm.divergence.numbers())).toMatch(/^FORBIDDEN .*whole book/);
      expect(await codeOf(csm.divergence.number({ entryId: "ent_1" }))).toMatch(/^FORBIDDEN/);
      const value = { system: "Deck", term: "nrr", period: "2026", value: "1.00" };
      await store.api.divergence.reportValue(value);
      const asked = { kinds: ["reported_value" as const] };
      expect((await csm.journal.rules(asked)).entries).toEqual([]);
      expect((await store.api.journal.rules(asked)).entries.length).toBeGreaterThan(0);
    });
  });
});
