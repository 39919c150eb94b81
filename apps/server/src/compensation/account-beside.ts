import { icpFitOn } from "@termwise/core/coverage";
import { handoffsOf } from "@termwise/core/handoff";
import { type AccountId, addDays, decimalText } from "@termwise/core/kernel";
import { loadScores, type WorkspaceTransaction } from "@termwise/db";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { accountNames } from "./account-names.ts";
import type { PaySources } from "./assemble.ts";

/** What is known of an account beside the pay: shares between 0 and 1, null where nothing was scored or no profile holds. */
export function besideOf({ books, now, today }: PaySources, accountId: AccountId) {
  const { records, rules, ofAccount } = customerRecords(books);
  const record = records.get(ofAccount(accountId));
  const handoff = record && handoffsOf(record, rules, { now, today }).findLast(({ onRecord }) => onRecord);
  const arr = accountsOnDay(books, today).get(ofAccount(accountId))?.arr ?? 0n;
  const fit = (record && icpFitOn(record, rules, { on: today, arr })?.fit) ?? null;
  return {
    accountId,
    name: accountNames(books).nameOf(accountId),
    handoffScore: handoff?.scorecard.score ?? null,
    icpFit: fit === null ? null : decimalText(fit, 4),
  };
}

/** For how many days a measurement of health is told as the present one. */
const fresh = 35;

/** The last measured health of accounts, by account: points with three decimals, and the end of the week it is of. */
export async function healthBeside(tx: WorkspaceTransaction, { today }: Pick<PaySources, "today">) {
  const scores = await loadScores(tx, { from: addDays(today, -fresh), to: today });
  return new Map(scores.map(({ accountId, low, high, week }) => [accountId as string, { low, high, week }]));
}
