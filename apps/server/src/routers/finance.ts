import { type EntryOf, entriesOf, type JournalOf } from "@termwise/core/facts";
import {
  attachmentRate,
  cutAcross,
  daysFault,
  type FinancePeriod,
  FinancePolicy,
  financeFigures,
  type PeriodDays,
  readTypedPeriod,
  sameDays,
  type TypedPeriod,
  typedColumns,
} from "@termwise/core/finance";
import { choicesOn, definitionOn } from "@termwise/core/governance";
import { type Day, decimalText, EntryId, Failure, priorYear } from "@termwise/core/kernel";
import { isTermId, termById } from "@termwise/core/registry";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { proposalsIn } from "../definitions/agreed.ts";
import { houseNow, putHouseEntry, putWithdrawal, writing } from "../journal/write-entry.ts";
import { procedure, router } from "../trpc.ts";
import { writerOf } from "./journal.ts";

const cell = z.string().max(60);
const Typed = z.strictObject(
  Object.fromEntries(typedColumns.map((column) => [column, cell.optional()])) as Record<
    (typeof typedColumns)[number],
    z.ZodOptional<typeof cell>
  >,
);
const largest = 200_000;
const mostPeriods = 400;

/** What Finance enters for figures no contract line knows, and those figures. */
export const financeRouter = router({
  /**
   * Every period that was entered, the latest first, with its inputs (minor units), who entered it, and its figures by the
   * definitions in force at its end: value, unit, version, what they are made of, or why they are not known. `attachment`
   * is the attachment rate today, from contract lines.
   */
  periods: procedure.query(async ({ ctx: { termwise } }) => {
    const books = await termwise.books();
    const { now } = books.known;
    const [proposals, nameOf] = [proposalsIn(now), await termwise.read(authorsOf)];
    const entered = periodsIn(now.journal);
    const today = termwise.today();
    const attached = attachmentRate(now.lines, today);
    return {
      currency: books.currency(),
      periods: entered.map(({ entryId, entry, by, recordedAt }) => {
        const { of: _, ...period } = entry;
        const year = priorYear({ text: "", from: period.from, to: period.to });
        const before = entered.find((one) => one.entry.from === year.from && one.entry.to === year.to);
        const figures = financeFigures(
          period,
          before?.entry ?? null,
          choicesOn(FinancePolicy, proposals, period.to),
        );
        return {
          entryId,
          ...period,
          byName: nameOf(by),
          recordedAt,
          figures: figures.map((figure) => ({
            ...figure,
            version: isTermId(figure.term)
              ? definitionOn(termById(figure.term), proposals, period.to).version
              : 1,
          })),
        };
      }),
      attachment: {
        on: today,
        customers: attached.customers,
        attached: attached.attached,
        value: attached.rate.value === null ? null : decimalText(attached.rate.value, 6),
        reason: attached.rate.reason,
      },
    };
  }),
  /**
   * Reads a file of periods (CSV with a column for each input, parted by commas, semicolons or tabs) and says what it would
   * enter, or what is wrong row by row. `replaces` are the rows for days that were entered before. Writes nothing.
   */
  checkFile: procedure
    .input(z.strictObject({ csv: z.string().max(largest) }))
    .query(async ({ ctx: { termwise }, input: { csv } }) => {
      const { journal } = (await termwise.books()).known.now;
      return readFile(csv, { entered: daysIn(journal), today: termwise.today() });
    }),
  /** What is wrong with periods as people write them, row by row; nothing, when `finance.set` would take them. Writes nothing. */
  check: procedure
    .input(z.strictObject({ periods: z.array(Typed).min(1).max(mostPeriods) }))
    .query(async ({ ctx: { termwise }, input }) => {
      const { journal } = (await termwise.books()).known.now;
      const days = { entered: daysIn(journal), today: termwise.today() };
      return readAll(input.periods as TypedPeriod[], days).faults;
    }),
  /**
   * Enters periods as people write them: amounts in whole units with a point before the cents. All of them, or, when one
   * cannot be read, none (412, naming row, column and remedy). A period for days that were entered before takes its place;
   * one that is not over, or that shares only some of its days with another, is refused.
   */
  set: procedure
    .input(z.strictObject({ periods: z.array(Typed).min(1).max(mostPeriods) }))
    .mutation(async ({ ctx: { termwise, who, acting }, input }) => {
      const { timeZone } = await termwise.workspace();
      const [writer, today] = [writerOf(who, acting), termwise.today()];
      const entryIds = await writing(termwise, async (tx) => {
        const journal = await houseNow(tx);
        const standing = periodsIn(journal);
        const { periods, faults } = readAll(input.periods as TypedPeriod[], {
          entered: daysIn(journal),
          today,
        });
        if (faults.length > 0)
          throw new Failure(
            "refused",
            faults.map(({ row, column, fault }) => `Row ${row}, ${column}: ${fault}`).join(". "),
          );
        const ids: EntryId[] = [];
        for (const period of periods) {
          const known = standing.find(({ entry }) => sameDays(entry, period));
          const entry: EntryOf<"finance_period"> = { of: "finance_period", ...period };
          ids.push(await putHouseEntry(tx, { timeZone }, { entry, entryId: known?.entryId }, writer));
        }
        return ids;
      });
      return { entryIds };
    }),
  /** Takes a period back, with what was entered for it. */
  remove: procedure
    .input(z.strictObject({ entryId: EntryId }))
    .mutation(async ({ ctx: { termwise, who, acting }, input: { entryId } }) => {
      await writing(termwise, async (tx) => {
        const fact = periodsIn(await houseNow(tx)).find((one) => one.entryId === entryId);
        if (!fact) throw new Failure("not_found", "There is no such period, or it was removed");
        await putWithdrawal(tx, { fact, reason: "Removed" }, writerOf(who, acting));
      });
      return null;
    }),
});

