import { Day, daysBetween, Failure } from "@termwise/core/kernel";
import { queueLength, rankFactors, rankFormula, todayQueue } from "@termwise/core/work";
import { z } from "zod";
import { casesOf } from "../book/cases.ts";
import { eventsOf } from "../book/events.ts";
import { standingsOf, withHealth } from "../book/queue-health.ts";
import { bookRows } from "../book/rows.ts";
import { type Holder, holderOf, otherHolders } from "../book/whose-book.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { ownMembership } from "./member-rules.ts";
import { Filters } from "./scope.ts";

/** Whose book, by a name accounts know them by (default: the asker's own), and filters on it. */
const Whose = z.strictObject({
  of: z.string().trim().min(1).max(200).optional(),
  filters: Filters.optional(),
});

/** As many days as a calendar shows at once, and some around them. */
const daysAtOnce = 400;

/** The accounts somebody holds: what to do next with them, how they stand, and what falls on which day. */
export const bookRouter = router({
  /**
   * The today queue: one card for each account of the book that needs something, ranked by the printed formula, with its
   * most pressing line, the others, and every factor. What the asker put off or is done with is left out, nobody else's.
   * `shown` is how many are shown at once; `holders` are those whose book the asker may ask for as well.
   */
  today: procedure.input(Whose.optional()).query(async ({ ctx: { termwise, who, scope }, input }) => {
    const books = await termwise.books();
    const [now, today] = [termwise.now(), termwise.today()];
    const holder = holderOf(who, scope, input?.of);
    const cases = casesOf(books, { holder, filters: input?.filters, on: today });
    const by = ownMembership(who)?.id ?? null;
    const read = await withHealth(termwise, cases);
    const cards = todayQueue(read, { now, today, isMine: holder.isTheirs, by });
    return wire({
      ...told(holder),
      currency: books.currency(),
      now,
      today,
      accounts: cases.length,
      cards,
      shown: queueLength,
      formula: { rank: rankFormula, factors: rankFactors },
      holders: otherHolders(customerRecords(books), { who, scope, on: today }),
    });
  }),
  /**
   * The accounts of the book that nobody lost, with stage, health, ARR, renewal, next milestone, last touch, seats in use,
   * red flags, the play that runs, who holds them and open tasks; `totals` are their sums, `left` how many of the book have
   * left.
   */
  accounts: procedure.input(Whose.optional()).query(async ({ ctx: { termwise, who, scope }, input }) => {
    const books = await termwise.books();
    const asked = { now: termwise.now(), today: termwise.today() };
    const holder = holderOf(who, scope, input?.of);
    const cases = casesOf(books, { holder, filters: input?.filters, on: asked.today });
    const standings = await standingsOf(termwise, cases);
    const rows = bookRows(cases, { ...asked, standings });
    return wire({ ...told(holder), ...asked, currency: books.currency(), ...rows });
  }),
  /**
   * What falls on the days from `from` to `to`: renewals, the latest start of their conversations, preparations, open
   * tasks, kickoffs and go-lives, the earliest first.
   */
  calendar: procedure
    .input(Whose.extend({ from: Day, to: Day }))
    .query(async ({ ctx: { termwise, who, scope }, input: { of, filters, from, to } }) => {
      if (from > to) throw new Failure("bad_input", `${from} is after ${to}`);
      if (daysBetween(from, to) > daysAtOnce)
        throw new Failure("bad_input", `Ask for at most ${daysAtOnce} days at once`);
      const books = await termwise.books();
      const asked = { now: termwise.now(), today: termwise.today() };
      const holder = holderOf(who, scope, of);
      const events = casesOf(books, { holder, filters, on: asked.today }).flatMap((one) =>
        eventsOf(one, asked)
          .filter(({ on }) => from <= on && on <= to)
          .map((event) => ({ ...event, accountId: one.record.accountId, name: one.name, arr: one.arr })),
      );
      events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.name < b.name ? -1 : 1));
      return wire({ ...told(holder), ...asked, currency: books.currency(), from, to, events });
    }),
});

/** Whose book it is; null: the asker's own. */
const told = ({ name }: Holder) => ({ of: name });
