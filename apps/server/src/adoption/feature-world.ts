import { AdoptionPolicy } from "@termwise/core/adoption";
import type { UsageFact } from "@termwise/core/facts";
import { type AccountId, type Day, groupBy } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import {
  entitled,
  type Feature,
  featureStanding,
  featuresOn,
  type StandingCase,
  UsagePolicy,
} from "@termwise/core/usage";
import { agreedChoices } from "../definitions/agreed.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { healthBook } from "../health/health-book.ts";
import { type HealthOfAccount, healthOfAccounts } from "../health/health-of-accounts.ts";
import { daysOfUse, usageByDay } from "./days-of-use.ts";

type Asked = Parameters<typeof healthBook>;
type HealthBook = Awaited<ReturnType<typeof healthBook>>;

/** Everything features are told from: the customers somebody sees with their health, their use, the catalogue and the rules. */
export interface FeatureWorld extends HealthBook {
  readonly books: Books;
  readonly rules: ReturnType<typeof customerRecords>["rules"];
  readonly catalogue: ReturnType<typeof featuresOn>;
  readonly choices: { readonly adoption: AdoptionPolicy; readonly usage: UsagePolicy };
  /** The customers of `cases` with the health of the last week. */
  readonly rows: readonly HealthOfAccount[];
  readonly cameOn: ReadonlyMap<AccountId, Day>;
  /** Use of a feature by the customers of `cases`, by the day where it is known by the day. */
  usageOf(feature: string): readonly UsageFact[];
  /** Use of every feature by a customer, whether it still is one or not. */
  usageBy(record: CustomerRecord): readonly UsageFact[];
  readonly used: readonly string[];
}

/** What features are told from, with the health of so many weeks. */
export async function featureWorld(ctx: Asked[0], weeks: number, filters: Asked[2]): Promise<FeatureWorld> {
  const book = await healthBook(ctx, weeks, filters);
  const books = await ctx.termwise.books();
  const { rules } = customerRecords(books);
  const catalogue = featuresOn(rules.journal, book.on);
  const days = await daysOfUse(
    ctx.termwise,
    books,
    catalogue.map(({ entry }) => entry),
  );
  const usageBy = (record: CustomerRecord) => usageByDay(record, days);
  const usage = groupBy(
    book.cases.flatMap(({ record }) => usageBy(record)),
    ({ feature }) => feature,
  );
  return {
    ...book,
    books,
    rules,
    catalogue,
    rows: healthOfAccounts(book),
    choices: {
      adoption: agreedChoices(AdoptionPolicy, books, book.on),
      usage: agreedChoices(UsagePolicy, books, book.on),
    },
    cameOn: new Map(
      book.cases.flatMap(({ account: { accountId, since } }) => (since ? [[accountId, since] as const] : [])),
    ),
    usageOf: (feature) => usage.get(feature) ?? [],
    usageBy,
    used: [...usage.keys()].flatMap((feature) => feature ?? []),
  };
}

/** The rows of the customers entitled to a feature, and what its standing is told from. */
export function entitledTo(world: FeatureWorld, feature: Feature) {
  const rows = world.rows.filter(({ segment }) => entitled(feature, segment));
  const asked: StandingCase = {
    eligible: rows.map(({ accountId }) => accountId),
    usage: world.usageOf(feature.feature),
    cameOn: world.cameOn,
    on: world.on,
  };
  return { rows, asked, standing: featureStanding(feature, asked, world.choices.adoption) };
}

/** Mean health of accounts whose score is known, and of how many that is. */
export function meanHealth(rows: readonly Pick<HealthOfAccount, "score">[]) {
  const known = rows.flatMap(({ score }) => (score === null ? [] : [Number(score)]));
  const sum = known.reduce((total, score) => total + score, 0);
  return { score: known.length === 0 ? null : (sum / known.length).toFixed(1), accounts: known.length };
}
