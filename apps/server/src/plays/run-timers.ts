import type { Day, Instant, WorkspaceId } from "@termwise/core/kernel";
import { claimTimers, endTimer, isAnythingDue, loadWorkspaces, planTimers, type Timer } from "@termwise/db";
import { bySystem } from "../auth/acting.ts";
import { breath } from "../breath.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { settleHealth } from "../health/settle.ts";
import { policiesByDay } from "../health/world.ts";
import type { House } from "../house.ts";
import { type Writer, writing } from "../journal/write-entry.ts";
import type { Termwise } from "../termwise.ts";
import { companySigns } from "./company-signs.ts";
import { answerAtDemo } from "./demo-answers.ts";
import { newsOfAccount } from "./news-of-accounts.ts";
import { newsOfHouse } from "./news-of-house.ts";
import { playsIn } from "./play-list.ts";
import { tellNews } from "./tell-news.ts";
import { happen } from "./timer-effects.ts";
import { plannedTimers, TimerAbout } from "./timer-plan.ts";

/** How many effects happen in one transaction: others who write wait for no more than these. */
const atOnce = 25;

/** What was planned for last: the same facts on the same day need the same. */
const planned = new WeakMap<Termwise, { readonly books: Books; readonly today: string }>();

/**
 * Plans what the facts of a workspace ask for and makes happen what is due. Each effect happens in the transaction that
 * ends its timer: however many servers do this at once, and wherever one of them is stopped, it happens once. Returns
 * how many timers were ended.
 */
export async function runTimers(termwise: Termwise, signal?: AbortSignal): Promise<number> {
  await plan(termwise);
  let ended = 0;
  while (signal?.aborted !== true) {
    const now = termwise.now();
    if (!(await termwise.read((tx) => isAnythingDue(tx, now)))) break;
    const count = await fire(termwise, now);
    ended += count;
    if (count === 0) break;
    // A run that was proposed has a clock of its own.
    await plan(termwise);
  }
  return ended;
}

/** {@link runTimers} in every workspace of a house. */
export async function runAllTimers(house: House, signal?: AbortSignal): Promise<number> {
  let ended = 0;
  for (const { id } of await loadWorkspaces(house.db)) {
    if (signal?.aborted === true) break;
    ended += await runTimers(await house.termwise(id as WorkspaceId), signal);
  }
  return ended;
}

async function plan(termwise: Termwise): Promise<void> {
  // What is at risk is known once the weeks that are over were measured.
  await settleHealth(termwise);
  const books = await termwise.books();
  const today = termwise.today();
  const before = planned.get(termwise);
  if (before?.books === books && before.today === today) return;
  if (books.known.now.accounts.length > 0) {
    const { timeZone } = await termwise.workspace();
    const signsOf = await companySigns(termwise, books);
    const timers = await plannedTimers(books, {
      plays: playsIn(books),
      signsOf,
      now: termwise.now(),
      today,
      timeZone,
    });
    // What the demo company did about it is on record from now on: it asks for less.
    if (await answerAtDemo(termwise, timers)) return plan(termwise);
    const news = await plannedNews(termwise, books, signsOf);
    await termwise.write((tx) => planTimers(tx, [...timers, ...news]));
  }
  planned.set(termwise, { books, today });
}

/** What there is to tell at once, as far as the facts tell today. */
async function plannedNews(
  termwise: Termwise,
  books: Books,
  signsOf: Awaited<ReturnType<typeof companySigns>>,
): Promise<Timer[]> {
  const [now, today] = [termwise.now(), termwise.today()];
  const { records, rules } = customerRecords(books);
  const accounts = accountsOnDay(books, today);
  const policyFor = policiesByDay(books);
  const ofAccounts: Timer[] = [];
  for (const record of records.values()) {
    await breath();
    const account = accounts.get(record.accountId);
    if (account?.status !== "customer") continue;
    const { name, segment } = account;
    const policyIn = (week: Day) => policyFor(segment, week);
    const asked = { record, name, rules, signs: signsOf(record), policyIn, now, today };
    ofAccounts.push(...newsOfAccount(asked));
  }
  return [...ofAccounts, ...(await newsOfHouse(termwise, books))];
}

async function fire(termwise: Termwise, now: Instant): Promise<number> {
  const books = await termwise.books();
  const all = customerRecords(books);
  const today = termwise.today();
  const accounts = accountsOnDay(books, today);
  const { timeZone } = await termwise.workspace();
  const writer: Writer = { acting: bySystem(now), by: null, role: null };
  return writing(termwise, async (tx) => {
    const due = await claimTimers(tx, { now, limit: atOnce });
    for (const { key, accountId, about: told } of due) {
      const about = TimerAbout.parse(told);
      const id = accountId === null ? null : all.ofAccount(accountId);
      if (about.does === "tell_news") {
        const { journal } = books.known.now;
        const needed = await tellNews(about, { tx, accountId: id, journal, at: now, on: today });
        await endTimer(tx, { key, state: needed ? "done" : "void", at: now });
        continue;
      }
      const record = id === null ? undefined : all.records.get(id);
      const needed =
        record !== undefined &&
        (await happen(about, {
          tx,
          books,
          subject: { record, rules: all.rules, ids: idsOf(books, all.ofAccount, record.accountId), timeZone },
          name: accounts.get(record.accountId)?.name ?? record.accountId,
          today,
          writer,
        }));
      await endTimer(tx, { key, state: needed ? "done" : "void", at: now });
    }
    return due.length;
  });
}

type OfAccount = ReturnType<typeof customerRecords>["ofAccount"];

function idsOf(books: Books, ofAccount: OfAccount, customer: Parameters<OfAccount>[0]) {
  const own = books.known.now.accounts
    .map(({ accountId }) => accountId)
    .filter((id) => ofAccount(id) === customer);
  return [...new Set([customer, ...own])];
}
