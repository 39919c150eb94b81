import { AccountId, addDays, day, type Instant, instant } from "@termwise/core/kernel";
import { housePlayId } from "@termwise/core/plays";
import { addMeasurements, type Measurement } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { expect, it } from "vitest";
import { opened } from "../testing.ts";
import { someoneOf } from "../testing-members.ts";
import { tellOf, told } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";
import { runTimers } from "./run-timers.ts";

const north = AccountId.parse("acc_north");
const lastWeek = day("2026-07-05");

/** A score of 30 at the end of each of the last twenty weeks. */
const low = Array.from(
  { length: 20 },
  (_, back): Measurement => ({
    accountId: north,
    week: addDays(lastWeek, -7 * back),
    model: "house",
    version: 0,
    low: "30.000",
    high: "30.000",
    measuredAt: "2026-07-06T01:00:00.000Z" as Instant,
    parts: [],
  }),
);

it("S-09, S-19: an account that has been low since long before anybody looked is told of once, and gets the save play beside the at-risk response", async () => {
  let now = instant("2026-07-06T08:00:00Z");
  const store = await opened(await testEngine("embedded").open(), { clock: { now: () => now } });
  await store.termwise.write((tx) => addMeasurements(tx, low));
  await tellOf(store)(plainCompany);
  const boss = store.apiAs(await someoneOf(store, "cs_manager", "Bo"));
  const proposed = async () =>
    (await store.api.plays.ofAccount({ accountId: north })).runs.map(
      ({ name, state, fired }) => `${name} ${state} ${fired?.on}`,
    );
  const news = async () =>
    (await boss.inbox.list({ closed: true })).notices.map(({ kind, title }) => `${kind} ${title}`).sort();
  const everything = [
    "at_risk Northwind is at risk",
    "play_proposed At-risk response is proposed for Northwind",
    "play_proposed Save play is proposed for Northwind",
  ];
  await runTimers(store.termwise);
  expect((await proposed()).sort()).toEqual([
    "At-risk response proposed 2026-03-01",
    "Save play proposed 2026-03-08",
  ]);
  expect(await news()).toEqual(everything);

  // Each of them runs, and each of them once.
  for (const { runId } of (await store.api.plays.ofAccount({ accountId: north })).runs)
    await store.api.plays.start({ runId });
  const again = { play: housePlayId("save"), accountId: north, reason: "Once more" };
  expect(await told(store.api.plays.start(again))).toContain("is running at this account");

  now = instant("2026-07-14T08:00:00Z");
  await runTimers(store.termwise);
  expect((await news()).filter((text) => everything.includes(text))).toEqual(everything);
  expect(await proposed()).toHaveLength(2);
});
