import type { AccountEntry } from "@termwise/core/facts";
import { AccountId, addDays, type Day, day, type Instant, instant } from "@termwise/core/kernel";
import { housePlayId } from "@termwise/core/plays";
import { addMeasurements } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { scoredAs } from "../health/testing-measurements.ts";
import { type Opened, opened } from "../testing.ts";
import { someoneOf } from "../testing-members.ts";
import { tellOf, told } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";
import { runTimers } from "./run-timers.ts";

const north = AccountId.parse("acc_north");
const gone = AccountId.parse("acc_gone");
const south = AccountId.parse("acc_south");
const lastWeek = day("2026-07-05");

/** A score at the end of each of the last twenty weeks. */
const measuredAt = "2026-07-06T01:00:00.000Z" as Instant;
const scored = (accountId: AccountId, low: number, high = low) =>
  Array.from({ length: 20 }, (_, back) =>
    scoredAs(accountId, { week: addDays(lastWeek, -7 * back), low, high, measuredAt }),
  );

describe("an account that has been low since long before anybody looked", () => {
  let now = instant("2026-07-06T08:00:00Z");
  let store: Opened;
  let boss: Opened["api"];
  let kim: Opened["api"];
  let ana: Opened["api"];
  const row = async () => (await boss.health.queue()).rows[0];

  beforeAll(async () => {
    store = await opened(await testEngine("embedded").open(), { clock: { now: () => now } });
    await store.termwise.write((tx) =>
      addMeasurements(tx, [
        ...scored(north, 30),
        ...scored(south, 40, 66),
        ...scored(gone, 20).filter(({ health }) => health.on < lastWeek),
      ]),
    );
    await tellOf(store)(plainCompany);
    boss = store.apiAs(await someoneOf(store, "cs_manager", "Bo"));
    kim = store.apiAs(await someoneOf(store, "csm", "Kim"));
    ana = store.apiAs(await someoneOf(store, "csm", "Ana"));
  });

  it("S-09, S-19: is told of once, and gets the save play beside the at-risk response", async () => {
    const proposed = async () =>
      (await store.api.plays.ofAccount({ accountId: north })).runs
        .map(({ name, state, fired }) => `${name} ${state} ${fired?.on}`)
        .sort();
    const news = async () =>
      (await boss.inbox.list({ closed: true })).notices
        .map(({ kind, title }) => `${kind} ${title}`)
        .filter((text) => !text.startsWith("first_step_late"))
        .sort();
    const once = [
      "at_risk Northwind is at risk",
      "play_proposed At-risk response is proposed for Northwind",
      "play_proposed Save play is proposed for Northwind",
    ];
    await runTimers(store.termwise);
    expect(await proposed()).toEqual([
      "At-risk response proposed 2026-03-01",
      "Save play proposed 2026-03-08",
    ]);
    expect(await news()).toEqual(once);
    now = instant("2026-07-07T08:00:00Z");
    await runTimers(store.termwise);
    expect(await news()).toEqual(once);
  });

  it("UX-46: stands in the queue at its printed rank, with what made it so, and its clock has run out", async () => {
    const { rows, flow, arrAtRisk } = await boss.health.queue();
    expect(rows).toHaveLength(1);
    const [one] = rows;
    expect(one).toMatchObject({
      name: "Northwind",
      atRiskSince: "2026-03-01",
      place: "queue",
      manager: { seenAt: null },
      clock: { done: false, met: false, hours: 48 },
      chance: { percent: "73", risk: "70", renewals: 1, priorRenewals: 10 },
    });
    const { arr, risk, urgency, value } = one!.rank!;
    expect([arr, risk, value]).toEqual(["60", "0.73", String(Math.round(60 * 0.73 * Number(urgency)))]);
    // The book of who keeps it has it at the same rank, for whoever looks.
    for (const [whose, queue] of [
      [await boss.book.today({ of: "Kim" }), rows],
      [await kim.book.today(), (await kim.health.queue()).rows],
    ] as const) {
      const card = whose.cards.find(({ name }) => name === "Northwind");
      expect(card?.line.kind).toBe("health");
      expect(queue[0]?.rank).toMatchObject(card!.rank);
    }
    expect(BigInt(one!.rank!.expectedSave) * 2n).toBe(BigInt(one!.rank!.expectedLoss));
    expect(arrAtRisk.value).toBe("6000000");
    expect(flow.moves.map(({ move, accounts }) => [move, accounts])).toEqual([
      ["before", 2],
      ["entered", 0],
      ["recovered", 0],
      ["saved", 0],
      ["lost", 1],
      ["now", 1],
    ]);
  });

  it("S-19: the first step done of any play that is to keep it stops its clock", async () => {
    const runs = (await store.api.plays.ofAccount({ accountId: north })).runs;
    for (const { runId } of runs) await store.api.plays.start({ runId });
    const again = { play: housePlayId("save"), accountId: north, reason: "Once more" };
    expect(await told(store.api.plays.start(again))).toContain("is running at this account");
    expect((await row())?.runs.map(({ state, next }) => [state, next?.title])).toEqual(
      expect.arrayContaining([["running", "Check-in e-mail to the champion"]]),
    );
    const { tasks } = await store.api.tasks.list({ of: "all", sources: ["play"] });
    await store.api.tasks.complete({
      entryId: tasks.find(({ title }) => title.startsWith("Check-in"))!.entryId,
    });
    expect((await row())?.clock).toMatchObject({ done: true, met: false });
  });

  it("S-38: a play of which every step is done is to be ended, with what came of it", async () => {
    const saving = async () => (await row())?.runs.find(({ name }) => name === "Save play");
    expect(await saving()).toMatchObject({ done: 1, through: false });
    for (let step = await saving(); step?.next?.task; step = await saving())
      await store.api.tasks.complete({ entryId: step.next.task });
    expect(await saving()).toMatchObject({ done: 5, steps: 5, next: null, through: true });
  });

  it("is put off with a reason until a day, taken back, given to somebody, or its loss accepted", async () => {
    const step = (of: Parameters<Opened["api"]["health"]["handleRisk"]>[0]["step"]) =>
      kim.health.handleRisk({ accountId: north, step: of });
    await step({ does: "see" });
    expect((await row())?.manager).toMatchObject({ seenBy: "Kim", seenAt: now });
    await step({ does: "snooze", until: "2026-07-20" as Day, reason: "Their budget is decided on the 19th" });
    expect(await row()).toMatchObject({
      place: "snoozed",
      decidedBy: "Kim",
      snoozed: { until: "2026-07-20" },
    });
    await step({ does: "resume" });
    expect(await told(step({ does: "assign", owner: "Nobody Atall" }))).toContain("Nobody here is called");
    await step({ does: "assign", owner: "Bo" });
    expect(await row()).toMatchObject({ place: "queue", owner: "Bo", snoozed: null });
    await step({ does: "accept", reason: "Bought by a competitor" });
    expect(await row()).toMatchObject({ place: "accepted", owner: "Bo" });
    // What nobody tries to keep is at risk all the same.
    expect((await boss.health.queue()).arrAtRisk.value).toBe("6000000");
    await step({ does: "resume" });
    expect(await told(step({ does: "snooze", until: "2026-07-01" as Day, reason: "No" }))).toContain(
      "not after",
    );
  });

  it("SEC-4: whoever sees other accounts alone sees who is closest among theirs, and decides nothing about it", async () => {
    expect(await ana.health.queue()).toMatchObject({
      rows: [],
      closest: [{ name: "Southridge", low: "40", high: "66" }],
    });
    const see = { does: "see" } as const;
    expect(await told(ana.health.handleRisk({ accountId: north, step: see }))).toBe(
      "There is no account acc_north",
    );
    expect(await told(ana.health.handleRisk({ accountId: south, step: see }))).toContain("not at risk");
  });

  it("S-34: a red flag has a severity, is taken on with a play, silenced until a day, accepted with a reason", async () => {
    const flag: AccountEntry = {
      of: "red_flag",
      rule: "idle_and_silent",
      title: "Main user idle and champion silent",
      evidence: [
        { on: lastWeek, text: "The main user has not been seen for 20 days" },
        { on: lastWeek, text: "Two mails to the champion were left unanswered" },
      ],
      cleared: null,
    };
    const { entryId } = await store.api.journal.record({ accountId: north, entry: flag });
    const { runs } = await boss.plays.ofAccount({ accountId: north });
    const listed = async (state: "open" | "silenced" | "accepted" = "open") =>
      (await boss.health.flags({ state })).rows.filter((one) => one.entryId === entryId);
    const handle = (
      of: Omit<Parameters<Opened["api"]["health"]["handleFlag"]>[0], "accountId" | "entryId">,
    ) => kim.health.handleFlag({ accountId: north, entryId, ...of });
    expect(await listed()).toMatchObject([
      { severity: "high", state: "open", conditions: ["Main user idle", "Champion silent"] },
    ]);
    await handle({ state: "mitigating", owner: "Bo", run: runs[0]!.runId, severity: "low" });
    expect(await listed()).toMatchObject([
      { severity: "low", state: "mitigating", owner: "Bo", plays: [{ runId: runs[0]!.runId }] },
    ]);
    expect(await told(handle({ owner: "Nobody Atall" }))).toContain("Nobody here is called");
    expect(await told(handle({ silencedUntil: "2026-08-01" as Day }))).toContain("Say why");
    await handle({ silencedUntil: "2026-08-01" as Day, reason: "They are on holiday" });
    expect([(await listed()).length, (await listed("silenced")).length]).toEqual([0, 1]);
    expect((await row())?.flags).toEqual([]);
    // Nowhere does what is silenced or accepted count as open.
    const counts = async () => {
      const { flags } = await boss.health.account({ accountId: north });
      const { rows } = await boss.accounts.list({ search: "North" });
      return [
        flags.filter(({ calls }) => calls).length,
        rows.find(({ accountId }) => accountId === north)?.health?.flags,
        (await row())?.openFlags,
      ];
    };
    expect(await counts()).toEqual([0, 0, 0]);
    await handle({ silencedUntil: null, state: "accepted", reason: "It is how they work" });
    expect(await listed("accepted")).toMatchObject([{ state: "accepted", owner: "Bo" }]);
    expect(await counts()).toEqual([0, 0, 0]);
    await kim.health.clearFlag({ accountId: north, entryId, reason: "Over" });
    expect(await told(handle({ state: "open" }))).toContain("cleared this red flag already");
  });

  it("a model with boundaries of its own puts nobody at risk in weeks that were over before it", async () => {
    const rules = { atRiskBelow: 70, healthReviewBelow: 75 };
    const { version } = await store.api.health.saveModel({
      ...{ model: "hard", name: "Hard", segment: null, rules, reason: "Sooner" },
      parts: [{ component: "usage", weight: 100 }],
    });
    await store.api.health.activateModel({ model: "hard", version, reason: "Agreed" });
    const { atRisk, weeks } = await boss.health.account({ accountId: south });
    expect([atRisk, weeks.at(-1)]).toMatchObject([[], { low: "40", high: "66" }]);
    expect((await boss.health.queue()).rows.map(({ name }) => name)).toEqual(["Northwind"]);
  });

  it("UX-46: everywhere it is at risk since the same week, however few weeks a screen shows", async () => {
    const since = { atRiskSince: "2026-03-01" };
    const named = <Row extends { accountId: string }>(rows: readonly Row[], id: AccountId = north) =>
      rows.find(({ accountId }) => accountId === id);
    expect(named((await boss.health.accounts()).rows)).toMatchObject(since);
    const asked = { pageSize: 50, health: ["at_risk" as const] };
    expect(named((await boss.accounts.list(asked)).rows)?.health).toMatchObject(since);
    for (const weeks of [13, 26, 104] as const)
      expect((await boss.health.account({ accountId: north, weeks })).atRisk).toEqual([
        { from: "2026-03-01", until: null },
      ]);
    // What has been partly unknown since it was low ends nothing: neither in the queue nor in lists.
    const early = ["2026-02-15", "2026-02-08"].map((week) =>
      scoredAs(south, { week: day(week), low: 30, measuredAt }),
    );
    await store.termwise.write((tx) => addMeasurements(tx, early));
    expect(named((await boss.health.queue()).rows, south)).toMatchObject({ atRiskSince: "2026-02-15" });
    expect(named((await boss.health.accounts()).rows, south)).toMatchObject({ atRiskSince: "2026-02-15" });
    expect((await boss.health.overview()).arrAtRisk.contributors).toBe(2);
    expect((await boss.accounts.list(asked)).rows).toHaveLength(2);
  });

  it("has the same play first in the queue and in lists, whichever was begun first", async () => {
    for (const use of ["detractor", "save"] as const)
      await store.api.plays.start({ play: housePlayId(use), accountId: south, reason: "It is time" });
    const queued = (await boss.health.queue()).rows.find(({ accountId }) => accountId === south);
    expect(queued?.runs.map(({ name }) => name)).toEqual(["Save play", "Detractor outreach"]);
    const { rows } = await boss.accounts.list({ search: "South" });
    expect(rows[0]?.health?.play).toEqual({ name: "Save play", state: "running" });
  });

  it("is at risk no longer once it has left, and nothing is proposed for it", async () => {
    const { atRisk, weeks } = await boss.health.account({ accountId: gone });
    expect(weeks.at(-1)?.measured).toBe("no_customer");
    expect(atRisk).toEqual([{ from: "2026-03-01", until: "2026-07-05" }]);
    expect((await boss.plays.ofAccount({ accountId: gone })).runs).toEqual([]);
  });
});
