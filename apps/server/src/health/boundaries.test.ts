import { AccountId, day, instant } from "@termwise/core/kernel";
import { addMeasurements } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { runTimers } from "../plays/run-timers.ts";
import { type Opened, opened } from "../testing.ts";
import { someoneOf } from "../testing-members.ts";
import { tellOf } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";
import { scoredAs } from "./testing-measurements.ts";

const north = AccountId.parse("acc_north");

describe("a week is told by the boundaries that were in force in it", () => {
  let store: Opened;
  const clock = { at: instant("2026-06-08T08:00:00Z"), now: () => clock.at };
  const scored = (low: number, ...weeks: string[]) =>
    store.termwise.write((tx) =>
      addMeasurements(
        tx,
        weeks.map((week) => scoredAs(north, { week: day(week), low, measuredAt: clock.at })),
      ),
    );
  const bands = async () => {
    const { weeks, current } = await store.api.health.account({ accountId: north });
    const overview = await store.api.health.overview();
    const row = (await store.api.health.accounts()).rows.find(({ accountId }) => accountId === north);
    const listed = (await store.api.accounts.list({ sort: "health" })).rows;
    return {
      overview,
      panel: weeks.slice(-2).map(({ band }) => band),
      last: [current?.band, row?.band, listed.find((one) => one.accountId === north)?.health?.band],
    };
  };

  beforeAll(async () => {
    store = await opened(await testEngine("embedded").open(), { clock });
    await tellOf(store)(plainCompany);
    await scored(60, "2026-05-10", "2026-05-17", "2026-05-24", "2026-05-31", "2026-06-07");
  });

  it("other boundaries change no week of the past, on no screen", async () => {
    const before = await bands();
    expect([before.panel, before.last]).toEqual([
      ["review", "review"],
      ["review", "review", "review"],
    ]);
    const { version } = await store.api.health.saveModel({
      ...{ model: "ours", name: "Ours", segment: null, reason: "Fewer reviews" },
      parts: [{ component: "sentiment", weight: 100 }],
      rules: { healthReviewBelow: 58 },
    });
    await store.api.health.activateModel({ model: "ours", version, reason: "Agreed" });
    const after = await bands();
    expect([after.panel, after.last]).toEqual([before.panel, before.last]);
    expect(after.overview.boundaries).toEqual(before.overview.boundaries);
  });

  it("they judge from the week that is over next, and who moved by them alone is told apart", async () => {
    await scored(60, "2026-06-14");
    clock.at = instant("2026-06-15T08:00:00Z");
    const { panel, last, overview } = await bands();
    expect([panel, last]).toEqual([
      ["review", "steady"],
      ["steady", "steady", "steady"],
    ]);
    expect(
      overview.movement.moved.map(({ name, from, to, byBoundaries }) => [name, from, to, byBoundaries]),
    ).toEqual([["Northwind", "review", "steady", true]]);
    expect(overview.movement.byBoundaries).toBe(1);
    const [common] = overview.boundaries;
    expect(common?.held.map(({ from, reviewBelow }) => [from, reviewBelow])).toEqual([
      ["2026-03-22", 70],
      ["2026-06-14", 58],
    ]);
    const { boundaries } = await store.api.health.account({ accountId: north });
    expect(boundaries.map(({ from, reviewBelow }) => [from, reviewBelow])).toEqual([
      ["2025-12-21", 70],
      ["2026-06-14", 58],
    ]);
  });

  it("nobody is told that the health of an account crossed a band because boundaries changed", async () => {
    const kim = store.apiAs(await someoneOf(store, "csm", "Kim"));
    await runTimers(store.termwise);
    const kinds = (await kim.inbox.list({ closed: true })).notices.map(({ kind }) => kind);
    expect(kinds).not.toContain("health_crossed");
    await scored(57, "2026-06-21");
    clock.at = instant("2026-06-22T08:00:00Z");
    await runTimers(store.termwise);
    expect((await kim.inbox.list({ closed: true })).notices.map(({ title }) => title)).toContain(
      "Northwind: health fell from Steady to Review",
    );
  });
});
