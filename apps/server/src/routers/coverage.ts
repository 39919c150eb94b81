import type { OwnershipGap } from "@termwise/core/coverage";
import { AccountId, Day, Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { coverageOfAccount, gapsOfAccount } from "../derive/coverage-of-account.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { customerOf } from "../journal/write-entry.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";

/** How customers are looked after, by which rules and by whom. */
export const coverageRouter = router({
  /** One account on a day (default: today): tier, touch model, fit, who answers for what since when, reviews, gaps. */
  ofAccount: procedure
    .input(z.strictObject({ accountId: AccountId, on: Day.optional() }))
    .query(async ({ ctx: { termwise }, input: { accountId, on = termwise.today() } }) => {
      const books = await termwise.books();
      const { record, rules } = await customerOf(termwise, accountId);
      const account = accountsOnDay(books, on).get(record.accountId);
      if (!account) throw new Failure("not_found", `There is no account ${accountId}`);
      return wire({ accountId: account.accountId, on, ...coverageOfAccount({ record, rules, account, on }) });
    }),
  /** Every customer with something nobody answers for today, the largest first, and how many there are of each kind. */
  gaps: procedure.query(async ({ ctx: { termwise } }) => {
    const books = await termwise.books();
    const on = termwise.today();
    const { records, rules } = customerRecords(books);
    const accounts = accountsOnDay(books, on);
    const rows = [...records.values()].flatMap((record) => {
      const account = accounts.get(record.accountId);
      const gaps = account ? gapsOfAccount({ record, rules, account, on }) : [];
      if (!account || gaps.length === 0) return [];
      const { accountId, name, arr, renewalOn, segment, csm, am, ae } = account;
      return [{ accountId, name, arr, renewalOn, segment, csm, am, ae, gaps }];
    });
    rows.sort((a, b) => (a.arr === b.arr ? (a.accountId < b.accountId ? -1 : 1) : a.arr > b.arr ? -1 : 1));
    const count = new Map<OwnershipGap["of"], { accounts: number; arr: bigint }>();
    for (const { arr, gaps } of rows)
      for (const of of new Set(gaps.map((gap) => gap.of))) {
        const so = count.get(of) ?? { accounts: 0, arr: 0n };
        count.set(of, { accounts: so.accounts + 1, arr: so.arr + arr });
      }
    return wire({
      on,
      currency: books.currency(),
      rows,
      kinds: [...count].map(([of, totals]) => ({ of, ...totals })),
    });
  }),
});
