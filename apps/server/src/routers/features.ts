import { AdoptionPolicy, houseAdoptionPolicy } from "@termwise/core/adoption";
import { parametersOn } from "@termwise/core/governance";
import {
  compare,
  type Day,
  decimalText,
  type Known,
  type Rational,
  rational,
  times,
} from "@termwise/core/kernel";
import { agreementOf, entitled, featureStanding, featuresOn } from "@termwise/core/usage";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { proposalsIn } from "../definitions/agreed.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { healthBook } from "./health-book.ts";
import { Filters } from "./scope.ts";

/** A share in per cent with one decimal, or why there is none. */
function perCent({ value, reason }: Known<Rational>): Known<string> {
  return value === null
    ? { value, reason: reason ?? "Not known." }
    : { value: decimalText(times(value, rational(100n)), 1), reason: null };
}

/** The choices of adoption that hold on a day: those the teams agreed on, else those of the house. */
function adoptionPolicyOn(books: Pick<Books, "known">, on: Day): AdoptionPolicy {
  const agreed = parametersOn(proposalsIn(books.known.now), on);
  const own = Object.fromEntries(Object.entries(agreed).filter(([name]) => name in AdoptionPolicy.shape));
  const read = AdoptionPolicy.safeParse(own);
  return read.success ? read.data : houseAdoptionPolicy;
}

/** Mean health of accounts whose score is known, and of how many that is. */
function meanHealth(rows: readonly { score: string | null }[]) {
  const known = rows.flatMap(({ score }) => (score === null ? [] : [Number(score)]));
  const sum = known.reduce((total, score) => total + score, 0);
  return { score: known.length === 0 ? null : (sum / known.length).toFixed(1), accounts: known.length };
}

/** The features of the product, and how the accounts of whoever asks take to them. */
export const featuresRouter = router({
  /**
   * Every feature of the catalogue with the customers entitled to it: the share that `tried` it and the share that
   * `adopted` it within the window after its release, as two numbers, ARR of both, days until the first use, depth, use
   * over thirteen weeks, and health of adopters beside that of the others, which shows what goes together and no cause.
   * `accounts`: where each stands (`unused`, `tried`, `adopted`, `lapsed`). Features come by `journal.setRule`.
   */
  adoption: procedure
    .input(z.strictObject({ filters: Filters.optional() }).optional())
    .query(async ({ ctx, input }) => {
      const { termwise } = ctx;
      const { on, currency, cases, rows } = await healthBook(ctx, 1, input?.filters);
      const books = await termwise.books();
      const { rules } = customerRecords(books);
      const policy = adoptionPolicyOn(books, on);
      const nameOf = await termwise.read(authorsOf);
      const usage = cases.flatMap(({ record }) =>
        record.usage
          .filter(({ withdrawn }) => !withdrawn)
          .map((reading) => ({ ...reading, accountId: record.accountId })),
      );
      const used = new Set(usage.flatMap(({ feature }) => feature ?? []));
      const catalogue = featuresOn(rules.journal, on);
      const features = catalogue.map(({ entry, entryId, effectiveOn, by }) => {
        const own = rows.filter(({ segment }) => entitled(entry, segment));
        const eligible = own.map(({ accountId }) => accountId);
        const standing = featureStanding(entry, { eligible, usage, on }, policy);
        const accounts = own.map(({ accountId, name, segment, csm, arr, score }) => ({
          accountId,
          name,
          segment,
          csm,
          arr,
          score,
          state: standing.states.get(accountId) ?? ("unused" as const),
        }));
        const adopters = accounts.filter(({ state }) => state === "adopted" || state === "lapsed");
        const others = accounts.filter(({ state }) => state === "unused" || state === "tried");
        const arrOf = (of: readonly { arr: bigint }[]) => of.reduce((sum, { arr }) => sum + arr, 0n);
        return {
          entryId,
          since: effectiveOn,
          byName: nameOf(by),
          entry,
          agreement: agreementOf(entry),
          eligible: { accounts: accounts.length, arr: arrOf(accounts) },
          tried: {
            share: perCent(standing.tried),
            accounts: accounts.filter(({ state }) => state !== "unused").length,
          },
          adopted: { share: perCent(standing.adopted), accounts: adopters.length, arr: arrOf(adopters) },
          daysToFirstUse: standing.time && {
            median: standing.time.medianDays,
            used: standing.time.used,
            notYet: standing.time.notYet,
          },
          usesAWeek: standing.depth,
          weeks: standing.weeks,
          health: { adopters: meanHealth(adopters), others: meanHealth(others) },
          accounts: accounts.sort((a, b) => compare(rational(b.arr), rational(a.arr))),
        };
      });
      return wire({
        on,
        currency,
        windowDays: policy.featureAdoptionDays,
        features,
        /** What readings of use call features that the catalogue does not know. */
        unnamed: [...used].filter((name) => catalogue.every(({ entry }) => entry.feature !== name)).sort(),
        segments: [...new Set(rows.flatMap(({ segment }) => segment ?? []))].sort(),
      });
    }),
});
