import type { AccountEntry } from "@termwise/core/facts";
import { AccountId, day, type Instant, instant } from "@termwise/core/kernel";
import { addMeasurements } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { scoredAs } from "../health/testing-measurements.ts";
import { type Opened, opened } from "../testing.ts";
import { someoneOf } from "../testing-members.ts";
import { tellOf, told } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";
import { runTimers } from "./run-timers.ts";

const [north, south] = ["acc_north", "acc_south"].map((id) => AccountId.parse(id)) as [AccountId, AccountId];
const task: AccountEntry = {
  of: "task",
  title: "Ask for a reference",
  assignee: "Kim",
  dueOn: day("2026-06-20"),
  priority: "normal",
  state: "open",
  source: "manual",
  repeats: null,
  snoozedUntil: null,
  note: null,
};

describe("news in the inbox: on change only, once, for whom it concerns", () => {
  let store: Opened;
  let now: Instant = instant("2026-06-02T09:00:00Z");
  let kim: Opened["api"];
  let boss: Opened["api"];
  let revops: Opened["api"];
  const later = (hours: number) => {
    now = instant(new Date(Date.parse(now) + hours * 3_600_000).toISOString());
  };
  const news = async (api: Opened["api"]) => {
    await runTimers(store.termwise);
    const { notices } = await api.inbox.list({ closed: true });
    return notices.map(({ kind, title }) => `${kind}: ${title}`);
  };
  const scored = (week: string, accountId: AccountId, score: number) =>
    store.termwise.write((tx) =>
      addMeasurements(tx, [scoredAs(accountId, { week: day(week), low: score, measuredAt: now })]),
    );

  beforeAll(async () => {
    const clock = {
      now: () => {
        now = instant(new Date(Date.parse(now) + 1_000).toISOString());
        return now;
      },
    };
    store = await opened(await testEngine("embedded").open(), { clock });
    await tellOf(store)(plainCompany);
    kim = store.apiAs(await someoneOf(store, "csm", "Kim"));
    boss = store.apiAs(await someoneOf(store, "cs_manager", "Bo"));
    revops = store.apiAs(await someoneOf(store, "revops", "Rae"));
    await runTimers(store.termwise);
  });

  it("a score that crosses a boundary is told whoever keeps the account, once; one that stays in its band is not", async () => {
    expect(await news(kim)).toEqual([]);
    await scored("2026-06-07", north, 81);
    await scored("2026-06-07", south, 60);
    await scored("2026-06-14", north, 64.5);
    await scored("2026-06-14", south, 61);
    now = instant("2026-06-15T09:00:00Z");
    const first = await news(kim);
    expect(first).toEqual(["health_crossed: Northwind: health fell from Steady to Review"]);
    expect((await kim.inbox.list({})).notices[0]?.detail).toBe(
      "81 in the week to 2026-06-07, 64.5 in that to 2026-06-14.",
    );
    expect([await news(kim), await news(boss)]).toEqual([first, []]);
  });

  it("a task somebody else gave and a red flag somebody else raised are told; one's own are not", async () => {
    await revops.journal.record({ accountId: north, entry: task });
    await kim.journal.record({ accountId: north, entry: { ...task, title: "My own" } });
    await revops.health.raiseFlag({ accountId: north, title: "A merger", evidence: "They told us" });
    await kim.health.raiseFlag({ accountId: north, title: "Mine", evidence: "They told me" });
    expect((await news(kim)).slice(0, 2).sort()).toEqual([
      "red_flag: Northwind: A merger",
      "task_assigned: Ask for a reference: Northwind",
    ]);
    expect(await news(revops)).toEqual([]);
  });

  it("a definition that waits for signatures is told who signs for the teams that have not, and not who proposed it", async () => {
    await revops.definitions.propose({
      termId: "nrr",
      parameters: { winback: "all" },
      takesEffectOn: day("2026-12-01"),
      reason: "The board asked",
    });
    const title = "sign_off: A new definition of Net Revenue Retention waits for your signature";
    expect(await news(boss)).toEqual([title]);
    expect((await news(revops)).filter((one) => one.startsWith("sign_off"))).toEqual([]);
  });

  it("a source that is late is told who owns it, once for each time it stopped", async () => {
    await revops.sources.save({
      name: "CRM nightly",
      kind: "api",
      system: "CRM",
      expectedMinutes: 60,
      owner: "Rae",
    });
    later(24);
    await runTimers(store.termwise);
    const stale = async () => (await news(revops)).filter((one) => one.startsWith("source_stale"));
    expect(await stale()).toEqual(["source_stale: CRM nightly has brought nothing for longer than agreed"]);
    later(24);
    expect(await stale()).toHaveLength(1);
    expect((await news(kim)).filter((one) => one.startsWith("source_stale"))).toEqual([]);
  });

  it("a kind that one turned off is not told any more, to them alone; what was told stays", async () => {
    const before = await news(kim);
    await kim.inbox.choose({ kind: "red_flag", on: false });
    expect((await kim.inbox.choices()).filter(({ on }) => !on).map(({ kind }) => kind)).toEqual(["red_flag"]);
    expect((await boss.inbox.choices()).every(({ on }) => on)).toBe(true);
    await revops.health.raiseFlag({ accountId: north, title: "A second merger", evidence: "They told us" });
    expect(await news(kim)).toEqual(before);
    await kim.inbox.choose({ kind: "red_flag", on: true });
    await revops.health.raiseFlag({ accountId: north, title: "A third merger", evidence: "They told us" });
    expect((await news(kim))[0]).toBe("red_flag: Northwind: A third merger");
    expect(await told(store.api.inbox.choose({ kind: "red_flag", on: false }))).toContain("is told nothing");
    const listed = await boss.journal.rules({ kinds: ["notice_choice"] });
    expect(listed.entries).toEqual([]);
  });
});
