// For the tests of health: what is held of readings that events add up to, in a store that is open already.
import { eventSystem } from "@termwise/core/health";
import { type AccountId, day } from "@termwise/core/kernel";
import { addDailyUse } from "@termwise/db";
import { expect, it } from "vitest";
import type { Opened } from "../testing.ts";
import { readWeeks } from "./weekly-readings.ts";

/** Holds that weeks of events become readings, of an account that sends none before 8 December 2026. */
export function heldOfWeeklyReadings(of: () => { store: Opened; accountId: AccountId }): void {
  it("what events add up to in a week that is over is a reading of usage, once, and anew where an event came late", async () => {
    const { store, accountId } = of();
    const whole = await store.house.termwise(store.house.first);
    const add = (userId: string, on: string, uses = 3) =>
      whole.write((tx) =>
        addDailyUse(tx, [{ accountId, userId, feature: "Scheduling", activity: "use", on: day(on), uses }]),
      );
    await add("u1", "2026-12-08");
    await add("u2", "2026-12-09");
    // The feature by itself, and the product as a whole.
    expect([await readWeeks(whole), await readWeeks(whole)]).toEqual([2, 0]);
    await add("u3", "2026-12-13");
    expect(await readWeeks(whole)).toBe(2);
    const { usage } = (await whole.books()).known.now;
    const own = usage.filter(({ source }) => source.system === eventSystem);
    expect(
      own.map(({ feature, effectiveOn, users, uses, activeDays }) => [
        feature,
        effectiveOn,
        users,
        uses,
        activeDays,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["Scheduling", "2026-12-13", 3, 9, 3],
        [null, "2026-12-13", 3, 9, 3],
      ]),
    );
    // As much as a file may say, of several users.
    for (const userId of ["u4", "u5", "u6"]) await add(userId, "2026-12-13", 1_000_000_000);
    expect(await readWeeks(whole)).toBe(2);
    const now = (await whole.books()).known.now.usage.filter(({ uses }) => uses === 3_000_000_009);
    expect(now.map(({ feature }) => feature).sort()).toEqual(["Scheduling", null]);
  });
}
