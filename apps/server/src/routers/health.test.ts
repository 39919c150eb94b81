import { type AccountId, addDays, type Day, day, instant } from "@termwise/core/kernel";
import { eachEngine, type TestEngine, testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { heldOfDays } from "../adoption/testing-days.ts";
import { heldOfFeatures } from "../adoption/testing-features.ts";
import { backTestAnswer, healthAnswer } from "../cli/health-answer.ts";
import { measureDue } from "../health/measure.ts";
import { raiseDue } from "../health/red-flags.ts";
import { settleHealth } from "../health/settle.ts";
import { heldOfEarlierForm } from "../health/testing-earlier-form.ts";
import { heldOfWeeklyReadings } from "../health/testing-weekly-readings.ts";
import { heldOfEffects } from "../plays/testing-effects.ts";
import { type Opened, openedDemo } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";
import { faultsByHand } from "../testing-score-by-hand.ts";

/** Which day it is and how far into it: each look at the clock is a second later. */
const time = { day: "2026-11-24", seconds: 0 };
const clock = {
  now: () => {
    time.seconds += 1;
    return instant(new Date(Date.parse(`${time.day}T09:00:00Z`) + time.seconds * 1_000).toISOString());
  },
};
const told = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
  );
const points = (texts: readonly (string | null)[]) => texts.reduce((sum, text) => sum + Number(text ?? 0), 0);

/** A company of years is loaded: on PGlite as well only where there is time. Where two race, PostgreSQL lets them. */
const deep = process.env["TERMWISE_DEEP"] === "1";
const engines = deep ? eachEngine : (suite: (on: TestEngine) => void) => suite(testEngine("postgres"));

