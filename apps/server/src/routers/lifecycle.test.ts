import { type AccountId, day, instant } from "@termwise/core/kernel";
import { machineVersion, moves, stages } from "@termwise/core/lifecycle";
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
const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );

eachEngine((on) => {
  describe("where customers stand, through the API", () => {
    let store: Opened;
    let [csm, manager, ops]: Opened["api"][] = [];
    let [mine, foreign]: AccountId[] = [];
    let names: string[];
    const board = async (api = store.api, more = {}) => api.lifecycle.board(more);
    beforeAll(async () => {
      store = await openedDemo(on, { clock });
      const people = [await demoPerson(store.house, "cs_manager"), await demoPerson(store.house, "cs_ops")];
      csm = store.apiAs(await demoPerson(store.house, "csm"));
      [manager, ops] = people.map((person) => store.apiAs(person));
      names = people.map((person) => person.name);
      const own = await csm.lifecycle.board();
      const team = new Set((await manager!.lifecycle.board()).cards.map(({ accountId }) => accountId));
      const held = own.cards.filter(({ earned, column }) => earned === "onboarded" && column !== "churn");
      mine = held.find(({ accountId }) => team.has(accountId))!.accountId as AccountId;
      const ids = new Set(own.cards.map(({ accountId }) => accountId));
      foreign = (await board()).cards.find(({ accountId }) => !ids.has(accountId))!.accountId as AccountId;
    });

    it("the board has every card in one of six columns, whose heads add up", async () => {
      const { columns, cards } = await board();
      expect(columns.map(({ stage }) => stage)).toEqual([...stages]);
      for (const { stage, accounts, arr } of columns) {
        const own = cards.filter(({ column }) => column === stage);
        expect([stage, own.length]).toEqual([stage, accounts]);
        expect(own.reduce((sum, card) => sum + BigInt(card.arr), 0n)).toBe(BigInt(arr));
      }
      for (const { column, earned } of cards) expect(earned === null).toBe(column === "churn");
    });

    it("the board of a day past is what was then, and a day to come is refused", async () => {
      const then = await board(store.api, { on: day("2025-06-30") });
      for (const { columnSince } of then.cards) expect(columnSince <= "2025-06-30").toBe(true);
      const account = await store.api.lifecycle.account({ accountId: mine!, on: day("2025-06-30") });
      const card = then.cards.find(({ accountId }) => accountId === mine);
      expect([card?.column ?? null, card?.earned ?? null]).toEqual([account.column, account.earned]);
      expect(await told(board(store.api, { on: day("2027-01-01") }))).toMatch(/^BAD_REQUEST .*still to come/);
    });

    it("the board takes filters, and shows somebody the accounts they may see alone", async () => {
      const [all, own] = [await board(), await board(csm)];
      expect(own.cards.length).toBeGreaterThan(0);
      expect(own.cards.length).toBeLessThan(all.cards.length);
      const ids = new Set(all.cards.map(({ accountId }) => accountId));
      for (const { accountId } of own.cards) expect(ids.has(accountId)).toBe(true);
      const { cards } = await board(store.api, { filters: { segment: ["Enterprise"] } });
      expect(new Set(cards.map(({ segment }) => segment))).toEqual(new Set(["Enterprise"]));
    });

    it("one account is told with gates, history and the rules of the day, and to nobody who may not see it", async () => {
      const { gates, history, rules, moments, earned } = await csm!.lifecycle.account({ accountId: mine! });
      expect(gates.map(({ gate }) => gate)).toEqual(["won", "onboarded", "adopted"]);
      expect(history.at(-1)?.stage).toBe(earned);
      expect(rules.adoption.coreFeatures.length).toBeGreaterThan(0);
      expect(moments.map((one) => one.on)).toEqual(moments.map((one) => one.on).sort());
      const past = await csm!.lifecycle.account({ accountId: mine!, on: history[0]!.from });
      expect(past.earned).toBe("won");
      for (const asked of [
        csm!.lifecycle.account({ accountId: foreign! }),
        csm!.lifecycle.move({ accountId: foreign!, to: "won" }),
      ])
        expect(await told(asked)).toMatch(/^NOT_FOUND/);
    });

    it("S-01 a move is answered with what is missing, and asking changes nothing", async () => {
      const before = await csm!.lifecycle.account({ accountId: mine! });
      const adopted = await csm!.lifecycle.move({ accountId: mine!, to: "adopted" });
      expect([adopted.outcome, adopted.next]).toEqual(["refused", []]);
      expect(adopted.says).toContain("measured, never set by hand");
      expect(adopted.missing.length).toBeGreaterThan(0);
      const churn = await csm!.lifecycle.move({ accountId: mine!, to: "churn" });
      expect(churn).toMatchObject({
        outcome: "refused",
        says: expect.stringContaining("follows from the contract"),
      });
      expect(await csm!.lifecycle.account({ accountId: mine! })).toEqual(before);
    });

    it("velocity is over the accounts one may see, and its medians are of the days told", async () => {
      const [all, own] = [await store.api.lifecycle.velocity(), await csm!.lifecycle.velocity()];
      for (const { closed, medianDays } of all.stages) {
        expect(closed).toEqual(closed.toSorted((a, b) => a - b));
        if (medianDays !== null)
          expect(closed.filter((one) => one <= medianDays).length * 2).toBeGreaterThanOrEqual(closed.length);
      }
      expect(own.timeToOnboard.accounts).toBeGreaterThan(0);
      expect(own.timeToOnboard.accounts).toBeLessThan(all.timeToOnboard.accounts);
    });

    it("the accounts behind a stage are those its velocity counts, and filters leave the same of both", async () => {
      for (const filters of [{}, { segment: ["Enterprise"] }]) {
        const { stages: counted } = await csm!.lifecycle.velocity({ filters });
        for (const { stage, open, closed } of counted) {
          const { rows } = await csm!.lifecycle.stretches({ stage, filters });
          const standing = rows.filter(({ to }) => to === null);
          expect(standing.map(({ days }) => days).sort((a, b) => a - b)).toEqual(
            open.toSorted((a, b) => a - b),
          );
          expect(rows).toHaveLength(open.length + closed.length);
        }
      }
      const { rows } = await store.api.lifecycle.stretches({ stage: "won" });
      expect(rows.map(({ accountId }) => accountId)).toContain(foreign);
      const own = await csm!.lifecycle.stretches({ stage: "won" });
      expect(own.rows.map(({ accountId }) => accountId)).not.toContain(foreign);
    });

    it("tells of every contract that was due whether it was renewed in time, and the share of those that were", async () => {
      const asked = { from: day("2025-11-01"), to: day("2026-10-31") };
      const { due, value } = await store.api.lifecycle.onTime(asked);
      const inTime = due.filter(({ kept }) => kept === "on_time").length;
      expect([due.length > inTime, inTime > 0]).toEqual([true, true]);
      expect(Number(value)).toBeCloseTo(inTime / due.length, 5);
      const own = await csm!.lifecycle.onTime(asked);
      const ids = new Set(
        (await csm!.accounts.list({ pageSize: 500 })).rows.map(({ accountId }) => accountId),
      );
      expect(own.due.length).toBeLessThan(due.length);
      expect(own.due.filter(({ accountId }) => !ids.has(accountId))).toEqual([]);
    });

    it("losses are told by month, each with its reason, and of no more than 60 months at once", async () => {
      const asked = { from: day("2025-12-01"), to: day("2026-11-21") };
      const { lost, losses, months, preventable } = await store.api.lifecycle.churn(asked);
      expect(months).toHaveLength(12);
      expect(losses).toHaveLength(lost);
      const sum = (of: "lost" | "preventable") => months.reduce((all, one) => all + one[of], 0);
      expect([sum("lost"), sum("preventable")]).toEqual([lost, preventable]);
      expect(losses.filter((loss) => loss.preventable === true)).toHaveLength(preventable);
      expect(losses.every(({ arr }) => BigInt(arr) > 0n)).toBe(true);
      expect(await told(store.api.lifecycle.churn({ from: day("2000-01-01"), to: asked.to }))).toBe(
        "BAD_REQUEST 2000-01-01 to 2026-11-21 is more than 60 months: ask for fewer",
      );
    });

    it("the machine is told as it is", async () => {
      expect(await csm!.lifecycle.machine()).toMatchObject({ version: machineVersion, moves });
    });

    it("of two who move an account at once one succeeds, and the other is told what changed and by whom", async () => {
      const [one, two] = [
        await manager!.lifecycle.move({ accountId: mine!, to: "won" }),
        await ops!.lifecycle.move({ accountId: mine!, to: "won" }),
      ];
      expect([one.outcome, two.journalToken]).toEqual(["open", one.journalToken]);
      const back = (api: Opened["api"], reason: string) =>
        told(
          api.journal.record({
            accountId: mine!,
            entry: { of: "setback", to: "won", reason },
            seen: one.journalToken,
          }),
        );
      expect(await back(csm!, "I would like to.")).toMatch(/^FORBIDDEN/);
      const answers = await Promise.all([back(manager!, "The use case changed."), back(ops!, "As agreed.")]);
      const first = answers.indexOf("done");
      expect(first).toBeGreaterThanOrEqual(0);
      expect(answers[1 - first]).toMatch(
        new RegExp(
          `^CONFLICT This account has changed since you opened it\\. .*${names[first]} put "[^"]+" on record at`,
        ),
      );
      const { history, column, journalToken } = await csm!.lifecycle.account({ accountId: mine! });
      expect(history.at(-1)).toMatchObject({ stage: "won", kind: "back" });
      expect(column === "onboarded").toBe(false);
      expect(journalToken).not.toBe(one.journalToken);
    });
  });
});
