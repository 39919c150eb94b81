import type { Instant } from "@termwise/core/kernel";
import { testEngine } from "@termwise/db/testing";
import { expect, it } from "vitest";
import { openedDemo } from "../testing.ts";
import { demoPerson } from "../testing-people.ts";
import { runTimers } from "./run-timers.ts";

it("S-09: in the demo most plays were begun in time; one account waits, one is put off, one is raised to its exec sponsor", async () => {
  const clock = { now: () => "2026-11-24T10:00:00Z" as Instant };
  const store = await openedDemo(testEngine("embedded"), { clock });
  await runTimers(await store.house.termwise(store.house.first));
  const { rows } = await store.api.health.queue();
  expect(rows.filter(({ clock: { met } }) => met !== true)).toMatchObject([{ place: "queue" }]);
  expect(rows.filter(({ place }) => place === "snoozed")).toHaveLength(1);
  const raised = rows.filter(({ escalation }) => escalation !== null);
  expect(raised).toMatchObject([{ place: "queue", escalation: { sponsorName: "Helena Marchetti" } }]);
  const executive = store.apiAs(await demoPerson(store.house, "exec"));
  expect((await executive.inbox.list({ closed: false })).notices).toMatchObject([
    { kind: "escalated", title: `${raised[0]!.name} is escalated to you` },
  ]);
  const boss = store.apiAs(await demoPerson(store.house, "cs_manager"));
  expect((await boss.inbox.list({ closed: false })).open).toBeLessThanOrEqual(15);
  // Of the day before the company was made: the flag is open, and the play waits, its clock from when it was on record.
  const { rows: flags } = await store.api.health.flags();
  const gone = flags.filter(({ rule }) => rule === "champion_gone");
  expect(gone.map(({ plays }) => plays.map(({ name, state }) => [name, state]))).toEqual([
    [["Champion left", "proposed"]],
  ]);
  const { runs } = await store.api.plays.ofAccount({ accountId: gone[0]!.accountId });
  expect(runs).toMatchObject([{ clockFrom: "2026-11-21T00:00:00.000Z" }]);
  // To whoever heard from us too late, or not at all, no play says that somebody called them in time.
  const { rows: answers } = await store.api.health.detractors({ pageSize: 200 });
  const late = answers.filter(
    ({ state, at }) => at >= "2026-10-27" && (state === "late" || state === "overdue"),
  );
  expect(late.length).toBeGreaterThan(0);
  for (const { accountId, at, dueAt } of late) {
    const { runs: own } = await store.api.plays.ofAccount({ accountId });
    const calls = own
      .filter(({ name, fired }) => name === "Detractor outreach" && fired?.on === at.slice(0, 10))
      .flatMap(({ steps }) => steps[0]?.doneAt ?? []);
    expect(calls.filter((doneAt) => doneAt <= dueAt)).toEqual([]);
  }
});
