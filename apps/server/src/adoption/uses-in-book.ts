import { AdoptionPolicy } from "@termwise/core/adoption";
import type { AccountId, Day } from "@termwise/core/kernel";
import { type FeatureUses, featuresOn, usesOfFeatures } from "@termwise/core/usage";
import { eachInTurns } from "../breath.ts";
import { agreedChoices } from "../definitions/agreed.ts";
import type { AccountOnDay } from "../derive/account-list.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { weeksLookedBack } from "../health/scored.ts";
import { MadeOnce } from "../made-once.ts";
import { type DaysOfUse, usageByDay } from "./days-of-use.ts";

/** Weeks that the course of a feature is told of. */
export const courseWeeks = 26;

/** How the customers in some books use the features of the catalogue, whoever of them somebody sees. */
export interface UsesInBook {
  of(feature: string): FeatureUses | undefined;
  /** What readings of use call features that the catalogue does not know, and at which customers. */
  readonly unnamed: ReadonlyMap<string, ReadonlySet<AccountId>>;
}

const known = new MadeOnce<ReadonlyMap<AccountId, AccountOnDay>, UsesInBook>();

/**
 * Added up once for some customers, their readings, days of use, rules and a day: filters and states only choose among the
 * accounts, and what else is put on record of them changes nothing.
 */
export function usesInBook(books: Books, days: DaysOfUse, on: Day): Promise<UsesInBook> {
  const { house } = customerRecords(books);
  const from = [days, books.known.now.usage, house];
  return known.of(accountsOnDay(books, on), from, () => addedUp(books, days, on));
}

async function addedUp(books: Books, days: DaysOfUse, on: Day): Promise<UsesInBook> {
  const { records, rules } = customerRecords(books);
  const customers = [...accountsOnDay(books, on).values()].filter(({ status }) => status === "customer");
  const asked = {
    accounts: customers.map(({ accountId }) => accountId),
    on,
    ends: weeksLookedBack(on).ends.slice(-courseWeeks),
  };
  const features = featuresOn(rules.journal, on).map(({ entry }) => entry);
  const uses = usesOfFeatures(features, asked, agreedChoices(AdoptionPolicy, books, on));
  const named = new Set(features.map(({ feature }) => feature));
  const unnamed = new Map<string, Set<AccountId>>();
  await eachInTurns(customers, ({ accountId, since }) => {
    const record = records.get(accountId);
    if (!record) return;
    const usage = usageByDay(record, days);
    uses.add(accountId, usage, since);
    for (const { feature } of usage) {
      if (feature === null || named.has(feature)) continue;
      const users = unnamed.get(feature) ?? new Set();
      unnamed.set(feature, users.add(accountId));
    }
  });
  return { of: uses.of, unnamed };
}
