import { lastOfWeek } from "@termwise/core/health";
import { type AccountId, addDays, type Day, daysBetween } from "@termwise/core/kernel";
import { type Feature, featuresOn } from "@termwise/core/usage";
import { addDailyUse } from "@termwise/db";
import { expect, it } from "vitest";
import { customerRecords } from "../derive/customer-records.ts";
import { readWeeks } from "../health/weekly-readings.ts";
import type { Opened } from "../testing.ts";
import { daysOfUse } from "./days-of-use.ts";

/** What is held of features that events tell of day by day, at a demo company that is open already. */
export function heldOfDays(open: () => Opened, goTo: (day: Day) => void): void {
  it("S-73, S-74 binds uses of single days to the release by the day, whatever week of the calendar they are in", async () => {
    const { api, house } = open();
    const whole = await house.termwise(house.first);
    const on = whole.today();
    // A Thursday: weeks after it are none of the calendar.
    const gaOn = addDays(lastOfWeek(on), -45);
    const entry: Feature = {
      of: "feature",
      feature: "Route notes",
      area: "Planning",
      tier: "advanced",
      workflow: "A dispatcher writes a note to a route.",
      segments: [],
      gaOn,
      activeUse: { usesAWeek: 1, weeks: 2, agreedOn: addDays(gaOn, -9) },
      owner: null,
      retired: false,
    };
    await api.journal.setRule({ entry });
    const yesterday = daysBetween(gaOn, on) - 1;
    const cases: { after: number[]; told: (number | string | boolean | null)[] }[] = [
      { after: [-2], told: ["eligible", false, false, null] },
      { after: [3, 13], told: ["adopted", true, true, 3] },
      { after: [5, 15], told: ["trying", true, false, 5] },
      { after: [yesterday], told: ["trying", true, false, yesterday] },
      { after: [-1, 0, 7], told: ["adopted", true, true, 0] },
    ];
    // Customers that were there when it was released: their weeks begin with it.
    const older = (await api.health.accounts()).rows
      .slice(0, 40)
      .map(({ accountId }) => accountId as AccountId);
    const records = (await whole.books())
      .ledgers()
      .filter(({ movements }) => movements.some((m) => m.on < gaOn));
    const there = new Set(records.map(({ accountId }) => accountId));
    const ids = older.filter((id) => there.has(id)).slice(0, cases.length);
    const useOn = (accountId: AccountId, day: Day) =>
      ({ accountId, userId: "u1", feature: "Route notes", activity: "use", on: day, uses: 1 }) as const;
    await whole.write((tx) =>
      addDailyUse(
        tx,
        cases.flatMap(({ after }, index) => after.map((days) => useOn(ids[index]!, addDays(gaOn, days)))),
      ),
    );
    await readWeeks(whole);
    const { accounts, figures, using } = await api.features.feature({ feature: "Route notes" });
    const rowOf = (id: AccountId) => accounts.find(({ accountId }) => accountId === id)!;
    expect(
      ids.map((id) => {
        const { state, tried, adopted, daysToFirstUse } = rowOf(id);
        return [state, tried, adopted, daysToFirstUse];
      }),
    ).toEqual(
      // Who has not used it for four weeks has lapsed from it.
      cases.map(({ after, told: [state, ...told] }) => [
        state === "adopted" && daysBetween(addDays(gaOn, after.at(-1)!), on) >= 28 ? "lapsed" : state,
        ...told,
      ]),
    );
    expect([figures.tried.numerator, figures.adopted.numerator, figures.time?.value]).toEqual([
      "4",
      "2",
      "4",
    ]);
    expect(using).toBe(
      cases.filter(({ after }) => after.some((days) => daysBetween(addDays(gaOn, days), on) < 28)).length,
    );
    expect(rowOf(ids[3]!).usesLately).toBe(1);
  });

  it("tells the adoption rate of who sends events on a Sunday too, from the last week that is over", async () => {
    const { api, house } = open();
    const sunday = lastOfWeek((await house.termwise(house.first)).today());
    const before = (await api.features.signals()).value.rows.filter(({ breadth }) => breadth.value === null);
    const ids = before.slice(0, 3).map(({ accountId }) => accountId as AccountId);
    goTo(sunday);
    const whole = await house.termwise(house.first);
    const use = {
      userId: "u1",
      feature: "Scheduling",
      activity: "use",
      on: addDays(sunday, -9),
      uses: 1,
    } as const;
    await whole.write((tx) =>
      addDailyUse(
        tx,
        ids.map((accountId) => ({ ...use, accountId })),
      ),
    );
    await readWeeks(whole);
    const { rows } = (await api.features.signals()).value;
    expect(ids.length).toBe(3);
    for (const id of ids)
      expect(rows.find(({ accountId }) => accountId === id)?.breadth.value).not.toBeNull();
  });

  it("are read once, and again when more was counted on one of them", async () => {
    const { house } = open();
    const whole = await house.termwise(house.first);
    const [books, on] = [await whole.books(), whole.today()];
    const features = featuresOn(customerRecords(books).rules.journal, on).map(({ entry }) => entry);
    const read = () => daysOfUse(whole, books, features);
    const count = (day: Day) => {
      const [accountId, feature] = [books.ledgers()[0]!.accountId, features[0]!.feature];
      const use = { accountId, userId: "u9", feature, activity: "use", on: day, uses: 1 } as const;
      return whole.write((tx) => addDailyUse(tx, [use]));
    };
    const first = await read();
    expect(await read()).toBe(first);
    await count(addDays(on, -1));
    const [again, beside] = await Promise.all([read(), read()]);
    expect(again).not.toBe(first);
    expect(beside).toBe(again);
    // Longer ago than anybody asks about.
    await count(addDays(on, -1_000));
    expect(await read()).toBe(again);
  });
}
