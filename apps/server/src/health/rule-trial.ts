import { conditionHolds, type FlagRule, flagsDue, rulePolicy, signsSeen } from "@termwise/core/health";
import { addDays } from "@termwise/core/kernel";
import { loadMainUsers, loadUseDays } from "@termwise/db";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Termwise } from "../termwise.ts";
import { dailyUse } from "./daily-use.ts";
import { heldUse } from "./held-use.ts";
import { workingDays } from "./red-flags.ts";
import { healthWorld } from "./world.ts";

/** As many accounts as are told. */
const most = 200;

/** Where a rule would open a red flag today, with what was seen there, and at how many accounts each condition holds by itself. */
export async function tryRule(termwise: Termwise, rule: FlagRule) {
  const today = termwise.today();
  const books = await termwise.books();
  const days = { from: addDays(today, -120), to: today };
  const daily = (await heldUse(termwise, days)) ?? (await dailyUse(termwise, { accountIds: null, ...days }));
  const mainUsers = await termwise.read((tx) => loadMainUsers(tx, days));
  const told = await termwise.read((tx) => loadUseDays(tx, days));
  const world = healthWorld(books, daily, told);
  const policy = world.policyOn(today);
  const judged = { on: today, workingDays };
  const under = rulePolicy(rule, policy);
  const accounts = [...accountsOnDay(books, today).values()].filter(({ status }) => status === "customer");
  const near = new Map(rule.conditions.map((condition) => [condition, 0]));
  const found = accounts.flatMap(({ accountId, name, csm, arr }) => {
    const record = world.records.get(accountId);
    if (!record) return [];
    const signs = signsSeen(
      {
        record,
        series: world.seriesOf(record),
        told: world.toldOn(today),
        mainUser: mainUsers.get(accountId) ?? null,
        on: today,
      },
      policy,
    );
    for (const condition of near.keys())
      if (
        signs.some(
          (sign) => sign.condition.what === condition && conditionHolds(sign.condition, judged, under),
        )
      )
        near.set(condition, (near.get(condition) ?? 0) + 1);
    const due = flagsDue(signs, [rule], judged, policy);
    return due.map(({ on, evidence }) => ({ accountId, name, csm, arr, on, evidence }));
  });
  found.sort((a, b) => (a.arr === b.arr ? (a.accountId < b.accountId ? -1 : 1) : a.arr > b.arr ? -1 : 1));
  return {
    on: today,
    currency: books.currency(),
    accounts: accounts.length,
    flagged: new Set(found.map(({ accountId }) => accountId)).size,
    near: [...near].map(([condition, holding]) => ({ condition, accounts: holding })),
    rows: found.slice(0, most),
  };
}
