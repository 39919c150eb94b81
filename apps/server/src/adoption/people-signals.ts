import { activation } from "@termwise/core/adoption";
import { type AccountId, addDays, type Day } from "@termwise/core/kernel";
import {
  ahaMoments,
  type DailyUse,
  newUsers,
  productQualified,
  signalsOf,
  stayedWith,
} from "@termwise/core/usage";
import { loadDailyUse } from "@termwise/db";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isAmong } from "../derive/journeys.ts";
import type { Termwise } from "../termwise.ts";
import type { FeatureWorld } from "./feature-world.ts";
import { type FigureOf, shareFigure } from "./figures.ts";

/** How many days single uses are looked at, and for how many somebody must have been away to count as new. */
const looked = 90;
const away = 30;

/** Who worked within so many days is still there. */
const stayDays = 14;

/** How many accounts are looked at while somebody waits, and how many of them at once. */
const mostAccounts = 1_000;
const atOnce = 100;

type Filters = Parameters<typeof isAmong>[1];

/**
 * The account records single uses are read of: those that are no customers first, then the newest customers: with them
 * people begin. `of`: how many there are.
 */
function whoseUses({ books, on }: FeatureWorld, filters: Filters) {
  const accounts = accountsOnDay(books, on);
  const { ofAccount, records } = customerRecords(books);
  const all = books.known.now.accounts.flatMap(({ accountId }) => {
    const customer = ofAccount(accountId);
    const account = accounts.get(customer);
    return account && records.has(customer) && isAmong(account, filters)
      ? [{ accountId, since: account.status === "customer" ? (account.since ?? on) : "9999-12-31" }]
      : [];
  });
  all.sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : a.accountId < b.accountId ? -1 : 1));
  return { ids: all.slice(0, mostAccounts).map(({ accountId }) => accountId), of: all.length, ofAccount };
}

const personKey = ({ accountId, userId }: DailyUse) => `${accountId} ${userId}`;

/** What single uses come to, some accounts at a time, so that neither memory nor the server is held by all of them. */
async function readPeople(world: FeatureWorld, termwise: Termwise, filters: Filters) {
  const { on, catalogue, choices } = world;
  const limits = signalsOf(
    catalogue.map(({ entry }) => entry),
    "plan_limit",
  );
  const { ids, of, ofAccount } = whoseUses(world, filters);
  const from: Day = addDays(on, 1 - looked + away);
  const people: ReturnType<typeof newUsers> = [];
  const uses: DailyUse[] = [];
  const qualified: (ReturnType<typeof productQualified>[number] & { limit: string })[] = [];
  for (let at = 0; at < ids.length; at += atOnce) {
    const asked = { accountIds: ids.slice(at, at + atOnce), from: addDays(on, 1 - looked), to: on };
    const read = (await termwise.read((tx) => loadDailyUse(tx, asked))).map(
      (use): DailyUse => ({ ...use, accountId: ofAccount(use.accountId) }),
    );
    const began = newUsers(read, { from, to: on });
    const names = new Set(began.map(({ user }) => user));
    people.push(...began);
    for (const use of read) if (names.has(personKey(use))) uses.push(use);
    for (const limit of limits)
      for (const one of productQualified(read, limit, on, choices.usage)) qualified.push({ ...one, limit });
  }
  return { from, people, uses, limits, qualified, accounts: { read: ids.length, of } };
}

/** What single uses tell of people: who was set up, who came to the aha moment, and which accounts are ready to buy. */
export async function peopleSignals(world: FeatureWorld, termwise: Termwise, filters: Filters) {
  const { books, on, catalogue, choices } = world;
  const { from, people, uses, limits, qualified, accounts } = await readPeople(world, termwise, filters);
  const entries = catalogue.map(({ entry }) => entry);
  const keyActions = signalsOf(entries, "key_action");
  const atWork = new Set(
    uses.flatMap((use) =>
      use.activity === "use" && use.on > addDays(on, -stayDays) ? [personKey(use)] : [],
    ),
  );
  const told = activation(people, keyActions, { on });
  const { ahaUses, ahaDays, pqlUsers, pqlLimitHits, pqlDays } = choices.usage;
  const listed = accountsOnDay(books, on);
  const account = (accountId: AccountId) => {
    const { name, status, segment, ae } = listed.get(accountId)!;
    return { accountId, name, status, segment, ae };
  };
  const shared = (policyText: string, policy: FigureOf["policy"] = {}): FigureOf => ({
    on,
    freshAt: books.known.freshAt,
    policy,
    policyText,
  });
  return {
    from,
    /** How many account records were read of how many there are: those that are no customers and the newest come first. */
    accounts,
    people: people.length,
    keyActions,
    activation: {
      figure: shareFigure(
        "activation-rate",
        told.rate,
        [told.activated, told.users],
        shared(
          `People who began from ${from} on and did every key action: ${keyActions.join(", ") || "none laid down"}`,
        ),
      ),
      steps: told.steps,
      accounts: byAccount(people, keyActions).map(([id, own]) => ({ ...account(id), ...own })),
    },
    aha: signalsOf(entries, "aha").map((feature) => {
      const moments = ahaMoments(uses, feature, on, choices.usage);
      const { reached, missed, share, medianDay } = moments;
      return {
        feature,
        medianDay,
        /** Of those that came to it and of those that did not, who was at work in the last days: an association. */
        stayed: stayedWith(moments, atWork),
        /** Of each account those that came to it, of those whose time is over or who came to it. */
        accounts: comeToIt(moments).map(([id, own]) => ({ ...account(id), ...own })),
        figure: shareFigure(
          "aha-moment",
          share,
          [reached.size, reached.size + missed.length],
          shared(
            `${feature}, ${ahaUses} or more times within ${ahaDays} days of beginning; people whose time is over or who came to it`,
            { ahaUses, ahaDays },
          ),
        ),
      };
    }),
    qualified: {
      limits,
      rule: { users: pqlUsers, limitHits: pqlLimitHits, days: pqlDays },
      rows: qualified.map(({ accountId, ...own }) => ({ ...account(accountId), ...own })),
    },
  };
}

const accountOf = (person: string) => person.slice(0, person.indexOf(" ")) as AccountId;

/** People of each account that came to the moment, and how many had the time to. */
function comeToIt({ reached, missed }: ReturnType<typeof ahaMoments>) {
  const of = new Map<AccountId, { users: number; reached: number }>();
  for (const person of [...reached.keys(), ...missed]) {
    const id = accountOf(person);
    const held = of.get(id) ?? { users: 0, reached: 0 };
    of.set(id, { users: held.users + 1, reached: held.reached + (reached.has(person) ? 1 : 0) });
  }
  return [...of];
}

/** New people of each account, and how many of them did every key action. */
function byAccount(people: ReturnType<typeof newUsers>, keyActions: readonly string[]) {
  const of = new Map<AccountId, { users: number; activated: number }>();
  for (const { user, did } of people) {
    const id = accountOf(user);
    const held = of.get(id) ?? { users: 0, activated: 0 };
    const done = keyActions.length > 0 && keyActions.every((key) => did.some(({ action }) => action === key));
    of.set(id, { users: held.users + 1, activated: held.activated + (done ? 1 : 0) });
  }
  return [...of];
}
