import { AccountId, addDays, type Day, instant } from "@termwise/core/kernel";
import { addDailyUse } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { expect, it } from "vitest";
import { opened } from "../testing.ts";
import { tellOf } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";

it("a customer that fell silent while others use the product is told the same today as at the end of the week", async () => {
  const sunday = "2026-05-31" as Day;
  const clock = { at: instant(`${sunday}T20:00:00Z`), now: () => clock.at };
  const store = await opened(await testEngine("embedded").open(), { clock });
  await tellOf(store)(plainCompany);
  const whole = await store.house.termwise(store.house.first);
  const [silent, other] = [AccountId.parse("acc_north"), AccountId.parse("acc_gone")];
  const used = (accountId: AccountId, until: Day) =>
    Array.from({ length: 40 }, (_, back) => ({
      ...{ accountId, userId: "ada", feature: "reports", activity: "use" as const, uses: 3 },
      on: addDays(until, -back),
    }));
  await whole.write((tx) => addDailyUse(tx, [...used(silent, addDays(sunday, -20)), ...used(other, sunday)]));
  const usageOf = async (week: Day | "today") => {
    const { parts } = await store.api.health.explain({ accountId: silent, week });
    return parts.find(({ component }) => component === "usage")?.inputs;
  };
  const today = await usageOf("today");
  const { use } = await store.api.health.account({ accountId: silent, weeks: 13 });
  expect(use.slice(-4).map(({ uses }) => uses)).toEqual([21, 21, 3, 0]);
  clock.at = instant(`${addDays(sunday, 1)}T08:00:00Z`);
  expect(await usageOf(sunday)).toEqual(today);
});
