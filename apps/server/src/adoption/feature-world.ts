import { AdoptionPolicy } from "@termwise/core/adoption";
import type { UsageFact } from "@termwise/core/facts";
import { Failure } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { entitled, type Feature, featureStanding, featuresOn, UsagePolicy } from "@termwise/core/usage";
import { agreedChoices } from "../definitions/agreed.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { healthBook } from "../health/health-book.ts";
import { type HealthOfAccount, healthOfAccounts } from "../health/health-of-accounts.ts";
import type { Termwise } from "../termwise.ts";
import { daysOfUse, usageByDay } from "./days-of-use.ts";
import { type UsesInBook, usesInBook } from "./uses-in-book.ts";

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
  /** How the customers of the books use the features of the catalogue. */
  readonly uses: UsesInBook;
  /** Use of every feature by a customer, by the day where it is known by the day, whether it still is one or not. */
  usageBy(record: CustomerRecord): readonly UsageFact[];
}

/** What features are told from, with the health of so many weeks. */
export async function featureWorld(ctx: Asked[0], weeks: number, filters: Asked[2]): Promise<FeatureWorld> {
  const book = await healthBook(ctx, weeks, filters);
  const books = await ctx.termwise.books();
  const { rules } = customerRecords(books);
  const { catalogue, days, uses } = await useOfCatalogue(ctx.termwise, books);
  return {
    ...book,
    books,
    rules,
    catalogue,
    rows: await healthOfAccounts(book, ctx.late),
    choices: {
      adoption: agreedChoices(AdoptionPolicy, books, book.on),
      usage: agreedChoices(UsagePolicy, books, book.on),
    },
    uses,
    usageBy: (record) => usageByDay(record, days),
  };
}

/** The catalogue of today, and how the customers of some books use it. */
export async function useOfCatalogue(termwise: Termwise, books: Books) {
  const on = termwise.today();
  const catalogue = featuresOn(customerRecords(books).rules.journal, on);
  const days = await daysOfUse(
    termwise,
    books,
    catalogue.map(({ entry }) => entry),
  );
  return { catalogue, days, uses: await usesInBook(books, days, on) };
}

/** The rows of the customers entitled to a feature, and what its standing is told from. */
export function entitledTo(world: FeatureWorld, feature: Feature) {
  const rows = world.rows.filter(({ segment }) => entitled(feature, segment));
  const uses = world.uses.of(feature.feature);
  if (!uses) throw new Failure("not_found", "There is no such feature");
  const eligible = rows.map(({ accountId }) => accountId);
  return { rows, eligible, uses, standing: featureStanding(feature, eligible, uses, world.choices.adoption) };
}

/** Mean health of accounts whose score is known, and of how many that is. */
export function meanHealth(rows: readonly Pick<HealthOfAccount, "score">[]) {
  const known = rows.flatMap(({ score }) => (score === null ? [] : [Number(score)]));
  const sum = known.reduce((total, score) => total + score, 0);
  return { score: known.length === 0 ? null : (sum / known.length).toFixed(1), accounts: known.length };
}
