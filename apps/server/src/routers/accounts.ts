import { dimensions } from "@termwise/core/facts";
import { healthBands } from "@termwise/core/health";
import { AccountId, Currency, Day, endOfDayUtc, Failure } from "@termwise/core/kernel";
import { figureOf, type MetricTerm, windowOf } from "@termwise/core/retention";
import { z } from "zod";
import { writtenLine } from "../auth/written.ts";
import { policyOn } from "../definitions/agreed.ts";
import { type AccountOnDay, accountsOn } from "../derive/account-list.ts";
import { accountPage } from "../derive/account-page.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { healthOfList, healthOrders } from "../health/list-health.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { effectOf } from "./figure-change.ts";
import { contextOf } from "./figures.ts";
import { writerOf } from "./journal.ts";
import { mergeAccounts, togetherOf } from "./merge-accounts.ts";
import { answering, Filters, Scope } from "./scope.ts";

const Pair = z.strictObject({ accountId: AccountId, intoId: AccountId });

const columns = ["name", "arr", "since", "renewalOn", "lines", "status", ...dimensions] as const;
const sorts = [...columns, ...healthOrders].flatMap((column) => [column, `-${column}`] as const);

/** The customer accounts. */
export const accountsRouter = router({
  /**
   * Accounts on a day (default: today), searched by name, domain and external id, filtered, sorted and paged. ARR is in
   * minor units of the reporting currency; `totals` are over everything found, not the page. Each customer has its health of
   * the last week that is over, and what is done about it: as it is today, so null where another day or an earlier state of
   * knowledge is asked for. `health` leaves customers in some bands, or those at risk.
   */
  list: procedure
    .input(
      z.strictObject({
        search: z.string().max(200).optional(),
        filters: Filters.optional(),
        status: z.array(z.enum(["customer", "churned", "prospect"])).optional(),
        health: z
          .array(z.enum([...healthBands, "at_risk"]))
          .min(1)
          .max(6)
          .optional(),
        sort: z.enum(sorts).default("-arr"),
        page: z.int().min(1).default(1),
        pageSize: z.int().min(1).max(500).default(100),
        on: Day.optional(),
        asOf: Day.optional(),
      }),
    )
    .query(async ({ ctx: { termwise }, input }) => {
      const books = await termwise.books();
      const on = input.on ?? termwise.today();
      const currency = books.currency();
      const { page, pageSize } = input;
      const asOf = input.asOf === undefined ? null : endOfDayUtc(input.asOf);
      // Without contract lines there is no currency yet, and nothing to tell in one: every ARR is 0.
      const inCurrency = currency ?? Currency.parse("USD");
      const { ledger } = policyOn(books.factsAt(asOf), on);
      const book = books.book({ asOf, policy: ledger, currency: inCurrency });
      const listed = accountsOn(books.factsAt(asOf), book, on).filter(
        (account) =>
          matches(account, input.search) &&
          (input.status === undefined || input.status.includes(account.status)) &&
          dimensions.every(
            (d) => input.filters?.[d] === undefined || input.filters[d].includes(account[d] ?? ""),
          ),
      );
      const now = asOf === null && on === termwise.today();
      const health = now ? await healthOfList(termwise, input) : null;
      const found = health?.isAmong ? listed.filter(health.isAmong) : listed;
      const shown = ordered(found, input.sort, health?.keyOf ?? null).slice(
        (page - 1) * pageSize,
        page * pageSize,
      );
      const told = health === null ? null : await health.of(shown);
      const rows = shown.map((account) => ({ ...account, health: told?.get(account.accountId) ?? null }));
      const arr = found.reduce((sum, account) => sum + account.arr, 0n);
      return wire({
        rows,
        total: found.length,
        totals: {
          arr,
          accounts: found.filter((a) => a.status === "customer").length,
          currency,
        },
        page,
        pageSize,
        on,
      });
    }),
  /**
   * One account: attributes with where they came from and since when, ARR over time, movements with their reasons and
   * the lines that caused them, contract lines with their source rows, what it adds to NRR and GRR of the period, and its
   * health today as lists have it.
   */
  one: procedure
    .input(Scope.extend({ accountId: AccountId }))
    .query(async ({ ctx: { termwise }, input: { accountId, ...scope } }) => {
      const asked = await answering(termwise, scope);
      const books = await termwise.books();
      const facts = books.factsAt(asked.recorded);
      const page = accountPage(facts, asked.book, accountId, termwise.today());
      if (!page) throw new Failure("not_found", `There is no account ${accountId}`);
      const window = windowOf(
        { ...asked.book, accounts: asked.book.accounts.filter((a) => a.accountId === page.accountId) },
        asked.period,
        asked.policy,
      );
      const whole = windowOf(asked.book, asked.period, asked.policy);
      const today = accountsOnDay(books, termwise.today()).get(page.accountId);
      const { of } = await healthOfList(termwise, { sort: "name" });
      const contribution = (term: MetricTerm) => {
        const [own, company] = [
          figureOf(window, contextOf(asked, term)),
          figureOf(whole, contextOf(asked, term)),
        ];
        return { own, whole: company, effect: effectOf(own, company) };
      };
      return wire({
        ...page,
        currency: asked.book.currency,
        arr: figureOf(window, contextOf(asked, "arr")),
        health: today ? ((await of([today])).get(today.accountId) ?? null) : null,
        contribution: { nrr: contribution("nrr"), grr: contribution("grr") },
      });
    }),
  /** Two accounts as they stand today, their ARR together, and the closed periods that merging them may restate. */
  together: procedure
    .input(Pair)
    .query(async ({ ctx: { termwise }, input }) => wire(await togetherOf(termwise, input))),
  /**
   * Records that `accountId` and `intoId` are one customer, for all time, from now on: everything of the first is read as
   * the second's. Total ARR is unchanged on every day. It cannot be taken back. Refused (412) when they are one already.
   */
  merge: procedure
    .input(Pair.extend({ reason: writtenLine(500) }))
    .mutation(({ ctx: { termwise, who, acting }, input }) =>
      mergeAccounts(termwise, input, writerOf(who, acting)),
    ),
});

