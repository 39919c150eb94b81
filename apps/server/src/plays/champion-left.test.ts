import { AccountId, type Day, day, instant } from "@termwise/core/kernel";
import { testEngine } from "@termwise/db/testing";
import { expect, it } from "vitest";
import { opened } from "../testing.ts";
import { tellOf } from "../testing-periods.ts";
import { plainCompany } from "../testing-plain-company.ts";
import { runTimers } from "./run-timers.ts";

const [north, south] = ["acc_north", "acc_south"].map((id) => AccountId.parse(id)) as [AccountId, AccountId];

it("S-14: the play for a champion that left is proposed on the day it is on record, its clock still to run; not for what is long over", async () => {
  const clock = { at: instant("2026-07-06T08:00:00Z"), now: () => clock.at };
  const store = await opened(await testEngine("embedded").open(), { clock });
  await tellOf(store)(plainCompany);
  await runTimers(store.termwise);
  const left = async (accountId: AccountId, since: Day) => {
    const { id } = await store.api.contacts.add({ accountId, name: "Ada Wynn" });
    const said = { of: "contact_role", contactId: id, role: "champion", influence: 2 } as const;
    const nothing = { sentiment: null, counterpart: null, note: null } as const;
    for (const [state, from] of [["active", day("2026-01-01")] as const, ["left", since] as const])
      await store.api.journal.record({ accountId, entry: { ...said, ...nothing, state, since: from } });
  };
  await left(north, day("2026-07-01"));
  await left(south, day("2026-03-01"));
  await runTimers(store.termwise);
  const runsAt = async (accountId: AccountId) => (await store.api.plays.ofAccount({ accountId })).runs;
  expect(await runsAt(north)).toMatchObject([
    { name: "Champion left", state: "proposed", clockFrom: "2026-07-06T08:00:00.000Z" },
  ]);
  expect(await runsAt(south)).toEqual([]);
});