const periodsIn = (journal: Parameters<typeof entriesOf>[0]): JournalOf<"finance_period">[] =>
  entriesOf(journal, "finance_period").sort((a, b) => (a.entry.from < b.entry.from ? 1 : -1));

const daysIn = (journal: Parameters<typeof entriesOf>[0]): PeriodDays[] =>
  periodsIn(journal).map(({ entry }) => entry);

interface RowFault {
  readonly row: number;
  readonly column: string;
  readonly fault: string;
}

/** What periods are entered beside: those that were entered before, on a day. */
interface Beside {
  readonly entered: readonly PeriodDays[];
  readonly today: Day;
}

/** Reads rows; `first` is the number the first of them has for whoever wrote them. */
function readAll(
  rows: readonly TypedPeriod[],
  { entered, today }: Beside,
  first = 1,
): { periods: FinancePeriod[]; faults: RowFault[]; replaces: number[] } {
  const read: { row: number; period: FinancePeriod }[] = [];
  const faults: RowFault[] = [];
  for (const [index, typed] of rows.entries()) {
    const row = index + first;
    const one = readTypedPeriod(typed);
    if ("faults" in one) {
      faults.push(...one.faults.map((fault) => ({ row, ...fault })));
      continue;
    }
    const { period } = one;
    const twin = read.find((other) => sameDays(other.period, period));
    const across = read.find((other) => cutAcross(other.period, period));
    const fault = daysFault(period, entered, today);
    if (twin) faults.push({ row, column: "from", fault: `Row ${twin.row} is for the same days. Keep one` });
    else if (fault) faults.push({ row, ...fault });
    else if (across)
      faults.push({
        row,
        column: "from",
        fault: `It shares days with row ${across.row}, ${across.period.from} to ${across.period.to}, without lying within it. Correct one of them`,
      });
    read.push({ row, period });
  }
  const replaces = read.filter(({ period }) => entered.some((days) => sameDays(days, period)));
  return { periods: read.map(({ period }) => period), faults, replaces: replaces.map(({ row }) => row) };
}

/** What parts the columns of a file: what its head has most of. */
function delimiterOf(csv: string): string {
  const [head = ""] = csv.trimStart().split(/[\r\n]/, 1);
  const often = (one: string) => head.split(one).length;
  return [",", ";", "\t"].reduce((best, one) => (often(one) > often(best) ? one : best));
}

const known: readonly string[] = typedColumns;

/** A column by its name, in whatever case it is written. */
const columnOf = (head: string): string =>
  known.find((column) => column.toLowerCase() === head.trim().toLowerCase()) ?? head.trim();

/** A file as rows with what is wrong; its first row names the columns. */
function readFile(
  csv: string,
  beside: Beside,
): { rows: TypedPeriod[]; faults: RowFault[]; replaces: number[] } {
  const refused = (row: number, column: string, fault: string) => ({
    rows: [],
    faults: [{ row, column, fault }],
    replaces: [],
  });
  let cells: string[][];
  try {
    cells = parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    });
  } catch (error) {
    return refused(1, "file", `It is no CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
  const [first = [], ...body] = cells;
  const head = first.map(columnOf);
  const stranger = head.find((column) => !known.includes(column));
  const twice = head.find((column, at) => head.indexOf(column) < at);
  const missing = ["from", "to", "currency"].find((column) => !head.includes(column));
  if (stranger !== undefined)
    return refused(1, stranger, `There is no such column. There are ${known.join(", ")}`);
  if (twice !== undefined) return refused(1, twice, "This column stands twice. Keep one");
  if (missing) return refused(1, missing, "This column is missing. Add it");
  if (body.length > mostPeriods)
    return refused(mostPeriods + 2, "file", `At most ${mostPeriods} periods at once`);
  const rows = body.map(
    (row) => Object.fromEntries(head.map((column, at) => [column, row[at] ?? ""])) as TypedPeriod,
  );
  const long = rows.flatMap((row, at) =>
    Object.entries(row).flatMap(([column, text]) =>
      (text?.length ?? 0) > 60
        ? [{ row: at + 2, column, fault: "It is longer than any amount. Shorten it" }]
        : [],
    ),
  );
  if (long.length > 0) return { rows, faults: long, replaces: [] };
  const { faults, replaces } = readAll(rows, beside, 2);
  return { rows, faults, replaces };
}
