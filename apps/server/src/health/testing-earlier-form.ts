// For the tests of health: what measurements of earlier versions told, of a store whose weeks are measured.
import { houseHealthPolicy } from "@termwise/core/health";
import { addDays } from "@termwise/core/kernel";
import { loadMeasurements, type Measurement } from "@termwise/db";
import { expect, it } from "vitest";
import type { Opened } from "../testing.ts";
import { explained } from "./account-view.ts";
import { lastWeekOver, weeksBack } from "./measure.ts";
import { healthOf, partsTold, readingsKept } from "./stored-parts.ts";

/** As an earlier version stored it: every line in the words it told. */
const inWords = (one: Measurement): Measurement => ({
  ...one,
  health: null,
  parts: JSON.parse(JSON.stringify(partsTold(healthOf(one)))),
});

/** Holds that a measurement stored in words and the same stored as numbers tell the same. */
export function heldOfEarlierForm(of: () => Opened): void {
  it("what an earlier version stored in words tells the same, to the letter, as what is stored as numbers", async () => {
    const whole = await of().house.termwise(of().house.first);
    const accountIds = (await whole.books()).known.now.accounts.map(({ accountId }) => accountId);
    const to = lastWeekOver(whole.today());
    const asked = { accountIds, from: addDays(to, -7 * weeksBack), to };
    const measured = await whole.read((tx) => loadMeasurements(tx, asked));
    expect(measured.length).toBeGreaterThan(accountIds.length);
    const told = (one: Measurement) => explained(healthOf(one), null, houseHealthPolicy);
    const read = (one: Measurement) =>
      readingsKept(one)?.map(({ component, inputs }) => [
        component,
        inputs.map(({ share, weight }) => [share, weight]),
      ]);
    // One in so many, of all accounts and weeks.
    for (const one of measured.filter((_, at) => at % 17 === 0)) {
      const earlier = inWords(one);
      expect(told(one)).toEqual(told(earlier));
      expect(read(one)).toEqual(read(earlier));
    }
  });
}
