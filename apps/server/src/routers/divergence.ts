import {
  agendaOn,
  compareReported,
  convergenceDays,
  type DivergenceKind,
  type DivergenceLine,
  directionOf,
  divergenceKinds,
  divergenceTeams,
  falseClaims,
  labelsOn,
  totalOf,
  totalsBy,
  vocabularyGaps,
} from "@termwise/core/divergence";
import { Day, Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { customerRecords } from "../derive/customer-records.ts";
import { authors } from "../divergence/authors.ts";
import { reportOn, reportRates, seriesOf } from "../divergence/book.ts";
import { DivergenceFilters, meant } from "../divergence/filters.ts";
import { explanationFor, numbersOf, ourSide, reportedOf } from "../divergence/numbers.ts";
import type { Termwise } from "../termwise.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { divergenceWrites } from "./divergence-writes.ts";

const sorts = ["-arr", "arr", "-age", "age", "name", "-name"] as const;

/**
 * Where what systems say and what evidence shows part, and where the numbers they report part from ours. Everything can
 * be asked of a past day; a narrowed scope sees its own accounts' divergences alone.
 */
export const divergenceRouter = router({
  ...divergenceWrites,
  /**
   * The divergences of a day (default: today), the largest ARR first, one page of them; accepted ones apart. `total` is
   * over all that the filters let through, `false` over those in which something is claimed that evidence does not bear
   * out; `compared` is what they are a part of.
   */
  report: procedure
    .input(
      DivergenceFilters.extend({
        on: Day.optional(),
        accepted: z.enum(["without", "only", "with"]).default("without"),
        search: z.string().max(200).optional(),
        sort: z.enum(sorts).default("-arr"),
        page: z.int().min(1).default(1),
        pageSize: z.int().min(1).max(2_000).default(100),
      }),
    )
    .query(async ({ ctx: { termwise }, input }) => {
      const { on: day, accepted, search, sort, page, pageSize, ...filters } = input;
      const books = await termwise.books();
      const on = pastDay(day, termwise);
      const { lines, compared } = await reportOn(books, on);
      const all = lines.filter(meant(filters, customerRecords(books))(on));
      const shown = all.filter((line) => accepted === "with" || line.accepted === (accepted === "only"));
      const open = all.filter((line) => !line.accepted);
      const signed = await authors(termwise);
      const kinds = Object.keys(divergenceKinds) as DivergenceKind[];
      const found = sorted(searched(shown, search), sort);
      const unknown = labelsOf(books, on).filter((row) => row.means === null && row.accounts > 0);
      return wire({
        on,
        currency: books.currency(),
        total: totalOf(open),
        false: totalOf(open.filter(({ kind }) => (falseClaims as readonly string[]).includes(kind))),
        byKind: kinds.map((kind) => ({ kind, ...totalOf(open.filter((line) => line.kind === kind)) })),
        compared,
        accepted: totalOf(all.filter((line) => line.accepted)),
        unknownLabels: {
          labels: unknown.length,
          arr: unknown.reduce((sum, { arr }) => sum + arr, 0n),
        },
        systems: systemsOf(lines),
        found: found.length,
        page,
        pageSize,
        lines: found.slice((page - 1) * pageSize, page * pageSize).map((line) => ({
          ...line,
          handling: line.handling && signed(line.handling),
        })),
      });
    }),
  /** The open divergences of a day added up by owner, segment, system or term. */
  totals: procedure
    .input(DivergenceFilters.extend({ on: Day.optional(), by: z.enum(divergenceTeams) }))
    .query(async ({ ctx: { termwise }, input: { on: day, by, ...filters } }) => {
      const books = await termwise.books();
      const on = pastDay(day, termwise);
      const counts = meant(filters, customerRecords(books))(on);
      const { lines } = await reportOn(books, on);
      const open = lines.filter((line) => !line.accepted && counts(line));
      return wire({ on, by, currency: books.currency(), rows: totalsBy(open, by), all: totalOf(open) });
    }),
  /**
   * The same report asked for the ends of the months before a day (default: today) and for the day itself: is the company
   * converging? `direction` compares the share of compared ARR that diverges at the end with that at the beginning.
   */
  series: procedure
    .input(DivergenceFilters.extend({ on: Day.optional(), months: z.int().min(2).max(24).default(13) }))
    .query(async ({ ctx: { termwise }, input: { on: day, months, ...filters } }) => {
      const books = await termwise.books();
      const on = pastDay(day, termwise);
      const counts = meant(filters, customerRecords(books));
      const points = await seriesOf(books, convergenceDays(on, months), counts);
      return wire({ on, currency: books.currency(), points, direction: directionOf(points) });
    }),
  /**
   * Every label in use or spoken of: what it means and since when it was said by whom, how many accounts and how much ARR
   * stand under it, the unknown first. `gaps`: milestones that systems have different words for.
   */
  labels: procedure
    .input(z.strictObject({ on: Day.optional() }).optional())
    .query(async ({ ctx: { termwise }, input }) => {
      const books = await termwise.books();
      const on = pastDay(input?.on, termwise);
      const rows = labelsOf(books, on);
      const signed = await authors(termwise);
      return wire({
        on,
        currency: books.currency(),
        rows: rows.map((row) => ({ ...row, versions: row.versions.map(signed) })),
        gaps: vocabularyGaps(rows),
      });
    }),
  /** The alignment agenda: terms to be talked about with what diverges over them, and those that diverge and are not on it. */
  agenda: procedure.query(async ({ ctx: { termwise } }) => {
    const books = await termwise.books();
    const on = termwise.today();
    const { lines } = await reportOn(books, on);
    const { items, missing } = agendaOn(customerRecords(books).rules, on, lines);
    return wire({ on, currency: books.currency(), items: items.map(await authors(termwise)), missing });
  }),
  /** The values others report for our terms, beside ours. They are of the whole book, so they need the scope of all accounts. */
  numbers: procedure.query(async ({ ctx: { termwise } }) => {
    return wire({ rows: (await numbersOf(termwise)).map(await authors(termwise)) });
  }),
  /**
   * One reported value: the difference split by account and cause where a list was given, else the way of counting that
   * would give it, with the accounts that make it so and what is left unexplained.
   */
  number: procedure
    .input(z.strictObject({ entryId: z.string().max(60) }))
    .query(async ({ ctx: { termwise }, input: { entryId } }) => {
      const reported = await reportedOf(termwise, entryId);
      const compared = compareReported(reported, await ourSide(termwise));
      if (compared === null) throw new Failure("not_found", "Nothing computes this term");
      const signed = await authors(termwise);
      const apart = compared.ours === null || compared.list !== null;
      const explanation = apart ? null : await explanationFor(termwise, reported);
      return wire({ ...signed(compared), explanation });
    }),
});

function pastDay(on: Day | undefined, termwise: Termwise): Day {
  const today = termwise.today();
  if (on !== undefined && on > today)
    throw new Failure("bad_input", `${on} is still to come: divergences are told for today and days past`);
  return on ?? today;
}

type Books = Awaited<ReturnType<Termwise["books"]>>;

function labelsOf(books: Books, on: Day) {
  const { records, rules } = customerRecords(books);
  return labelsOn(records.values(), rules, on, reportRates(books));
}

/** The systems that take part in any divergence, whatever is filtered now. */
const systemsOf = (lines: readonly DivergenceLine[]): string[] =>
  [...new Set(lines.flatMap(({ claims }) => claims.map(({ system }) => system)))].sort((a, b) =>
    a.localeCompare(b, "en"),
  );

function searched(lines: readonly DivergenceLine[], search: string | undefined): DivergenceLine[] {
  const wanted = search?.trim().toLowerCase() ?? "";
  return lines.filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** Lines come with the largest ARR first. */
function sorted(lines: readonly DivergenceLine[], sort: (typeof sorts)[number]): DivergenceLine[] {
  if (sort === "-arr") return [...lines];
  if (sort === "arr") return lines.toReversed();
  const ascending = sort.endsWith("age")
    ? lines.toSorted((a, b) => a.age - b.age)
    : lines.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  return sort.startsWith("-") ? ascending.toReversed() : ascending;
}