function matches(account: AccountOnDay, search: string | undefined): boolean {
  const words = folded(search ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const text = folded(
    [account.name, account.domain ?? "", account.accountId, ...account.externalIds].join(" "),
  );
  return words.every((word) => text.includes(word));
}

/** Text as search compares it: without case and accents. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

const names = new Intl.Collator("en");

function ordered(
  accounts: readonly AccountOnDay[],
  sort: (typeof sorts)[number],
  healthKey: ((account: AccountOnDay) => number | null) | null,
): AccountOnDay[] {
  const descending = sort.startsWith("-");
  const asked = sort.replace(/^-/, "");
  const column = columns.find((name) => name === asked) ?? "name";
  const byHealth = healthOrders.some((name) => name === asked) ? healthKey : null;
  const keyOf = (account: AccountOnDay): string | bigint | number | null =>
    byHealth
      ? byHealth(account)
      : column === "lines"
        ? BigInt(account.lines)
        : column === "name"
          ? folded(account.name)
          : account[column];
  // Each key once, and names only where keys are equal: a comparison is made a million times for 100,000 accounts.
  return accounts
    .map((account) => ({ account, key: keyOf(account) }))
    .sort((a, b) => {
      if (a.key === b.key)
        return (
          names.compare(a.account.name, b.account.name) ||
          (a.account.accountId < b.account.accountId ? -1 : 1)
        );
      // What is not known comes last, whichever way the rest is sorted.
      if (a.key === null) return 1;
      if (b.key === null) return -1;
      return (a.key < b.key ? -1 : 1) * (descending ? -1 : 1);
    })
    .map(({ account }) => account);
}