engines((on) => {
  describe("health, through the API", () => {
    let store: Opened;
    let csm: Opened["api"];
    let [mine, foreign]: AccountId[] = [];
    let first: Awaited<ReturnType<Opened["api"]["health"]["overview"]>>;
    beforeAll(async () => {
      time.day = "2026-11-24";
      store = await openedDemo(on, { clock });
      csm = store.apiAs(await demoPerson(store.house, "csm"));
      // Years of weeks are measured here, so that no question has to wait for them.
      await settleHealth(await store.house.termwise(store.house.first));
      first = await store.api.health.overview();
      const own = (await csm.health.accounts()).rows;
      mine = own[0]!.accountId as AccountId;
      const ids = new Set(own.map(({ accountId }) => accountId));
      foreign = (await store.api.health.accounts()).rows.find(({ accountId }) => !ids.has(accountId))!
        .accountId as AccountId;
    });
    const explain = (week?: Day | "today") =>
      store.api.health.explain({ accountId: mine!, ...(week && { week }) });

    heldOfEarlierForm(() => store);

    it("measures every week that is over once, and nothing twice, whoever comes first", async () => {
      expect(first.week).toBe("2026-11-22");
      const whole = await store.house.termwise(store.house.first);
      expect(await Promise.all([measureDue(whole), measureDue(whole)])).toEqual([0, 0]);
      const { weeks } = await store.api.health.account({ accountId: mine! });
      expect(weeks.map(({ week }) => week).at(-1)).toBe("2026-11-22");
      expect(new Set(weeks.map(({ measured }) => measured))).toEqual(new Set(["late", "in_time"]));
      const older = (await store.api.health.account({ accountId: mine!, weeks: 104 })).weeks;
      const now = older.find(({ measured }) => measured === "now");
      expect((await explain(now?.week as Day)).low).toBe(now?.low);
    });

    it("explains a score that adds up from its lines: both ends, and each line from its share", async () => {
      const { parts, sum, unknown, low, high } = await explain();
      const ends = (of: readonly { low: string | null; high: string | null }[]) => [
        points(of.map((one) => one.low)),
        points(of.map((one) => one.high)),
      ];
      expect(ends(parts)[0]).toBeCloseTo(Number(sum), 6);
      expect(ends(parts)[1]).toBeCloseTo(Number(sum) + Number(unknown), 6);
      expect([Number(low), Number(high)]).toEqual(ends(parts).map((end) => Math.round(end * 10 + 1e-6) / 10));
      for (const { inputs, weight, inverted, ...part } of parts) {
        if (inputs.length === 0) continue;
        expect(points(inputs.map(({ full }) => full))).toBeCloseTo(weight, 6);
        expect(ends(inputs)[0]).toBeCloseTo(Number(part.low), 6);
        expect(ends(inputs)[1]).toBeCloseTo(Number(part.high), 6);
        for (const { share, full, low: least, high: most, treatment, reason } of inputs) {
          const given = Math.round(Number(full) * (share ?? 0) + 1e-6) / 1000;
          if (share !== null) expect(Number(least)).toBeCloseTo(inverted ? Number(full) - given : given, 6);
          else expect([Number(least), most, reason]).toEqual([0, full, expect.any(String)]);
          expect(treatment === "unknown" || treatment === "left_out").toBe(share === null);
        }
      }
    });

    it("every score can be recomputed by hand from its explanation alone, by the rules of the documentation", async () => {
      const { rows } = await store.api.health.accounts();
      const some = rows.filter((_, at) => deep || at % 16 === 0);
      expect(some.length).toBeGreaterThan(deep ? 200 : 15);
      const faults: string[] = [];
      for (const { accountId, name, band } of some) {
        const told = await store.api.health.explain({ accountId });
        expect(told.band).toBe(band);
        faults.push(...faultsByHand(told).map((fault) => `${name}: ${fault}`));
      }
      expect(faults).toEqual([]);
    });

    it("the overview counts each customer in one band, and its ARR at risk is that of the queue, to the cent", async () => {
      const queue = await store.api.health.queue();
      expect(first.bands.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(first.accounts);
      const sum = queue.rows.reduce((total, { arr }) => total + BigInt(arr), 0n);
      expect([queue.arrAtRisk.value, queue.arrAtRisk.contributors]).toEqual([String(sum), queue.rows.length]);
      for (const { atRiskSince } of queue.rows) expect(atRiskSince).not.toBeNull();
    });

    it("lists show the health of an account as the panel tells it, and the queue of today is ranked by its risk", async () => {
      const { rows } = await csm.book.accounts();
      const measured = rows.find(({ health }) => health?.score)!;
      const { weeks, flags } = await csm.health.account({ accountId: measured.accountId });
      const { score, band } = weeks.at(-1)!;
      expect(measured.health).toMatchObject({ score, band, flags: flags.filter(({ open }) => open).length });
      const own = (await csm.book.today()).cards.find(({ accountId }) => accountId === measured.accountId);
      const risk = Math.min(100, 100 - Number(score) + 15 * measured.health!.flags);
      if (own) expect(Math.abs(Number(own.rank.risk) * 100 - risk)).toBeLessThanOrEqual(0.51);
      const list = await csm.accounts.list({ pageSize: 500, sort: "health" });
      const lows = list.rows.flatMap(({ health }) => (health?.low ? [Number(health.low)] : []));
      expect(lows).toEqual(lows.toSorted((a, b) => a - b));
      const risky = await csm.accounts.list({ pageSize: 500, health: ["at_risk"] });
      for (const { health } of risky.rows) expect(health?.atRiskSince).not.toBeNull();
      const { rows: all } = await csm.health.accounts();
      expect(risky.total).toBe(all.filter(({ atRiskSince }) => atRiskSince !== null).length);
    });

    it("weeks that pass are measured when somebody looks, and none is missed", async () => {
      time.day = "2026-12-15";
      const { ends, missed } = await store.api.health
        .account({ accountId: mine!, weeks: 13 })
        .then(({ weeks }) => ({
          ends: weeks.map(({ week }) => week),
          missed: weeks.filter(({ measured }) => measured === "missed"),
        }));
      expect([ends.at(-1), missed]).toEqual(["2026-12-13", []]);
    });

    it("an override stands beside the score, which stays; it has a reason, an author and a last day", async () => {
      const today = day(time.day);
      const before = (await explain("today")).sum;
      const override = (days: number) =>
        csm.health.override({
          accountId: mine!,
          score: 10,
          reason: "They merge",
          expiresOn: addDays(today, days),
        });
      expect(await told(override(0))).toMatch(/^PRECONDITION_FAILED .*1 to 92 days/);
      expect(await told(override(93))).toMatch(/^PRECONDITION_FAILED/);
      await override(30);
      const account = await csm.health.account({ accountId: mine! });
      expect(account.override).toMatchObject({ score: 10, reason: "They merge", byName: expect.any(String) });
      expect((await explain("today")).sum).toBe(before);
      await csm.health.sentiment({
        accountId: mine!,
        value: "negative",
        reason: "Tense",
        validUntil: addDays(today, 14),
      });
      const parts = (await explain("today")).parts;
      expect(
        parts.find(({ component }) => component === "sentiment")?.inputs.map(({ text }) => text),
      ).toContain("The CSM judges negative: Tense");
    });

    it("S-14 opens a flag for a champion who left, once over any number of looks, and clears it with a reason, once", async () => {
      const today = day(time.day);
      const { contactId } = await store.api.stakeholders.add({
        accountId: mine!,
        person: { name: "Nadia Ferro" },
        role: { role: "champion", since: addDays(today, -240) },
      });
      const left = {
        of: "contact_role",
        contactId: contactId!,
        role: "champion",
        state: "left",
        since: today,
        influence: null,
        sentiment: null,
        counterpart: null,
        note: null,
      } as const;
      await store.api.journal.record({ accountId: mine!, entry: left });
      const flags = async () =>
        (await store.api.health.flags({ state: "all" })).rows.filter(
          (flag) => flag.accountId === mine && flag.rule === "champion_gone" && flag.on === today,
        );
      await flags();
      const whole = await store.house.termwise(store.house.first);
      await Promise.all([raiseDue(whole), raiseDue(whole)]);
      const [flag, ...others] = await flags();
      expect([flag?.open, flag?.evidence[0]?.text, others]).toEqual([
        true,
        "A champion left the customer",
        [],
      ]);
      const clear = () =>
        csm.health.clearFlag({ accountId: mine!, entryId: flag!.entryId, reason: "A successor is named" });
      expect([await told(clear()), await told(clear())]).toEqual([
        "done",
        expect.stringMatching(/^CONFLICT/),
      ]);
      await raiseDue(whole);
      expect((await flags()).map(({ open, cleared }) => [open, cleared?.reason])).toEqual([
        [false, "A successor is named"],
      ]);
    });

    it("S-55 a detractor makes a task of outreach due within 48 hours, once", async () => {
      const entry = {
        of: "survey_answer",
        survey: "nps",
        score: 5,
        contactId: null,
        person: "Ana",
        about: null,
        comment: "Reports are slow",
      } as const;
      await store.api.journal.record({ accountId: mine!, entry });
      const { rows } = await store.api.health.detractors();
      expect(
        rows.find(({ accountId, comment }) => accountId === mine && comment === "Reports are slow")?.state,
      ).toBe("open");
      await store.api.health.detractors();
      const tasks = await store.api.journal.ofAccount({ accountId: mine!, kinds: ["task"] });
      const own = tasks.entries.flatMap(({ entry: task }) =>
        task.of === "task" && task.source === "health" ? [task] : [],
      );
      expect(own.map(({ dueOn, priority }) => [dueOn, priority])).toEqual([
        [addDays(day(time.day), 2), "high"],
      ]);
    });

    it("a model is drafted, held against the past and put in force from today on; what was measured stays", async () => {
      const parts = [
        { component: "usage" as const, weight: 60 },
        { component: "support_load" as const, weight: 40 },
      ];
      const save = (weights: typeof parts) =>
        store.api.health.saveModel({ model: "ours", name: "Ours", parts: weights, reason: "Simpler" });
      expect(await told(save(parts.slice(1)))).toMatch(/^PRECONDITION_FAILED .*add up to 40/);
      const { version } = await save(parts);
      const tested = await store.api.health.backtest({ model: "ours", version });
      expect(tested.bands.reduce((sum, { n }) => sum + n, 0)).toBe(tested.renewals);
      expect(backTestAnswer(tested).text.join("\n")).toMatch(/renewals from .* lost/);
      const before = await explain();
      expect(
        await told(
          store.api.health.activateModel({
            model: "ours",
            version,
            reason: "Go",
            from: addDays(day(time.day), -1),
          }),
        ),
      ).toMatch(/^PRECONDITION_FAILED/);
      await store.api.health.activateModel({ model: "ours", version, reason: "Go" });
      expect((await explain()).parts).toEqual(before.parts);
      const now = await explain("today");
      expect([now.model.id, now.model.version, now.parts.length]).toEqual(["ours", 1, 2]);
      const text = healthAnswer("Alder", now, true).text.join("\n");
      expect(text).toContain("Ours, version 1; no sales context");
      expect(text).toContain(`The points add up to ${Number(now.sum)}`);
    });

    heldOfWeeklyReadings(() => ({ store, accountId: mine! }));

    it("who sees their own accounts sees the health of no other, and may not change models", async () => {
      await settleHealth(await store.house.termwise(store.house.first));
      const own = await csm.health.overview();
      expect(own.accounts).toBeLessThan(first.accounts);
      expect(await told(csm.health.account({ accountId: foreign! }))).toMatch(/^NOT_FOUND/);
      const parts = [{ component: "usage" as const, weight: 100 }];
      expect(await told(csm.health.saveModel({ model: "mine", name: "Mine", parts, reason: "So" }))).toMatch(
        /^FORBIDDEN/,
      );
    });

    heldOfFeatures(() => store);
    heldOfEffects(() => store);
    heldOfDays(
      () => store,
      (on) => {
        time.day = on;
      },
    );
  });
});
