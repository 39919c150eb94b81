import type { AccountEntry } from "@termwise/core/facts";
import { AccountId, type Instant, instant } from "@termwise/core/kernel";
import { housePlayId } from "@termwise/core/plays";
import { connect, type Database } from "@termwise/db";
import { eachEngine, testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { type Opened, opened, someoneAs } from "../testing.ts";
import { someoneOf } from "../testing-members.ts";
import { tellOf, told } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";
import { runTimers } from "./run-timers.ts";

const [north, south] = ["acc_north", "acc_south"].map((id) => AccountId.parse(id)) as [AccountId, AccountId];

const answer = (score: number): AccountEntry => ({
  of: "survey_answer",
  survey: "nps",
  score,
  contactId: null,
  person: "ops@northwind.example",
  about: null,
  comment: null,
});
const leaving: AccountEntry = { of: "cancel_request", says: "They wrote that they leave", leavesOn: null };

eachEngine((on) => {
  describe("plays at accounts", () => {
    let store: Opened;
    let now: Instant;
    let kim: Opened["api"];
    let boss: Opened["api"];
    const later = (hours: number) => {
      now = instant(new Date(Date.parse(now) + hours * 3_600_000).toISOString());
    };
    const news = async (api: Opened["api"]) =>
      (await api.inbox.list({ closed: true })).notices.map(
        ({ kind, accountName }) => `${kind} ${accountName}`,
      );

    beforeAll(async () => {
      now = instant("2026-07-06T08:00:00Z");
      store = await opened(await on.open(), { clock: { now: () => now } });
      await tellOf(store)(plainCompany);
      kim = store.apiAs(await someoneOf(store, "csm", "Kim"));
      boss = store.apiAs(await someoneOf(store, "cs_manager", "Bo"));
      await runTimers(store.termwise);
    });

    it("S-55: a detractor's answer proposes the outreach once, tells who keeps the account and its manager, and starts the clock of 48 hours", async () => {
      await store.api.journal.record({ accountId: north, entry: answer(3) });
      expect(await runTimers(store.termwise)).toBe(1);
      expect(await runTimers(store.termwise)).toBe(0);
      const { runs } = await kim.plays.ofAccount({ accountId: north });
      expect(runs).toMatchObject([
        { state: "proposed", name: "Detractor outreach", fired: { because: "They answered 3 of 10." } },
      ]);
      expect(runs[0]?.activation).toMatchObject({ minutes: 0, met: null });
      expect(await news(kim)).toEqual(["play_proposed Northwind"]);
      expect(await news(boss)).toEqual(["play_proposed Northwind"]);
    });

    it("a first step that is late is told once; one that was done stops the clock", async () => {
      later(49);
      await runTimers(store.termwise);
      expect(await news(boss)).toEqual(["first_step_late Northwind", "play_proposed Northwind"]);
      const [run] = (await kim.plays.ofAccount({ accountId: north })).runs;
      expect(run?.activation).toMatchObject({ done: false, met: false });
      await kim.plays.start({ runId: run!.runId });
      const tasks = (await kim.tasks.list({ of: "all", sources: ["play"] })).tasks;
      expect(tasks.map(({ title, dueOn, assignee }) => [title, dueOn, assignee])).toEqual([
        ["Call whoever answered and listen", "2026-07-08", "Kim"],
        ["Write what will be done, and by when", "2026-07-12", "Kim"],
        ["Tell what was done and ask again", "2026-08-06", "Kim"],
      ]);
      await kim.tasks.complete({ entryId: tasks[0]!.entryId });
      const [begun] = (await kim.plays.ofAccount({ accountId: north })).runs;
      expect(begun).toMatchObject({
        state: "running",
        kind: "save_play",
        done: 1,
        activation: { done: true, met: false },
      });
      expect(begun?.next?.title).toBe("Write what will be done, and by when");
      expect(await told(kim.plays.start({ runId: run!.runId }))).toContain("running already");
    });

    it("steps that fall due and are late are told whoever has them, and what is over when its time is", async () => {
      later(24 * 5);
      await runTimers(store.termwise);
      expect((await news(kim))[0]).toBe("step_late Northwind");
      later(24 * 45);
      await runTimers(store.termwise);
      expect(await news(kim)).toContain("play_over Northwind");
      const [run] = (await kim.plays.ofAccount({ accountId: north })).runs;
      expect(run?.outcome).toMatchObject({ outcome: "saved", kept: "6000000", lost: "0" });
      await kim.plays.end({ runId: run!.runId, how: "done", reason: "They are content again" });
      expect((await kim.tasks.list({ of: "all", sources: ["play"] })).tasks).toEqual([]);
    });

    it("S-38: what is begun after the customer asked to leave is a rescue call", async () => {
      await store.api.journal.record({ accountId: south, entry: leaving });
      later(1);
      const play = housePlayId("save");
      await store.api.plays.start({ play, accountId: south, reason: "They want to leave" });
      expect((await store.api.plays.ofAccount({ accountId: south })).runs).toMatchObject([
        { kind: "rescue_call" },
      ]);
      expect((await store.api.plays.catalogue()).proactive).toMatchObject({ savePlays: 1, rescueCalls: 1 });
      expect(await told(store.api.plays.start({ play, accountId: south, reason: "Again" }))).toContain(
        "is running at this account",
      );
    });

    it("a play without trigger, owner, day or goal is refused; a changed one is its next version, and runs keep theirs", async () => {
      const { plays } = await store.api.plays.catalogue();
      const { name, purpose, use, trigger, steps, goal, firstStepHours, active, version, id } = plays[0]!;
      const draft = { name, purpose, use, trigger, steps, goal, firstStepHours, active };
      const [first, ...rest] = steps;
      const without = { ...draft, steps: [{ ...first!, role: null }, ...rest] };
      expect(await told(store.api.plays.save({ draft: without }))).toBe(
        "Step 1 has no owner. Say which role does it.",
      );
      expect(await told(store.api.plays.save({ draft: { ...draft, trigger: null } }))).toContain(
        "Nothing sets it off",
      );
      const revops = store.apiAs(await someoneAs(store.termwise, "revops"));
      const saved = await revops.plays.save({ play: id, version, draft: { ...draft, steps: rest } });
      expect(saved.version).toBe(version + 1);
      expect(await told(revops.plays.save({ play: id, version, draft }))).toContain(
        "was written in the meantime",
      );
      expect((await store.api.plays.one({ play: id })).versions).toHaveLength(2);
      const [run] = (await store.api.plays.ofAccount({ accountId: south })).runs;
      expect([run?.version, run?.steps.length]).toEqual([1, steps.length]);
      expect(await told(kim.plays.save({ draft }))).toContain("needs the right");
    });

    it("SEC-4: news of accounts one does not see any more is not told, and nobody marks what others were told", async () => {
      expect(await news(kim)).not.toContain("play_started Southridge");
      const [notice] = (await boss.inbox.list({ closed: true })).notices;
      expect(await told(kim.inbox.done({ id: notice!.id }))).toBe("You were told no such thing");
      await boss.inbox.done({ id: notice!.id });
      const left = (await boss.inbox.list({})).open;
      const [next] = (await boss.inbox.list({})).notices;
      await boss.inbox.snooze({ id: next!.id, until: "2026-12-01" as never });
      expect((await boss.inbox.list({})).open).toBe(left - 1);
      await boss.inbox.done({ id: notice!.id, done: false });
      expect((await boss.inbox.list({})).open).toBe(left);
    });
  });
});

describe("two servers on one database that race for what is due", () => {
  it("FLT-5: each effect happens once, whoever is first, and clocks three minutes apart change nothing", async () => {
    const place = await testEngine("postgres").migratedPlace();
    const dbs: Database[] = [await connect(place), await connect(place)];
    let at = Date.parse("2026-07-06T08:00:00Z");
    const clockOf = (minutes: number) => ({
      now: () => instant(new Date(at + minutes * 60_000).toISOString()),
    });
    const [one, other] = [
      await opened(dbs[0]!, { clock: clockOf(0) }),
      await opened(dbs[1]!, { clock: clockOf(3) }),
    ];
    await tellOf(one)(plainCompany);
    const kim = await someoneOf(one, "csm", "Kim");
    await one.api.journal.record({ accountId: north, entry: answer(2) });
    const race = () => Promise.all([one, other, one, other].map(({ termwise }) => runTimers(termwise)));
    await race();
    const { runs } = await one.api.plays.ofAccount({ accountId: north });
    expect(runs).toHaveLength(1);
    await one.api.plays.start({ runId: runs[0]!.runId });
    await race();
    for (let week = 0; week < 4; week++) {
      at += 7 * 86_400_000;
      await race();
    }
    const told = (await other.apiAs(kim).inbox.list({ closed: true })).notices;
    const effects = told.map(({ kind, subject }) => `${kind} ${subject}`);
    expect(new Set(effects).size).toBe(effects.length);
    expect(told.map(({ kind }) => kind).sort()).toEqual([
      "first_step_late",
      "play_proposed",
      "play_started",
      "step_due",
      "step_late",
      "step_late",
    ]);
    await Promise.all(dbs.map((db) => db.close()));
  });
});
