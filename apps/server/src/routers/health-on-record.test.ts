import { type AccountId, addDays, day, instant } from "@termwise/core/kernel";
import { addMeasurements, findReopened } from "@termwise/db";
import { testEngine } from "@termwise/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { countAllUses } from "../events/count-uses.ts";
import { raiseDue } from "../health/red-flags.ts";
import { scoredAs } from "../health/testing-measurements.ts";
import { readWeeks } from "../health/weekly-readings.ts";
import { type Opened, openedDemo } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";

/** Which day it is and how far into it: each look at the clock is a second later. */
const time = { day: "2026-12-15", seconds: 0 };
const clock = {
  now: () => {
    time.seconds += 1;
    return instant(new Date(Date.parse(`${time.day}T09:00:00Z`) + time.seconds * 1_000).toISOString());
  },
};

describe("what is on record decides, from the first event to the last account at risk", () => {
  const on = testEngine("embedded");
  let store: Opened;
  beforeAll(async () => {
    store = await openedDemo(on, { clock });
  });

  it("events in, gate opens: a customer that uses too little is adopted once a week of events is over", async () => {
    time.day = "2026-12-15";
    const whole = await store.house.termwise(store.house.first);
    const stands = (accountId: string) =>
      store.api.lifecycle.account({ accountId: accountId as AccountId }).then((account) => ({
        ...account,
        gate: account.gates.find(({ gate }) => gate === "adopted")!,
      }));
    const { cards } = await store.api.lifecycle.board();
    const waiting = await Promise.all(
      cards.filter(({ earned }) => earned === "onboarded").map(({ accountId }) => stands(accountId)),
    );
    const seatsOf = ({ gate }: (typeof waiting)[number]) =>
      Number(/of (\d+) seats/.exec(gate.clauses.find(({ id }) => id === "seat_share")?.says ?? "")?.[1]);
    const { accountId, gate, rules, ...before } = waiting
      .filter((one) => one.gate.clauses.some(({ state }) => state === "failing") && seatsOf(one) <= 20)
      .at(-1)!;
    expect(gate.passed).toBe(false);
    const seats = seatsOf({ accountId, gate, rules, ...before });
    const ops = store.apiAs(await demoPerson(store.house, "revops"));
    const key = await ops.usage.addKey({ name: "Web app", expiresOn: addDays(day(time.day), 30) });
    const batch = Array.from({ length: seats }, (_, user) =>
      [7, 8, 9, 10, 11].flatMap((on) =>
        rules.adoption.coreFeatures.map(({ feature }) => ({
          ...{
            type: "track",
            messageId: `${user} ${on} ${feature}`,
            userId: `user ${user}`,
            event: feature,
          },
          ...{
            context: { groupId: accountId },
            timestamp: new Date(Date.UTC(2026, 11, on, 10)).toISOString(),
          },
        })),
      ),
    ).flat();
    const response = await store.app.request("/v1/batch", {
      method: "POST",
      headers: { host: "localhost:4700", "content-type": "application/json" },
      body: JSON.stringify({ batch, writeKey: key.secret }),
    });
    expect(await response.json()).toMatchObject({ stored: batch.length });
    await countAllUses(whole);
    await readWeeks(whole);
    const after = await stands(accountId);
    expect(after.gate.clauses.map(({ state }) => state)).toEqual(after.gate.clauses.map(() => "met"));
    expect([after.gate.passed, after.earned]).toEqual([true, "adopted"]);
    // An event of eleven weeks ago becomes a reading of its week all the same, once.
    const late = {
      type: "track",
      messageId: "late",
      userId: "user 0",
      event: "Late",
      timestamp: "2026-09-30T10:00:00Z",
    };
    await store.app.request("/v1/batch", {
      method: "POST",
      headers: { host: "localhost:4700", "content-type": "application/json" },
      body: JSON.stringify({ batch: [{ ...late, context: { groupId: accountId } }], writeKey: key.secret }),
    });
    await countAllUses(whole);
    expect([await readWeeks(whole), await readWeeks(whole)]).toEqual([2, 0]);
    const readings = (await whole.books()).known.now.usage.filter(({ feature }) => feature === "Late");
    expect(readings.map((fact) => [fact.effectiveOn, fact.uses])).toEqual([["2026-10-04", 1]]);
    expect(await whole.read(findReopened)).toBeNull();
  });

  it("S-19 stored scores of 44 and 41 in two weeks put an account at risk from the second, with all its ARR", async () => {
    const whole = await store.house.termwise(store.house.first);
    time.day = "2026-12-15";
    const { week: before, rows } = await store.api.health.accounts();
    expect(before).toBe("2026-12-13");
    const { accountId, arr } = rows.find(({ band, atRiskSince }) => band !== "low" && atRiskSince === null)!;
    const scored = (week: string, score: number) =>
      whole.write((tx) =>
        addMeasurements(tx, [
          scoredAs(accountId as AccountId, { week: day(week), low: score, measuredAt: clock.now() }),
        ]),
      );
    const standing = async () => {
      const { arrAtRisk, rows: risky } = await store.api.health.queue();
      const sum = risky.reduce((total, row) => total + BigInt(row.arr), 0n);
      expect([arrAtRisk.value, arrAtRisk.contributors]).toEqual([String(sum), risky.length]);
      return risky.find((row) => row.accountId === accountId) ?? null;
    };
    await scored("2026-12-20", 44);
    time.day = "2026-12-22";
    expect(await standing()).toBeNull();
    await scored("2026-12-27", 41);
    time.day = "2026-12-29";
    expect(await standing()).toMatchObject({ atRiskSince: "2026-12-27", score: "41", arr });
  });

  it("S-14: a red flag about logins is of the day they fell, whenever somebody looked", async () => {
    await raiseDue(await store.house.termwise(store.house.first));
    const { rows } = await store.api.health.flags({ state: "all", pageSize: 200 });
    const fallen = rows.flatMap(({ rule, on: day, evidence }) => {
      const since = /so since (\d{4}-\d\d-\d\d)$/.exec(evidence[0]?.text ?? "")?.[1];
      return rule === "logins_fell" && since !== undefined ? [[day, since]] : [];
    });
    expect(fallen.length).toBeGreaterThan(0);
    expect(fallen.map(([day]) => day)).toEqual(fallen.map(([, since]) => since));
  });
});
